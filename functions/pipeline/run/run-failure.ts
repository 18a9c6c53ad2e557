import type { DistrictId } from "../../domain/ids.ts";
import { tableKeys } from "../../layout.ts";
import type { Table } from "../ports.ts";

/** Where the last run of a district stopped; gone once a run has gone through. */
export interface RunFailure {
  readonly run: string;
  /** The step by its name in the state machine; null where it is not known. */
  readonly step: string | null;
  /** An ISO instant. */
  readonly at: string;
}

/**
 * Notes where a run stopped, unless it is no news by now, since word of it may come late and twice: a
 * run has gone through since, another has begun, or one stopped later.
 */
export async function noteFailure(
  table: Table,
  district: DistrictId,
  failure: RunFailure,
): Promise<void> {
  const key = tableKeys.run(district, "failure");
  const lease = await table.get(tableKeys.run(district, "lease"));
  // A run that could not begin finds the lease as the run of before gave it back.
  const hasAnother = lease !== null && lease["run"] !== failure.run;
  if (hasAnother && secondOf(String(lease["until"])) > secondOf(failure.at)) return;
  for (;;) {
    const before = await table.get(key);
    const latest = before?.["wentThroughAt"] ?? before?.["at"];
    if (typeof latest === "string" && secondOf(latest) > secondOf(failure.at)) return;
    if (await table.swap({ ...key, ...failure }, before)) return;
  }
}

/** @param instant an ISO instant at which a run has gone through */
export async function clearFailure(
  table: Table,
  district: DistrictId,
  instant: string,
): Promise<void> {
  await table.put({ ...tableKeys.run(district, "failure"), wentThroughAt: instant });
}

/** Word that a run stopped is dated in whole seconds. */
const secondOf = (instant: string): number => Math.floor(Date.parse(instant) / 1000);

export async function lastFailure(table: Table, district: DistrictId): Promise<RunFailure | null> {
  const item = await table.get(tableKeys.run(district, "failure"));
  if (typeof item?.["run"] !== "string") return null;
  const { run, step, at: instant } = item;
  return { run, step: typeof step === "string" ? step : null, at: String(instant) };
}
