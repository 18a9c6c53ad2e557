/**
 * Each page's answer in words, written from the protected tables, so that a sentence can say no
 * more than a table shows. Hidden or missing figures change the sentence and leave no hole in it.
 */
import { attendanceSentence } from "./attendance-sentence.ts";
import { capital, longDay, number, ofTen, percent } from "./figure-words.ts";
import type { Sentences } from "./manifest.ts";
import type { ReleaseTables } from "./release-tables.ts";
import type { ChangeRow, RateRow } from "./tables.ts";

type Written = Omit<ReleaseTables, "trend">;

export function sentencesOf(tables: Written, landmarkDay: number): Sentences {
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
    dataQuality: dataQualitySentence(tables),
    whoActsNext: whoActsNextSentence(tables),
    changes: tables.changes.rows.filter(isNews).map(changeSentence),
    schools: Object.fromEntries(schools.map((row) => [row.school, schoolSentence(row, rates)])),
  };
}

function keptSentence(kept: RateRow | undefined, plans: RateRow | undefined): string {
  const first =
    kept === undefined || kept.rate === null
      ? whyMissing(
          kept,
          "No review is due yet, or no plans were sent, so whether reviews are on time cannot be said.",
        )
      : `${ofTen(kept.rate)} students with a review due had every review held on time (${percent(kept.rate)}).`;
  if (plans === undefined || plans.rate === null) return first;
  return `${first} ${percent(plans.rate)} of students have an open plan.`;
}

/** Leads with the transition that is covered least, since that is the one to ask about. */
function transitionsSentence(rates: readonly RateRow[]): string {
  const rows = rates.filter(
    ({ measure, level }) => measure === "transition-coverage" && level === "district",
  );
  const [least, ...others] = rows
    .filter((row): row is RateRow & { rate: number } => row.rate !== null)
    .sort((a, b) => a.rate - b.rate);
  const unshown = rows.filter(({ rate }) => rate === null);
  const rest = [
    ...others.map((row) => `${row.groupName}: ${percent(row.rate)}`),
    ...unshown.map((row) => `${row.groupName}: ${missing(row)}`),
  ];
  if (least === undefined) {
    return rows.length === 0
      ? "No student of the district is at a transition."
      : `No transition can be shown yet. ${rest.join("; ")}.`;
  }
  const first = `${ofTen(least.rate)} students at the transition "${least.groupName}" have an open plan, its review and its focus areas (${percent(least.rate)}).`;
  return rest.length === 0 ? first : `${first} ${rest.join("; ")}.`;
}

function complianceSentence(
  kept: RateRow | undefined,
  schools: readonly RateRow[],
  changes: readonly ChangeRow[],
): string {
  if (kept === undefined || kept.rate === null) {
    return whyMissing(kept, "No review is due yet in this school year, or no plans were sent.");
  }
  const shown = schools
    .filter((row): row is RateRow & { rate: number } => row.rate !== null)
    .sort((a, b) => a.rate - b.rate);
  const lowest = shown[0];
  const where =
    lowest === undefined || shown.length < 2
      ? ""
      : ` It is lowest at ${lowest.schoolName} (${percent(lowest.rate)}).`;
  const change = changes.find(
    ({ measure, level, group }) =>
      measure === kept.measure && level === "district" && group === "all",
  );
  const since = change === undefined ? "" : `, ${changeWords(change)}`;
  return `${percent(kept.rate)} of students with a review due had every review held on time${since}.${where}`;
}

/** What was left out, then what the two systems do not agree on. */
const dataQualitySentence = (tables: Written): string =>
  [rejectedSentence(tables), problemsSentence(tables)].filter((text) => text !== "").join(" ");

function problemsSentence({ reconciliation }: Written): string {
  const [most] = reconciliation.rows
    .filter(({ level, students }) => level === "district" && (students ?? 0) > 0)
    .sort((a, b) => (b.students ?? 0) - (a.students ?? 0));
  if (most === undefined) return "";
  return `Plans and roster disagree most in this: ${most.problemName.toLowerCase()}, ${number(most.students ?? 0)} students; ${most.owner.toLowerCase()} can mend it.`;
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
  const sum = (need: string) =>
    district
      .filter((row) => row.need === need)
      .reduce((total, row) => total + (row.students ?? 0), 0);
  const more = district.some(({ state }) => state === "hidden") ? "at least " : "";
  const overdue = sum("overdue");
  const soon = sum("due-soon");
  if (overdue === 0 && soon === 0) {
    return more === ""
      ? "No review is overdue or due within 30 days."
      : "At most a few reviews at each school are overdue or due within 30 days.";
  }
  const parts = [
    ...(overdue > 0 ? [`${more}${reviews(overdue)} overdue`] : []),
    ...(soon > 0 ? [`${more}${reviews(soon)} due within 30 days`] : []),
  ];
  return `${capital(parts.join(" and "))}; the worklist names who acts next.`;
}

const reviews = (count: number): string =>
  count === 1 ? "1 review is" : `${number(count)} reviews are`;

/** The measures whose changes are told in words; all changes are in the table. */
const HEADLINES: readonly string[] = [
  "review-timeliness",
  "plan-coverage",
  "transition-coverage",
  "chronic-absence",
];

/** A change of a point or more in a headline rate of the district. */
const isNews = (row: ChangeRow): boolean =>
  HEADLINES.includes(row.measure) &&
  row.level === "district" &&
  row.breakdown !== "grade" &&
  Math.abs(row.differencePoints) >= 1;

function changeSentence(row: ChangeRow): string {
  const group = row.breakdown === "all" ? "" : ` (${row.groupName})`;
  return `${row.measureName}${group}: ${percent(row.rate)}, ${changeWords(row)}.`;
}

/** "down 3 points from 72% on 31 March 2022" */
function changeWords({ differencePoints, previousRate, previousAsOf }: ChangeRow): string {
  const before = `${percent(previousRate)} on ${longDay(previousAsOf)}`;
  if (differencePoints === 0) return `as on ${longDay(previousAsOf)}`;
  const size = Math.abs(differencePoints);
  return `${differencePoints > 0 ? "up" : "down"} ${size} ${size === 1 ? "point" : "points"} from ${before}`;
}

function schoolSentence(kept: RateRow, rates: readonly RateRow[]): string {
  if (kept.state === "not-applicable") {
    return `The mandate asks nothing of the grades at ${kept.schoolName}; its attendance is shown.`;
  }
  if (kept.rate === null) {
    return whyMissing(kept, `No review is due yet at ${kept.schoolName}, or no plans were sent.`);
  }
  const plans = rates.find(
    ({ measure, school, group }) =>
      measure === "plan-coverage" && school === kept.school && group === "all",
  );
  const second =
    plans === undefined || plans.rate === null
      ? ""
      : ` ${percent(plans.rate)} of its students have an open plan.`;
  return `At ${kept.schoolName}, ${percent(kept.rate)} of students with a review due had every review held on time.${second}`;
}

function whyMissing(row: RateRow | undefined, notYet: string): string {
  if (row?.state === "hidden") {
    return `The figures of ${row.schoolName} are hidden to protect students: the group or the count is too small.`;
  }
  return notYet;
}

const missing = (row: RateRow): string => {
  if (row.state === "hidden") return "hidden to protect students";
  return row.state === "not-applicable" ? "no such students" : "not yet begun";
};
