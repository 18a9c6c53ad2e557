import { isAtLeast } from "../../domain/plans/plan-assent.ts";
import type { PlanComponent } from "../../domain/plans/plan-component.ts";
import type {
  AskedComponent,
  Assent,
  AssentRequirement,
  ContentRequirement,
  JudgedRequirement,
  PlanRequirement,
  RecordRequirement,
  RecurringReview,
  Requirement,
  Tally,
  TransitionReview,
} from "../rules/requirement.ts";
import { hasAll, isSame, looserWords } from "./looser-words.ts";

/**
 * In which of the parts that only this kind of requirement has, a district's would be less strict
 * than the state's.
 */
export function looserPartsOfKind(state: Requirement, district: Requirement): readonly string[] {
  switch (state.kind) {
    case "recurring-review":
      return district.kind === state.kind ? looserReview(state, district) : ANOTHER_KIND;
    case "transition-review":
      return district.kind === state.kind ? looserTransition(state, district) : ANOTHER_KIND;
    case "plan":
      return district.kind === state.kind ? looserPlan(state, district) : ANOTHER_KIND;
    case "content":
      return district.kind === state.kind ? looserContent(state, district) : ANOTHER_KIND;
    case "assent":
      return district.kind === state.kind ? looserAssent(state, district) : ANOTHER_KIND;
    case "record":
      return district.kind === state.kind ? looserRecord(state, district) : ANOTHER_KIND;
    case "judged":
      return district.kind === state.kind ? otherQuestion(state, district) : ANOTHER_KIND;
  }
}

const ANOTHER_KIND = ["another kind of requirement, which cannot be compared"];

const looserReview = (state: RecurringReview, district: RecurringReview): readonly string[] =>
  looserWords([
    [district.nth < state.nth, "fewer reviews"],
    [district.minimumDaysApart < state.minimumDaysApart, "reviews closer together"],
    [!isSame(district.span, state.span), "another span"],
    [state.meeting !== undefined && district.meeting !== state.meeting, "another meeting"],
    [
      state.reopenedBy !== undefined &&
        (district.reopenedBy?.event !== state.reopenedBy.event ||
          district.reopenedBy.days > state.reopenedBy.days),
      "a change re-opens it less",
    ],
  ]);

const looserTransition = (state: TransitionReview, district: TransitionReview): readonly string[] =>
  looserWords([
    [!hasAll(district.focusAreas, state.focusAreas), "fewer focus areas"],
    [
      district.opensAfter.days * state.opensAfter.of <
        state.opensAfter.days * district.opensAfter.of,
      "a window that opens earlier",
    ],
  ]);

const looserPlan = (state: PlanRequirement, district: PlanRequirement): readonly string[] =>
  looserWords([[isLooserPlan(state, district), "a plan once, not each year or not kept"]]);

const looserContent = (
  state: ContentRequirement,
  district: ContentRequirement,
): readonly string[] =>
  looserWords([
    [!hasAll(district.all.map(componentOf), state.all.map(componentOf)), "fewer components"],
    [isSpanLooser(state, district), "another span"],
    [isLooserList(state.atLeast, district.atLeast), "fewer components of the list"],
    [state.tally !== undefined && isLooserTally(state.tally, district.tally), "a smaller amount"],
  ]);

const looserAssent = (state: AssentRequirement, district: AssentRequirement): readonly string[] =>
  looserWords([
    [isSpanLooser(state, district), "assent once, not each year"],
    [
      state.of.some((asked) => !district.of.some((own) => isAsStrict(own, asked))),
      "somebody takes part less, or not at all",
    ],
    [
      state.reopenedBy !== undefined && district.reopenedBy !== state.reopenedBy,
      "a change re-opens it less",
    ],
  ]);

const looserRecord = (state: RecordRequirement, district: RecordRequirement): readonly string[] =>
  looserWords([
    [district.record !== state.record, "another record"],
    [district.times < state.times, "fewer times"],
    [!isSame(district.span, state.span), "another span"],
  ]);

const otherQuestion = (state: JudgedRequirement, district: JudgedRequirement): readonly string[] =>
  looserWords([[district.question !== state.question, "another question"]]);

/** A span of each school year is never less strict. */
const isSpanLooser = (
  { span: asked }: ContentRequirement | AssentRequirement,
  { span: own }: ContentRequirement | AssentRequirement,
): boolean => own !== "school-year" && !isSame(own, asked);

const isLooserList = (
  asked: ContentRequirement["atLeast"],
  own: ContentRequirement["atLeast"],
): boolean =>
  asked !== undefined &&
  (own === undefined || own.count < asked.count || !hasAll(asked.of, own.of));

const componentOf = ({ component }: AskedComponent): PlanComponent => component;

/**
 * `made` asks for the least. `open`, `kept` and `made` in each school year cannot be compared with
 * one another.
 */
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
