import { createHash } from "node:crypto";
import { day, type Day } from "../../domain/calendar/day.ts";
import { schoolYearName, schoolYearOf } from "../../domain/calendar/school-year.ts";
import { publicKeys, recordsKeys } from "../../layout.ts";
import type { ProtectionPolicy } from "../../protection/protection-policy.ts";
import type { Latest } from "../../releases/manifest/manifest.ts";
import { renderPublic } from "../../releases/files/render-release.ts";
import { aboutEdition } from "../../editions/about-edition.ts";
import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import { jsonBytes, readJson } from "../stored-json.ts";
import { contentHash } from "../../hashing/content-hash.ts";
import { definitionVersion } from "../../metrics/cube/definition-version.ts";
import { cubesOf } from "../measure/measured-cubes.ts";
import type { Measuring } from "../../metrics/students/measuring.ts";
import type { ObjectStore, Places } from "../ports.ts";
import { lastDrawing, lastOfYear, latestPublic } from "./public-releases.ts";
import type { KeptDrawing } from "../../editions/kept-drawing.ts";
import { fromArrow } from "../../releases/files/arrow-rows.ts";
import { rates } from "../../releases/tables/rates.ts";
import type { EarlierReleases } from "../../releases/trends/trend.ts";
import { publicTables } from "../../editions/public-tables.ts";
import { measuredRecordsChanged } from "./records-changed-table.ts";
import { earlierReleases } from "./staff-editions.ts";
import { chanceOfYear } from "./year-secret.ts";

/** Raise it when a public release shows or says something else and no version of a definition changes with it. */
const RELEASE_VERSION = 17;

/** The files of one public release, rendered and waiting in the records bucket to be published. */
export interface ProtectedRelease {
  readonly release: string;
  readonly asOf: string;
  readonly districtName: string;
  readonly calendar: ProtectionPolicy["calendar"];
  readonly files: readonly {
    readonly path: string;
    readonly contentType: string;
    readonly key: string;
  }[];
}

/**
 * Draws the public edition of a day from the schools' cubes, beside what the release before it showed,
 * all under the records bucket: what is public is copied from there, never made. Equal cubes,
 * definitions, secret and release before give an equal release under an equal name.
 * @param isNewSecret whether to go on where the year's secret or its last drawing is lost
 */
export async function drawPublicEdition(
  places: Pick<Places, "records" | "public">,
  manifest: ConformedManifest,
  measuring: Measuring,
  policy: ProtectionPolicy,
  isNewSecret = false,
): Promise<ProtectedRelease> {
  const { records } = places;
  const { district, districtName } = manifest;
  const { asOf } = measuring;
  const latest = await latestPublic(places.public, district);
  const before = await lastDrawing(records, district, latest, asOf, isNewSecret);
  // Who is in figures was decided by the size that stood at the year's first release.
  const inForce = { ...policy, smallestGroup: before?.smallestGroup ?? policy.smallestGroup };
  const beside: DrawnFrom = { manifest, measuring, policy: inForce, latest, before, isNewSecret };
  const isAnew = isNewSecret && (await isStateLost(records, beside));
  const madeFrom = madeFromOf(beside);
  const common = { asOf, districtName, calendar: policy.calendar };
  if (before?.asOf === asOf && before.madeFrom === madeFrom && !isAnew) {
    // Published already: there is nothing to copy.
    return { release: before.release, ...common, files: [] };
  }
  const hash = contentHash(
    ...[madeFrom, before?.release ?? "", String(isAnew)],
    ...namesOfYearBefore(latest, asOf),
  );
  const release = `${asOf}-${hash.slice(0, 8)}`;
  const folder = recordsKeys.protectedRelease(district, release);
  const drawingKey = recordsKeys.drawing(district, yearOf(asOf), release);
  const earlierRun = await readJson<ProtectedRelease>(records, `${folder}index.json`);
  // Made again after a kill, a release stands beside the same one before it, under the same name.
  if (earlierRun !== null && (await records.size(drawingKey)) !== null) return earlierRun;

  const drawn = await drawTables(places, beside, release);
  const rendered = renderPublic(drawn.about, drawn.tables, sha256);
  const files: ProtectedRelease["files"][number][] = [];
  for (const { path, bytes, contentType } of rendered) {
    await records.put(folder + path, bytes, contentType);
    files.push({ path, contentType, key: folder + path });
  }
  const kept: KeptDrawing = { ...drawn.drawing, release, madeFrom };
  await records.put(drawingKey, jsonBytes(kept), "application/json");
  const ready: ProtectedRelease = {
    release,
    ...common,
    files,
  };
  await records.put(`${folder}index.json`, jsonBytes(ready));
  return ready;
}

