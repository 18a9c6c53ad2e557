import { addDays } from "../domain/day.ts";
import type { Session } from "../sources/calendar-rows.ts";
import { isNewer, rowsIn, type FiledRow } from "./folded-rows.ts";
import type { ReadFile } from "./read-file.ts";

export interface NestedSessions {
  readonly sessions: readonly Session[];
  readonly faulty: readonly {
    readonly sent: FiledRow<"session">;
    readonly to: "beginsOn" | "endsOn";
  }[];
}

/** Offices type the first day of a term as that of its first lesson, or of the teachers' return. */
const SLACK_DAYS = 7;

/**
 * The sessions of all files, each within the one that it belongs to: one that is not was typed into
 * another year. One whose parent no file holds is kept, as a term is known without its year.
 */
export function nestedSessions(files: readonly ReadFile[]): NestedSessions {
  const newest = new Map<string, FiledRow<"session">>();
  const unnamed: Session[] = [];
  for (const sent of rowsIn(files, "session")) {
    const { session } = sent.row;
    const before = newest.get(session);
    if (session === "") unnamed.push(sent.row);
    else if (before === undefined || isNewer(sent, before)) newest.set(session, sent);
  }
  const named = [...newest.values()].filter(({ isRemoved }) => !isRemoved);
  const faulty = named.flatMap((sent) => {
    const to = outsideParent(sent.row, newest.get(sent.row.parent)?.row);
    return to === null ? [] : [{ sent, to }];
  });
  const isFaulty = new Set(faulty.map(({ sent }) => sent));
  return {
    sessions: [...unnamed, ...named.filter((sent) => !isFaulty.has(sent)).map(({ row }) => row)],
    faulty,
  };
}

/** Which of its days lies outside of the session that it belongs to; null where neither does. */
function outsideParent(row: Session, parent: Session | undefined): "beginsOn" | "endsOn" | null {
  if (parent === undefined) return null;
  if (row.beginsOn < addDays(parent.beginsOn, -SLACK_DAYS)) return "beginsOn";
  return row.endsOn > addDays(parent.endsOn, SLACK_DAYS) ? "endsOn" : null;
}
