import { CANONICAL_FIELDS, isDayField } from "./canonical-fields.ts";
import type { CanonicalTable } from "./profile.ts";

/** Words in a column's name that say what kind of date it has. */
const PLANNED = [
  ...["target", "targeted", "due", "deadline", "planned", "expected", "projected"],
  ...["anticipated", "scheduled", "upcoming", "next", "future"],
];
const ENDS = [
  ...["end", "ends", "ended", "ending", "completion", "completed", "complete", "finish"],
  ...["finished", "closed", "close", "closing", "exit", "exited", "withdrawal", "withdrawn"],
];
const BEGINS = [
  ...["start", "starts", "started", "begin", "begins", "began", "beginning", "open", "opened"],
  ...["opening", "entry", "entered", "created", "creation"],
];

/** Fields with which something begins, and fields with which it ends. */
const BEGIN_FIELDS = ["setOn", "openedOn", "enteredOn", "beganOn", "beginsOn", "from"];
const END_FIELDS = [
  ...["targetOn", "dueOn", "closedOn", "withdrewOn", "endedOn", "endsOn", "until"],
  "completedOn",
];

/**
 * Whether a column's name says that it has another kind of date than the field: a target date is
 * not the day a goal was set, nor an end date the day a plan was opened.
 */
export function isNamedOtherwise(column: string, table: CanonicalTable, field: string): boolean {
  const is = CANONICAL_FIELDS[table].fields[field];
  if (!isDayField(is)) return false;
  const words = wordsOf(column);
  const says = (some: readonly string[]): boolean => some.some((word) => words.has(word));
  if (is.sort === "happened" && says(PLANNED)) return true;
  if (BEGIN_FIELDS.includes(field)) return says(ENDS) && !says(BEGINS);
  return END_FIELDS.includes(field) && says(BEGINS) && !says(ENDS);
}

/** `targetCompletionDate`, `TARGET_COMPLETION_DATE`, "Target completion date": three words. */
const wordsOf = (name: string): ReadonlySet<string> =>
  new Set(
    name
      .replace(/([a-z\d])([A-Z])/g, "$1 $2")
      .toLowerCase()
      .split(/[^a-z]+/),
  );
