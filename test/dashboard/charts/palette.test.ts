import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as parts from "../../../functions/domain/figures/parts.ts";
import { LOOKS, lookOf } from "../../../dashboard/src/components/charts/part-looks.ts";

const SOURCES = join(import.meta.dirname, "../../../dashboard/src");
const cssOf = (path: string): string => readFileSync(join(SOURCES, path), "utf8");

/** The colors of a stylesheet by their names: first those of a light card, then, where they differ, those of a dark one. */
function colorsOf(css: string): { readonly light: Colors; readonly dark: Colors } {
  const [light = "", dark = ""] = css
    .split("@media (forced-colors")[0]!
    .split("@media screen and (prefers-color-scheme: dark)");
  return { light: colorsIn(light), dark: { ...colorsIn(light), ...colorsIn(dark) } };
}

type Colors = { readonly [name: string]: string };

const colorsIn = (css: string): Colors =>
  Object.fromEntries(
    [...css.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name, color]) => [name, color]),
  );

const page = colorsOf(cssOf("palette.css"));
const charts = colorsOf(cssOf("components/charts/palette.css"));

/** Relative luminance and contrast, WCAG 2.2. */
function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(first: string, second: string): number {
  const [dark, light] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

describe.each(["light", "dark"] as const)("the palette on a %s card", (scheme) => {
  const colors = charts[scheme];
  const card = page[scheme].card!;

  it("is measured as WCAG does", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  });

  it.each(LOOKS.filter((look) => look !== "rest"))("has %s at 3:1 or more", (look) => {
    expect(contrast(colors[look]!, card)).toBeGreaterThanOrEqual(3);
  });

  it("has at 3:1 or more the edge of the part that is like the card on purpose", () => {
    expect(contrast(colors.rest!, card)).toBeLessThan(3);
    expect(contrast(colors["part-edge"]!, card)).toBeGreaterThanOrEqual(3);
  });

  it.each(LOOKS)("has words on %s at 4.5:1 or more", (look) => {
    expect(contrast(colors[`${look}-ink`]!, colors[look]!)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["series-1", "series-2", "series-3", "series-4", "series-5", "series-6"])(
    "has %s, in which lines and their words are drawn, at 4.5:1 or more",
    (name) => {
      expect(contrast(colors[name]!, card)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it("has lines of last year at 3:1 or more", () => {
    expect(contrast(colors.past!, card)).toBeGreaterThanOrEqual(3);
  });
});

describe("the looks of parts", () => {
  // How late a review is has bins, which a histogram draws by count.
  const { LATENESS_PARTS: _bins, ...divided } = parts;
  const questions = Object.values(divided).filter(Array.isArray);

  it("are known for every part of every question, and differ within each", () => {
    expect(questions).toHaveLength(14);
    for (const question of questions) {
      const looks = question.map(({ id }: parts.Part) => lookOf(id));
      expect(new Set(looks).size).toBe(looks.length);
    }
  });

  it("are refused for a part that nobody knows", () => {
    expect(() => lookOf("half-held")).toThrow("no look for the part half-held");
  });

  it("have a pattern of their own beside their color", () => {
    const css = cssOf("components/charts/parts.css");
    const patterns = LOOKS.map(
      (look) => new RegExp(`\\.part-${look} \\{[^}]*--pattern: ([^;]*);`).exec(css)?.[1],
    );
    expect(patterns).not.toContain(undefined);
    // The darkest and the lightest are plain.
    expect(patterns.filter((pattern) => pattern?.startsWith("linear-gradient"))).toHaveLength(2);
    expect(new Set(patterns).size).toBe(LOOKS.length - 1);
  });
});
