import type { DistrictId } from "../domain/ids.ts";
import type { Reject } from "../domain/reject.ts";
import { recordsKeys } from "../layout.ts";
import type { ObjectStore } from "./ports.ts";

/** Keeps the rejects of one file: none where it has none any more. */
export async function keepQuarantine(
  records: ObjectStore,
  district: DistrictId,
  sha256: string,
  rejects: readonly Reject[],
): Promise<void> {
  const key = recordsKeys.quarantine(district, sha256);
  if (rejects.length === 0 && (await records.size(key)) === null) return;
  const lines = rejects.map((reject) => `${JSON.stringify(reject)}\n`).join("");
  await records.put(key, new TextEncoder().encode(lines), "application/jsonl");
}

/** The rejects of one file, as they were when it was last read. */
export async function quarantineOf(
  records: ObjectStore,
  district: DistrictId,
  sha256: string,
): Promise<readonly Reject[]> {
  const bytes = await records.get(recordsKeys.quarantine(district, sha256));
  if (bytes === null) return [];
  return new TextDecoder()
    .decode(bytes)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Reject);
}
