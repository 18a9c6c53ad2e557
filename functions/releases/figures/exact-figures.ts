import {
  noFigure,
  type Figure,
  type FigureAsked,
  type FigureState,
} from "../../domain/figures/figure.ts";
import { countOf, studentsOf } from "../../metrics/cube/cube-counts.ts";
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
  for (const row of asked) yield exactFigure(row, places.get(row.bar.school), scope);
}

function exactFigure<Key>(
  { key, bar, parts }: FigureAsked<Key>,
  place: Place | undefined,
  scope: EditionScope,
): Key & ExactFigure {
  const question = questionOf(scope, bar.statistic);
  if (question === undefined || place === undefined) return withoutFigure(key, "not-applicable");
  const { cube } = place;
  const n = studentsOf(cube, question.population, bar.group);
  if (n === 0) {
    return withoutFigure(key, isNobody(question, place) ? "not-applicable" : "not-enough-data");
  }
  if (!cube.availability[question.needs]) return withoutFigure(key, "not-enough-data");
  const count = countOf(cube, question, bar.group, parts);
  const low = count / n;
  // The key comes last: V8 adds fields after a spread one by one, at fifty times the price.
  return { n, count, low, high: low, band: null, drawnOn: scope.asOf, state: "shown", ...key };
}

const withoutFigure = <Key>(key: Key, state: Exclude<FigureState, "shown">): Key & ExactFigure => {
  const { n, low, high, band, drawnOn } = noFigure(state);
  return { n, count: null, low, high, band, drawnOn, state, ...key };
};

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
