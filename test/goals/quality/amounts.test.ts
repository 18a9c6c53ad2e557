import { describe, expect, it } from "vitest";
import { hasAmount } from "../../../functions/goals/quality/amounts.ts";
import { goalTokens } from "../../../functions/goals/quality/goal-tokens.ts";

const isAmount = (text: string): boolean => hasAmount(goalTokens(text));

describe("an amount", () => {
  it.each([
    ["give 99% in class", true],
    ["give 100% in class", false],
    ["get 100% in class", true],
  ])("is a percent, except of effort from 100 on: %s", (text, expected) => {
    expect(isAmount(text)).toBe(expected);
  });

  it.each([
    ["run 5k", true],
    ["turn in 95%", true],
    ["read 12abc", false],
    ["open a 401k", false],
    ["call 911", false],
    ["split it 50/50", false],
  ])("is a number with a unit written onto it, and no idiom: %s", (text, expected) => {
    expect(isAmount(text)).toBe(expected);
  });

  it.each([
    ["3", false],
    ["3. be good", false],
    ["finish 3", true],
  ])("is not the number of the goal: %s", (text, expected) => {
    expect(isAmount(text)).toBe(expected);
  });

  it.each([
    ["an hour", false],
    ["an hour a day", true],
    ["at least an hour", true],
    ["an hour each day", true],
    ["una hora a la semana", true],
    ["a book", false],
    ["a book per month", true],
    ["a book for a friend", false],
  ])("is one of something where it says how often or at least: %s", (text, expected) => {
    expect(isAmount(text)).toBe(expected);
  });

  it.each([
    ["first chair", true],
    ["be first in line", false],
    ["be in 8th grade", false],
    ["reach 8th grade reading", true],
    ["nivel de 8o grado", true],
    ["the 8th step", false],
  ])("is a place or a level in an order, and no other: %s", (text, expected) => {
    expect(isAmount(text)).toBe(expected);
  });

  it.each([
    ["once a week", true],
    ["once each day", true],
    ["once upon", false],
    ["read one book", true],
    ["read another one", false],
    ["one day", false],
    ["cut my absences in half", true],
    ["read half a book", true],
    ["half awake", false],
  ])("in words is one, once or half of something: %s", (text, expected) => {
    expect(isAmount(text)).toBe(expected);
  });
});
