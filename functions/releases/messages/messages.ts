/**
 * Each page's answer, written from the tables of an edition, so that a message can say no more than a
 * table shows. A missing figure changes the message and leaves no hole in it.
 */
import type { Day } from "../../domain/calendar/day.ts";
import { gradesOfGroup } from "../../domain/figures/group-key.ts";
import type { MandateSummary } from "../manifest/mandate-summary.ts";
import type {
  PageMessages,
  ReadingNotes,
  ReleaseManifest,
  TrendNotes,
} from "../manifest/manifest.ts";
import type {
  AssociationRow,
  NextStepRow,
  RateRow,
  StandingRow,
  StatusRow,
} from "../tables/tables.ts";
import { isShown, shareOrder, type ShownShare } from "../words/share-words.ts";
import { attendanceMessages } from "./attendance.ts";
import { changeMessages, comparisonOf, pastOf, type OverTime } from "./changes.ts";
import { heldOn } from "./held-on.ts";
import { mostToDo } from "./most-to-do.ts";
import {
  keptMessages,
  noFigure,
  ofAllThatIsAsked,
  shareOf,
  type HeldTo,
  type OfPlace,
} from "./kept.ts";
import { say, type Message } from "../words/message.ts";
import { recordMessages } from "./records-read.ts";
import { whyNot } from "../words/why-not.ts";

/** The rows that messages are written from. */
export interface Written extends OverTime {
  readonly rates: readonly RateRow[];
  readonly statuses: readonly StatusRow[];
  readonly standings: readonly StandingRow[];
  readonly nextSteps: readonly NextStepRow[];
  readonly associations: readonly AssociationRow[];
  readonly files: readonly { readonly outcome: string }[];
  readonly rejects: readonly unknown[];
}

/** What messages say beside the tables. */
export interface MessagesContext {
  readonly edition: ReleaseManifest["edition"];
  readonly asOf: Day;
  readonly mandate: MandateSummary;
  readonly landmarkDay: number;
  readonly reading: ReadingNotes;
  readonly trend: TrendNotes;
}

export function messagesOf(
  tables: Written,
  { edition, asOf, mandate, landmarkDay, reading, trend }: MessagesContext,
): PageMessages {
  const heldTo: HeldTo = { mandate, asOf };
  const places = everybodyByPlace(tables);
  const district = places.get("") ?? NOTHING;
  return {
    kept: keptMessages(district, heldTo),
    transitions: transitionMessages(tables.rates, district, heldTo),
    attendance: attendanceMessages(tables.associations, landmarkDay, edition),
    reviews: reviewMessages(tables, district, heldTo),
    records: recordMessages(tables, reading),
    changes: changeMessages(tables, trend, mandate, asOf),
    schools: Object.fromEntries(
      schoolsOf(tables.rates).map(
        (row) =>
          [row.school, schoolMessages(places.get(row.school) ?? NOTHING, row, heldTo)] as const,
      ),
    ),
  };
}

const NOTHING: OfPlace = { plans: undefined, standings: [], nextSteps: [] };

/** One row for each school: of all requirements, or where the mandate has none, of plans. */
function schoolsOf(rates: readonly RateRow[]): readonly RateRow[] {
  const of = (wanted: string) =>
    rates.filter(
      ({ level, measure, breakdown }) =>
        level === "school" && measure === wanted && breakdown === "all",
    );
  const schools = of("requirements-met");
  return schools.length > 0 ? schools : of("plan-coverage");
}

/** By school, and under no name of the district: a district of many schools has thousands of rows. */
export function everybodyByPlace({
  rates,
  standings,
  nextSteps,
}: Pick<Written, "rates" | "standings" | "nextSteps">): ReadonlyMap<string, OfPlace> {
  const places = new Map<string, { plans: RateRow | undefined } & Lists>();
  const placeOf = (school: string) => {
    const ofSchool = places.get(school) ?? {
      ...{ plans: undefined, standings: [], nextSteps: [], grades: [] },
    };
    places.set(school, ofSchool);
    return ofSchool;
  };
  for (const row of rates) {
    if (row.breakdown === "all" && row.measure === "plan-coverage") placeOf(row.school).plans = row;
  }
  for (const row of standings) {
    if (row.breakdown === "all") placeOf(row.school).standings.push(row);
    if (isOfGrade(row)) placeOf(row.school).grades.push(...gradesOfGroup(row.group));
  }
  for (const row of nextSteps) placeOf(row.school).nextSteps.push(row);
  return places;
}

