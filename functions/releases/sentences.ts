/**
 * Each page's answer in words, written from the tables of an edition, so that a sentence can say no
 * more than a table shows. A missing figure changes the sentence and leaves no hole in it. Longer than
 * most: the pages share their words for days, for reasons and for who has a plan.
 */
import type { Day } from "../domain/day.ts";
import { longDay } from "../domain/long-day.ts";
import { attendanceSentence } from "./attendance-sentence.ts";
import { betweenReleases, type CameDue } from "./came-due-sentence.ts";
import { changeSentence, isNews, sinceWords } from "./change-sentence.ts";
import { dataQualitySentence } from "./data-quality-sentence.ts";
import { capital, counted } from "./figure-words.ts";
import { groupSentence } from "./group-sentence.ts";
import type { ReadingNotes, ReleaseManifest, Sentences, TrendNotes } from "./manifest.ts";
import {
  isShown,
  shareInWords,
  shareOrder,
  studentsInWords,
  type ShownShare,
} from "./share-words.ts";
import type {
  AssociationRow,
  ChangeRow,
  NextStepRow,
  RateRow,
  StandingRow,
  StatusRow,
  StudentGroupRow,
} from "./tables.ts";
import type { NotCompared } from "./trend.ts";

/** The rows that sentences are written from. */
export interface Written {
  readonly rates: readonly RateRow[];
  readonly statuses: readonly StatusRow[];
  readonly standings: readonly StandingRow[];
  readonly nextSteps: readonly NextStepRow[];
  readonly studentGroups: readonly StudentGroupRow[];
  readonly associations: readonly AssociationRow[];
  readonly changes: readonly ChangeRow[];
  readonly cameDue: readonly CameDue[];
  readonly notCompared: readonly NotCompared[];
  /** Records handed in and rejected, as the edition gives them. */
  readonly files: readonly { readonly outcome: string }[];
  readonly rejects: readonly unknown[];
}

/** What sentences say beside the tables. */
export interface ToldOf {
  readonly edition: ReleaseManifest["edition"];
  readonly asOf: Day;
  readonly landmarkDay: number;
  readonly reading: ReadingNotes;
  readonly trend: TrendNotes;
}

export function sentencesOf(
  tables: Written,
  { edition, asOf, landmarkDay, reading, trend }: ToldOf,
): Sentences {
  const schools = tables.rates.filter(
    ({ level, measure, breakdown }) =>
      level === "school" && measure === "requirements-met" && breakdown === "all",
  );
  const places = schools.length > 0 ? schools : coverageBySchool(tables.rates);
  const ofPlace = ofEverybodyByPlace(tables);
  const of = (school: string): OfPlace =>
    ofPlace.get(school) ?? { plans: undefined, standings: [] };
  return {
    kept: keptSentence(of(""), asOf),
    transitions: transitionsSentence(tables.rates, asOf),
    attendance: attendanceSentence(tables.associations, landmarkDay, edition),
    compliance: complianceSentence(tables, asOf),
    dataQuality: dataQualitySentence(tables, reading),
    groups: groupSentence(tables.studentGroups),
    whoActsNext: whoActsNextSentence(tables.nextSteps, asOf),
    changes: [
      ...betweenReleases(tables, trend, asOf),
      ...tables.changes.filter(isNews).map(changeSentence),
    ],
    schools: Object.fromEntries(
      places.map((row) => [row.school, schoolSentence(of(row.school), row, asOf)] as const),
    ),
  };
}

const coverageBySchool = (rates: readonly RateRow[]): readonly RateRow[] =>
  rates.filter(
    ({ level, measure, breakdown }) =>
      level === "school" && measure === "plan-coverage" && breakdown === "all",
  );

const least = <Row extends ShownShare>(a: Row, b: Row): number => shareOrder(a) - shareOrder(b);
const greatest = <Row extends ShownShare>(a: Row, b: Row): number => shareOrder(b) - shareOrder(a);

/** ", as of March 31, 2022" where a figure is held: its counts are not of the day of the edition. */
const heldWords = ({ drawnOn }: { readonly drawnOn: string | null }, asOf: Day): string =>
  drawnOn === null || drawnOn === asOf ? "" : `, as of ${longDay(drawnOn)}`;

