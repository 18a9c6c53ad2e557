// Every part of a requirement in which a district could be looser stands here together, so longer than most.
import { isAtLeast } from "../../domain/plans/plan-assent.ts";
import type { PlanComponent } from "../../domain/plans/plan-component.ts";
import { gradesOf } from "../clock/applies.ts";
import { isNotLater } from "./not-later.ts";
import type { MandateProfile } from "../rules/mandate-profile.ts";
import {
  MODALITIES,
  type AskedComponent,
  type Assent,
  type PlanRequirement,
  type Requirement,
  type Tally,
} from "../rules/requirement.ts";

/** In what a district's requirement would be looser than the state's, in words; nothing where it may stand. */
export function looserParts(
  mandate: MandateProfile,
  state: Requirement,
  district: Requirement,
): readonly string[] {
  const found = [...commonParts(mandate, state, district)];
  const says = (isLooser: boolean, words: string): void => {
    if (isLooser) found.push(words);
  };
  switch (state.kind) {
    case "recurring-review":
      if (district.kind !== state.kind) break;
      says(district.nth < state.nth, "fewer reviews");
      says(district.minimumDaysApart < state.minimumDaysApart, "reviews nearer to each other");
      says(!isSame(district.span, state.span), "another span");
      says(state.meeting !== undefined && district.meeting !== state.meeting, "another meeting");
      says(
        state.reopenedBy !== undefined &&
          (district.reopenedBy?.event !== state.reopenedBy.event ||
            district.reopenedBy.days > state.reopenedBy.days),
        "a change re-opens it less",
      );
      return found;
    case "transition-review":
      if (district.kind !== state.kind) break;
      says(!hasAll(district.focusAreas, state.focusAreas), "fewer focus areas");
      says(
        district.opensAfter.days * state.opensAfter.of <
          state.opensAfter.days * district.opensAfter.of,
        "a window that opens earlier",
      );
      return found;
    case "plan":
      if (district.kind !== state.kind) break;
      says(isLooserPlan(state, district), "a plan once, not each year or not kept");
      return found;
    case "content": {
      if (district.kind !== state.kind) break;
      says(!hasAll(district.all.map(componentOf), state.all.map(componentOf)), "fewer components");
      says(district.span !== "school-year" && !isSame(district.span, state.span), "another span");
      const { atLeast } = state;
      says(
        atLeast !== undefined &&
          (district.atLeast === undefined ||
            district.atLeast.count < atLeast.count ||
            !hasAll(atLeast.of, district.atLeast.of)),
        "fewer components of the list",
      );
      says(
        state.tally !== undefined && isLooserTally(state.tally, district.tally),
        "a smaller amount",
      );
      return found;
    }
    case "assent":
      if (district.kind !== state.kind) break;
      says(
        district.span !== "school-year" && !isSame(district.span, state.span),
        "assent once, not each year",
      );
      says(
        state.of.some((asked) => !district.of.some((own) => isAsStrict(own, asked))),
        "somebody takes part less, or not at all",
      );
      says(
        state.reopenedBy !== undefined && district.reopenedBy !== state.reopenedBy,
        "a change re-opens it less",
      );
      return found;
    case "record":
      if (district.kind !== state.kind) break;
      says(district.record !== state.record, "another record");
      says(district.times < state.times, "fewer times");
      says(!isSame(district.span, state.span), "another span");
      return found;
    case "judged":
      if (district.kind !== state.kind) break;
      says(district.question !== state.question, "another question");
      return found;
  }
  return [...found, "another kind of requirement, which cannot be compared"];
}

function commonParts(
  mandate: MandateProfile,
  state: Requirement,
  district: Requirement,
): readonly string[] {
  const found: string[] = [];
  const says = (isLooser: boolean, words: string): void => {
    if (isLooser) found.push(words);
  };
  says(
    MODALITIES.indexOf(district.modality) > MODALITIES.indexOf(state.modality),
    "asks less firmly",
  );
  says(!isNotLater(district.due, state.due), "due later, or on a day that cannot be compared");
  says(!hasAll(gradesOf(mandate, district), gradesOf(mandate, state)), "fewer grades");
  for (const part of [
    "cohort",
    "phases",
    "programs",
    "entrants",
    "after",
    "youngerThan",
  ] as const) {
    const own = district.appliesTo?.[part];
    says(own !== undefined && !isSame(own, state.appliesTo?.[part]), `fewer students (${part})`);
  }
  const { entrantDue } = district;
  says(
    entrantDue === undefined
      ? state.entrantDue !== undefined
      : state.entrantDue === undefined || !isNotLater(entrantDue, state.entrantDue),
    "another due day for students who come during the year",
  );
  const { substitute, waivedBy } = district.alternatives ?? {};
  const given = state.alternatives?.substitute;
  says(
    substitute !== undefined &&
      (given?.plan !== substitute.plan || !hasAll(substitute.tests, given.tests)),
    "another plan may stand in",
  );
  says(waivedBy !== undefined && !isSame(waivedBy, state.alternatives?.waivedBy), "may be waived");
  says((district.effectiveFrom ?? "") > (state.effectiveFrom ?? ""), "in force later");
  says(
    (district.effectiveUntil ?? "9999-12-31") < (state.effectiveUntil ?? "9999-12-31"),
    "in force for a shorter time",
  );
  return found;
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const hasAll = <T>(list: readonly T[], asked: readonly T[]): boolean =>
  asked.every((one) => list.includes(one));

const componentOf = ({ component }: AskedComponent): PlanComponent => component;

/** Made is the least; open now, kept, and made anew each year cannot be compared with each other. */
function isLooserPlan(state: PlanRequirement, district: PlanRequirement): boolean {
  if (district.asks !== state.asks) {
    return !(state.asks === "made" && state.span === "ever" && district.asks === "kept");
  }
  return (
    district.asks === "made" &&
    state.asks === "made" &&
    district.span !== "school-year" &&
    !isSame(district.span, state.span)
  );
}

const isLooserTally = (state: Tally, district: Tally | undefined): boolean =>
  district?.component !== state.component ||
  district.counts !== state.counts ||
  district.atLeast < state.atLeast ||
  (district.strands ?? 0) < (state.strands ?? 0) ||
  (state.marked ?? []).some(
    ({ mark, atLeast }) =>
      !(district.marked ?? []).some((own) => own.mark === mark && own.atLeast >= atLeast),
  );

const isAsStrict = (own: Assent, asked: Assent): boolean =>
  hasAll(asked.anyOf, own.anyOf) &&
  isAtLeast(own.degree, asked.degree) &&
  (own.isOnlyForMinors !== true || asked.isOnlyForMinors === true) &&
  (own.mayBeDesignee !== true || asked.mayBeDesignee === true) &&
  (own.isMetByGoodFaith !== true || asked.isMetByGoodFaith === true);
