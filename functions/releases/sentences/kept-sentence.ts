import type { Day } from "../../domain/calendar/day.ts";
import { longDay } from "../../domain/calendar/long-day.ts";
import { counted } from "../../domain/text/counted.ts";
import { capital } from "../words/figure-words.ts";
import type { MandateSummary } from "../manifest/mandate-summary.ts";
import {
  isShown,
  shareInWords,
  shareOrder,
  studentsInWords,
  type ShownShare,
} from "../words/share-words.ts";
import type { NextStepRow, RateRow, StandingRow } from "../tables/tables.ts";
import { heldWords, whyNoFigure } from "../words/why-no-figure.ts";

/** Rows of all students of one place. */
export interface OfPlace {
  readonly plans: RateRow | undefined;
  readonly standings: readonly StandingRow[];
  readonly nextSteps: readonly NextStepRow[];
}

/** The mandate that a place is held to, and the day. */
export interface HeldTo {
  readonly mandate: MandateSummary;
  readonly asOf: Day;
}

/**
 * Whether the mandate is kept at a place, by every requirement of it: who has one that is due and
 * not met, which most often, for whom it cannot be determined, and who has a plan.
 */
export function keptSentence(place: OfPlace, heldTo: HeldTo): string {
  const { asOf } = heldTo;
  const { plans } = place;
  const planWords =
    plans !== undefined && isShown(plans)
      ? `${studentsInWords(plans)} have an open plan${heldWords(plans, asOf)}.`
      : "";
  const missing = rowOf(place, "all", "not-met");
  if (missing === undefined) return joined(nothingAsked(heldTo), planWords);
  if (!isShown(missing)) return whyNoFigure(missing, planWords);
  const open = rowOf(place, "all", "not-determinable");
  const isOpen = open !== undefined && isShown(open) && open.low > 0;
  const pressing = mostPressing(place);
  return joined(
    missing.high > 0
      ? `${capital(shareInWords(missing))} of ${counted(missing.n ?? 0, "student")} have at least one requirement that is due and not met (missing or late)${heldWords(missing, asOf)}.`
      : `${nothingMissing(place, isOpen, heldTo)} ${counted(missing.n ?? 0, "student")}.`,
    pressing === null || pressing.standing === "not-determinable"
      ? ""
      : `${capital(pressing.words)}.`,
    isOpen
      ? `For ${shareInWords(open)} of the students it cannot be determined whether all is met.`
      : "",
    undetermined(place, missing.level, heldTo),
    planWords,
  );
}

/** The beginning of a sentence that ends in whom it speaks of: nobody is known to miss anything. */
function nothingMissing(place: OfPlace, isOpen: boolean, { mandate }: HeldTo): string {
  if (isOpen) return "No requirement that is due is known to be missing for any of";
  const notDue = rowOf(place, "all", "not-applicable");
  return notDue !== undefined && isShown(notDue) && notDue.low === 1
    ? `Nothing that ${mandate.title} asks is due yet for any of`
    : "No requirement that is due is missing for any of";
}

/** What the mandate asks where it asks nothing that has a figure. */
export function nothingAsked({ mandate, asOf }: HeldTo): string {
  const { title, requirements } = mandate;
  if (requirements.length === 0) return `Nothing is asked of a student's plan by ${title}.`;
  if (requirements.some(({ isInForce }) => isInForce)) {
    return `Nothing that ${title} asks can be read from records, so whether it is kept cannot be determined.`;
  }
  const [first] = requirements
    .flatMap(({ effectiveFrom }) => effectiveFrom ?? [])
    .filter((on) => on > asOf)
    .sort();
  const begins = first === undefined ? "" : `; the first requirement begins on ${longDay(first)}`;
  return `None of the requirements of ${title} is in force on ${longDay(asOf)}${begins}.`;
}

/** What a page that is about reviews or transitions says where the mandate names none: the rest of what it asks. */
export function ofAllThatIsAsked(place: OfPlace, heldTo: HeldTo): string {
  const missing = rowOf(place, "all", "not-met");
  if (missing === undefined) return nothingAsked(heldTo);
  if (!isShown(missing)) return whyNoFigure(missing, "");
  const words = mostPressing(place)?.words;
  if (words !== undefined) return `Of all that it asks, ${words}.`;
  return missing.high === 0
    ? "Of all that it asks, no requirement that is due is known to be missing."
    : `Of all that it asks, ${shareInWords(missing)} of ${counted(missing.n ?? 0, "student")} have at least one requirement that is due and not met (missing or late)${heldWords(missing, heldTo.asOf)}.`;
}

interface Pressing {
  readonly standing: "not-met" | "not-determinable" | "due-soon";
  /** "most often not met: Goals (6–9%)" */
  readonly words: string;
}

/** The requirement to ask about first at a place, with its share; null where none can be named. */
export function mostPressing(place: OfPlace): Pressing | null {
  const missing = mostOftenMissing(place);
  if (missing !== null) return { standing: "not-met", words: missing };
  const all = rowOf(place, "all", "not-met");
  // Some miss one, and the figures do not tell which.
  if (all === undefined || !isShown(all) || all.low > 0) return null;
  const [open] = openForAll(place);
  if (open !== undefined) {
    const words = `cannot be determined: ${open.requirementName} (${shareInWords(open)})`;
    return { standing: "not-determinable", words };
  }
  const [soon] = place.nextSteps
    .filter(({ need }) => need === "due-soon")
    .filter(isShown)
    .filter(({ low }) => low > 0)
    .sort(greatest);
  return soon === undefined
    ? null
    : {
        standing: "due-soon",
        words: `due within 30 days: ${soon.requirementName} (${shareInWords(soon)})`,
      };
}

function mostOftenMissing(place: OfPlace): string | null {
  const all = rowOf(place, "all", "not-met");
  if (all === undefined || !isShown(all)) return null;
  const rows = place.standings
    .filter(({ requirement, standing }) => requirement !== "all" && standing === "not-met")
    .filter(isShown)
    .sort(greatest);
  const [top] = rows;
  if (top === undefined || top.low === 0) return null;
  const alike = rows.filter(({ high }) => high >= top.low);
  // Each bar has moves of its own: a rule can be shown above all rules together, which it cannot be.
  const most = alike.find(({ low, high }) => low > 0 && high <= all.high);
  const lead = alike.length === 1 ? "most often not met" : "among those most often not met";
  return most === undefined
    ? `${lead}: ${top.requirementName}`
    : `${lead}: ${most.requirementName} (${shareInWords(most)})`;
}

/** The requirements of which nobody at the place is known to meet or to miss them, the greatest share first. */
function openForAll(place: OfPlace) {
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

/** The requirement that nobody at a place is known to meet or to miss; of the district, which record or text would decide it. */
function undetermined(place: OfPlace, level: string, { mandate }: HeldTo): string {
  const [open] = openForAll(place);
  if (open === undefined) return "";
  const rule = mandate.requirements.find(({ id }) => id === open.requirement);
  const share = `(${shareInWords(open)})`;
  return rule === undefined || level !== "district"
    ? `Cannot be determined: ${open.requirementName} ${share}.`
    : `What would decide “${open.requirementName}” ${share}: ${rule.wouldDecide}.`;
}

const rowOf = (
  { standings }: OfPlace,
  requirement: string,
  standing: string,
): StandingRow | undefined =>
  standings.find((row) => row.requirement === requirement && row.standing === standing);

const greatest = <Row extends ShownShare>(a: Row, b: Row): number => shareOrder(b) - shareOrder(a);

const joined = (...sentences: readonly string[]): string =>
  sentences.filter((text) => text !== "").join(" ");
