import type { Caseload } from "../../../functions/reports/worklist/caseloads.ts";
import type { WorklistNeed } from "../../../functions/reports/worklist/worklist-entries.ts";
import type { CaseloadsAnswer } from "../../../functions/console/answers.ts";
import { dayInWords } from "../words/days.js";
import { counted } from "../words/numbers.js";
import type { Asked } from "./asked.js";
import { NEED_NAMES } from "./need-words.js";

const NEEDS = Object.keys(NEED_NAMES) as readonly WorklistNeed[];

/** How much waits for the counselor who is asked for, or for all: by need, and of what is asked. */
export function countsOf(caseloads: readonly Caseload[], { counselor, need }: Asked) {
  const own = caseloads.filter((each) => counselor === null || each.counselor === counselor);
  const many = (need: WorklistNeed): number =>
    own.reduce((sum, { entries }) => sum + entries[need], 0);
  const byNeed = NEEDS.map((need) => ({ need, entries: many(need) }));
  return {
    byNeed,
    asked: byNeed.reduce(
      (sum, { need: rowNeed, entries }) =>
        need === null || need === rowNeed ? sum + entries : sum,
      0,
    ),
    nextDueOn: own.flatMap(({ nextDueOn }) => nextDueOn ?? []).sort()[0] ?? null,
  };
}

/** The sentence that answers the page's question: what waits, and what comes due first. */
export function summaryOf(
  { caseloads, undecided }: Pick<CaseloadsAnswer, "caseloads" | "undecided">,
  asked: Asked,
): string {
  const { byNeed, nextDueOn } = countsOf(caseloads, asked);
  const waiting = byNeed.filter(({ entries }) => entries > 0);
  if (waiting.length === 0) {
    const open = undecided.map(({ requirementName }) => requirementName);
    const more =
      open.length === 0
        ? ""
        : ` Cannot be determined for any student: ${listed(open)}; what would decide it is below.`;
    return `Nothing is on this list: no record shows anything overdue or due within 30 days, and none is to be fixed.${more}`;
  }
  const parts = waiting.map(({ need, entries }) => WORDS[need](entries));
  const next = nextDueOn === null ? "" : ` Next due: ${dayInWords(nextDueOn)}.`;
  const text = listed(parts);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.${next}`;
}

const listed = (parts: readonly string[]): string =>
  new Intl.ListFormat("en", { type: "conjunction" }).format(parts);

const WORDS: { readonly [need in WorklistNeed]: (entries: number) => string } = {
  overdue: (entries) => `${counted(entries, "review")} overdue`,
  "plan-missing": (entries) => `${counted(entries, "plan")} missing`,
  "content-missing": (entries) => `${counted(entries, "requirement")} with content missing`,
  "signature-missing": (entries) =>
    `${counted(entries, "requirement")} with a signature or participation missing`,
  "record-missing": (entries) => `${counted(entries, "record")} missing`,
  "due-soon": (entries) => `${counted(entries, "requirement")} due within 30 days`,
  "no-plan": (entries) => `${counted(entries, "review")} that cannot start without a plan`,
  "fix-record": (entries) => `${counted(entries, "record")} to fix`,
};
