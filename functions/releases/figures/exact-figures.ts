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
export function exactFigures<Key>(
  asked: readonly FigureAsked<Key>[],
  scope: EditionScope,
): readonly (Key & ExactFigure)[] {
  const places = new Map(scope.places.map((place) => [place.school, place]));
  return asked.map(({ key, bar, parts }) => {
    const question = questionOf(scope, bar.statistic);
    const place = places.get(bar.school);
    const none = (state: Exclude<FigureState, "shown">) => ({
      ...key,
      ...noFigure(state),
      count: null,
    });
    if (question === undefined || place === undefined) return none("not-applicable");
    const { cube } = place;
    const n = studentsOf(cube, question.population, bar.group);
    if (n === 0) return none(isNobody(question, place) ? "not-applicable" : "not-enough-data");
    if (!cube.availability[question.needs]) return none("not-enough-data");
    const count = countOf(cube, question, bar.group, parts);
    return {
      ...key,
      n,
      count,
      low: count / n,
      high: count / n,
      band: null,
      drawnOn: scope.asOf,
      state: "shown" as const,
    };
  });
}

/**
 * Whether there are no students; if a school sent no calendar, it is not known whose days are
 * enough.
 */
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
