import type { ReleaseManifest } from "../../../../../functions/releases/manifest/manifest.ts";
import { fromAddress } from "../../../release/address.js";
import { groupWords as words } from "../../../words/groups.js";
import { english } from "../../../words/language.js";
import { noticeWords } from "../../../words/notices.js";
import { measureName } from "../../../words/terms/measures.js";
import type { NotHere } from "../../../release/not-here.ts";
import type { AskedGroups, GroupRow } from "./group-row.ts";

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

/** What the address asks for that the page does not have. */
export function missingGroups(
  { measure, what, school, schoolName }: AskedGroups,
  { district }: Pick<ReleaseManifest, "district">,
): readonly NotHere[] {
  const [ofMeasure, ofSchool] = ["measure", "school"].map(fromAddress);
  return [
    ...(ofMeasure && ofMeasure !== measure
      ? [
          {
            sentence: noticeWords.noMeasure(ofMeasure),
            shown: what,
            parameters: { measure: null },
          },
        ]
      : []),
    ...(ofSchool && ofSchool !== school
      ? [
          {
            sentence: noticeWords.noSchool(ofSchool, district.name),
            shown: english(schoolName),
            parameters: { school: null },
          },
        ]
      : []),
  ];
}

/** A measure in the address; of one transition with its id. */
export const measureOf = ({ measure, requirement }: GroupRow): string =>
  requirement === "" ? measure : `${measure}/${requirement}`;

export function nameOfMeasure({ measure, measureName: name, requirementName }: GroupRow): string {
  const what = measureName(measure, name);
  return requirementName === "" ? what : words.ofTransition(what, requirementName);
}
