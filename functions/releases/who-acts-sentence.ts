import { counted } from "./figure-words.ts";
import { nothingAsked, type HeldTo } from "./kept-sentence.ts";
import { isShown, shareInWords, shareOrder, type ShownShare } from "./share-words.ts";
import type { NextStepRow } from "./tables.ts";
import { heldWords } from "./why-no-figure.ts";

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
 * comes due soon and records to fix are on the worklist too, and the public tables have neither.
 * @param problems of the staff edition; none in the public one
 */
export function whoActsSentence(
  steps: readonly NextStepRow[],
  problems: readonly ProblemCounted[],
  heldTo: HeldTo,
): string {
  const { asOf } = heldTo;
  const district = steps.filter(({ level }) => level === "district");
  if (district.length === 0) return `${nothingAsked(heldTo)} ${recordsWords(problems)}`;
  const shown = district.filter(isShown).sort((a, b) => students(b) - students(a));
  const [most, ...others] = shown;
  if (most === undefined) return whyNone(district, problems);
  if (most.high === 0) {
    return `No record shows anything overdue or due within 30 days. ${recordsWords(problems)}`;
  }
  if (most.low === 0 && most.high <= FEW) {
    return "Few students, if any, are known to be late with any one requirement. The worklist names who acts next, and what comes due soon.";
  }
  const isAhead = others.every((row) => most.low * (most.n ?? 0) > row.high * (row.n ?? 0) + NOISE);
  const lead = isAhead
    ? "What students wait for most often"
    : "Among what students wait for most often";
  return `${lead}: ${most.requirementName}, ${lower(most.needName)} (${shareInWords(most)}${heldWords(most, asOf)}). The worklist names who acts next.`;
}

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
