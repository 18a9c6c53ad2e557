import type { DueSpan } from "../../mandates/clock/due-on-calendar.ts";
import type { Composites } from "../../metrics/measures/composites.ts";

/** When requirements are due by the calendars of an edition, and which of them a measure asks for together: of its manifest. */
export interface DueCalendar {
  readonly requirements: readonly { readonly id: string; readonly dueOn: DueSpan | null }[];
  /** Absent in releases through version 16. */
  readonly composites?: Composites;
}

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
  // It says nothing of what its figures count.
  if (composites === undefined) return [];
  const counted = composites[measure] ?? [group];
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

/** A figure as far as its due days ask: what it counts, and the day of its counts. */
export type Dated = Counted & { readonly drawnOn: string | null };

/**
 * When something that the figure with the earlier counts is about fell due before the counts of the
 * other; null if nothing did. What the later figure alone is about changes nothing in the earlier.
 */
export function dueBetweenFigures(
  calendar: DueCalendar,
  figure: Dated,
  other: Dated,
): DueSpan | null {
  const isEarlier = (figure.drawnOn ?? "") <= (other.drawnOn ?? "");
  const due = dueDaysOf(calendar, isEarlier ? figure : other);
  return dueBetween(due, figure.drawnOn, other.drawnOn);
}
