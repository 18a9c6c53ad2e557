import type { StatusRow } from "../tables/tables.ts";
import { dueBetween, dueDaysOf } from "../due/due-between.ts";
import { say, type Message } from "../words/message.ts";
import { isShown, shareOrder, type ShownShare } from "../words/share-words.ts";
import { heldOn } from "./held-on.ts";
import { shareOf, type HeldTo } from "./kept.ts";
import { toDo } from "./to-do.ts";

/**
 * The school that the bars name first, where no other can have as much to do. None is named where a
 * review fell due between the counts of two schools: what one has to do is then not known beside the
 * other.
 */
export function mostToDo(
  statuses: readonly StatusRow[],
  { mandate, asOf }: HeldTo,
): readonly Message[] {
  const schools = new Map<string, (StatusRow & ShownShare)[]>();
  for (const row of statuses) {
    const { level, requirement, breakdown, school } = row;
    if (level !== "school" || requirement !== "all" || breakdown !== "all" || !isShown(row))
      continue;
    schools.set(school, [...(schools.get(school) ?? []), row]);
  }
  const waiting = [...schools.values()]
    .map((rows) => ({ rows, share: toDo(rows.map((row) => ({ ...row, part: row.status }))) }))
    .sort((a, b) => shareOrder(b.share) - shareOrder(a.share));
  const [most, next] = waiting;
  const [first] = most?.rows ?? [];
  if (most === undefined || next === undefined || first === undefined) return [];
  if (most.share.low <= next.share.high) return [];
  const due = dueDaysOf(mandate, { measure: "review-timeliness", group: "all" });
  const isApart = waiting.some(
    ({ rows: [other] }) => dueBetween(due, first.drawnOn, other?.drawnOn ?? null) !== null,
  );
  if (isApart) return [];
  const shareWith = (status: string): ShownShare | null => {
    const row = most.rows.find((each) => each.status === status);
    return row === undefined || row.high === 0 ? null : shareOf(row);
  };
  return [
    say("most-to-do", {
      place: first.schoolName,
      notHeld: shareWith("not-held"),
      noPlan: shareWith("no-plan"),
      heldOn: heldOn(first, asOf),
    }),
  ];
}
