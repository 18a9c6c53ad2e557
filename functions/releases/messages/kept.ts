import type { Day } from "../../domain/calendar/day.ts";
import type { MandateSummary } from "../manifest/mandate-summary.ts";
import { isShown, shareOrder, type ShownShare } from "../words/share-words.ts";
import type { NextStepRow, RateRow, StandingRow } from "../tables/tables.ts";
import { heldOn } from "./held-on.ts";
import { mostOftenMissing } from "./most-missing.ts";
import { say, type Message, type MessageId } from "../words/message.ts";
import { whyNot } from "../words/why-not.ts";

/** Rows of all students of one place. */
export interface OfPlace {
  readonly plans: RateRow | undefined;
  readonly standings: readonly StandingRow[];
  readonly nextSteps: readonly NextStepRow[];
  /** CEDS codes of the grades that are counted, if rows show them. */
  readonly grades?: readonly string[];
}

/** The mandate by which a place is judged, and the day. */
export interface HeldTo {
  readonly mandate: MandateSummary;
  readonly asOf: Day;
}

/**
 * Whether the mandate is met at a place, by all of its requirements: how many students miss one
 * that is due, which one most often, for how many it cannot be determined, and how many have a
 * plan.
 */
export function keptMessages(place: OfPlace, heldTo: HeldTo): readonly Message[] {
  const plans = plansOpen(place, heldTo);
  const missing = rowOf(place, "all", "not-met");
  if (missing === undefined)
    return withoutMissing(place, plans) ?? [...nothingAsked(heldTo), ...plans];
  if (!isShown(missing)) return [...noFigure(missing), ...plans];
  const open = rowOf(place, "all", "not-determinable");
  const isOpen = open !== undefined && isShown(open) && open.low > 0;
  const pressing = mostPressing(place, heldTo);
  return [
    missing.high > 0
      ? someMissing(place, missing, heldTo)
      : noneMissing(place, missing, isOpen, heldTo),
    ...(pressing === null || pressing.id === "cannot-be-determined" ? [] : [pressing]),
    ...(isOpen ? [say("cannot-say-whether-met", { share: shareOf(open) })] : []),
    ...undetermined(place, missing.level, heldTo),
    ...plans,
  ];
}

/**
 * In public, a mandate that only asks for an open plan is answered by the share who have one; null
 * for other mandates.
 */
function withoutMissing(place: OfPlace, plans: readonly Message[]): readonly Message[] | null {
  const met = rowOf(place, "all", "met");
  if (met === undefined) return null;
  if (!isShown(met)) return [...noFigure(met), ...plans];
  return plans.length > 0 ? plans : null;
}

function plansOpen({ plans }: OfPlace, { asOf }: HeldTo): readonly Message[] {
  return plans !== undefined && isShown(plans)
    ? [say("plans-open", { share: shareOf(plans), heldOn: heldOn(plans, asOf) })]
    : [];
}

type Shown = StandingRow & ShownShare;

const someMissing = (place: OfPlace, missing: Shown, { mandate, asOf }: HeldTo): Message =>
  say("requirements-missing", {
    share: shareOf(missing),
    students: missing.n ?? 0,
    mandate: mandate.title,
    grades: place.grades ?? [],
    mostly: mostlyOf(place),
    heldOn: heldOn(missing, asOf),
  });

/** The standing of most students who are not known to miss anything. */
function mostlyOf(place: OfPlace): "met" | "open" | "not-due" {
  const least = (standing: string): number => {
    const row = rowOf(place, "all", standing);
    return row !== undefined && isShown(row) ? row.low : 0;
  };
  const [met, open, notDue] = ["met", "not-determinable", "not-applicable"].map(least) as [
    number,
    number,
    number,
  ];
  if (open > met && open >= notDue) return "open";
  return notDue > met ? "not-due" : "met";
}

/** Nobody is known to miss anything. */
function noneMissing(
  place: OfPlace,
  missing: Shown,
  isOpen: boolean,
  { mandate }: HeldTo,
): Message {
  const values = { students: missing.n ?? 0, mandate: mandate.title };
  if (isOpen) return say("none-known-missing", values);
  const notDue = rowOf(place, "all", "not-applicable");
  return notDue !== undefined && isShown(notDue) && notDue.low === 1
    ? say("nothing-due-yet", values)
    : say("requirements-met", values);
}

