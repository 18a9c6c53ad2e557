import { day, type Day } from "../../domain/calendar/day.ts";
import type { DistrictId } from "../../domain/ids.ts";
import { schoolYearName, schoolYearOf } from "../../domain/calendar/school-year.ts";
import { publicKeys, recordsKeys } from "../../layout.ts";
import type { PublicCalendar } from "../../protection/protection-policy.ts";
import type { Latest } from "../../releases/manifest/manifest.ts";
import { readJson } from "../stored-json.ts";
import type { ObjectStore } from "../ports.ts";
import type { KeptDrawing } from "../../editions/kept-drawing.ts";

/** What the district has published, newest day first; null before its first public release. Releases of the method before this one count as none. */
export async function latestPublic(
  store: ObjectStore,
  district: DistrictId,
): Promise<Latest | null> {
  const latest = await readJson<Partial<Latest>>(store, publicKeys.latest(district));
  return latest?.calendar === undefined ? null : (latest as Latest);
}

/** The last public release of a school year; undefined before its first. */
export const lastOfYear = (latest: Latest | null, asOf: Day) =>
  latest?.releases.find((listed) => schoolYearOf(day(listed.asOf)) === schoolYearOf(asOf));

/**
 * The drawing of the last public release of a school year; null before its first.
 * @param mayBeLost whether to go on without one that is gone: everything is drawn anew
 * @throws when it is gone although the release is there
 */
export async function lastDrawing(
  records: ObjectStore,
  district: DistrictId,
  latest: Latest | null,
  asOf: Day,
  mayBeLost: boolean,
): Promise<KeptDrawing | null> {
  const last = lastOfYear(latest, asOf);
  if (last === undefined) return null;
  const key = recordsKeys.drawing(district, schoolYearName(schoolYearOf(asOf)), last.release);
  const drawing = await readJson<KeptDrawing>(records, key);
  if (drawing === null && !mayBeLost) {
    throw new Error(
      `no drawing under ${key}: without it no public release can be held beside ${last.release}; put it back from a backup, or publish with --public --new-secret, which draws every figure anew`,
    );
  }
  return drawing;
}

/** The first day of the next month or quarter, on which a public release is due; null where they come out by hand. */
export function nextDueOn(calendar: PublicCalendar, asOf: string): Day | null {
  if (calendar === "by-hand") return null;
  const [year = 0, month = 1] = asOf.split("-").map(Number);
  const months = calendar === "monthly" ? 1 : 3 - ((month - 1) % 3);
  const next = new Date(Date.UTC(year, month - 1 + months, 1));
  return day(next.toISOString().slice(0, 10));
}

/**
 * Whether a publish as of a day makes a public release: the first one of a later month or quarter than
 * the last. An earlier day is for staff only, since a figure drawn for it would stand beside later ones.
 * @param isAsked whether somebody asked for one by hand
 */
export function isPublicDue(
  calendar: PublicCalendar,
  latest: Pick<Latest, "asOf"> | null,
  asOf: Day,
  isAsked: boolean,
): boolean {
  if (latest !== null && asOf < latest.asOf) return false;
  if (isAsked) return true;
  if (calendar === "by-hand") return false;
  const dueOn = latest === null ? null : nextDueOn(calendar, latest.asOf);
  return dueOn === null || asOf >= dueOn;
}
