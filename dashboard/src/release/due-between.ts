import type { Dated, DueCalendar } from "../../../functions/releases/due/due-between.ts";

/** The earliest and the latest day on which something is due by the calendars. */
type DueSpan = NonNullable<DueCalendar["requirements"][number]["dueOn"]>;

/** The due days of what a figure counts: of its requirement, or of each that it asks for together. */
const dueDaysOf = (
  { requirements, composites }: DueCalendar,
  { measure, group }: Dated,
): readonly DueSpan[] => {
  // It says nothing of what its figures count.
  if (composites === undefined) return [];
  const counted = composites[measure] ?? [group];
  return requirements.flatMap(({ id, dueOn }) =>
    dueOn !== null && counted.includes(id) ? [dueOn] : [],
  );
};

/**
 * When something that the figure with the earlier counts is about fell due before the counts of the
 * other; null if nothing did. The edition follows the same rule where it compares figures itself. On
 * its due day a requirement is still open.
 */
export function dueBetweenFigures(
  calendar: DueCalendar,
  figure: Dated,
  other: Dated,
): DueSpan | null {
  if (figure.drawnOn === null || other.drawnOn === null) return null;
  const isEarlier = figure.drawnOn < other.drawnOn;
  const [earlier, later] = isEarlier
    ? [figure.drawnOn, other.drawnOn]
    : [other.drawnOn, figure.drawnOn];
  if (earlier === later) return null;
  const [first = null] = dueDaysOf(calendar, isEarlier ? figure : other)
    .filter((due) => due.first < later && due.last >= earlier)
    .toSorted((a, b) => (a.first < b.first ? -1 : 1));
  return first;
}

/** Counts from before a due day. */
export interface BeforeDue {
  /** The day of the counts. */
  readonly heldOn: string;
  readonly dueOn: { readonly first: string; readonly last: string };
}

/**
 * Of figures that stand side by side, those whose counts are from before a due day that others are
 * from after: in their order, null for the others.
 */
export const beforeDue = (
  calendar: DueCalendar,
  figures: readonly Dated[],
): readonly (BeforeDue | null)[] =>
  figures.map((figure) => {
    const { drawnOn } = figure;
    if (drawnOn === null) return null;
    const [dueOn] = figures
      .filter((other) => other.drawnOn !== null && other.drawnOn > drawnOn)
      .flatMap((other) => dueBetweenFigures(calendar, figure, other) ?? []);
    return dueOn === undefined ? null : { heldOn: drawnOn, dueOn };
  });
