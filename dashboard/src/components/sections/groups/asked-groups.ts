import type { ReleaseManifest } from "../../../../../functions/releases/manifest/manifest.ts";
import { fromAddress } from "../../../release/address.js";
import { groupWords as words } from "../../../words/groups.js";
import { measureName } from "../../../words/terms/measures.js";
import type { GroupRow } from "./group-row.ts";

/** The measure and the place that the address asks for. */
export interface AskedGroups {
  readonly measure: string;
  /** The name of the measure, with its transition. */
  readonly what: string;
  readonly level: "district" | "school";
  /** Empty for the district. */
  readonly school: string;
  readonly schoolName: string;
  /** Whether a school has groups of its own, too. */
  readonly isBySchool: boolean;
  /** In the order of the table. */
  readonly rows: readonly GroupRow[];
}

/** Null where the edition has no student groups. */
export function askedGroups(
  rows: readonly GroupRow[],
  { schools, district }: Pick<ReleaseManifest, "schools" | "district">,
): AskedGroups | null {
  const asked = fromAddress("measure");
  const first = rows.find((row) => measureOf(row) === asked) ?? rows[0];
  if (first === undefined) return null;
  const school = schools.find(({ id }) => id === fromAddress("school"));
  const measure = measureOf(first);
  const isHere = (row: GroupRow): boolean =>
    school === undefined
      ? row.level === "district"
      : row.level === "school" && row.school === school.id;
  return {
    measure,
    what: nameOfMeasure(first),
    level: school === undefined ? "district" : "school",
    school: school?.id ?? "",
    schoolName: school?.name ?? district.name,
    isBySchool: rows.some((row) => row.level === "school"),
    rows: rows.filter((row) => measureOf(row) === measure && isHere(row)),
  };
}

/** A measure in the address; of one transition with its id. */
export const measureOf = ({ measure, requirement }: GroupRow): string =>
  requirement === "" ? measure : `${measure}/${requirement}`;

export function nameOfMeasure({ measure, measureName: name, requirementName }: GroupRow): string {
  const what = measureName(measure, name);
  return requirementName === "" ? what : words.ofTransition(what, requirementName);
}
