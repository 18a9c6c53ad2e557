/**
 * Each page's answer in words, written from the tables of an edition, so that a sentence can say no
 * more than a table shows. A missing figure changes the sentence and leaves no hole in it.
 */
import { attendanceSentence } from "./attendance-sentence.ts";
import { changeSentence, changeWords, isNews } from "./change-sentence.ts";
import { dataQualitySentence } from "./data-quality-sentence.ts";
import { capital, counted } from "./figure-words.ts";
import { groupSentence } from "./group-sentence.ts";
import type { ReadingNotes, Sentences } from "./manifest.ts";
import { isShown, shareInWords, shareOrder, type ShownShare } from "./share-words.ts";
import type {
  AssociationRow,
  ChangeRow,
  NextStepRow,
  RateRow,
  StandingRow,
  StatusRow,
  StudentGroupRow,
} from "./tables.ts";

/** The rows that sentences are written from. */
export interface Written {
  readonly rates: readonly RateRow[];
  readonly statuses: readonly StatusRow[];
  readonly standings: readonly StandingRow[];
  readonly nextSteps: readonly NextStepRow[];
  readonly studentGroups: readonly StudentGroupRow[];
  readonly associations: readonly AssociationRow[];
  readonly changes: readonly ChangeRow[];
  /** Records handed in and rejected, as the edition gives them. */
  readonly files: readonly { readonly outcome: string }[];
  readonly rejects: readonly unknown[];
}

export function sentencesOf(
  tables: Written,
  landmarkDay: number,
  reading: ReadingNotes,
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
    kept: keptSentence(of("")),
    transitions: transitionsSentence(tables.rates),
    attendance: attendanceSentence(tables.associations, landmarkDay),
    compliance: complianceSentence(tables),
    dataQuality: dataQualitySentence(tables, reading),
    groups: groupSentence(tables.studentGroups),
    whoActsNext: whoActsNextSentence(tables.nextSteps),
    changes: tables.changes.filter(isNews).map(changeSentence),
    schools: Object.fromEntries(
      places.map((row) => [row.school, schoolSentence(of(row.school), row)] as const),
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
function keptSentence({ plans, standings: own }: OfPlace): string {
  const planWords =
    plans !== undefined && isShown(plans)
      ? `${capital(shareInWords(plans))} of students have an open plan.`
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
  const [most] = own
    .filter(({ requirement, standing }) => requirement !== "all" && standing === "not-met")
    .filter(isShown)
    .filter(({ high }) => high > 0)
    .sort(greatest);
  const which =
    most === undefined
      ? ""
      : ` Most often missing: ${most.requirementName} (${shareInWords(most)}).`;
  return `${capital(shareInWords(missing))} of ${counted(missing.n ?? 0, "student")} are missing at least one requirement that is due.${which} ${planWords}`.trim();
}

/** Leads with the transition for which the fewest students are ready, since that is the one to ask about. */
function transitionsSentence(rates: readonly RateRow[]): string {
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
    : `${capital(shareInWords(first))} of ${counted(first.n ?? 0, "student")} are ready for the transition “${first.groupName}”: plan open, reviewed, and its focus areas covered.${more}`;
}

const STATE_WORDS: { readonly [state: string]: string } = {
  "too-few-students": "too few students",
  "left-out": "left out",
  "not-enough-data": "not enough data",
  "not-applicable": "no such students",
};

function complianceSentence({ rates, statuses, changes }: Written): string {
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
  const change = changes.find(
    ({ measure, level, breakdown }) =>
      measure === "review-timeliness" && level === "district" && breakdown === "all",
  );
  const since = change === undefined ? "" : `, ${changeWords(change)}`;
  const rest = shares.length === 0 ? "" : ` ${capital(shares.join(", "))}.`;
  return `${capital(shareInWords(onTime))} of ${counted(onTime.n ?? 0, "student")} had every review so far held on time${since}.${rest}${lowestSchool(rates)}`;
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

function whoActsNextSentence(steps: readonly NextStepRow[]): string {
  const district = steps.filter(({ level }) => level === "district");
  if (district.length === 0) return "The mandate asks nothing that somebody could act on.";
  const shown = district.filter(isShown).sort((a, b) => students(b) - students(a));
  const [most] = shown;
  if (most === undefined) {
    return district.some(({ state }) => state === "too-few-students" || state === "left-out")
      ? "The district has too few students for public figures; the worklist names who acts next."
      : "No plans were sent, or no student is under the mandate, so who acts next cannot be said.";
  }
  if (most.low === 0 && most.high <= FEW) {
    return "Few students, if any, are waiting for anything that is due. The worklist names who acts next.";
  }
  return `What students wait for most often: ${most.requirementName}, ${lower(most.needName)} (${shareInWords(most)}). The worklist names who acts next.`;
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function schoolSentence(place: OfPlace, row: RateRow): string {
  const { schoolName, state } = row;
  if (state === "not-applicable") {
    return `The mandate asks nothing of the grades at ${schoolName}; its attendance is shown.`;
  }
  if (!isShown(row)) return whyMissing(row, "");
  return `${schoolName}: ${lower(keptSentence(place))}`;
}

/** Why a place has no figure, in a sentence, with what can be said all the same. */
function whyMissing(
  { state, schoolName }: { readonly state: string; readonly schoolName: string },
  more: string,
): string {
  switch (state) {
    case "too-few-students":
      return `${schoolName} has too few students for public figures. Staff see exact figures in the staff edition.`;
    case "left-out":
      return `${schoolName} has no public figures this school year: it had too few students at the year's first release. Staff see exact figures in the staff edition.`;
    case "not-applicable":
      return "No student is in a grade that the mandate covers.";
    default:
      return `No plans were sent, so whether the mandate is kept cannot be determined. ${more}`.trim();
  }
}
