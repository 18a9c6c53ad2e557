import { placesOfParts } from "../metrics/cube/cube-counts.ts";
import type { Range } from "./linear-solver.ts";
import type { SeenBar } from "./seen-bars.ts";

/** A part of a bar by its place, times a factor. */
export type PartTerm = readonly [bar: SeenBar, part: number, factor: number];

/** A relation that true counts of one day satisfy. */
export interface Relation extends Range {
  readonly terms: readonly PartTerm[];
  /**
   * Whether it holds except for rare students, such as one with an attestation in place of a
   * record.
   */
  readonly isUsual: boolean;
}

/** Some parts of a bar together. */
export const together = (bar: SeenBar, parts: readonly string[]): readonly PartTerm[] =>
  placesOfParts(bar.key.statistic, bar.parts, parts).map((place) => [bar, place, 1]);

export const atMost = (less: readonly PartTerm[], more: readonly PartTerm[]): Relation => ({
  terms: [...less, ...more.map(([bar, part, factor]): PartTerm => [bar, part, -factor])],
  low: -Infinity,
  high: 0,
  isUsual: false,
});

export const equal = (terms: readonly PartTerm[], other: readonly PartTerm[]): Relation => ({
  ...atMost(terms, other),
  low: 0,
});

export const usually = (relation: Relation): Relation => ({ ...relation, isUsual: true });

/** The counts of an answer under one requirement, read from its bar. */
export type AnswerTerms = (answer: string) => readonly PartTerm[];

/**
 * The relations of a composite, which has for each student the first answer that any of its
 * requirements gives. Whoever has one of the first answers under any requirement is in that part of
 * the composite. If all requirements are seen, nobody else is.
 */
export function unionOf(
  composite: AnswerTerms,
  members: readonly AnswerTerms[],
  first: readonly string[],
  isEachSeen: boolean,
): readonly Relation[] {
  const upTo = first.slice(0, -1).map((_, index) => first.slice(0, index + 1));
  const atLeast = upTo.flatMap((answers) =>
    members.map((member) => atMost(answers.flatMap(member), answers.flatMap(composite))),
  );
  if (!isEachSeen || members.length === 0) return atLeast;
  const noMore = [...upTo, ...first.map((answer) => [answer])].map((answers) =>
    atMost(
      answers.flatMap(composite),
      members.flatMap((member) => answers.flatMap(member)),
    ),
  );
  return [...atLeast, ...noMore];
}
