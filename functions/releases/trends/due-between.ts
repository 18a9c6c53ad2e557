import type { DueSpan } from "../../mandates/clock/due-on-calendar.ts";
import type { MandateSummary } from "../manifest/mandate-summary.ts";

/** When requirements are due by the calendars of an edition, and which of them a measure asks for together: of its manifest. */
export type DueCalendar = Pick<MandateSummary, "composites"> & {
  readonly requirements: readonly Pick<MandateSummary["requirements"][number], "id" | "dueOn">[];
};

/** What a figure counts: a measure, and the requirement or transition that it is about where it has one. */
export interface Counted {
  readonly measure: string;
  readonly group: string;
}

/** The due days of what a figure counts: of its requirement, or of each that it asks for together. */
export function dueDaysOf(
  { requirements, composites }: DueCalendar,
  { measure, group }: Counted,
): readonly DueSpan[] {
  const counted = composites?.[measure] ?? [group];
  return requirements.flatMap(({ id, dueOn }) =>
    dueOn !== null && counted.includes(id) ? [dueOn] : [],
  );
}

/**
 * The due days between two days of counts, the earliest if there are several; null if there are
 * none. On its due day a requirement is still open, so counts of that day are from before it. Where
 * the calendars of schools differ, any day from the first to the last may lie between.
 */
export function dueBetween(
  due: readonly DueSpan[],
  counts: string | null,
  others: string | null,
): DueSpan | null {
  if (counts === null || others === null || counts === others) return null;
  const [earlier, later] = counts < others ? [counts, others] : [others, counts];
  return due
    .filter(({ first, last }) => first < later && last >= earlier)
    .reduce<DueSpan | null>(
      (earliest, span) => (earliest === null || span.first < earliest.first ? span : earliest),
      null,
    );
}
