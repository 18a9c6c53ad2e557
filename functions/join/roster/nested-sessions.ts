import { addDays } from "../../domain/calendar/day.ts";
import type { Session } from "../../sources/roster/calendar-rows.ts";
import { sentIn, type ArrivedFile, type FiledRow } from "../rows/rows-by-key.ts";
import type { DuplicateRow } from "../rows/rows-in-force.ts";
import { filedRows, standingRows } from "../rows/standing-rows.ts";

export interface NestedSessions {
  readonly sessions: readonly Session[];
  readonly faulty: readonly {
    readonly sent: FiledRow<"session">;
    readonly to: "beginsOn" | "endsOn";
  }[];
  readonly duplicates: readonly DuplicateRow<"session">[];
}

/** Offices type the first day of a term as that of its first lesson, or of the teachers' return. */
const SLACK_DAYS = 7;

/**
 * The sessions of all files, each within the one that it belongs to: one that is not was typed into
 * another year. One whose parent no file holds is kept, as a term is known without its year.
 */
export function nestedSessions(files: readonly ArrivedFile[]): NestedSessions {
  const parts = sentIn(files, "session").map((part) => ({ ...part, isJoined: null }));
  const { rows, duplicates } = standingRows("session", parts);
  const named = rows.map(filedRows<"session">(parts)).filter(({ isRemoved }) => !isRemoved);
  const sessions = new Map(named.map(({ row }) => [row.session, row]));
  const faulty = named.flatMap((sent) => {
    const to = outsideParent(
      sent.row,
      sent.row.parent === "" ? undefined : sessions.get(sent.row.parent),
    );
    return to === null ? [] : [{ sent, to }];
  });
  const isFaulty = new Set(faulty.map(({ sent }) => sent));
  return {
    sessions: named.filter((sent) => !isFaulty.has(sent)).map(({ row }) => row),
    faulty,
    duplicates,
  };
}

/** Which of its days lies outside of the session that it belongs to; null where neither does. */
function outsideParent(row: Session, parent: Session | undefined): "beginsOn" | "endsOn" | null {
  if (parent === undefined) return null;
  if (row.beginsOn < addDays(parent.beginsOn, -SLACK_DAYS)) return "beginsOn";
  return row.endsOn > addDays(parent.endsOn, SLACK_DAYS) ? "endsOn" : null;
}
