import type { DistrictId } from "../domain/ids.ts";
import { tableKeys } from "../layout.ts";
import type { Table } from "./ports.ts";

/** Where the last run of a district stopped; gone once a run has gone through. */
export interface RunFailure {
  readonly run: string;
  /** The step by its name in the state machine; null where nobody can say. */
  readonly step: string | null;
  /** An ISO instant. */
  readonly at: string;
}

/** Notes where a run stopped, unless another run has begun since: then this one is no news. */
export async function noteFailure(
  table: Table,
  district: DistrictId,
  failure: RunFailure,
): Promise<void> {
  const lease = await table.get(tableKeys.run(district, "lease"));
  if (lease !== null && lease["run"] !== failure.run) return;
  await table.put({ ...tableKeys.run(district, "failure"), ...failure });
}

export async function clearFailure(table: Table, district: DistrictId): Promise<void> {
  await table.deleteAll([tableKeys.run(district, "failure")]);
}

export async function lastFailure(table: Table, district: DistrictId): Promise<RunFailure | null> {
  const item = await table.get(tableKeys.run(district, "failure"));
  if (item === null) return null;
  const { run, step, at } = item;
  return { run: String(run), step: typeof step === "string" ? step : null, at: String(at) };
}
