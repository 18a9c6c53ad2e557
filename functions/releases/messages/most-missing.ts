import type { Day } from "../../domain/calendar/day.ts";
import type { StandingRow } from "../tables/tables.ts";
import { dueBetweenFigures, type Dated, type DueCalendar } from "../due/due-between.ts";
import { say, type Message } from "../words/message.ts";
import { isShown, shareOrder } from "../words/share-words.ts";
import { heldOn } from "./held-on.ts";

/**
 * The requirement that students of a place miss most often; null if none can be named. A figure from
 * before its own due day has no rank among later ones, and the share of all requirements together is
 * said beside none across a due day.
 */
export function mostOftenMissing(
  { standings }: { readonly standings: readonly StandingRow[] },
  { mandate, asOf }: { readonly mandate: DueCalendar; readonly asOf: Day },
): Message | null {
  const missing = standings.filter(({ standing }) => standing === "not-met").filter(isShown);
  const all = missing.find(({ requirement }) => requirement === "all");
  if (all === undefined) return null;
  const rows = missing
    .filter(({ requirement }) => requirement !== "all")
    .sort((a, b) => shareOrder(b) - shareOrder(a));
  const isApart = (row: StandingRow, other: StandingRow): boolean =>
    dueBetweenFigures(mandate, datedOf(row), datedOf(other)) !== null;
  const ranked = rows.filter(
    (row) => !rows.some((other) => isEarlier(row, other) && isApart(row, other)),
  );
  const [top] = ranked;
  if (top === undefined || top.low === 0) return null;
  const overlapping = ranked.filter(({ high }) => high >= top.low);
  // Each bar has its own shifts: one rule can be shown above all rules together, which is
  // impossible.
  const most = overlapping.find((row) => row.low > 0 && row.high <= all.high && !isApart(row, all));
  return say("most-missing", {
    requirement: (most ?? top).requirementName,
    share: most === undefined ? null : { low: most.low, high: most.high },
    isAlone: overlapping.length === 1 && ranked.length === rows.length,
    heldOn: most === undefined ? null : heldOn(most, asOf),
  });
}

const datedOf = ({ requirement, drawnOn }: StandingRow): Dated =>
  requirement === "all"
    ? { measure: "requirements-met", group: "all", drawnOn }
    : { measure: "requirement-met", group: requirement, drawnOn };

const isEarlier = (row: StandingRow, other: StandingRow): boolean =>
  row.drawnOn !== null && other.drawnOn !== null && row.drawnOn < other.drawnOn;
