import { readFile } from "node:fs/promises";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, openBrowser } from "../browser.ts";
import { componentsPage, openAt } from "../charts/page/open-page.ts";

let browser: Browser;
let content: string;

describe.skipIf(CHROMIUM === undefined)("tables in a browser", () => {
  beforeAll(async () => {
    [browser, content] = await Promise.all([openBrowser(), componentsPage()]);
  });
  afterAll(() => browser.close());

  const onPage = async (width: number, look: (page: Page) => Promise<void>): Promise<void> => {
    const page = await openAt(browser, content, width);
    await look(page);
    await page.close();
  };

  it.each([1280, 390])("have a caption and name their columns and rows, at %d pixels", (width) =>
    onPage(width, async (page) => {
      for (const [id, caption, rows] of [
        ["table", "Second review, by school", 5],
        ["long", "Second review, every school", 25],
        ["wide", "Every requirement, by school", 4],
      ] as const) {
        const table = page.getByRole("table", { name: caption, exact: true });
        expect(await table.locator("caption").innerText()).toBe(caption);
        expect(await table.locator("thead th:not([scope=col])").count()).toBe(0);
        expect(await page.locator(`#${id} tbody th[scope=row]`).count()).toBe(rows);
        expect(await page.locator(`#${id} tbody tr`).count()).toBe(rows);
      }
    }),
  );

  it("put the mark of a row without figures in the columns of figures, and what is known beside it", () =>
    onPage(1280, async (page) => {
      const row = page.locator("#table tbody tr", { hasText: "Alternative Center" });
      expect(await cellsOf(row)).toEqual(["Alternative Center", "too few students to show", "102"]);
      expect(await row.locator(".mark").getAttribute("colspan")).toBe("3");
      const [mark, n] = [await edges(row.locator(".mark")), await edges(row.locator("td").last())];
      const heads = page.locator("#table thead th");
      expect(mark.left).toBe((await edges(heads.nth(1))).left);
      expect(mark.right).toBe((await edges(heads.nth(3))).right);
      expect(n).toEqual(await edges(heads.nth(4)));
    }));

  it("are drawn on what they stand on: a card, or the page", () =>
    onPage(1280, async (page) => {
      await page.evaluate(
        "document.querySelector('main').append(document.querySelector('#wide .data-table'))",
      );
      const behind = (selector: string) =>
        page.evaluate<string>(
          `getComputedStyle(document.querySelector(${JSON.stringify(selector)})).backgroundColor`,
        );
      expect(await behind("#table tbody th")).toBe(await behind("#table"));
      expect(await behind("main > .data-table tbody th")).toBe(await behind("body"));
      expect(await behind("body")).not.toBe(await behind("#table"));
    }));

  it("say in words that there is no row, and are then no table", () =>
    onPage(1280, async (page) => {
      expect(await page.locator("#empty table").count()).toBe(0);
      expect(await page.locator("#empty .no-rows").innerText()).toBe(
        "No school has a review of this kind.",
      );
    }));

  it("are sorted by keyboard, what has no figure last", () =>
    onPage(1280, async (page) => {
      const heads = page.locator("#table thead th");
      expect(await heads.nth(3).getAttribute("aria-sort")).toBe("descending");
      await heads.nth(1).getByRole("button").focus();
      await page.keyboard.press("Enter");
      expect(await heads.nth(1).getAttribute("aria-sort")).toBe("ascending");
      expect(await heads.nth(3).getAttribute("aria-sort")).toBeNull();
      await page.keyboard.press("Space");
      expect(await heads.nth(1).getAttribute("aria-sort")).toBe("descending");
      expect(await page.locator("#table tbody th").allInnerTexts()).toEqual([
        "Lincoln Elementary",
        "Río Grande Academy",
        "Grand Bend Middle School",
        "Grand Bend High School",
        "Alternative Center",
      ]);
    }));

  it("are searched past 20 rows, whatever case and accents", () =>
    onPage(1280, async (page) => {
      expect(await page.locator("#table input").count()).toBe(0);
      const search = page.locator("#long").getByLabel("Find in this table");
      await search.fill("rio academy");
      expect(await page.locator("#long tbody th").allInnerTexts()).toEqual(["Río Grande Academy"]);
      expect(await page.locator("#long [role=status]").innerText()).toBe("1 of 25 rows");
      await search.fill("nowhere");
      expect(await page.locator("#long table").isVisible()).toBe(false);
      expect(await page.locator("#long .no-rows").innerText()).toBe("No row has these words.");
    }));

  it("hand out the rows that they show, in their order, with the values of the data", () =>
    onPage(1280, async (page) => {
      await page.locator("#long").getByLabel("Find in this table").fill("grand");
      await page.locator("#long thead button").first().click();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page
          .getByRole("button", { name: "Second review, every school: these rows as CSV" })
          .click(),
      ]);
      expect(download.suggestedFilename()).toBe("second-review.csv");
      expect(await readFile(await download.path(), "utf8")).toBe(
        '"school","n","on_time"\r\n"0010",100,30\r\n"0011",101,31\r\n"0013",103,33\r\n',
      );
      const whole = page.locator("#long .whole-table a");
      expect(await whole.allInnerTexts()).toEqual(["CSV", "Parquet", "Arrow"]);
      expect(await whole.nth(1).getAttribute("download")).toBe("statuses.parquet");
    }));

  it("show the first figures on a phone without scrolling, and fold the others under the row", () =>
    onPage(390, async (page) => {
      const heads = await page.locator("#table thead th").allInnerTexts();
      expect(heads).toEqual(["School", "On time", "Not held"]);
      const row = page.locator("#table tbody tr").first();
      expect((await edges(row.locator("td").last())).right).toBeLessThan(390);
      const more = row.getByRole("button", { name: "More about Grand Bend High School" });
      await more.focus();
      await page.keyboard.press("Enter");
      expect(await more.getAttribute("aria-expanded")).toBe("true");
      const under = page.locator("#table .under-row div");
      expect((await under.allInnerTexts()).map((text) => text.replace(/\s+/g, " "))).toEqual([
        "Held late 10%",
        "Students (n) 100",
      ]);
      await page.keyboard.press("Enter");
      expect(await page.locator("#table .under-row").count()).toBe(0);
      const marked = page.locator("#table tbody tr", { hasText: "Alternative Center" });
      expect(await marked.locator(".mark").getAttribute("colspan")).toBe("2");
    }));

  it("keep the names of rows in view while they scroll sideways, and show that they do", () =>
    onPage(390, async (page) => {
      const scroller = page.locator("#wide .table-scroller");
      const name = page.locator("#wide tbody th").first();
      const before = await edges(name);
      expect(await scroller.getAttribute("data-after")).toBe("");
      expect(await scroller.getAttribute("data-before")).toBeNull();
      expect(await scroller.getAttribute("tabindex")).toBe("0");
      expect(await scroller.getAttribute("role")).toBe("region");
      expect((await edges(page.locator("#wide tbody td").first())).right).toBeLessThan(390);
      await scroller.focus();
      await page.keyboard.press("End");
      await scroller.evaluate((each) => each.scrollTo({ left: 400 }));
      await expect.poll(() => scroller.getAttribute("data-before")).toBe("");
      expect(await edges(name)).toEqual(before);
      expect(await page.locator("#table .table-scroller").getAttribute("role")).toBeNull();
    }));

  it("keep the names of columns in view while they scroll down", () =>
    onPage(1280, async (page) => {
      const scroller = page.locator("#long .table-scroller");
      const topOf = (locator: Locator) =>
        locator.evaluate((each) => Math.round(each.getBoundingClientRect().top));
      await scroller.evaluate((each) => each.scrollTo({ top: 300 }));
      expect(await topOf(page.locator("#long thead th").first())).toBe(await topOf(scroller));
    }));
});

const cellsOf = (row: Locator): Promise<readonly string[]> => row.locator("th, td").allInnerTexts();

const edges = (locator: Locator): Promise<{ readonly left: number; readonly right: number }> =>
  locator.evaluate((each) => {
    const { left, right } = each.getBoundingClientRect();
    return { left: Math.round(left), right: Math.round(right) };
  });