/** What the mandate asks, if it asks nothing that has a figure. */
export function nothingAsked({ mandate: { title, requirements }, asOf }: HeldTo): [Message] {
  if (requirements.length === 0) return [say("no-requirements", { mandate: title })];
  if (requirements.some(({ isInForce }) => isInForce)) {
    return [say("none-readable", { mandate: title })];
  }
  const [first = null] = requirements
    .flatMap(({ effectiveFrom }) => effectiveFrom ?? [])
    .filter((on) => on > asOf)
    .sort();
  return [say("none-in-force", { mandate: title, on: asOf, from: first })];
}

/**
 * What is said about reviews or transitions if the mandate names none: the rest of what it asks.
 */
export function ofAllThatIsAsked(place: OfPlace, heldTo: HeldTo): readonly Message[] {
  const [first, ...others] = keptMessages(place, heldTo);
  const pressing = others.find(({ id }) => NAMES_REQUIREMENT.includes(id));
  return [first, pressing].filter((message) => message !== undefined);
}

/** The messages that name the requirement to ask about, of which the most pressing comes first. */
const NAMES_REQUIREMENT: readonly MessageId[] = [
  "most-missing",
  "cannot-be-determined",
  "would-decide",
  "due-soon",
];

/** The requirement to ask about first at a place, with its share; null if none can be named. */
function mostPressing(place: OfPlace, heldTo: HeldTo): Message | null {
  const { asOf } = heldTo;
  const missing = mostOftenMissing(place, heldTo);
  if (missing !== null) return missing;
  const all = rowOf(place, "all", "not-met");
  // Some students miss one, and the figures do not show which one.
  if (all === undefined || !isShown(all) || all.low > 0) return null;
  const [open] = openForAll(place);
  if (open !== undefined) {
    return say("cannot-be-determined", {
      requirement: open.requirementName,
      share: shareOf(open),
      heldOn: heldOn(open, asOf),
    });
  }
  const [soon] = place.nextSteps
    .filter(({ need }) => need === "due-soon")
    .filter(isShown)
    .filter(({ low }) => low > 0)
    .sort(greatest);
  return soon === undefined
    ? null
    : say("due-soon", { requirement: soon.requirementName, share: shareOf(soon) });
}

/**
 * The requirements that no student at the place is known to meet or to miss, the greatest share
 * first.
 */
export function openForAll(place: Pick<OfPlace, "standings">) {
  const isNobody = (requirement: string, standing: string): boolean => {
    const row = rowOf(place, requirement, standing);
    return row === undefined || (isShown(row) && row.low === 0);
  };
  return place.standings
    .filter(({ requirement, standing }) => requirement !== "all" && standing === "not-determinable")
    .filter(isShown)
    .filter(
      ({ requirement, low }) =>
        low > 0 && isNobody(requirement, "met") && isNobody(requirement, "not-met"),
    )
    .sort(greatest);
}

/**
 * The requirement that no student at a place is known to meet or to miss; for the district, also
 * which record or text would decide it.
 */
function undetermined(
  place: OfPlace,
  level: string,
  { mandate, asOf }: HeldTo,
): readonly Message[] {
  const [open] = openForAll(place);
  if (open === undefined) return [];
  const rule = mandate.requirements.find(({ id }) => id === open.requirement);
  const values = {
    ...{ requirement: open.requirementName, share: shareOf(open) },
    heldOn: heldOn(open, asOf),
  };
  return [
    rule === undefined || level !== "district"
      ? say("cannot-be-determined", values)
      : say("would-decide", { ...values, decides: rule.wouldDecide }),
  ];
}

const rowOf = (
  { standings }: Pick<OfPlace, "standings">,
  requirement: string,
  standing: string,
): StandingRow | undefined =>
  standings.find((row) => row.requirement === requirement && row.standing === standing);

/** Why a place has no figure. */
export function noFigure(
  row: Pick<StandingRow, "state" | "level" | "schoolName">,
): readonly Message[] {
  const state = whyNot(row);
  const level = row.level === "district" ? "district" : "school";
  return state === null ? [] : [say("no-figure", { state, level, place: row.schoolName })];
}

/** Only the ends of a row's share. */
export const shareOf = ({ low, high }: ShownShare): ShownShare => ({ low, high });

const greatest = <Row extends ShownShare>(a: Row, b: Row): number => shareOrder(b) - shareOrder(a);
