import type { BarKey } from "../../domain/figures/bar-key.ts";
import type { Day } from "../../domain/calendar/day.ts";
import { noFigure, type Figure, type FigureAsked } from "../../domain/figures/figure.ts";
import { countInParts, countsOf, studentsOf } from "../../metrics/cube/cube-counts.ts";
import type { Question } from "../../metrics/questions/question.ts";
import {
  noEstimate,
  type MeasuredEstimate,
  type ShownEstimate,
} from "../../protection/public-estimates.ts";
import { questionOf, type EditionScope, type Place } from "../tables/places.ts";

/** A share of students exactly: an interval without width, and the number behind it. */
export type ExactFigure = Figure & { readonly count: number | null };

/** The figures that a table asks for, read from the cube: only for staff. */
export const exactFigures = <Key>(
  asked: Iterable<FigureAsked<Key>>,
  scope: EditionScope,
): readonly (Key & ExactFigure)[] => [...eachExactFigure(asked, scope)];

/** The same one after another, of tables of which only the columns are kept. */
export function* eachExactFigure<Key>(
  asked: Iterable<FigureAsked<Key>>,
  scope: EditionScope,
): Generator<Key & ExactFigure> {
  const places = new Map(scope.places.map((place) => [place.school, place]));
  let last: BarKey | null = null;
  let read: ExactBar = NO_BAR;
  for (const { key, bar, parts } of asked) {
    // The parts of a bar follow each other, and ask for it once.
    if (bar !== last) {
      read = exactBar(bar, places.get(bar.school), scope);
      last = bar;
    }
    yield exactFigure(key, read, parts, scope.asOf);
  }
}

/** The students of a bar by part, or why it has no figure. */
type ExactBar =
  | {
      readonly state: "shown";
      readonly question: Question;
      readonly counts: readonly number[];
      readonly n: number;
    }
  | { readonly state: "not-applicable" | "not-enough-data" };

const NO_BAR: ExactBar = { state: "not-applicable" };

function exactBar(
  { statistic, group }: BarKey,
  place: Place | undefined,
  scope: EditionScope,
): ExactBar {
  const question = questionOf(scope, statistic);
  if (question === undefined || place === undefined) return NO_BAR;
  const { cube } = place;
  const n = studentsOf(cube, question.population, group);
  if (n === 0) return { state: isNobody(question, place) ? "not-applicable" : "not-enough-data" };
  if (!cube.availability[question.needs]) return { state: "not-enough-data" };
  return { state: "shown", question, n, counts: countsOf(cube, question, group) };
}

/** The key comes last: V8 adds fields after a spread one by one, at fifty times the price. */
function exactFigure<Key>(
  key: Key,
  bar: ExactBar,
  parts: readonly string[],
  asOf: Day,
): Key & ExactFigure {
  if (bar.state !== "shown") {
    const { n, low, high, band, drawnOn, state } = noFigure(bar.state);
    return { n, count: null, low, high, band, drawnOn, state, ...key };
  }
  const { n, state } = bar;
  const count = countInParts(bar.question, bar.counts, parts);
  const low = count / n;
  return { n, count, low, high: low, band: null, drawnOn: asOf, state, ...key };
}

/** Whether nobody is there; where a school sent no calendar, it is not known whose days are enough. */
const isNobody = ({ population }: Question, { cube }: Place): boolean =>
  population.kind !== "year" || cube.instructionalDays > 0;

/** The estimates as they were measured, for staff. */
export const exactEstimates = <Key>(
  estimates: readonly MeasuredEstimate<Key>[],
): readonly (Key & ShownEstimate)[] =>
  estimates.map(({ key, students, estimate }) => {
    const exact = students === 0 ? null : estimate((n) => n);
    if (exact === null) return { ...key, ...noEstimate("not-enough-data") };
    const { value, low, high } = exact;
    return { ...key, estimate: value, low, high, students, state: "shown" as const };
  });
