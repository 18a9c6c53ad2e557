/**
 * Each page's answer in words, written from the tables of an edition, so that a sentence can say no
 * more than a table shows. A missing figure changes the sentence and leaves no hole in it.
 */
import type { Day } from "../../domain/calendar/day.ts";
import { attendanceSentence } from "./attendance-sentence.ts";
import { betweenReleases, type CameDue } from "./came-due-sentence.ts";
import { changeSentence, isNews, sinceWords } from "./change-sentence.ts";
import { dataQualitySentence } from "./data-quality-sentence.ts";
import { counted } from "../../domain/text/counted.ts";
import { capital } from "../words/figure-words.ts";
import { groupSentence } from "./group-sentence.ts";
import { keptSentence, ofAllThatIsAsked, type HeldTo, type OfPlace } from "./kept-sentence.ts";
import type { MandateSummary } from "../manifest/mandate-summary.ts";
import type { ReadingNotes, ReleaseManifest, Sentences, TrendNotes } from "../manifest/manifest.ts";
import { isShown, shareInWords, shareOrder, type ShownShare } from "../words/share-words.ts";
import type {
  AssociationRow,
  ChangeRow,
  NextStepRow,
  RateRow,
  StandingRow,
  StatusRow,
  StudentGroupRow,
} from "../tables/tables.ts";
import type { NotCompared } from "../trends/trend.ts";
import { whoActsSentence, type ProblemCounted } from "./who-acts-sentence.ts";
import { heldWords, whyNoFigure } from "../words/why-no-figure.ts";

/** The rows that sentences are written from. */
export interface Written {
  readonly rates: readonly RateRow[];
  readonly statuses: readonly StatusRow[];
  readonly standings: readonly StandingRow[];
  readonly nextSteps: readonly NextStepRow[];
  /** Problems of records in the district: of the staff edition. */
  readonly problems: readonly ProblemCounted[];
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
export interface SentencesContext {
  readonly edition: ReleaseManifest["edition"];
  readonly asOf: Day;
  readonly mandate: MandateSummary;
  readonly landmarkDay: number;
  readonly reading: ReadingNotes;
  readonly trend: TrendNotes;
}

export function sentencesOf(
  tables: Written,
  { edition, asOf, mandate, landmarkDay, reading, trend }: SentencesContext,
): Sentences {
  const heldTo: HeldTo = { mandate, asOf };
  const schools = tables.rates.filter(
    ({ level, measure, breakdown }) =>
      level === "school" && measure === "requirements-met" && breakdown === "all",
  );
  const places = schools.length > 0 ? schools : coverageBySchool(tables.rates);
  const ofPlace = ofEverybodyByPlace(tables);
  const of = (school: string): OfPlace =>
    ofPlace.get(school) ?? { plans: undefined, standings: [], nextSteps: [] };
  const district = of("");
  return {
    kept: keptSentence(district, heldTo),
    transitions: transitionsSentence(tables.rates, district, heldTo),
    attendance: attendanceSentence(tables.associations, landmarkDay, edition),
    compliance: complianceSentence(tables, district, heldTo),
    dataQuality: dataQualitySentence(tables, reading),
    groups: groupSentence(tables.studentGroups),
    whoActsNext: whoActsSentence(tables.nextSteps, tables.problems, heldTo, edition),
    changes: [
      ...betweenReleases(tables, trend, asOf),
      ...tables.changes.filter(isNews).map(changeSentence),
    ],
    schools: Object.fromEntries(
      places.map((row) => [row.school, schoolSentence(of(row.school), row, heldTo)] as const),
    ),
  };
}

const coverageBySchool = (rates: readonly RateRow[]): readonly RateRow[] =>
  rates.filter(
    ({ level, measure, breakdown }) =>
      level === "school" && measure === "plan-coverage" && breakdown === "all",
  );

const least = <Row extends ShownShare>(a: Row, b: Row): number => shareOrder(a) - shareOrder(b);
/** By school, and under no name by the district: a district of many schools has thousands of rows. */
function ofEverybodyByPlace({
  rates,
  standings,
  nextSteps,
}: Written): ReadonlyMap<string, OfPlace> {
  const places = new Map<string, { plans: RateRow | undefined } & Lists>();
  const placeOf = (school: string) => {
    const known = places.get(school) ?? { plans: undefined, standings: [], nextSteps: [] };
    places.set(school, known);
    return known;
  };
  for (const row of rates) {
    if (row.breakdown === "all" && row.measure === "plan-coverage") placeOf(row.school).plans = row;
  }
  for (const row of standings) {
    if (row.breakdown === "all") placeOf(row.school).standings.push(row);
  }
  for (const row of nextSteps) placeOf(row.school).nextSteps.push(row);
  return places;
}

interface Lists {
  readonly standings: StandingRow[];
  readonly nextSteps: NextStepRow[];
}

/** Leads with the transition for which the fewest students are ready, since that is the one to ask about. */
function transitionsSentence(rates: readonly RateRow[], district: OfPlace, heldTo: HeldTo): string {
  const rows = rates.filter(
    ({ measure, level }) => measure === "transition-coverage" && level === "district",
  );
  if (rows.length === 0) {
    return `${heldTo.mandate.title} names no review at a transition, so no transition is followed. ${ofAllThatIsAsked(district, heldTo)}`;
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
    : `${capital(shareInWords(first))} of ${counted(first.n ?? 0, "student")} are ready for the transition “${first.groupName}”${heldWords(first, heldTo.asOf)}: plan open, reviewed, and its focus areas covered.${more}`;
}

const STATE_WORDS: { readonly [state: string]: string } = {
  "too-few-students": "too few students",
  "left-out": "left out",
  "not-enough-data": "not enough data",
  "not-applicable": "no such students",
};

function complianceSentence(tables: Written, place: OfPlace, heldTo: HeldTo): string {
  const { rates, statuses } = tables;
  const { asOf } = heldTo;
  const district = statuses.filter(
    ({ requirement, level, breakdown }) =>
      requirement === "all" && level === "district" && breakdown === "all",
  );
  const onTime = district.find(({ status }) => status === "on-time");
  if (onTime === undefined) {
    return `${heldTo.mandate.title} names no review with a due day. ${ofAllThatIsAsked(place, heldTo)}`;
  }
  if (!isShown(onTime)) return whyNoFigure(onTime, "");
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

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function schoolSentence(place: OfPlace, row: RateRow, heldTo: HeldTo): string {
  const { schoolName, state } = row;
  if (state === "not-applicable") {
    return `The mandate asks nothing of the grades at ${schoolName}; its attendance is shown.`;
  }
  if (!isShown(row)) return whyNoFigure(row, "");
  return `${schoolName}: ${lower(keptSentence(place, heldTo))}`;
}