/** Whether a row tells that students of a grade are counted at its place. */
const isOfGrade = ({ breakdown, requirement, standing, state }: StandingRow): boolean =>
  breakdown === "grade" &&
  requirement === "all" &&
  standing === "not-met" &&
  state !== "not-applicable";

interface Lists {
  readonly grades: string[];
  readonly standings: StandingRow[];
  readonly nextSteps: NextStepRow[];
}

/** Leads with the transition for which the fewest students are ready, since that is the one to ask about. */
function transitionMessages(
  rates: readonly RateRow[],
  district: OfPlace,
  heldTo: HeldTo,
): readonly Message[] {
  const rows = rates.filter(
    ({ measure, level }) => measure === "transition-coverage" && level === "district",
  );
  if (rows.length === 0) {
    return [
      say("no-transitions", { mandate: heldTo.mandate.title }),
      ...ofAllThatIsAsked(district, heldTo),
    ];
  }
  const [first, ...others] = rows.filter(isShown).sort(least);
  return [
    ...(first === undefined
      ? []
      : [
          say("transition-ready", {
            transition: first.groupName,
            share: shareOf(first),
            students: first.n ?? 0,
            heldOn: heldOn(first, heldTo.asOf),
          }),
        ]),
    ...others.map((row) =>
      say("transition-too", {
        ...{ transition: row.groupName, share: shareOf(row) },
        heldOn: heldOn(row, heldTo.asOf),
      }),
    ),
    ...rows.flatMap((row) => {
      const state = whyNot(row);
      return state === null
        ? []
        : [say("transition-without", { transition: row.groupName, state })];
    }),
  ];
}

function reviewMessages(tables: Written, place: OfPlace, heldTo: HeldTo): readonly Message[] {
  const { asOf, mandate } = heldTo;
  const district = tables.statuses.filter(
    ({ requirement, level, breakdown }) =>
      requirement === "all" && level === "district" && breakdown === "all",
  );
  const onTime = district.find(({ status }) => status === "on-time");
  if (onTime === undefined) {
    return [say("no-reviews", { mandate: mandate.title }), ...ofAllThatIsAsked(place, heldTo)];
  }
  if (!isShown(onTime)) return noFigure(onTime);
  const shareWith = (status: string): ShownShare | null => {
    const row = district.find((each) => each.status === status);
    return row !== undefined && isShown(row) && row.high > 0 ? shareOf(row) : null;
  };
  const past = pastOf(tables.trend, { ...TIMELINESS, school: "" });
  const others = {
    notHeld: shareWith("not-held"),
    noPlan: shareWith("no-plan"),
    notDue: shareWith("not-due"),
  };
  return [
    say("reviews-on-time", {
      share: shareOf(onTime),
      students: onTime.n ?? 0,
      heldOn: heldOn(onTime, asOf),
      change: comparisonOf(past, asOf),
    }),
    ...(Object.values(others).some((share) => share !== null)
      ? [say("reviews-otherwise", others)]
      : []),
    ...mostToDo(tables.statuses, heldTo),
  ];
}

const TIMELINESS = { measure: "review-timeliness", breakdown: "all", group: "all" } as const;

function schoolMessages(place: OfPlace, row: RateRow, heldTo: HeldTo): readonly Message[] {
  const { schoolName, state } = row;
  if (state === "not-applicable") return [say("school-not-covered", { place: schoolName })];
  return isShown(row) ? keptMessages(place, heldTo) : noFigure(row);
}

const least = <Row extends ShownShare>(a: Row, b: Row): number => shareOrder(a) - shareOrder(b);
