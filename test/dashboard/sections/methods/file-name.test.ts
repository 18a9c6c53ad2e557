import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, openBrowser } from "../../browser.ts";
import { drawnPart } from "../../charts/page/open-page.ts";

let browser: Browser;

describe.skipIf(CHROMIUM === undefined)("the name of a file or column", () => {
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it("may break between its words, and nowhere else", async () => {
    const names = [
      "calendarDates.csv",
      "action_steps.csv",
      "users-2022-05.csv",
      "userID",
      "STATUS",
    ];
    const drawn = await drawnPart(
      browser,
      "/methods.html",
      `${JSON.stringify(names)}.map((name) => parts.fileName(name))`,
    );
    expect(drawn.replaceAll(/<\/?code>/g, "").split(" ")).toEqual([
      "calendar<wbr>Dates.csv",
      "action_<wbr>steps.csv",
      "users-<wbr>2022-<wbr>05.csv",
      "user<wbr>ID",
      "STATUS",
    ]);
  });

  it("is text, whatever a district calls its column, and words of the reader where its format is the district's own", async () => {
    const [hostile, own] = ["<b>x</b>", "a column of the district's own format"];
    const draw = `[parts.fileName("${hostile}"), parts.fileName("${own}")]`;
    expect(await drawnPart(browser, "/methods.html?lang=es", draw)).toBe(
      "<code>&lt;b&gt;x&lt;/b&gt;</code> <code>una columna de un formato propio del distrito</code>",
    );
  });
});
