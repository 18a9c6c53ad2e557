import { fieldOf, valueOf } from "../domain/records/columns.ts";
import type { CanonicalRows } from "../sources/read/canonical-rows.ts";
import type { JoinedRows } from "./joined-records.ts";
import type { HeldTable } from "./rows/held-rows.ts";
import { isListed } from "../domain/plans/plan.ts";
import type { Collected } from "../mandates/rules/collected.ts";
import type { District } from "./assemble-district.ts";

/** The codes that the records of a district carry, as its manifest lists them: each list in order. */
export type CollectedCodes = {
  readonly [K in keyof Collected]: Collected[K] extends ReadonlySet<infer Code>
    ? readonly Code[]
    : Collected[K];
};

/** Which codes occur at all, over every student and school year. Equal records give equal lists. */
export function collectedIn({ records }: District): CollectedCodes {
  return {
    participants: inOrder(valuesOf(records.review, "participants").flat().filter(isListed)),
    goalDomains: inOrder(valuesOf(records.goal, "domain")),
    actionSteps: records.actionStep.columns.length > 0,
    reviews: records.review.columns.length > 0,
    stepCompletions: valuesOf(records.actionStep, "completedOn").length > 0,
    components: inOrder(valuesOf(records.planComponent, "component")),
    assents: inOrder(
      records.planAssent.all.map(({ role, degree }) => `${role} ${degree}` as const),
    ),
    events: inOrder(valuesOf(records.studentEvent, "kind")),
    meetings: inOrder(valuesOf(records.review, "meeting")),
  };
}

/** The different values of a field that say anything. */
function valuesOf<T extends HeldTable, F extends keyof CanonicalRows[T] & string>(
  { columns }: JoinedRows<T>,
  field: F,
): readonly NonNullable<CanonicalRows[T][F]>[] {
  const column = fieldOf(columns, field);
  return [...new Set(column.codes)]
    .map((code) => valueOf(column, code))
    .filter((value) => value !== null && value !== undefined) as unknown as readonly NonNullable<
    CanonicalRows[T][F]
  >[];
}

const inOrder = <Code extends string>(codes: readonly Code[]): readonly Code[] =>
  [...new Set(codes)].sort();

/** What a conformed version says of it; undefined where it is of before that was noted. */
export function collectedOf({
  collected,
}: {
  readonly collected?: CollectedCodes | undefined;
}): Collected | undefined {
  if (collected === undefined) return undefined;
  return {
    participants: new Set(collected.participants),
    goalDomains: new Set(collected.goalDomains),
    actionSteps: collected.actionSteps,
    reviews: collected.reviews,
    stepCompletions: collected.stepCompletions,
    components: new Set(collected.components),
    assents: new Set(collected.assents),
    events: new Set(collected.events),
    meetings: new Set(collected.meetings),
  };
}
