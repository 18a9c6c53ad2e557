import { describe, expect, it } from "vitest";
import { keyOf } from "../../../functions/domain/record-types/record-type.ts";
import { RECORD_TYPES } from "../../../functions/domain/record-types/record-types.ts";

describe("keyOf", () => {
  it("is the same of rows about the same, and holds nothing for an empty field", () => {
    const total = { student: "1", school: null, schoolYear: 2022, absentDays: 3 };
    expect(keyOf(RECORD_TYPES.attendanceTotal, total)).toBe("1\u0000\u00002022");
    expect(keyOf(RECORD_TYPES.attendanceTotal, { ...total, absentDays: 4 })).toBe(
      keyOf(RECORD_TYPES.attendanceTotal, total),
    );
  });

  it("is the title and the days of a session that has no identifier", () => {
    const term = { session: "", title: "Fall", beginsOn: "2021-08-23", endsOn: "2021-12-17" };
    expect(keyOf(RECORD_TYPES.session, term)).toBe("Fall\u00002021-08-23\u00002021-12-17");
    expect(keyOf(RECORD_TYPES.session, { ...term, session: "T1" })).toBe("T1");
  });

  it("is the word that was sent for a role that nobody knows", () => {
    const row = { staff: "7", role: null, roleAsSent: "dean", recordedAt: "" };
    expect(keyOf(RECORD_TYPES.staff, row)).toBe("7\u0000dean\u0000");
    expect(keyOf(RECORD_TYPES.staff, { ...row, role: "principal" })).toBe("7\u0000principal\u0000");
  });
});
