import { compareText } from "../../domain/text/compare-text.ts";
import type { MandateSummary } from "../manifest/mandate-summary.ts";
import type { NextStepRow } from "../tables/tables.ts";
import { isShown, shareOrder, type ShownShare } from "../words/share-words.ts";
import { heldOn } from "./held-on.ts";
import { nothingAsked, shareOf, type HeldTo } from "./kept.ts";
import { say, type Message } from "../words/message.ts";

/** The exact number of students of a place with each problem of records: only for staff. */
export interface ProblemCounted {
  /** Empty for the district. */
  readonly school: string;
  readonly problem: string;
  readonly problemName: string;
  readonly owner: string;
  readonly count: number;
}

/** One thing to do, and the students it is for, as the filter of a list. */
export interface Action {
  readonly message: Message;
  readonly list: {
    readonly school: string;
    readonly requirement: string;
    readonly need: string;
    readonly problem: string;
  } | null;
}

const MOST_ACTIONS = 4;
/** The greatest share of a band that begins at zero, such as "at most 20%". */
const FEW = 0.2;
/** Tolerance for floating point: far less than one student. */
const NOISE = 1e-6;

/**
 * What to do next: what most students of the district need, each with the school to begin with,
 * then the records to fix, then what is due soon; at most four. If no figure says who needs
 * something, the reason comes first. The messages say that there is nothing to do only if that is
 * certain: the public tables leave requirements out, and count what was done late.
 * @param problems of the staff edition; none in the public one
 */
export function actionsOf(
  steps: readonly NextStepRow[],
  problems: readonly ProblemCounted[],
  heldTo: HeldTo,
  edition: "staff" | "public",
): readonly Action[] {
  const isOfDistrict = ({ level }: NextStepRow): boolean => level === "district";
  return actionsAt(steps.filter(isOfDistrict), problems, heldTo, edition, (row) =>
    schoolToBeginWith(row, steps),
  );
}

/**
 * The same for one place.
 * @param own the rows of the place
 * @param beginWith the row of the school to begin with; null where it is the place as a whole
 */
export function actionsAt(
  own: readonly NextStepRow[],
  problems: readonly ProblemCounted[],
  heldTo: HeldTo,
  edition: "staff" | "public",
  beginWith: (row: ShownStep) => ShownStep | null = () => null,
): readonly Action[] {
  const waiting = own
    .filter(isShown)
    .filter(({ need, high }) => need !== "due-soon" && high > 0)
    .sort((a, b) => students(b) - students(a));
  const certain = onePlanTask(waiting).filter(({ low, high }) => low > 0 || high > FEW);
  const records = recordActions(isPlanMissing(waiting) ? problems.filter(isOfOpenPlan) : problems);
  const soon = nextDue(own, heldTo, beginWith);
  const most = MOST_ACTIONS - Math.min(1, records.length) - Math.min(1, soon.length);
  const first = certain.slice(0, most).map((row) => actionOn(beginWith(row) ?? row, heldTo));
  const reason = (): Action => without(own, waiting.length > 0, heldTo, edition);
  const all = [
    ...(own.some(isShown) ? [] : [reason()]),
    ...[...first, ...records.slice(0, 1), ...soon.slice(0, 1)],
  ];
  return all.length > 0 ? all : [reason()];
}

/** Whether students wait for a plan: then to open it is named with them, and is no record to fix besides. */
const isPlanMissing = (waiting: readonly ShownStep[]): boolean =>
  waiting.some(({ need }) => need === "plan-missing" || need === "no-plan");

/** A problem of records other than that no plan is open. */
const isOfOpenPlan = ({ problem }: ProblemCounted): boolean => problem !== "enrolled-without-plan";

/** To open the missing plans is one thing to do, whether for its own sake or for a review. */
const onePlanTask = (waiting: readonly ShownStep[]): readonly ShownStep[] =>
  waiting.some(({ need }) => need === "plan-missing")
    ? waiting.filter(({ need }) => need !== "no-plan")
    : waiting;

function actionOn(step: ShownStep, { mandate, asOf }: HeldTo): Action {
  return {
    message: say("act-on", {
      need: step.need,
      requirement: step.requirementName,
      thing: requirementOf(mandate, step.requirement)?.thing ?? "",
      place: step.level === "school" ? step.schoolName : null,
      share: shareOf(step),
      students: step.n ?? 0,
      count: countOf(step),
      heldOn: heldOn(step, asOf),
    }),
    list: { school: step.school, requirement: step.requirement, need: step.need, problem: "" },
  };
}

type ShownStep = NextStepRow & ShownShare;

/**
 * The school whose share is certainly greater than every other and which has the most students;
 * null if there is none.
 */
