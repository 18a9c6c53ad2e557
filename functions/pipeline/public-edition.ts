import { createHash } from "node:crypto";
import { schoolYearName, schoolYearOf } from "../domain/school-year.ts";
import { publicKeys, recordsKeys } from "../layout.ts";
import type { ProtectionPolicy } from "../protection/protection-policy.ts";
import { renderPublic } from "../releases/render-release.ts";
import { aboutEdition } from "./about-edition.ts";
import { jsonBytes, readJson, type ConformedManifest } from "./conformed-manifest.ts";
import { contentHash } from "./content-hash.ts";
import { definitionVersion } from "./definition-version.ts";
import { cubesOf } from "./edition-scope.ts";
import type { Measuring } from "./measure.ts";
import type { Places } from "./ports.ts";
import { lastDrawing, latestPublic, type KeptDrawing } from "./public-releases.ts";
import { fromArrow } from "../releases/arrow-rows.ts";
import { rates } from "../releases/tables/rates.ts";
import { publicTables } from "./public-tables.ts";
import { measuredRecordsChanged } from "./records-changed-table.ts";
import { earlierReleases } from "./staff-editions.ts";
import { chanceOfYear } from "./year-secret.ts";

/** Changes with any change of what a public release shows or says that no definition speaks of. */
const RELEASE_VERSION = 8;

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
 * @param isNewSecret whether a new secret may be made although the year has releases
 */
export async function drawPublicEdition(
  places: Pick<Places, "records" | "public">,
  manifest: ConformedManifest,
  measuring: Measuring,
  policy: ProtectionPolicy,
  isNewSecret = false,
): Promise<ProtectedRelease> {
  const { records } = places;
  const { district } = manifest;
  const { asOf, mandate } = measuring;
  const definitions = definitionVersion(mandate);
  const schoolYear = schoolYearName(schoolYearOf(asOf));
  const latest = await latestPublic(places.public, district);
  const before = await lastDrawing(records, district, latest, asOf);
  const madeFrom = contentHash(
    String(RELEASE_VERSION),
    manifest.version,
    definitions,
    JSON.stringify(policy),
  );
  const common = { asOf, districtName: manifest.districtName, calendar: policy.calendar };
  if (before?.asOf === asOf && before.madeFrom === madeFrom && !isNewSecret) {
    // Published already: there is nothing to copy.
    return { release: before.release, ...common, files: [] };
  }
  const hash = contentHash(madeFrom, before?.release ?? "", String(isNewSecret));
  const release = `${asOf}-${hash.slice(0, 8)}`;
  const folder = recordsKeys.protectedRelease(district, release);
  const there = await readJson<ProtectedRelease>(records, `${folder}index.json`);
  const drawingKey = recordsKeys.drawing(district, schoolYear, release);
  // Made again after a kill, a release stands beside the same one before it, under the same name.
  if (there !== null && (await records.size(drawingKey)) !== null) return there;

  const hasReleases = before !== null;
  const chance = await chanceOfYear(records, district, schoolYear, {
    hasReleases,
    isNew: isNewSecret,
  });
  const cubes = await cubesOf(records, manifest, measuring);
  const earlier = await earlierReleases(
    places.public,
    (latest?.releases ?? [])
      .filter((one) => one.asOf < asOf && sameYear(one.asOf, asOf))
      .map((one) => ({ ...one, folder: publicKeys.release(district, one.release) })),
    definitions,
    (bytes) => fromArrow(rates, bytes),
  );
  const changed = await measuredRecordsChanged(records, manifest, before?.conformed ?? null);
  const { tables, written, drawing, estimates } = publicTables(manifest, measuring, cubes, {
    ...{ release, earlier, changed, before, chance, definitions },
    smallestGroup: policy.smallestGroup,
  });
  const about = aboutEdition(
    "public",
    manifest,
    measuring,
    { release, previous: earlier.at(-1)?.release ?? null, policy },
    written,
  );
  const rendered = renderPublic(about, tables, sha256);
  for (const { path, bytes, contentType } of rendered) {
    await records.put(folder + path, bytes, contentType);
  }
  const kept: KeptDrawing = {
    ...drawing,
    ...{ release, madeFrom, estimates },
    conformed: manifest.version,
  };
  await records.put(drawingKey, jsonBytes(kept), "application/json");
  const ready: ProtectedRelease = {
    release,
    ...common,
    files: rendered.map(({ path, contentType }) => ({ path, contentType, key: folder + path })),
  };
  await records.put(`${folder}index.json`, jsonBytes(ready));
  return ready;
}

const sameYear = (a: string, b: string): boolean =>
  schoolYearOf(a as Measuring["asOf"]) === schoolYearOf(b as Measuring["asOf"]);

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
