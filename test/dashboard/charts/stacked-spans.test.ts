import { describe, expect, it } from "vitest";
import {
  boundariesOf,
  stackedSpans,
  type PartShare,
} from "../../../dashboard/src/components/charts/stacked-spans.ts";

const share = (low: number, high = low) => ({ low, high });
const rounded = (value: number) => Number(value.toFixed(6));

/** Each part as `[name, low, high]`. */
const partsOf = (rows: readonly (readonly [string, number, number])[]): readonly PartShare[] =>
  rows.map(([part, low, high]) => ({ part, low, high }));

/** Each stretch as `part 0–0.44`, `a~b 0.88–0.94`. */
const inWords = (parts: readonly PartShare[]): readonly string[] =>
  stackedSpans(parts).map((span) => {
    const what = span.kind === "certain" ? span.part : span.parts.join("~");
    return `${what} ${rounded(span.from)}–${rounded(span.to)}`;
  });

describe("boundaries of a stacked bar", () => {
  it.each([
    [
      "exact parts",
      [share(0.5), share(0.3), share(0.2)],
      [
        [0.5, 0.5],
        [0.8, 0.8],
      ],
    ],
    ["the first part a band", [share(0.55, 0.59), share(0.4, 0.45)], [[0.55, 0.59]]],
    ["bounded from the other side", [share(0, 0.49), share(0.95, 1)], [[0, 0.05]]],
    [
      "three bands",
      [share(0.33, 0.36), share(0.1, 0.14), share(0.5, 0.54)],
      [
        [0.33, 0.36],
        [0.46, 0.5],
      ],
    ],
    ["one part alone", [share(1)], []],
  ])("lie between the least and the greatest of both sides: %s", (_, parts, expected) => {
    const boundaries = boundariesOf(parts).map(({ low, high }) => [rounded(low), rounded(high)]);
    expect(boundaries).toEqual(expected);
  });
});

describe("stretches of a stacked bar", () => {
  it("follow each other without softness where every part is exact", () => {
    const parts = partsOf([
      ["on-time", 0.44, 0.44],
      ["late", 0.11, 0.11],
      ["not-held", 0.45, 0.45],
    ]);
    expect(inWords(parts)).toEqual(["on-time 0–0.44", "late 0.44–0.55", "not-held 0.55–1"]);
  });

  it("are soft between two parts whose boundary is an interval", () => {
    const parts = partsOf([
      ["on-time", 0.55, 0.59],
      ["not-held", 0.41, 0.45],
    ]);
    expect(inWords(parts)).toEqual([
      "on-time 0–0.55",
      "on-time~not-held 0.55–0.59",
      "not-held 0.59–1",
    ]);
  });

  it("name a part that may be there within the soft stretch, and draw it nowhere for certain", () => {
    const parts = partsOf([
      ["on-time", 0.5, 0.54],
      ["late", 0, 0.05],
      ["not-held", 0.45, 0.49],
    ]);
    expect(inWords(parts)).toEqual([
      "on-time 0–0.5",
      "on-time~late~not-held 0.5–0.55",
      "not-held 0.55–1",
    ]);
  });

  it("leave out a part that nobody is in for certain", () => {
    const parts = partsOf([
      ["on-time", 0.6, 0.6],
      ["late", 0, 0],
      ["not-held", 0.4, 0.4],
    ]);
    expect(inWords(parts)).toEqual(["on-time 0–0.6", "not-held 0.6–1"]);
  });

  it("are soft at the ends of the bar where its first or last part may have nobody", () => {
    const parts = partsOf([
      ["on-time", 0, 0.05],
      ["not-held", 0.9, 1],
      ["no-plan", 0, 0.05],
    ]);
    expect(inWords(parts)).toEqual([
      "on-time~not-held 0–0.05",
      "not-held 0.05–0.95",
      "not-held~no-plan 0.95–1",
    ]);
  });

  it("are certain in the middle of a part where the others leave it no other place", () => {
    const parts = partsOf([
      ["met", 0, 0.49],
      ["not-met", 0, 0.49],
      ["other", 0, 0.49],
    ]);
    expect(inWords(parts)).toEqual([
      "met 0–0.02",
      "met~not-met 0.02–0.49",
      "not-met 0.49–0.51",
      "not-met~other 0.51–0.98",
      "other 0.98–1",
    ]);
  });

  it("are one soft stretch where nothing is certain", () => {
    const parts = partsOf([
      ["met", 0, 0.5],
      ["not-met", 0, 1],
      ["other", 0, 0.5],
    ]);
    expect(inWords(parts)).toEqual(["met~not-met~other 0–1"]);
  });

  it("reach from 0 to 1 without a gap or an overlap, whatever the bands", () => {
    const parts = partsOf([
      ["on-time", 0.21, 0.39],
      ["late", 0, 0.2],
      ["not-held", 0.4, 0.59],
      ["no-plan", 0, 0.2],
      ["unknown", 0, 0],
      ["not-due", 0, 0.2],
    ]);
    const spans = stackedSpans(parts);
    expect(spans[0]?.from).toBe(0);
    expect(spans.at(-1)?.to).toBe(1);
    for (const [index, span] of spans.entries()) {
      expect(span.to).toBeGreaterThan(span.from);
      if (index > 0) expect(span.from).toBe(spans[index - 1]?.to);
    }
  });
});
