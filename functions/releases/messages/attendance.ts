import type { ReleaseManifest } from "../manifest/manifest.ts";
import type { AssociationRow } from "../tables/tables.ts";
import { say, type Message } from "../words/message.ts";

/**
 * How attendance is associated with plans and goals, with an interval, or why there is no figure.
 */
export function attendanceMessages(
  rows: readonly AssociationRow[],
  instructionalDay: number,
  edition: ReleaseManifest["edition"],
): readonly Message[] {
  const headline = rows.find(
    ({ level, exposure, method }) =>
      level === "district" && exposure === "plan" && method === "within-school-difference",
  );
  if (headline?.state === "too-few-students") {
    return [say("attendance-too-few", { instructionalDay })];
  }
  if (headline === undefined || headline.estimate === null) {
    return [say("attendance-no-data", { instructionalDay, edition })];
  }
  const { estimate, low, high, students } = headline;
  return [
    say("attendance-compared", {
      instructionalDay,
      estimate,
      limits: low === null || high === null ? null : { low, high },
      students: students ?? 0,
    }),
    ...goalsMessages(rows),
    say("association-not-effect", {}),
  ];
}

/** The rank correlation of goals with later attendance, with its interval. */
function goalsMessages(rows: readonly AssociationRow[]): readonly Message[] {
  const row = rows.find(
    ({ level, exposure, method }) =>
      level === "district" && exposure === "goals" && method === "spearman",
  );
  if (row === undefined || row.estimate === null || row.low === null || row.high === null)
    return [];
  const { estimate, low, high } = row;
  return [say("goals-compared", { estimate, limits: { low, high } })];
}
