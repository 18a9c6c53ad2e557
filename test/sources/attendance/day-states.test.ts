import { describe, expect, it } from "vitest";
import {
  codeOfState,
  holdsOver,
  isSameState,
  noDayStates,
} from "../../../functions/sources/attendance/day-states.ts";

describe("day states", () => {
  it("number equal states alike, from 1 on", () => {
    const states = noDayStates();
    expect(codeOfState(states, 1000, "excused")).toBe(1);
    expect(codeOfState(states, 1000, "unexcused")).toBe(2);
    expect(codeOfState(states, 1000, "excused")).toBe(1);
  });

  it.each([
    [222, 501],
    [223, 500],
  ])("of %i different portions keep half a day and a bit as %i thousandths", (count, kept) => {
    const states = noDayStates();
    const code = codeOfState(states, 501, "excused");
    for (let milli = 0; milli < count - 1; milli++) codeOfState(states, milli, "unexcused");
    expect(states.states[code - 1]).toEqual({ absentMilli: kept, excusal: "excused" });
    expect(codeOfState(states, 501, "excused")).toBe(code);
  });

  it.each([
    [222, false],
    [223, true],
  ])("of %i different portions, 501 and 599 thousandths are the same: %s", (count, isSame) => {
    const states = noDayStates();
    const code = codeOfState(states, 501, "excused");
    const longer = codeOfState(states, 599, "excused");
    const unexcused = codeOfState(states, 599, "unexcused");
    for (let milli = 0; milli < count - 3; milli++) codeOfState(states, milli, "unexcused");
    expect(isSameState(states, code, code)).toBe(true);
    expect(isSameState(states, code, longer)).toBe(isSame);
    expect(isSameState(states, longer, unexcused)).toBe(false);
  });

  it("never need more than the 255 numbers of a byte", () => {
    const states = noDayStates();
    for (const excusal of ["excused", "unexcused", "unknown"] as const) {
      for (let milli = 0; milli <= 1000; milli++) codeOfState(states, milli, excusal);
    }
    expect(states.states.length).toBeLessThanOrEqual(255);
  });

  it.each([
    [0, "unknown", 1, "excused"],
    [499, "unknown", 500, "excused"],
    [500, "excused", 500, "unexcused"],
    [500, "unexcused", 500, "unknown"],
  ] as const)("%i thousandths %s hold over %i %s", (milli, excusal, otherMilli, otherExcusal) => {
    const state = { absentMilli: milli, excusal };
    const other = { absentMilli: otherMilli, excusal: otherExcusal };
    expect([holdsOver(state, other), holdsOver(other, state)]).toEqual([true, false]);
  });
});
