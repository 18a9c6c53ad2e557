import { describe, expect, it } from "vitest";
import { madeOnce } from "../../functions/domain/made-once.ts";

describe("madeOnce", () => {
  it("makes something of an object once, and of another object again", () => {
    let made = 0;
    const lengthOf = madeOnce((list: readonly string[]) => {
      made++;
      return list.length;
    });
    const [two, alike] = [
      ["a", "b"],
      ["a", "b"],
    ];
    expect([lengthOf(two), lengthOf(two), made]).toEqual([2, 2, 1]);
    expect([lengthOf(alike), made]).toEqual([2, 2]);
  });

  it("keeps what is undefined too", () => {
    let made = 0;
    const nothing = madeOnce<object, undefined>(() => {
      made++;
      return undefined;
    });
    const source = {};
    nothing(source);
    nothing(source);
    expect(made).toBe(1);
  });
});
