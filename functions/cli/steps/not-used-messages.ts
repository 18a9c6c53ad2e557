import type { ConformedFile } from "../../conformed/conformed-manifest.ts";
import type { Removal } from "../../conformed/removal-guard.ts";
import { removalsInWords } from "../../conformed/removals-in-words.ts";
import { OUTCOME_REMEDIES, remediesOf } from "../../editions/data-quality-tables.ts";

/** What to do about a file; of one that is held back, with what it would remove. */
export const remedyOf = (
  outcome: ConformedFile["outcome"],
  removals: readonly Removal[] = [],
): string =>
  removals.length === 0
    ? OUTCOME_REMEDIES[outcome]
    : remediesOf(removalsInWords(removals).join(", "))[outcome];

/** Values without which records are used: nobody is to believe that they hold. */
export const setAsideMessage = ({ setAside = 0 }: Partial<ConformedFile> = {}): string =>
  setAside === 0
    ? ""
    : `${setAside === 1 ? "1 value is left out, and its record is used without it" : `${setAside.toLocaleString("en-US")} values are left out, and their records are used without them`}: ilp quarantine list shows which.`;

/** Records that contradict each other: which one holds is a rule of ours, and somebody should see to the source. */
export const contradictedMessage = ({ contradicted = 0 }: Partial<ConformedFile> = {}): string =>
  contradicted === 0
    ? ""
    : `${contradicted === 1 ? "1 record contradicts" : `${contradicted.toLocaleString("en-US")} records contradict`} another record of the same thing and ${contradicted === 1 ? "is" : "are"} not used. The record that counts is the one that says present rather than absent, the longer enrollment, in session rather than off, done rather than not done, or the one with the later date.`;
