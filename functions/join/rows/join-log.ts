import type { Reject } from "../../domain/records/reject.ts";
import type { PassedOver } from "../../sources/attendance/duplicate-counts.ts";
import { passedOverRecords, type PassedOverRecords } from "./duplicate-records.ts";
import { rowFaults, type RowFaults } from "./row-faults.ts";

/** What the join finds wrong with records, and which of them it does not use. */
export interface JoinLog {
  readonly faults: RowFaults;
  readonly passedOver: PassedOverRecords;
  end(): {
    readonly rejects: Map<string, Reject[]>;
    readonly passedOver: ReadonlyMap<string, PassedOver>;
  };
}

export function joinLog(): JoinLog {
  const faults = rowFaults();
  const passedOver = passedOverRecords();
  return {
    faults,
    passedOver,
    end() {
      const { counts, contradictions } = passedOver.end();
      const rejects = faults.end();
      for (const [sha256, more] of contradictions) {
        if (more.length > 0) rejects.set(sha256, [...(rejects.get(sha256) ?? []), ...more]);
      }
      return { rejects, passedOver: counts };
    },
  };
}
