/**
 * Each page's answer in words, written from the protected tables, so that a sentence can say no
 * more than a table shows. Hidden or missing figures change the sentence and leave no hole in it.
 */
import { attendanceSentence } from "./attendance-sentence.ts";
import { bandInWords, percentsOf } from "./band-words.ts";
import { changeSentence, changeWords, isNews } from "./change-sentence.ts";
import { capital, number } from "./figure-words.ts";
import { groupSentence } from "./group-sentence.ts";
import type { ReadingNotes, Sentences } from "./manifest.ts";
import type { ReleaseTables } from "./release-tables.ts";
import type { ChangeRow, NextStepRow, RateRow } from "./tables.ts";

type Written = Omit<ReleaseTables, "trend">;

export function sentencesOf(
  tables: Written,
  landmarkDay: number,
  reading: ReadingNotes,
): Sentences {
  const rates = tables.rates.rows;
  const districtRate = (measure: string) =>
    rates.find((row) => row.measure === measure && row.level === "district" && row.group === "all");
  const schools = rates.filter(
    ({ level, measure, group }) =>
      level === "school" && measure === "review-timeliness" && group === "all",
  );
  return {
    kept: keptSentence(districtRate("review-timeliness"), districtRate("plan-coverage")),
    transitions: transitionsSentence(rates),
    attendance: attendanceSentence(tables.associations.rows, landmarkDay),
    compliance: complianceSentence(districtRate("review-timeliness"), schools, tables.changes.rows),
    dataQuality: dataQualitySentence(tables, reading),
    groups: groupSentence(tables["student-groups"].rows),
    whoActsNext: whoActsNextSentence(tables),
    changes: tables.changes.rows.filter(isNews).map(changeSentence),
    schools: Object.fromEntries(schools.map((row) => [row.school, schoolSentence(row, rates)])),
  };
}

/** A row whose band is shown. */
type Shown<Row> = Row & { readonly band: string };
const isShown = <Row extends { readonly band: string | null }>(row: Row): row is Shown<Row> =>
  row.band !== null;
const leastFirst = (a: Shown<RateRow>, b: Shown<RateRow>): number =>
  percentsOf(a.band).least - percentsOf(b.band).least;

function keptSentence(kept: RateRow | undefined, plans: RateRow | undefined): string {
  const first =
    kept === undefined || !isShown(kept)
      ? whyMissing(
          kept,
          "No review is due yet, or no plans were sent, so whether reviews are on time cannot be said.",
        )
      : `${capital(bandInWords(kept.band))} of students with a review due had every review held on time.`;
  if (plans === undefined || !isShown(plans)) return first;
  return `${first} ${capital(bandInWords(plans.band))} of students have an open plan.`;
}

/** Leads with the transition that is covered least, since that is the one to ask about. */
function transitionsSentence(rates: readonly RateRow[]): string {
  const rows = rates.filter(
    ({ measure, level }) => measure === "transition-coverage" && level === "district",
  );
  const [least, ...others] = rows.filter(isShown).sort(leastFirst);
  const rest = [
    ...others.map((row) => `${row.groupName}: ${bandInWords(row.band)}`),
    ...rows.filter((row) => !isShown(row)).map((row) => `${row.groupName}: ${missing(row)}`),
  ];
  if (least === undefined) {
    if (rows.length === 0) {
      return "The mandate in force names no review at a transition, so no cohort is followed.";
    }
    return rows.every(({ state }) => state === "not-applicable")
      ? "No student of the district is at a transition."
      : `No transition can be shown yet. ${rest.join("; ")}.`;
  }
  const first = `${capital(bandInWords(least.band))} of students at the transition "${least.groupName}" have an open plan, its review and its focus areas.`;
  return rest.length === 0 ? first : `${first} ${rest.join("; ")}.`;
}

function complianceSentence(
  kept: RateRow | undefined,
  schools: readonly RateRow[],
  changes: readonly ChangeRow[],
): string {
  if (kept === undefined || !isShown(kept)) {
    return whyMissing(kept, "No review is due yet in this school year, or no plans were sent.");
  }
  const shown = schools.filter(isShown).sort(leastFirst);
  const [lowest, next] = shown;
  // Of two schools in one band nobody can say which is lower.
  const isLowest = lowest !== undefined && next !== undefined && lowest.band !== next.band;
  const where = isLowest
    ? ` It is lowest at ${lowest.schoolName} (${bandInWords(lowest.band)}).`
    : "";
  const change = changes.find(
    ({ measure, level, group }) =>
      measure === kept.measure && level === "district" && group === "all",
  );
  const since = change === undefined ? "" : `, ${changeWords(change)}`;
  return `${capital(bandInWords(kept.band))} of students with a review due had every review held on time${since}.${where}`;
}

