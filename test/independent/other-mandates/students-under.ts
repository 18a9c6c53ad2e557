/** The students of a school under any mandate, as far as the substance of plans asks, worked out plainly. */
import { folderOf, heldReviews, text, type Folder, type PlainAnswer } from "../plain-answers.ts";
import { counselorsOf } from "../plain-counselors.ts";
import { daysFrom, plusDays, type Rule } from "../plain-rules.ts";
import { groupsOf, section504Of, type DistrictFacts, type PlainStudent } from "../plain-student.ts";
import { substanceOf } from "../plain-substance.ts";
import type { SchoolTables } from "../conformed-records.ts";
import { gradesOf, type PlainMandate, type PlainRule } from "../every-mandate/plain-mandates.ts";

/** Those whom the school counts on the day. */
export const studentsUnder = (
  mandate: PlainMandate,
  tables: SchoolTables,
  facts: DistrictFacts,
): readonly PlainStudent[] =>
  tables
    .rows("student")
    .map((row) => folderOf(tables, row, facts.asOf, mandate.planTypes))
    .filter(({ school }) => school === tables.id)
    .map((folder) => {
      const isUnderMandate = asksAnything(mandate, folder.grade);
      const caseload = counselorsOf(tables, folder);
      const groups = groupsOf(tables, folder, facts);
      const section504 = section504Of(tables, folder, facts);
      const isInProgram = groups.get("disability") === "yes" || section504 === "yes";
      return {
        ...{ id: text(folder.student, "student"), folder, school: tables.id, isEnrolled: true },
        ...{ isUnderMandate, counselor: caseload[0] ?? "", caseload, groups, section504 },
        // Nothing is asked here of attendance and of records that do not agree.
        ...{ enrolledDays: 0, absentDays: 0, problems: [] },
        answers: new Map(
          mandate.requirements
            .filter((rule) => rule.kind.endsWith("-review"))
            .flatMap((rule) => reviewOf(mandate, rule, folder)),
        ),
        parts: new Map(isUnderMandate ? substanceOf(folder, facts, isInProgram) : []),
      };
    });

/** A grade that the mandate covers, or that one of its requirements names; what is encouraged asks nothing. */
function asksAnything(mandate: PlainMandate, grade: string): boolean {
  const asked = mandate.requirements.filter(({ modality }) => modality !== "encouraged");
  return (
    asked.length > 0 &&
    (mandate.grades.includes(grade) ||
      asked.some((rule) => gradesOf(mandate, rule).includes(grade)))
  );
}

/** By when a review is due, and on which day the one was held that counts; nothing of other grades. */
function reviewOf(
  mandate: PlainMandate,
  rule: PlainRule,
  folder: Folder,
): readonly (readonly [Rule, PlainAnswer])[] {
  if (!gradesOf(mandate, rule).includes(folder.grade)) return [];
  const answer = { dueOn: dueOn(mandate, rule, folder), doneOn: doneOn(rule, folder) };
  const rest = { status: "", opensOn: null, isAttested: false, isElsewhere: false };
  return [[rule as unknown as Rule, { ...rest, ...answer }]];
}

/** The last day of a share of the school year, or of all of it; later for who came during the year. */
function dueOn({ entrantGraceDays }: PlainMandate, { due }: PlainRule, folder: Folder) {
  const { days, enrollments, yearBegins } = folder;
  if (!folder.isWholeYear) return null;
  const original = due.kind === "year-end" ? days.at(-1) : days[share(days, due) - 1];
  const entered = enrollments
    .filter((row) => row["withdrewOn"] === null || text(row, "withdrewOn") > yearBegins)
    .map((row) => text(row, "enteredOn"))
    .sort()[0];
  if (original === undefined || entered === undefined) return null;
  const isEntrant = entered > (days[0] ?? "");
  const graceEnds = isEntrant ? plusDays(entered, entrantGraceDays) : "";
  return graceEnds > original ? graceEnds : original;
}

/** @throws when the due day is of another kind */
function share(
  days: readonly string[],
  { kind, days: part = 0, of }: Pick<PlainRule["due"], "kind" | "days" | "of">,
): number {
  if (kind !== "share-of-year" || typeof of !== "number") {
    throw new Error(`a due day of kind ${kind} is not counted here`);
  }
  return Math.floor((days.length * part) / of);
}

/** The nth review of the year, so far from the one before; at a transition the first in its window. */
function doneOn({ nth = 1, minimumDaysApart = 0, opensAfter }: PlainRule, folder: Folder) {
  const held = [...new Set(heldReviews(folder).map((review) => text(review, "heldOn")))];
  if (opensAfter !== undefined) {
    const opens = folder.days[share(folder.days, { kind: "share-of-year", ...opensAfter })];
    return held.find((on) => opens !== undefined && on >= opens) ?? null;
  }
  const counted: string[] = [];
  for (const on of held) {
    const last = counted.at(-1);
    if (last === undefined || daysFrom(last, on) >= minimumDaysApart) counted.push(on);
  }
  return counted[nth - 1] ?? null;
}