/** Rows of all students of one place. */
interface OfPlace {
  readonly plans: RateRow | undefined;
  readonly standings: readonly StandingRow[];
}

/** By school, and under no name by the district: a district of many schools has thousands of rows. */
function ofEverybodyByPlace({ rates, standings }: Written): ReadonlyMap<string, OfPlace> {
  const places = new Map<string, { plans: RateRow | undefined; standings: StandingRow[] }>();
  for (const row of rates.filter(({ breakdown }) => breakdown === "all")) {
    if (row.measure === "plan-coverage") places.set(row.school, { plans: row, standings: [] });
  }
  for (const row of standings.filter(({ breakdown }) => breakdown === "all")) {
    const place = places.get(row.school) ?? { plans: undefined, standings: [] };
    places.set(row.school, place);
    place.standings.push(row);
  }
  return places;
}

/** Whether the mandate is kept at a place: who misses a requirement, most often which, and who has a plan. */
function keptSentence({ plans, standings: own }: OfPlace, asOf: Day): string {
  const planWords =
    plans !== undefined && isShown(plans)
      ? `${studentsInWords(plans)} have an open plan${heldWords(plans, asOf)}.`
      : "";
  const missing = own.find(
    ({ requirement, standing }) => requirement === "all" && standing === "not-met",
  );
  if (missing === undefined) {
    return planWords === ""
      ? "The mandate asks nothing that records show, so whether it is kept cannot be determined."
      : planWords;
  }
  if (!isShown(missing)) return whyMissing(missing, planWords);
  const [most, ...others] = own
    .filter(({ requirement, standing }) => requirement !== "all" && standing === "not-met")
    .filter(isShown)
    .sort(greatest);
  // Each bar has moves of its own: a rule can be shown above all rules together, which it cannot be.
  const isNamed =
    most !== undefined &&
    most.high > 0 &&
    most.high <= missing.high &&
    others.every(({ high }) => most.low > high);
  const which =
    most === undefined || !isNamed
      ? ""
      : ` Most often missing: ${most.requirementName} (${shareInWords(most)}).`;
  return `${capital(shareInWords(missing))} of ${counted(missing.n ?? 0, "student")} are missing at least one requirement that is due${heldWords(missing, asOf)}.${which} ${planWords}`.trim();
}

/** Leads with the transition for which the fewest students are ready, since that is the one to ask about. */
function transitionsSentence(rates: readonly RateRow[], asOf: Day): string {
  const rows = rates.filter(
    ({ measure, level }) => measure === "transition-coverage" && level === "district",
  );
  if (rows.length === 0) {
    return "The mandate names no review at a transition, so no transition is followed.";
  }
  const [first, ...others] = rows.filter(isShown).sort(least);
  const rest = [
    ...others.map((row) => `${row.groupName}: ${shareInWords(row)}`),
    ...rows
      .filter((row) => !isShown(row))
      .map((row) => `${row.groupName}: ${STATE_WORDS[row.state] ?? row.state}`),
  ];
  const more = rest.length === 0 ? "" : ` ${rest.join("; ")}.`;
  return first === undefined
    ? `No transition can be shown.${more}`
    : `${capital(shareInWords(first))} of ${counted(first.n ?? 0, "student")} are ready for the transition “${first.groupName}”${heldWords(first, asOf)}: plan open, reviewed, and its focus areas covered.${more}`;
}

const STATE_WORDS: { readonly [state: string]: string } = {
  "too-few-students": "too few students",
  "left-out": "left out",
  "not-enough-data": "not enough data",
  "not-applicable": "no such students",
};

