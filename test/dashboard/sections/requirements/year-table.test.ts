import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, openBrowser } from "../../browser.ts";
import { drawnPart } from "../../charts/page/open-page.ts";

let browser: Browser;

describe.skipIf(CHROMIUM === undefined)("the table of the lines over the year", () => {
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it("has a row for every dot of every line, with its day and its share", async () => {
    const point = (asOf: string, low: number, high = low) =>
      JSON.stringify({ asOf, low, high, comparableSince: asOf });
    const drawn = await drawnPart(
      browser,
      "/",
      `parts.yearTable("Over the year", [
        { name: "First review", points: [${point("2022-01-28", 0.75)}, ${point("2022-03-31", 0.8, 0.84)}] },
        { name: "Second review", points: [] },
        { name: "Plan", points: [${point("2022-01-28", 0)}] },
      ], "lines.csv")`,
    );
    const rows = [...drawn.matchAll(/<tr>\s*<th scope="row">(.*?)<\/tr>/g)].map(([, row = ""]) =>
      row
        .replaceAll(/<[^>]*>/g, " ")
        .replaceAll(/\s+/g, " ")
        .trim(),
    );
    expect(rows).toEqual([
      "First review January 28, 2022 75%",
      "First review March 31, 2022 80–84%",
      "Plan January 28, 2022 none",
    ]);
  });
});