function schoolToBeginWith(row: ShownStep, steps: readonly NextStepRow[]): ShownStep | null {
  const schools = steps
    .filter(
      ({ level, requirement, need }) =>
        level === "school" && requirement === row.requirement && need === row.need,
    )
    .filter(isShown)
    .sort((a, b) => shareOrder(b) - shareOrder(a));
  const [first, second] = schools;
  if (first === undefined || first.low === 0) return null;
  const isAhead = second === undefined || first.low > second.high;
  return isAhead && 2 * students(first) > students(row) - NOISE ? first : null;
}

/** Of whom the most students have a problem. */
const recordActions = (problems: readonly ProblemCounted[]): readonly Action[] =>
  problems
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ school, problem, problemName, owner, count }) => ({
      message: say("act-fix-records", { problem, name: problemName, owner, count }),
      list: { school, requirement: "", need: "", problem },
    }));

/** What is due next by the calendar; if no calendar says, what most students have due soon. */
function nextDue(
  own: readonly NextStepRow[],
  heldTo: HeldTo,
  beginWith: (row: ShownStep) => ShownStep | null,
): readonly Action[] {
  const rows = own
    .filter(isShown)
    .filter(({ need, high }) => need === "due-soon" && high > 0)
    .sort((a, b) => students(b) - students(a));
  const nobodys = new Set(requirementsOfNobody(own));
  const onCalendar = dueOnCalendar(rows, heldTo, nobodys);
  return onCalendar.length > 0
    ? onCalendar
    : rows.map((row) => actionOn(beginWith(row) ?? row, heldTo));
}

/** The requirements that are asked of no grade at the place. */
const requirementsOfNobody = (own: readonly NextStepRow[]): readonly string[] =>
  own
    .filter(
      ({ requirement }) =>
        !own.some((row) => row.requirement === requirement && row.state !== "not-applicable"),
    )
    .map(({ requirement }) => requirement);

/**
 * What is due on the earliest day, with the number of students who have it due within 30 days, if
 * there are any.
 */
function dueOnCalendar(
  rows: readonly ShownStep[],
  { mandate, asOf }: HeldTo,
  nobodys: ReadonlySet<string>,
): readonly Action[] {
  const coming = mandate.requirements
    .flatMap(({ id, name, isInForce, dueOn }) =>
      isInForce && dueOn !== null && dueOn.last >= asOf && !nobodys.has(id)
        ? [{ id, name, ...dueOn }]
        : [],
    )
    .sort((a, b) => compareText(a.first, b.first));
  const [soonest] = coming;
  if (soonest === undefined) return [];
  const { first: from, last: until } = soonest;
  const together = coming.filter(({ first, last }) => first === from && last === until);
  // The number of students who need several things is not the sum of the numbers for each.
  const row =
    together.length > 1 ? undefined : rows.find(({ requirement }) => requirement === soonest.id);
  const message = say("act-due-soon", {
    ...{ requirements: together.map(({ name }) => name), from, until },
    count: row === undefined ? null : countOf(row),
  });
  if (row === undefined) return [{ message, list: null }];
  const list = { school: row.school, requirement: soonest.id, need: "due-soon", problem: "" };
  return [{ message, list }];
}

/** Why no action is named. */
function without(
  own: readonly NextStepRow[],
  isSomebodyPossible: boolean,
  heldTo: HeldTo,
  edition: "staff" | "public",
): Action {
  const alone = (message: Message): Action => ({ message, list: null });
  const { mandate } = heldTo;
  const [first] = own;
  if (first === undefined) {
    return edition === "public" && mandate.requirements.some(({ isInForce }) => isInForce)
      ? alone(say("no-action-public", { mandate: mandate.title }))
      : alone(nothingAsked(heldTo)[0]);
  }
  if (own.some(isShown)) {
    const isLittle = isSomebodyPossible || edition === "public";
    return alone(say(isLittle ? "little-to-do" : "nothing-to-do", {}));
  }
  const { schoolName: place } = first;
  const states = new Set(own.map(({ state }) => state));
  // Without plans, a transition with few students is still too small.
  if (states.has("not-enough-data")) return alone(say("no-plans-sent", {}));
  const isSmall = states.has("too-few-students") || states.has("left-out");
  const state = isSmall ? "too-few-students" : "not-applicable";
  return alone(
    say("no-figure", { state, level: first.level === "district" ? "district" : "school", place }),
  );
}

const requirementOf = ({ requirements }: MandateSummary, requirement: string) =>
  requirements.find(({ id }) => id === requirement);

/**
 * The approximate number of students of a share: a transition of one grade has few students,
 * whatever its share.
 */
const students = (row: ShownStep): number => shareOrder(row) * (row.n ?? 0);

/** The exact number, which a row of the staff edition has. */
const countOf = (row: NextStepRow & { readonly count?: number | null }): number | null =>
  row.count ?? null;
