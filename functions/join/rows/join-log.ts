import type { Reject } from "../../domain/records/reject.ts";
import type { DuplicateCounts } from "../../sources/attendance/duplicate-counts.ts";
import { duplicateRecords, type DuplicateRecords } from "./duplicate-records.ts";
import { rowFaults, type RowFaults } from "./row-faults.ts";

/** What the join finds wrong with records, and which of them it does not use. */
export interface JoinLog {
  readonly faults: RowFaults;
  readonly duplicates: DuplicateRecords;
  end(): {
    readonly rejects: Map<string, Reject[]>;
    readonly duplicates: ReadonlyMap<string, DuplicateCounts>;
  };
}

export function joinLog(): JoinLog {
  const faults = rowFaults();
  const duplicates = duplicateRecords();
  return {
    faults,
    duplicates,
    end() {
      const { counts, contradictions } = duplicates.end();
      const rejects = faults.end();
      for (const [sha256, more] of contradictions) {
        if (more.length > 0) rejects.set(sha256, [...(rejects.get(sha256) ?? []), ...more]);
      }
      return { rejects, duplicates: counts };
    },
  };
}
