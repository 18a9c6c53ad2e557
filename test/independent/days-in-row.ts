import type { Row } from "./conformed-records.ts";

/** A row of the days to a signature as the count says it. */
export function daysInRow({ state, ...row }: Row): string {
  const said = (column: string): string => String(row[column] ?? "none");
  const days = ["medianDays", "ninetiethDays", "mostDays"].map(said).join(", ");
  const words = `${said("signed")} signed: ${days}; ${said("waiting")} waiting: ${said("medianDaysWaiting")}`;
  if (state === "shown") return words;
  const isEmpty = words === "none signed: none, none, none; none waiting: none";
  return `${String(state)}${isEmpty ? "" : " with a number"}`;
}
