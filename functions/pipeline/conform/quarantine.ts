import type { DistrictId } from "../../domain/ids.ts";
import type { Reject } from "../../domain/records/reject.ts";
import { recordsKeys } from "../../layout.ts";
import { rejectsOf, type FileRejects } from "../../join/rows/file-rejects.ts";
import type { ObjectStore } from "../ports.ts";

/**
 * The last line of a file that has more rejects than are stored one by one: their number in all.
 */
interface AllRejects extends Omit<FileRejects, "first"> {
  readonly isCutAfter: number;
}

/** Stores the rejects of one file, and removes the stored ones of a file that has none any more. */
export async function keepQuarantine(
  records: ObjectStore,
  district: DistrictId,
  sha256: string,
  { first, counts, records: rejected }: FileRejects,
): Promise<void> {
  const key = recordsKeys.quarantine(district, sha256);
  if (first.length === 0 && (await records.size(key)) === null) return;
  const all = counts.reduce((sum, tally) => sum + tally.records, 0);
  const last: readonly AllRejects[] =
    all > first.length ? [{ isCutAfter: first.length, counts, records: rejected }] : [];
  const lines = [...first, ...last].map((line) => `${JSON.stringify(line)}\n`).join("");
  await records.put(key, new TextEncoder().encode(lines), "application/jsonl");
}

/** The rejects of one file, as they were when it was last read. */
export async function quarantineOf(
  records: ObjectStore,
  district: DistrictId,
  sha256: string,
): Promise<FileRejects> {
  const bytes = await records.get(recordsKeys.quarantine(district, sha256));
  if (bytes === null) return rejectsOf([]);
  const lines = new TextDecoder()
    .decode(bytes)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Reject | AllRejects);
  const first = lines.filter((line): line is Reject => !("isCutAfter" in line));
  const cut = lines.find((line): line is AllRejects => "isCutAfter" in line);
  return cut === undefined ? rejectsOf(first) : { first, counts: cut.counts, records: cut.records };
}
