import { describe, expect, it } from "vitest";
import { openingTokens } from "../../../functions/cli/server/opening-tokens.ts";

describe("openingTokens", () => {
  const clock = () => {
    let time = 0;
    return { now: () => time, pass: (minutes: number) => (time += minutes * 60_000) };
  };

  it("opens for the person it was issued for, once", () => {
    const tokens = openingTokens(() => 0);
    const [hers, mine] = [tokens.issue("K-71"), tokens.issue(null)];
    expect(tokens.lookUp(hers)?.identity).toBe("K-71");
    expect(tokens.lookUp(mine)?.identity).toBeNull();
    tokens.use(hers);
    expect(tokens.lookUp(hers)).toBeUndefined();
    expect(tokens.lookUp(mine)).toBeDefined();
  });

  it.each([
    ["", undefined],
    ["x", undefined],
  ])("opens nothing by %j", (token, opened) => {
    const tokens = openingTokens(() => 0);
    const issued = tokens.issue("K-71");
    expect(tokens.lookUp(token)).toBe(opened);
    expect(tokens.lookUp(issued.slice(0, -1))).toBeUndefined();
  });

  it.each([
    [14, true],
    [15, false],
    [16, false],
  ])("opens %i minutes after it was printed: %s", (minutes, isOpening) => {
    const { now, pass } = clock();
    const tokens = openingTokens(now);
    const token = tokens.issue("K-71");
    pass(minutes);
    expect(tokens.lookUp(token) !== undefined).toBe(isOpening);
  });

  it("ages on where its session could not be opened", () => {
    const { now, pass } = clock();
    const tokens = openingTokens(now);
    const token = tokens.issue("K-71");
    pass(14);
    const issued = tokens.lookUp(token)!;
    tokens.use(token);
    tokens.giveBack(token, issued);
    expect(tokens.lookUp(token)).toEqual(issued);
    pass(1);
    expect(tokens.lookUp(token)).toBeUndefined();
  });

  it("is long and never the same", () => {
    const tokens = openingTokens(() => 0);
    const issued = Array.from({ length: 100 }, () => tokens.issue(null));
    expect(new Set(issued).size).toBe(100);
    for (const token of issued) expect(token).toMatch(/^[\w-]{43}$/);
  });
});
