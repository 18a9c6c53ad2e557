import { byText } from "../../domain/text/compare-text.ts";
import type { DistrictId } from "../../domain/ids.ts";
import { publicKeys, recordsKeys } from "../../layout.ts";
import type { Districts, Latest } from "../../releases/manifest/manifest.ts";
import type { PublicCalendar } from "../../protection/protection-policy.ts";
import { changeJson } from "../change-json.ts";
import { readJson } from "../stored-json.ts";
import type { Places } from "../ports.ts";
import type { ProtectedRelease } from "./public-edition.ts";
import { takeOutOldReleases } from "./from-old-releases.ts";
import { latestPublic, nextDueOn } from "./public-releases.ts";

/**
 * After this many days without a release a page says that its figures are old: one interval of the
 * calendar and two weeks.
 */
const STALE_AFTER_DAYS: { readonly [calendar in PublicCalendar]: number | null } = {
  monthly: 45,
  quarterly: 106,
  "by-hand": null,
};

type PublishPlaces = Pick<Places, "records" | "public">;

export interface Published {
  readonly release: string;
  readonly asOf: string;
  /** False when the release was published before. */
  readonly isNew: boolean;
  /** Whether readers now see it: the release of the latest as-of day is the current one. */
  readonly isCurrent: boolean;
}

/**
 * Copies a protected release to the public bucket, then updates `latest.json`: a reader sees one
 * complete release or the other. The current release is that of the latest as-of day, so publishing
 * a day in the past adds to the history and does not set the dashboard back.
 * @param publishedAt the instant to note, as ISO text
 */
export async function publish(
  places: PublishPlaces,
  district: DistrictId,
  release: string,
  publishedAt: string,
): Promise<Published> {
  const before = await latestPublic(places.public, district);
  const published = before?.releases.find((listed) => listed.release === release);
  if (before !== null && published !== undefined) {
    // A run that was killed may have updated one list and not the other.
    await listDistrict(places, before.district);
    return { release, asOf: published.asOf, isNew: false, isCurrent: before.release === release };
  }
  const index = `${recordsKeys.protectedRelease(district, release)}index.json`;
  const ready = await readJson<ProtectedRelease>(places.records, index);
  if (ready === null) throw new Error(`no protected release under ${index}; draw it first`);
  const { asOf, districtName } = ready;
  await takeOutOldReleases(places.public, district);
  await copyFiles(places, district, ready);
  const isNew = await listRelease(places, district, ready, publishedAt);
  await listDistrict(places, { id: district, name: districtName });
  const now = await latestPublic(places.public, district);
  return { release, asOf, isNew, isCurrent: now?.release === release };
}

async function copyFiles(
  { records, public: open }: PublishPlaces,
  district: DistrictId,
  { release, files }: ProtectedRelease,
): Promise<void> {
  const folder = publicKeys.release(district, release);
  for (const { path, contentType, key } of files) {
    const bytes = await records.get(key);
    if (bytes === null) throw new Error(`no protected file under ${key}`);
    await open.putIfAbsent(folder + path, bytes, contentType);
  }
}

/**
 * Adds the release to `latest.json`, to those that are listed at that moment: if two days are
 * published at once, both are listed. False if it was listed already.
 */
async function listRelease(
  places: PublishPlaces,
  district: DistrictId,
  ready: ProtectedRelease,
  publishedAt: string,
): Promise<boolean> {
  let isNew = true;
  await changeJson<Latest>(places.public, publicKeys.latest(district), (before) => {
    isNew = before?.releases.every(({ release }) => release !== ready.release) ?? true;
    return isNew ? withRelease(before, district, ready, publishedAt) : null;
  });
  return isNew;
}

/** The releases with this one among them: latest as-of day first, and of one day the latest published. */
function withRelease(
  before: Latest | null,
  district: DistrictId,
  { release, asOf, districtName, calendar }: ProtectedRelease,
  publishedAt: string,
): Latest {
  const path = `releases/${release}/`;
  const others = (before?.releases ?? []).filter((other) => other.release !== release);
  const later = others.filter((other) => other.asOf > asOf);
  const rest = others.filter((other) => other.asOf <= asOf);
  const releases = [...later, { release, asOf, path }, ...rest];
  const current = releases[0] ?? { release, asOf, path };
  const isNewCurrent = before?.release !== current.release;
  return {
    district: { id: district, name: districtName },
    ...current,
    publishedAt: isNewCurrent ? publishedAt : (before?.publishedAt ?? publishedAt),
    staleAfterDays: STALE_AFTER_DAYS[calendar],
    nextDueOn: nextDueOn(calendar, current.asOf),
    calendar,
    releases,
  };
}

/** Adds the district to the list of those with a release, under its present name. */
const listDistrict = (
  { public: open }: Pick<Places, "public">,
  district: Districts["districts"][number],
): Promise<unknown> =>
  changeJson<Districts>(open, publicKeys.districts, (before) => {
    const listed = before?.districts.find(({ id }) => id === district.id);
    if (listed?.name === district.name) return null;
    const others = (before?.districts ?? []).filter(({ id }) => id !== district.id);
    const { id, name } = district;
    return { districts: [...others, { id, name }].sort(byText(({ name }) => name)) };
  });