/** What a public release is drawn from: the records, the definitions, and the release before it. */
interface DrawnFrom {
  readonly manifest: ConformedManifest;
  readonly measuring: Measuring;
  readonly policy: ProtectionPolicy;
  readonly latest: Latest | null;
  readonly before: KeptDrawing | null;
  readonly isNewSecret: boolean;
}

/** Whether the school year has releases and its secret or its last drawing is lost: asked for where nothing is lost, a new secret changes nothing. */
async function isStateLost(
  records: ObjectStore,
  { manifest: { district }, measuring: { asOf }, latest, before }: DrawnFrom,
): Promise<boolean> {
  if (lastOfYear(latest, asOf) === undefined) return false;
  return (
    before === null || (await records.size(recordsKeys.secret(district, yearOf(asOf)))) === null
  );
}

/** The hash of the records, definitions and policy: while it holds, a release of the same day is the same. */
const madeFromOf = ({ manifest, measuring, policy }: DrawnFrom): string =>
  contentHash(
    String(RELEASE_VERSION),
    manifest.version,
    definitionVersion(measuring.mandate),
    JSON.stringify(policy),
  );

/** Everything that a release says, and the drawing to keep for the one after it. */
async function drawTables(
  places: Pick<Places, "records" | "public">,
  beside: DrawnFrom,
  release: string,
) {
  const { records } = places;
  const { manifest, measuring, policy, before, latest, isNewSecret } = beside;
  const { asOf } = measuring;
  const chance = await chanceOfYear(records, manifest.district, yearOf(asOf), {
    hasReleases: lastOfYear(latest, asOf) !== undefined,
    isNew: isNewSecret,
  });
  const cubes = await cubesOf(records, manifest, measuring);
  const earlier = await earlierOfYear(places.public, beside);
  const changed = await measuredRecordsChanged(records, manifest, before?.conformed ?? null);
  const definitions = definitionVersion(measuring.mandate);
  const { smallestGroup } = policy;
  const { tables, written, drawing, estimates, firstDue, dueOn, levels } = publicTables(
    manifest,
    measuring,
    cubes,
    { earlier, changed, before, chance, definitions, smallestGroup },
  );
  return {
    tables,
    about: aboutEdition(
      "public",
      manifest,
      measuring,
      { release, earlier, policy, dueOn, levels },
      written,
    ),
    drawing: {
      ...drawing,
      estimates,
      firstDue: { ...before?.firstDue, [asOf]: firstDue },
      conformed: manifest.version,
    },
  };
}

/** The public releases before the day, of its school year and of the one before, as they were published. */
const earlierOfYear = (
  store: ObjectStore,
  { manifest: { district }, measuring: { asOf, mandate }, latest, before }: DrawnFrom,
): Promise<EarlierReleases> =>
  earlierReleases(
    store,
    (latest?.releases ?? [])
      .filter((listed) => listed.asOf < asOf)
      // Of two releases of one day the later one corrects the other; it is listed first.
      .filter(({ asOf: on }, index, all) => all.findIndex((listed) => listed.asOf === on) === index)
      .map((listed) => ({ ...listed, folder: publicKeys.release(district, listed.release) })),
    {
      asOf,
      definitionVersion: definitionVersion(mandate),
      read: (bytes) => fromArrow(rates, bytes),
      firstDueOf: (release) => Promise.resolve(before?.firstDue?.[release.asOf] ?? null),
    },
  );

/** The releases of the school year before: what they showed is shown beside this year's. */
const namesOfYearBefore = (latest: Latest | null, asOf: Day): readonly string[] =>
  (latest?.releases ?? [])
    .filter((listed) => schoolYearOf(day(listed.asOf)) === schoolYearOf(asOf) - 1)
    .map(({ release }) => release);

const yearOf = (asOf: Day): string => schoolYearName(schoolYearOf(asOf));

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
