import { counted } from "../../domain/text/counted.ts";
import { nothingAsked, type HeldTo } from "./kept-sentence.ts";
import type { ReleaseManifest } from "../manifest/manifest.ts";
import { isShown, shareInWords, shareOrder, type ShownShare } from "../words/share-words.ts";
import type { NextStepRow } from "../tables/tables.ts";
import { heldWords } from "../words/why-no-figure.ts";

/** How many students of the district have a problem of records, exactly: for staff alone. */
export interface ProblemCounted {
  readonly problemName: string;
  readonly count: number;
}

/** The greatest share of a band that begins at zero, such as "at most 20 %". */
const FEW = 0.2;
/** Of floating point: far less than one student. */
const NOISE = 1e-6;

/**
 * What most students of the district wait for. It says that a list is empty only where it is: what
 * comes due soon and records to fix are on the worklist too, and the public tables have neither. They
 * leave requirements out besides, and count what was done late: the public sentence says nothing of those
 * left out, and of nobody that something is still to be done.
 * @param problems of the staff edition; none in the public one
 */
export function whoActsSentence(
  steps: readonly NextStepRow[],
  problems: readonly ProblemCounted[],
  heldTo: HeldTo,
  edition: ReleaseManifest["edition"],
): string {
  const { asOf, mandate } = heldTo;
  const isPublic = edition === "public";
  const district = steps.filter(({ level }) => level === "district");
  if (district.length === 0) {
    const isLeftOut = isPublic && mandate.requirements.some(({ isInForce }) => isInForce);
    const why = isLeftOut
      ? `No requirement of ${mandate.title} has a public figure of what is late or missing.`
      : nothingAsked(heldTo);
    return `${why} ${recordsWords(problems)}`;
  }
  const shown = district.filter(isShown).sort((a, b) => students(b) - students(a));
  const [most, ...others] = shown;
  if (most === undefined) return whyNone(district, problems);
  if (most.high === 0 && !isPublic) {
    return `No record shows anything overdue or due within 30 days. ${recordsWords(problems)}`;
  }
  if (most.low === 0 && most.high <= FEW) {
    const few = isPublic
      ? "Few students, if any, are known to be late with, or not ready for, any one of the requirements with public figures."
      : "Few students, if any, are known to be late with any one requirement.";
    return `${few} The worklist names who acts next, and what comes due soon.`;
  }
  const isAhead = others.every((row) => most.low * (most.n ?? 0) > row.high * (row.n ?? 0) + NOISE);
  const lead = isPublic ? publicLead(most, isAhead) : staffLead(isAhead);
  const need = isSaidByLead(most) ? "" : `, ${lower(most.needName)}`;
  return `${lead}: ${most.requirementName}${need} (${shareInWords(most)} of ${counted(most.n ?? 0, "student")}${heldWords(most, asOf)}). The worklist names who acts next.`;
}

function publicLead({ need }: NextStepRow, isAhead: boolean): string {
  const words = need === "not-ready" ? "not ready" : "late or missing";
  return `Of the requirements with public figures, ${isAhead ? "most often" : "among those most often"} ${words}`;
}

const staffLead = (isAhead: boolean): string =>
  isAhead ? "What students wait for most often" : "Among what students wait for most often";

/** Needs of the public edition alone that are no more than its lead says. */
const isSaidByLead = ({ need }: NextStepRow): boolean => need === "not-ready" || need === "not-met";

/** About how many students a share is: the transition of one grade has few, whatever its share. */
const students = (row: ShownShare & { readonly n: number | null }): number =>
  shareOrder(row) * (row.n ?? 0);

function whyNone(district: readonly NextStepRow[], problems: readonly ProblemCounted[]): string {
  const states = new Set(district.map(({ state }) => state));
  // Without plans, a transition with few students is still too small.
  if (states.has("not-enough-data")) {
    return "No plans were sent, so who acts next cannot be said.";
  }
  return states.has("too-few-students") || states.has("left-out")
    ? "The district's schools are too small for public figures; the worklist names who acts next."
    : `No student is in a grade that the mandate covers. ${recordsWords(problems)}`;
}

function recordsWords(problems: readonly ProblemCounted[]): string {
  const [most] = [...problems].filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  return most === undefined
    ? "Records to fix are on the worklist."
    : `Records to fix are on the worklist, most often: ${lower(most.problemName)} (${counted(most.count, "student")}).`;
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
