import type { ReleaseManifest } from "../../../../../functions/releases/manifest/manifest.ts";
import { english } from "../../../words/language.js";
import { noticeWords } from "../../../words/notices.js";
import { requirementWords as words } from "../../../words/requirements.js";
import type { NotHere } from "../../../release/not-here.ts";
import type { BarRow, Question } from "./bar-rows.ts";
import { questionAsked, questionName } from "./questions.js";

/** What the address asks for, by its parameters. */
export interface Asked {
  readonly requirement: string | null;
  readonly school: string | null;
  readonly grade: string | null;
}

/** The place and the grade that the reader chose. */
export interface Chosen {
  readonly school: string;
  readonly grade: string | null;
  readonly place: { readonly school: string; readonly name: string };
}

/** What the address asks for, as far as the question has it. */
export function chosenOf(rows: readonly BarRow[], asked: Asked): Chosen {
  const district = rows.find(({ level }) => level === "district");
  const own =
    rows.find(({ level, school }) => level === "school" && school === asked.school) ?? district;
  const school = own?.school ?? "";
  const { grade } = asked;
  const hasGrade = rows.some(({ breakdown, group }) => breakdown === "grade" && group === grade);
  return {
    school,
    grade: hasGrade ? grade : null,
    place: { school, name: own?.schoolName ?? "" },
  };
}

/** The rows of the place and the grade that the reader chose; of all places and grades where none is chosen. */
export const rowsChosen = (rows: readonly BarRow[], { school, grade }: Chosen): readonly BarRow[] =>
  rows
    .filter((row) => school === "" || row.school === school)
    .filter(({ breakdown, group }) => grade === null || (breakdown === "grade" && group === grade));

/** What the address asks for that the page does not have. */
export function missingOf(
  questions: readonly Question[],
  question: Question,
  { school, grade, place }: Chosen,
  { schools, district }: Pick<ReleaseManifest, "schools" | "district">,
  { requirement, school: ofSchool, grade: ofGrade }: Asked,
): readonly NotHere[] {
  const known = schools.find(({ id }) => id === ofSchool);
  return [
    ...(requirement && questionAsked(questions, requirement) === undefined
      ? [
          {
            sentence: noticeWords.noRequirement(requirement),
            shown: questionName(question),
            parameters: { requirement: null },
          },
        ]
      : []),
    ...(ofSchool && ofSchool !== school
      ? [
          {
            sentence:
              known === undefined
                ? noticeWords.noSchool(ofSchool, district.name)
                : noticeWords.notAskedThere(known.name),
            shown: english(place.name),
            parameters: { school: null },
          },
        ]
      : []),
    ...(ofGrade && ofGrade !== grade
      ? [
          {
            sentence: noticeWords.noGrade(ofGrade),
            shown: words.allGrades,
            parameters: { grade: null },
          },
        ]
      : []),
  ];
}
