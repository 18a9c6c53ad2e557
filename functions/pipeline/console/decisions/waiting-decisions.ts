import { DISTRICT, permit } from "../../../access/permit.ts";
import { day } from "../../../domain/calendar/day.ts";
import { removalsInWords } from "../../../conformed/removals-in-words.ts";
import { mandateSummary } from "../../../editions/mandate-summary.ts";
import { isUnconfirmed } from "../../../mandates/rules/confirmations.ts";
import type {
  WaitingDecisions,
  WaitingDuty,
  WaitingRemoval,
  WaitingRule,
} from "../../../console/decision-answers.ts";
import { unusableFiles } from "../../conform/unusable-files.ts";
import { districtMandate } from "../../measure/district-mandate.ts";
import type { ConsoleCase } from "../console-case.ts";

/**
 * The decisions that wait for somebody in the district. A reader who may make them sees them in
 * full; others see how many there are and whose they are.
 */
export async function waitingDecisions(of: ConsoleCase): Promise<WaitingDecisions> {
  const { reader, schools } = of;
  const may = (kind: "decide-removals" | "record-duty" | "confirm-rule"): boolean =>
    permit(reader, kind, DISTRICT, schools).isAllowed;
  const removals = await waitingRemovals(of);
  const { duties, rules } = await openDutiesAndRules(of);
  const open = removals.filter(({ isRefused }) => !isRefused).length;
  return {
    removals: may("decide-removals") ? removals : null,
    duties: may("record-duty") ? duties : null,
    rules: may("confirm-rule") ? rules : null,
    others: [
      ...(may("decide-removals")
        ? []
        : elsewhere(open, "file", "to be accepted or refused", "A district leader decides that.")),
      ...(may("record-duty")
        ? []
        : elsewhere(
            duties.length,
            "duty",
            "to be recorded as done",
            "A district leader or a state reporter records that.",
          )),
      ...(may("confirm-rule")
        ? []
        : elsewhere(
            rules.length,
            "rule",
            "for somebody who reads its text",
            "A district leader confirms that.",
          )),
    ],
  };
}

const PLURALS = { file: "files", duty: "duties", rule: "rules" } as const;

const elsewhere = (
  count: number,
  noun: keyof typeof PLURALS,
  forWhat: string,
  whose: string,
): readonly string[] =>
  count === 0
    ? []
    : [`${count} ${count === 1 ? `${noun} waits` : `${PLURALS[noun]} wait`} ${forWhat}. ${whose}`];

/** The files that would remove many records and wait for a decision, or were refused. */
export async function waitingRemovals({
  places,
  who,
}: ConsoleCase): Promise<readonly WaitingRemoval[]> {
  const files = (await unusableFiles(places.records, who.district)) ?? [];
  return files
    .filter(({ outcome }) => outcome === "waiting" || outcome === "refused")
    .map(({ name, sha256, outcome, records, removals = [] }) => ({
      ...{ file: name, sha256, records },
      isRefused: outcome === "refused",
      removals: removalsInWords(removals),
    }));
}

async function openDutiesAndRules({
  places,
  who,
  manifest,
  latest,
  at: instant,
}: ConsoleCase): Promise<{
  readonly duties: readonly WaitingDuty[];
  readonly rules: readonly WaitingRule[];
}> {
  const mandate = await districtMandate(places.records, who.district);
  const asOf = latest?.asOf ?? day(instant.slice(0, 10));
  const summary = mandateSummary(mandate, asOf, { done: manifest?.duties ?? [] });
  const unread = new Set(mandate.requirements.filter(isUnconfirmed).map(({ id }) => id));
  const own = new Set(mandate.districtOwn ?? []);
  return {
    duties: summary.duties.filter(({ state }) => state !== "done" && state !== "not-in-force"),
    rules: summary.requirements
      .filter(({ id }) => unread.has(id) && !own.has(id))
      .map(({ id, name, rule, citation, url, notConfirmed }) => ({
        ...{ id, name, rule, citation, url },
        notConfirmed: notConfirmed ?? "",
      })),
  };
}