/** What was left out, what is kept and not counted, then what the two systems do not agree on. */
const dataQualitySentence = (tables: Written, reading: ReadingNotes): string =>
  [
    rejectedSentence(tables),
    repeatedSentence(tables),
    outsideSentence(reading),
    reading.hasUndatedStays
      ? "Some enrollments have no first day in any file: their students count as enrolled all year."
      : "",
    problemsSentence(tables),
  ]
    .filter((text) => text !== "")
    .join(" ");

function repeatedSentence({ files }: Written): string {
  const repeated = files.rows.reduce((sum, row) => sum + row.repeated, 0);
  if (repeated === 0) return "";
  return repeated === 1
    ? "One record repeats or corrects an earlier one of its file and counts once."
    : `${number(repeated)} records repeat or correct an earlier one of their file and count once.`;
}

function outsideSentence({ absencesOutside }: ReadingNotes): string {
  if (absencesOutside === null) return "";
  const [first = "", ...rest] = absencesOutside;
  return `${first.toUpperCase()}${rest.join("")} absences are on days on which their students were not enrolled or no school of theirs was in session: kept, and counted by no measure; check the calendar and the days of entry and withdrawal.`;
}

function problemsSentence({ reconciliation }: Written): string {
  const [most] = reconciliation.rows
    .filter(({ level }) => level === "district")
    .filter(isShown)
    .filter(({ band }) => percentsOf(band).least > 0)
    .sort((a, b) => percentsOf(b.band).greatest - percentsOf(a.band).greatest);
  if (most === undefined) return "";
  return `Plans and roster disagree most in this: ${most.problemName.toLowerCase()}, ${bandInWords(most.band)} of students; ${most.owner.toLowerCase()} can mend it.`;
}

function rejectedSentence({ files, rejects }: Written): string {
  const total = (of: "records" | "rejected") => files.rows.reduce((sum, row) => sum + row[of], 0);
  const unused = files.rows.filter(({ outcome }) => outcome !== "used" && outcome !== "ignored");
  const rejected = total("rejected");
  const first =
    rejected === 0
      ? `All ${number(total("records"))} records of ${fileCount(files.rows.length)} could be used.`
      : `${number(rejected)} of ${number(total("records"))} records in ${fileCount(files.rows.length)} could not be used, for ${rejects.rows.length} different reasons and columns.`;
  if (unused.length === 0) return first;
  return `${first} ${unused.length === 1 ? "One file was" : `${unused.length} files were`} left out as a whole.`;
}

const fileCount = (files: number): string => (files === 1 ? "1 file" : `${number(files)} files`);

function whoActsNextSentence({ "next-steps": steps }: Written): string {
  const district = steps.rows.filter(({ level }) => level === "district");
  if (district.length === 0) {
    return "No plans were sent, or no student is under the mandate, so who acts next cannot be said.";
  }
  const parts = [
    mostOf(district, "overdue", "overdue"),
    mostOf(district, "due-soon", "due within 30 days"),
  ].filter((part) => part !== null);
  if (parts.length === 0) {
    return "Which share of reviews is overdue or due soon is hidden to protect students; the worklist names who acts next.";
  }
  return `${parts.join(" ")} The worklist names who acts next.`;
}

/** The requirement that most students wait for in one way. */
function mostOf(rows: readonly NextStepRow[], need: string, words: string): string | null {
  const [most] = rows
    .filter((row) => row.need === need)
    .filter(isShown)
    .sort((a, b) => percentsOf(b.band).greatest - percentsOf(a.band).greatest);
  if (most === undefined) return null;
  return percentsOf(most.band).least === 0
    ? `Of each requirement with a figure, ${bandInWords(most.band)} of its students have a review ${words}.`
    : `${most.requirementName}: ${bandInWords(most.band)} of its students have it ${words}.`;
}

function schoolSentence(kept: RateRow, rates: readonly RateRow[]): string {
  if (kept.state === "not-applicable") {
    return `The mandate asks nothing of the grades at ${kept.schoolName}; its attendance is shown.`;
  }
  if (!isShown(kept)) {
    return whyMissing(kept, `No review is due yet at ${kept.schoolName}, or no plans were sent.`);
  }
  const plans = rates.find(
    ({ measure, school, group }) =>
      measure === "plan-coverage" && school === kept.school && group === "all",
  );
  const second =
    plans === undefined || !isShown(plans)
      ? ""
      : ` ${capital(bandInWords(plans.band))} of its students have an open plan.`;
  return `At ${kept.schoolName}, ${bandInWords(kept.band)} of students with a review due had every review held on time.${second}`;
}

function whyMissing(row: RateRow | undefined, notYet: string): string {
  if (row?.state === "hidden") {
    return `The figures of ${row.schoolName} are hidden to protect students: the group is too small, or another hidden figure could be worked out from them.`;
  }
  return notYet;
}

const missing = (row: RateRow): string => {
  if (row.state === "hidden") return "hidden to protect students";
  return row.state === "not-applicable" ? "no such students" : "not yet begun";
};