function complianceSentence(tables: Written, asOf: Day): string {
  const { rates, statuses } = tables;
  const district = statuses.filter(
    ({ requirement, level, breakdown }) =>
      requirement === "all" && level === "district" && breakdown === "all",
  );
  const onTime = district.find(({ status }) => status === "on-time");
  if (onTime === undefined) return "The mandate names no review that has a due day.";
  if (!isShown(onTime)) return whyMissing(onTime, "");
  const shares = [
    ["not-held", "have a review that was not held"],
    ["no-plan", "have no plan though a review is due"],
    ["not-due", "have no review due yet"],
  ].flatMap(([status, words]) => {
    const row = district.find((each) => each.status === status);
    return row !== undefined && isShown(row) && row.high > 0
      ? [`${shareInWords(row)} ${words}`]
      : [];
  });
  const held = heldWords(onTime, asOf);
  const since = sinceWords("review-timeliness", tables, held === "");
  const rest = shares.length === 0 ? "" : ` ${capital(shares.join(", "))}.`;
  return `${capital(shareInWords(onTime))} of ${counted(onTime.n ?? 0, "student")} had every review so far held on time${held}${since}.${rest}${lowestSchool(rates)}`;
}

/** Of two schools in one band nobody can say which is lower. */
function lowestSchool(rates: readonly RateRow[]): string {
  const [lowest, next] = rates
    .filter(
      ({ level, measure, breakdown }) =>
        level === "school" && measure === "review-timeliness" && breakdown === "all",
    )
    .filter(isShown)
    .sort(least);
  return lowest !== undefined && next !== undefined && lowest.high < next.low
    ? ` Fewest at ${lowest.schoolName} (${shareInWords(lowest)}).`
    : "";
}

/** About how many students a share is: the transition of one grade has few, whatever its share. */
const students = (row: ShownShare & { readonly n: number | null }): number =>
  shareOrder(row) * (row.n ?? 0);

/** The greatest share of a band that begins at zero, such as "at most 20 %". */
const FEW = 0.2;
/** Of floating point: far less than one student. */
const NOISE = 1e-6;

function whoActsNextSentence(steps: readonly NextStepRow[], asOf: Day): string {
  const district = steps.filter(({ level }) => level === "district");
  if (district.length === 0) return "The mandate asks nothing that somebody could act on.";
  const shown = district.filter(isShown).sort((a, b) => students(b) - students(a));
  const [most, ...others] = shown;
  if (most === undefined) {
    const states = new Set(district.map(({ state }) => state));
    const isTooSmall = states.has("too-few-students") || states.has("left-out");
    // Without plans, a transition with few students is still too small.
    return isTooSmall && !states.has("not-enough-data")
      ? "The district's schools are too small for public figures; the worklist names who acts next."
      : "No plans were sent, or no student is under the mandate, so who acts next cannot be said.";
  }
  if (most.low === 0 && most.high <= FEW) {
    return "Few students, if any, are waiting for anything that is due. The worklist names who acts next.";
  }
  const isAhead = others.every((row) => most.low * (most.n ?? 0) > row.high * (row.n ?? 0) + NOISE);
  const lead = isAhead
    ? "What students wait for most often"
    : "Among what students wait for most often";
  return `${lead}: ${most.requirementName}, ${lower(most.needName)} (${shareInWords(most)} of ${counted(most.n ?? 0, "student")}${heldWords(most, asOf)}). The worklist names who acts next.`;
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function schoolSentence(place: OfPlace, row: RateRow, asOf: Day): string {
  const { schoolName, state } = row;
  if (state === "not-applicable") {
    return `The mandate asks nothing of the grades at ${schoolName}; its attendance is shown.`;
  }
  if (!isShown(row)) return whyMissing(row, "");
  return `${schoolName}: ${lower(keptSentence(place, asOf))}`;
}

/** Why a place has no figure, in a sentence, with what can be said all the same. */
function whyMissing(
  {
    state,
    level,
    schoolName,
  }: { readonly state: string; readonly level: string; readonly schoolName: string },
  more: string,
): string {
  const isDistrict = level === "district";
  switch (state) {
    case "too-few-students":
      // Many small schools can have many students together.
      return `${isDistrict ? `The schools of ${schoolName} are too small` : `${schoolName} has too few students`} for public figures. Staff see exact figures in the staff edition.`;
    case "left-out":
      return `${schoolName} has no public figures this school year: ${isDistrict ? "its schools" : "it"} had too few students at the year's first release. Staff see exact figures in the staff edition.`;
    case "not-applicable":
      return "No student is in a grade that the mandate covers.";
    default:
      return `No plans were sent, so whether the mandate is kept cannot be determined. ${more}`.trim();
  }
}
