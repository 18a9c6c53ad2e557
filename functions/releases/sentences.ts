/**
 * Each page's answer in words, written from the protected tables, so that a sentence can say no
 * more than a table shows. Hidden or missing figures change the sentence and leave no hole in it.
 */
import type { Sentences } from "./manifest.ts";
import type { ReleaseTables } from "./release-tables.ts";
import type { AssociationRow, ChangeRow, RateRow } from "./tables.ts";

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
      ? whyMissing(kept, "No review is due yet, so whether reviews are on time cannot be said.")
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

/** Says association and never effect, and gives the interval or says that there is none. */
function attendanceSentence(rows: readonly AssociationRow[], landmarkDay: number): string {
  const find = (method: string) =>
    rows.find(
      (row) => row.level === "district" && row.exposure === "plan" && row.method === method,
    );
  const headline = find("within-school-difference");
  if (headline === undefined || headline.estimate === null) {
    return `There is not enough data yet to set attendance beside plans and goals: it takes at least 30 students, 10 with and 10 without a plan, and 20 days after instructional day ${landmarkDay}.`;
  }
  const { estimate, low, high, students } = headline;
  const who = `students with an open plan on instructional day ${landmarkDay}`;
  const than = "similar students of their school";
  const goals = goalsSentence(rows);
  if (low === null || high === null) {
    return `${capital(who)} attended ${comparedBy(estimate, than)}; the schools are too few to say how certain that is. ${SIMILAR} About ${number(students ?? 0)} students. ${goals}${CAUTION}`;
  }
  const interval = `95% interval ${signed(low)} to ${signed(high)} points; about ${number(students ?? 0)} students`;
  return low <= 0 && high >= 0
    ? `There is no clear difference in later attendance between ${who} and ${than} (${interval}). ${SIMILAR} ${goals}${CAUTION}`
    : `${capital(who)} attended ${comparedBy(estimate, than)} (${interval}). ${SIMILAR} ${goals}${CAUTION}`;
}

/** What "similar" stands for. */
const SIMILAR = "Similar means in the same grade, with like attendance before that day.";

const CAUTION =
  "This is an association: students with and without plans differ in ways we do not measure.";

/** The rank correlation of goals with later attendance, in the plain size words of Cohen and with its interval. */
function goalsSentence(rows: readonly AssociationRow[]): string {
  const row = rows.find(
    ({ level, exposure, method }) =>
      level === "district" && exposure === "goals" && method === "spearman",
  );
  if (row === undefined || row.estimate === null || row.low === null || row.high === null)
    return "";
  const interval = `rank correlation ${signed(row.estimate, 2)}, 95% interval ${signed(row.low, 2)} to ${signed(row.high, 2)}, not adjusted`;
  if (row.low <= 0 && row.high >= 0) {
    return `The number of goals shows no clear association with later attendance (${interval}). `;
  }
  const way = row.estimate > 0 ? "more" : "less";
  return `Students with more goals attended somewhat ${way}: a ${sizeWord(row.estimate)} association (${interval}). `;
}

function sizeWord(r: number): string {
  const size = Math.abs(r);
  if (size < 0.1) return "very small";
  if (size < 0.3) return "small";
  return size < 0.5 ? "medium" : "large";
}

/** "1.2 percentage points more of the remaining days than …", or as many where it rounds to nothing. */
const comparedBy = (estimate: number, than: string): string =>
  Math.abs(estimate) < 0.05
    ? `as many of the remaining days as ${than}`
    : `${Math.abs(estimate).toFixed(1)} percentage points ${estimate > 0 ? "more" : "less"} of the remaining days than ${than}`;

function complianceSentence(
  kept: RateRow | undefined,
  schools: readonly RateRow[],
  changes: readonly ChangeRow[],
): string {
  if (kept === undefined || kept.rate === null) {
    return whyMissing(kept, "No review is due yet in this school year.");
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

function dataQualitySentence({ files, rejects }: Written): string {
  const total = (of: "records" | "rejected") => files.rows.reduce((sum, row) => sum + row[of], 0);
  const unused = files.rows.filter(({ outcome }) => outcome !== "used" && outcome !== "ignored");
  const rejected = total("rejected");
  const first =
    rejected === 0
      ? `All ${number(total("records"))} records of ${files.rows.length} files could be used.`
      : `${number(rejected)} of ${number(total("records"))} records in ${files.rows.length} files could not be used, for ${rejects.rows.length} different reasons and columns.`;
  if (unused.length === 0) return first;
  return `${first} ${unused.length === 1 ? "One file was" : `${unused.length} files were`} left out as a whole.`;
}

function whoActsNextSentence({ "next-steps": steps }: Written): string {
  const district = steps.rows.filter(({ level }) => level === "district");
  if (district.length === 0) return "No student of the district is under the mandate.";
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
    return whyMissing(kept, `No review is due yet at ${kept.schoolName}.`);
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

/** A whole percent; low but not zero is "<1%", and nearly all is ">99%". */
function percent(rate: number): string {
  const rounded = Math.round(rate * 100);
  if (rounded === 0 && rate > 0) return "<1%";
  return rounded === 100 && rate < 1 ? ">99%" : `${rounded}%`;
}

const number = (value: number): string => value.toLocaleString("en-US");
const signed = (value: number, digits = 1): string =>
  `${value > 0 ? "+" : value < 0 ? "−" : ""}${Math.abs(value).toFixed(digits)}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "7 of 10": said only where it rounds to between 1 and 9. */
function ofTen(rate: number): string {
  if (rate === 0) return "None of the";
  if (rate === 1) return "All";
  const tenth = Math.round(rate * 10);
  if (tenth === 0) return "Hardly any of the";
  return tenth === 10 ? "Nearly all" : `${tenth} of 10`;
}

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

const longDay = (on: string): string =>
  `${Number(on.slice(8))} ${MONTHS[Number(on.slice(5, 7)) - 1] ?? ""} ${on.slice(0, 4)}`;
