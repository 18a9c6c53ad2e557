import type { Day } from "../../domain/calendar/day.ts";
import type { StandingRow, StatusRow } from "../tables/tables.ts";
import { compareText } from "../../domain/text/compare-text.ts";
import { heldOn } from "../messages/held-on.ts";
import { figureState } from "../words/why-not.ts";
import { dueBetween, dueDaysOf, type DueCalendar } from "../due/due-between.ts";
import { isShown, shareOrder } from "../words/share-words.ts";
import { toDo } from "../messages/to-do.ts";
import type { BarPart, PlaceBar, PlaceBars } from "./overview.ts";
import type { GradeBar } from "./school-report.ts";

/** How many schools fit on a first screen. The page of schools has all. */
const MOST_SCHOOLS = 8;

/** Where students of each place stand with all reviews that are due; where the mandate has none, with all requirements. */
export function placeBars(
  tables: Bars,
  { mandate, asOf }: { readonly mandate: DueCalendar; readonly asOf: Day },
  most = MOST_SCHOOLS,
): PlaceBars {
  const { kind, rows } = compositeRows(tables);
  const drawn = barsBy(
    rows.filter(({ breakdown, state }) => breakdown === "all" && state !== "not-applicable"),
    ({ level, school }) => `${level} ${school}`,
  ).map(([first, ...rest]) => barOf(first, [first, ...rest], asOf));
  const due = dueDaysOf(mandate, { measure: MEASURES[kind], group: "all" });
  const earlier = (of: readonly PlaceBar[]): ReadonlySet<PlaceBar> => {
    const days = [...new Set(of.map((bar) => dayOf(bar, asOf)))];
    const isEarlier = (on: string): boolean =>
      days.some((other) => on < other && dueBetween(due, on, other) !== null);
    const early = new Set(days.filter(isEarlier));
    return new Set(of.filter((bar) => early.has(dayOf(bar, asOf))));
  };
  const shown = drawn.filter(({ parts }) => parts.length > 0);
  const notCompared = earlier(shown);
  const unranked = earlier(shown.filter(({ level }) => level === "school"));
  const rank = (bar: PlaceBar): number => (unranked.has(bar) ? UNRANKED : orderOf(bar));
  const marked = (bar: PlaceBar): PlaceBar =>
    notCompared.has(bar) ? { ...bar, notCompared: true } : bar;
  const schools = drawn
    .filter(({ level }) => level === "school")
    .sort((a, b) => rank(b) - rank(a) || compareText(a.name, b.name));
  return {
    kind,
    ...(unranked.size > 0 && { isRanked: false }),
    bars: [...drawn.filter(({ level }) => level === "district"), ...schools.slice(0, most)].map(
      marked,
    ),
    more: Math.max(0, schools.length - most),
  };
}

/** Between a school with nothing to do and one without a figure. */
const UNRANKED = -0.5;

/** The day of the counts of a bar. */
const dayOf = ({ heldOn: counts }: PlaceBar, asOf: Day): string => counts ?? asOf;

const MEASURES: { readonly [kind in PlaceBars["kind"]]: string } = {
  reviews: "review-timeliness",
  requirements: "requirements-met",
};

/** Where the students of each grade of a place stand, in the order of the grades. */
export function gradeBars(
  own: Bars,
  asOf: Day,
): { readonly kind: PlaceBars["kind"]; readonly bars: readonly GradeBar[] } {
  const { kind, rows } = compositeRows(own);
  const grades = rows.filter(({ breakdown, state }) => breakdown === "grade" && state === "shown");
  return {
    kind,
    bars: barsBy(grades, ({ group }) => group).map(([first, ...rest]) => ({
      ...barOf(first, [first, ...rest], asOf),
      group: first.group,
      groupName: first.groupName,
    })),
  };
}

interface Bars {
  readonly statuses: readonly StatusRow[];
  readonly standings: readonly StandingRow[];
}

type PartRow = (StatusRow | StandingRow) & {
  readonly part: string;
};

/** All reviews that are due; where the mandate has none, all requirements. */
function compositeRows({ statuses, standings }: Bars): {
  readonly kind: PlaceBars["kind"];
  readonly rows: readonly PartRow[];
} {
  const reviews = statuses
    .filter(({ requirement }) => requirement === "all")
    .map((row): PartRow => ({ ...row, part: row.status }));
  if (reviews.length > 0) return { kind: "reviews", rows: reviews };
  const all = standings
    .filter(({ requirement }) => requirement === "all")
    .map((row): PartRow => ({ ...row, part: row.standing }));
  return { kind: "requirements", rows: all };
}

function barsBy(
  rows: readonly PartRow[],
  keyOf: (row: PartRow) => string,
): readonly (readonly [PartRow, ...PartRow[]])[] {
  const bars = new Map<string, [PartRow, ...PartRow[]]>();
  for (const row of rows) {
    const barOfRow = bars.get(keyOf(row));
    if (barOfRow === undefined) bars.set(keyOf(row), [row]);
    else barOfRow.push(row);
  }
  return [...bars.values()];
}

function barOf(first: PartRow, own: readonly PartRow[], asOf: Day): PlaceBar {
  const parts = own
    .filter(isShown)
    .filter(({ high }) => high > 0)
    .map(({ part, low, high }): BarPart => (low === high ? [part, low] : [part, low, high]));
  return {
    level: first.level === "district" ? "district" : "school",
    school: first.school,
    name: first.schoolName,
    state: figureState(first.state),
    n: first.n,
    heldOn: heldOn(first, asOf),
    parts,
  };
}

/**
 * The largest share of students for whom something is to be done comes first, then schools whose
 * counts are from before a due day. Schools without a figure come last, since the order must not
 * reveal what the figure may not.
 */
const orderOf = ({ parts }: PlaceBar): number =>
  parts.length === 0
    ? -1
    : shareOrder(toDo(parts.map(([part, low, high = low]) => ({ part, low, high }))));
