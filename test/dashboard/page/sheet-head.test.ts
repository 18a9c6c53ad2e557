import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, openBrowser } from "../browser.ts";
import { componentsPage, openAt } from "../charts/page/open-page.ts";

let browser: Browser;
let page: Page;

/** What a browser reads at the top of each sheet, at its left and at its right. */
const headOf = (left: string, right: string) =>
  page.evaluate<readonly string[]>(`(() => {
    const head = parts.sheetHead(${JSON.stringify(left)}, ${JSON.stringify(right)});
    // As it stands in the page of a built site.
    document.querySelector("main").innerHTML = head.outerHTML;
    const rules = [...document.querySelector("main style").sheet.cssRules];
    return [document.querySelector("main").innerText, ...rules.map(({ cssText }) => cssText.replaceAll(/\\s+/g, " "))];
  })()`);

describe.skipIf(CHROMIUM === undefined)("the head of each printed sheet", () => {
  beforeAll(async () => {
    browser = await openBrowser();
    page = await openAt(browser, await componentsPage(), 1280);
  });
  afterAll(() => browser.close());

  it("says what the page is of at its left and the day of its data at its right", async () => {
    expect(await headOf("Cast · Learning plans", "Data as of May 20, 2022")).toEqual([
      "",
      '@page { @top-left { content: "Cast · Learning plans"; } @top-right { content: "Data as of May 20, 2022"; } }',
    ]);
  });

  it.each([
    ["a quotation mark", 'The "Best" District', '"The \\"Best\\" District"'],
    ["a backslash", "East\\West", '"East\\\\West"'],
    ["the end of a style", "</style><b>x", '"</style><b>x"'],
    ["a hexadecimal digit after what is written by its code", '"a', '"\\"a"'],
    ["a line break", "East\nWest", '"East\\a West"'],
  ])("says a name with %s as it is, and no more than that", async (_what, name, written) => {
    expect(await headOf(name, "")).toEqual([
      "",
      `@page { @top-left { content: ${written}; } @top-right { content: ""; } }`,
    ]);
  });
});
