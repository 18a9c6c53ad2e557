import { rmSync } from "node:fs";
import { ingest, type BenchFolders } from "./commands.ts";
import type { BenchDistrict } from "./district.ts";
import { count, rounded, say } from "./words.ts";
import { writeAttendance } from "./write-district.ts";

/** One ingest of an attendance file of some size. */
export interface SizedIngest {
  readonly attendanceMiB: number;
  readonly rows: number;
  readonly seconds: number;
  readonly peakMiB: number;
}

/**
 * One ingest for each size of the attendance file, the students the same: shows that memory grows
 * with students and not with records.
 */
export async function attendanceSizes(
  folders: BenchFolders,
  district: BenchDistrict,
  sizes: readonly number[],
): Promise<readonly SizedIngest[]> {
  const results: SizedIngest[] = [];
  for (const size of sizes) {
    rmSync(folders.data, { recursive: true, force: true });
    const { rows, bytes } = writeAttendance(folders.exports, district, { minimumMiB: size });
    const run = await ingest(folders);
    const result = {
      attendanceMiB: Math.round(bytes / 2 ** 20),
      rows,
      seconds: rounded(run.seconds, 3),
      peakMiB: Math.ceil(run.peakMiB),
    };
    say(
      `attendance of ${count(result.attendanceMiB)} MiB: ${result.seconds} s, at most ${result.peakMiB} MiB`,
    );
    results.push(result);
  }
  return results;
}
