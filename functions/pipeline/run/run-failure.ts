import type { DistrictId } from "../../domain/ids.ts";
import { tableKeys } from "../../layout.ts";
import type { Table } from "../ports.ts";

/** Where the last run of a district stopped; removed once a run has succeeded. */
export interface RunFailure {
  readonly run: string;
  /** The step by its name in the state machine; null if it is not known. */
  readonly step: string | null;
  /** An ISO instant. */
  readonly at: string;
}

/**
 * Notes where a run stopped, unless this is out of date, since the report may come late or twice: a
 * run may have succeeded since, another may have begun, or one may have stopped later.
 */
export async function noteFailure(
  table: Table,
  district: DistrictId,
  failure: RunFailure,
): Promise<void> {
  const key = tableKeys.run(district, "failure");
  const lease = await table.get(tableKeys.run(district, "lease"));
  // A run that could not begin finds the lease as the run before it left it.
  const hasAnother = lease !== null && lease["run"] !== failure.run;
  if (hasAnother && secondOf(String(lease["until"])) > secondOf(failure.at)) return;
  for (;;) {
    const before = await table.get(key);
    const latest = before?.["wentThroughAt"] ?? before?.["at"];
    if (typeof latest === "string" && secondOf(latest) > secondOf(failure.at)) return;
    if (await table.swap({ ...key, ...failure }, before)) return;
  }
}

/** @param instant an ISO instant at which a run succeeded */
export async function clearFailure(
  table: Table,
  district: DistrictId,
  instant: string,
): Promise<void> {
  await table.put({ ...tableKeys.run(district, "failure"), wentThroughAt: instant });
}

/** The report that a run stopped has its time in whole seconds. */
const secondOf = (instant: string): number => Math.floor(Date.parse(instant) / 1000);

export async function lastFailure(table: Table, district: DistrictId): Promise<RunFailure | null> {
  const item = await table.get(tableKeys.run(district, "failure"));
  if (typeof item?.["run"] !== "string") return null;
  const { run, step, at: instant } = item;
  return { run, step: typeof step === "string" ? step : null, at: String(instant) };
}
