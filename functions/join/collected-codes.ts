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
  const reviews = records.review.all;
  return {
    participants: inOrder(reviews.flatMap(({ participants }) => participants.filter(isListed))),
    goalDomains: inOrder(records.goal.all.flatMap(({ domain }) => domain ?? [])),
    actionSteps: records.actionStep.all.length > 0,
    components: inOrder(records.planComponent.all.map(({ component }) => component)),
    assents: inOrder(
      records.planAssent.all.map(({ role, degree }) => `${role} ${degree}` as const),
    ),
    events: inOrder(records.studentEvent.all.map(({ kind }) => kind)),
    meetings: inOrder(reviews.flatMap(({ meeting }) => meeting ?? [])),
  };
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
    components: new Set(collected.components),
    assents: new Set(collected.assents),
    events: new Set(collected.events),
    meetings: new Set(collected.meetings),
  };
}
