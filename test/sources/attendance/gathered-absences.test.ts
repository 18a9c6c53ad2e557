import { describe, expect, it } from "vitest";
import { gatheredAbsences } from "../../../functions/sources/attendance/gathered-absences.ts";

describe("gathered absences", () => {
  it.each([0, 1, 4095, 4096, 4097, 9000])("are all %i of a walk, in its order", (count) => {
    const { length, students, days, states } = gatheredAbsences((onAbsence) => {
      for (let absence = 0; absence < count; absence++) onAbsence(absence, 19_000 + absence, 3);
    });
    expect(length).toBe(count);
    const last = count - 1;
    expect([students[last], days[last], states[last]]).toEqual(
      count === 0 ? [undefined, undefined, undefined] : [last, 19_000 + last, 3],
    );
    expect(days.subarray(0, length).every((day, index) => day === 19_000 + index)).toBe(true);
    expect(students.subarray(0, length).every((student, index) => student === index)).toBe(true);
  });
});
