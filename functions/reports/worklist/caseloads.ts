import { byKey } from "../../domain/text/compare-text.ts";
import { grouped } from "../../domain/text/grouped.ts";
import type { WorklistEntry } from "./worklist-entries.ts";
import { WORKLIST_NEEDS, type WorklistNeed } from "../../metrics/questions/worklist-needs.ts";

/** One counselor at one school: how much waits, and what comes due first. It names no student. */
export interface Caseload {
  readonly school: string;
  readonly schoolName: string;
  /** Empty for students without a plan, or whose plan names no counselor. */
  readonly counselor: string;
  /** Students with anything to be done. */
  readonly students: number;
  readonly entries: { readonly [need in WorklistNeed]: number };
  /** The earliest due day that is still to come; null where none is. */
  readonly nextDueOn: string | null;
}

/** The worklist counted by counselor, in the order of schools and counselors. */
export const caseloadsOf = (entries: readonly WorklistEntry[]): readonly Caseload[] =>
  [...grouped(entries, ({ school, counselor }) => `${school}\u0000${counselor}`)]
    .sort(byKey)
    .flatMap(([, own]): Caseload | [] => {
      const first = own[0];
      if (first === undefined) return [];
      const many = (need: WorklistNeed): number =>
        own.filter((entry) => entry.need === need).length;
      const ahead = own
        .filter(({ need }) => need === "due-soon")
        .flatMap(({ dueOn }) => dueOn ?? []);
      return {
        school: first.school,
        schoolName: first.schoolName,
        counselor: first.counselor,
        students: new Set(own.map(({ student }) => student)).size,
        entries: Object.fromEntries(
          WORKLIST_NEEDS.map((need) => [need, many(need)]),
        ) as Caseload["entries"],
        nextDueOn: ahead.sort()[0] ?? null,
      };
    });
