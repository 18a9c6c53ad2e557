// Longer than most: one browser for all charts.
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, openBrowser } from "../browser.ts";
import { componentsPage, openAt } from "./page/open-page.ts";

let browser: Browser;
let content: string;

describe.skipIf(CHROMIUM === undefined)("charts in a browser", () => {
  beforeAll(async () => {
    [browser, content] = await Promise.all([openBrowser(), componentsPage()]);
  });
  afterAll(() => browser.close());

  describe.each([1280, 768, 390])("at %d pixels", (width) => {
    let page: Page;
    beforeAll(async () => {
      page = await openAt(browser, content, width);
    });
    afterAll(() => page.close());

    it("stay within the page", async () => {
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    });

    it("say what they show", async () => {
      for (const [id, name] of [
        ["stacked", "Reviews by school: held on time, held late, not held"],
        ["late", "How late reviews are"],
      ] as const) {
        expect(await page.locator(`#${id} [role=group]`).getAttribute("aria-label")).toBe(name);
      }
      for (const [id, name] of [
        ["trend", "Share of students whose review was held, by requirement, September to May"],
        ["forest", "Attendance after the day, students with a plan beside similar students"],
        ["gaps", "Gaps between groups in reviews held on time"],
      ] as const) {
        const image = page.locator(`#${id} svg[role=img]`);
        expect(await image.getAttribute("aria-label")).toBe(name);
        expect(await image.locator("[aria-label]").count()).toBe(0);
      }
      expect(await page.locator("#spark svg").getAttribute("aria-hidden")).toBe("true");
    });

    it("say each bar of parts in words", async () => {
      const bars = page.locator("#stacked [role=img]");
      expect(await bars.count()).toBe(3);
      expect(await bars.nth(1).getAttribute("aria-label")).toBe(
        "Grand Bend High School, 306 students: Held on time 33–36%; Held late 11%; Not held 42%; " +
          "No plan 11%; Cannot be determined at most 5%; Not due none",
      );
    });

    it("write the words beside a bar on the line of its name, or on that of the bar", async () => {
      const row = page.locator("#stacked .chart-row").filter({ has: page.locator(".row-note") });
      expect(await row.count()).toBe(3);
      for (const each of await row.all()) {
        const note = await boxOf(each.locator(".row-note"));
        const beside = await boxOf(each.locator(width === 390 ? ".row-name" : ".lane"));
        expect(note.left).toBeGreaterThanOrEqual(beside.right - (width === 390 ? 1 : 20));
        expect(note.top).toBeLessThan(beside.bottom);
        expect(note.bottom).toBeGreaterThan(beside.top);
      }
    });

    it("name a place without a figure in words, and draw no bar for it", async () => {
      expect(await wordsOf(page.locator("#stacked .rows-without li"))).toEqual([
        "Alternative Center, River Academy: too few students to show",
      ]);
      expect(await page.locator("#stacked .bar").count()).toBe(3);
      expect(await wordsOf(page.locator("#gaps .rows-without li"))).toEqual([
        "Homeless: too few students to show",
      ]);
    });

    it("write a part's share within the part, and only where it fits", async () => {
      const labels = await page.locator("#stacked .span-label").all();
      let shown = 0;
      for (const label of labels) {
        if (!(await label.isVisible())) continue;
        shown += 1;
        const [inner, outer] = [await boxOf(label), await boxOf(label.locator(".."))];
        expect(inner.left).toBeGreaterThanOrEqual(outer.left);
        expect(inner.right).toBeLessThanOrEqual(outer.right);
      }
      expect(shown).toBeGreaterThanOrEqual(width === 1280 ? 9 : 5);
    });

    it.each([
      ["stacked", ".row-name, .bar, .row-note"],
      ["stacked", ".scale-word i, .bar"],
      ["stacked", ".scale-numbers i"],
      ["shares", ".row-name, .chart-row:not(.scale-numbers) .lane, .share-value, .share-change"],
      ["late", ".bin-name, .bin b"],
      ["trend", "svg text"],
      ["forest", "svg text"],
      ["gaps", "svg text, svg g[stroke-width='1.5'] rect"],
      ["exact-gaps", "svg text, svg g[stroke-width='1.5'] rect"],
    ])("write no words of #%s over others: %s", async (id, selector) => {
      const marks = page.locator(`#${id}`).locator(selector);
      expect(await marks.count()).toBeGreaterThan(2);
      expect(await overlapsOf(marks)).toEqual([]);
    });

    it.each(["forest", "gaps", "exact-gaps"])(
      "let no line of the scale of #%s run through a name",
      async (id) => {
        const through = await page.evaluate<string[]>(`(() => {
        const zero = document.querySelector('#${id} svg line[stroke="var(--ink)"], #${id} svg g[stroke="var(--ink)"] line');
        const names = [...document.querySelectorAll('#${id} svg g[font-weight="500"] text')];
        const { left } = zero.getBoundingClientRect();
        return names.flatMap((name) => {
          const { top, bottom, left: from, right: to } = name.getBoundingClientRect();
          name.scrollIntoView({ block: "center" });
          const { top: y } = name.getBoundingClientRect();
          if (left < from || left > to) return [];
          const all = document.elementsFromPoint(zero.getBoundingClientRect().left, y + (bottom - top) / 2);
          const isOpen = all.indexOf(zero) >= 0 && !all.slice(0, all.indexOf(zero)).some((node) => node.matches("rect"));
          return isOpen ? [name.textContent] : [];
        });
      })()`);
        expect(through).toEqual([]);
      },
    );

    it.each(["forest", "gaps", "exact-gaps"])(
      "begin no line of the scale of #%s above the first row",
      async (id) => {
        const [first, lines] = await Promise.all([
          boxesOf(page.locator(`#${id} svg g[font-weight="500"] text`)),
          boxesOf(page.locator(`#${id} svg[role=img] line`)),
        ]);
        const rowTop = await page.evaluate<number>(`(() => {
          const room = document.querySelector("#${id} svg .row-name-room rect");
          const bar = document.querySelector("#${id} svg[role=img]");
          return (room ?? bar).getBoundingClientRect().top;
        })()`);
        expect(first.length).toBeGreaterThan(1);
        expect(lines.length).toBeGreaterThan(2);
        for (const { top } of lines) expect(top).toBeGreaterThanOrEqual(rowTop - 0.5);
      },
    );

    it("set the lines of a name as far apart as those of a text", async () => {
      const apart = await page.evaluate<
        number[]
      >(`[...document.querySelectorAll("svg g[font-weight='500'] text")]
        .flatMap((name) => {
          const tops = [...name.querySelectorAll("tspan")].map((line) => line.getBoundingClientRect().top);
          return tops.slice(1).map((top, index) => top - tops[index]);
        })`);
      expect(apart.length).toBeGreaterThan(0);
      for (const pixels of apart) expect(pixels).toBeGreaterThanOrEqual(1.2 * 14);
    });

    it("explain the hatching of gaps only where a gap is a range", async () => {
      expect(await page.locator("#gaps .chart-key li").count()).toBe(2);
      expect(await page.locator("#exact-gaps .chart-key").count()).toBe(0);
    });

    it("draw the gaps of groups in rows so low that twelve stand under their shares on a sheet", async () => {
      const { height } = (await page.locator("#gaps svg[role=img]").boundingBox())!;
      const rows = await page.locator("#gaps svg g[font-weight='500'] text").count();
      expect(rows).toBe(5);
      // The scale below takes 56 pixels; on a phone each name stands above its bar.
      expect((height - 56) / rows).toBeLessThanOrEqual(width === 390 ? 72 : 30);
    });

    it("leave out the column of changes where nothing is compared yet", async () => {
      expect(await page.locator("#first-shares").innerText()).not.toContain(
        "Since the last figures",
      );
      expect(await page.locator("#first-shares .share-change").count()).toBe(0);
      expect(await page.locator("#shares .share-change").count()).toBeGreaterThan(1);
    });

    it("keep words within their card", async () => {
      for (const id of ["stacked", "shares", "late", "trend", "forest", "gaps"]) {
        const card = await boxOf(page.locator(`#${id}`));
        const words = page.locator(`#${id} :is(p, li, svg text, .share-value, .bin b)`);
        for (const each of await words.all()) {
          if (!(await each.isVisible())) continue;
          const box = await boxOf(each);
          expect(box.left, (await each.textContent()) ?? "").toBeGreaterThanOrEqual(card.left);
          expect(box.right, (await each.textContent()) ?? "").toBeLessThanOrEqual(card.right);
        }
      }
    });

    it("show more about a bar to the keyboard, until Escape", async () => {
      const bar = page.locator("#stacked .bar").first();
      const tip = bar.locator(".chart-tip");
      expect(await tip.isVisible()).toBe(false);
      await bar.focus();
      expect(await wordsOf(tip.locator("li"))).toEqual([
        "Held on time 44%",
        "Held late 11%",
        "Not held 33–38%",
        "No plan 6–9%",
        "Cannot be determined none",
        "Not due at most 5%",
      ]);
      expect(await tip.isVisible()).toBe(true);
      // Nothing lies over it.
      for (const line of await tip.locator("li").all()) {
        await line.hover({ trial: true, timeout: 2_000 });
      }
      await page.keyboard.press("Escape");
      expect(await tip.isVisible()).toBe(false);
    });

    it("put a school's shares beside the chart as a table", async () => {
      const table = page.getByRole("table", { name: "Grand Bend High School beside the district" });
      const row = table.getByRole("row", { name: "Grade 12 ready" });
      expect(await wordsOf(row.locator("[role=cell]"))).toEqual(
        width === 1280
          ? ["too few students to show", "80–84%", "too few schools", ""]
          : [
              "School too few students to show",
              "District 80–84%",
              "Median of its level too few schools",
              "",
            ],
      );
    });
  });

  it("say their own words in the language of the address", async () => {
    const page = await browser.newPage();
    await page.route("http://charts.test/**", (route) =>
      route.fulfill({ contentType: "text/html; charset=utf-8", body: content }),
    );
    await page.goto("http://charts.test/?lang=es");
    expect(await wordsOf(page.locator("#stacked .scale-word"))).toEqual([
      "District on time 44%",
      "Objetivo 100 %",
    ]);
    expect(await page.locator("#long").getByLabel("Buscar en esta tabla").count()).toBe(1);
    await page.close();
  });

  it("keep a line from leading to a day that cannot be compared", async () => {
    const page = await openAt(browser, content, 1280);
    const linesOf = (series: string) =>
      page.locator(`#trend g[stroke="var(--${series})"][stroke-dasharray] path`).count();
    // Both ends of a ribbon, once for the whole year; and twice where it is compared in two stretches.
    expect(await linesOf("series-2")).toBe(2);
    expect(await linesOf("series-3")).toBe(4);
    await page.close();
  });

  it("draw parts in their fixed order, and fade from one to the next where the boundary is not known", async () => {
    const page = await openAt(browser, content, 1280);
    const spans = page.locator("#stacked .bar").nth(1).locator(".span");
    const drawn = await spans.evaluateAll((all) =>
      all.map((each) => ({
        what: each.className.replace("span ", ""),
        style: each.getAttribute("style")?.split("; background")[0],
      })),
    );
    expect(drawn).toEqual([
      { what: "part-done", style: "left: 0%; right: 67%" },
      { what: "soft", style: "left: 33%; right: 64%" },
      { what: "part-late", style: "left: 36%; right: 56%" },
      { what: "soft", style: "left: 44%; right: 53%" },
      { what: "part-missing", style: "left: 47%; right: 14%" },
      { what: "soft", style: "left: 86%; right: 11%" },
      { what: "part-absent", style: "left: 89%; right: 3%" },
      { what: "soft", style: "left: 97%; right: 0%" },
    ]);
    await page.close();
  });
});

/** The words of each, with their spaces as a reader sees them. */
const wordsOf = async (locator: Locator): Promise<readonly string[]> => {
  const texts = await locator.evaluateAll((all) =>
    all.map((each) => ("innerText" in each ? String(each.innerText) : "")),
  );
  return texts.map((text) => text.replace(/\s+/g, " ").trim());
};

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly words: string;
}

async function boxOf(locator: Locator): Promise<Box> {
  const [box] = await boxesOf(locator);
  if (box === undefined) throw new Error("nothing is there to measure");
  return box;
}

const boxesOf = (locator: Locator): Promise<readonly Box[]> =>
  locator.evaluateAll((all) =>
    all.map((each) => {
      const { left, right, top, bottom } = each.getBoundingClientRect();
      return { left, right, top, bottom, words: each.textContent?.trim().slice(0, 40) ?? "" };
    }),
  );

/** A pixel of lines and of rounding. */
const TOUCH = 1;

/** Each two that cover each other, by their words. */
async function overlapsOf(locator: Locator): Promise<readonly string[]> {
  const boxes = (await boxesOf(locator)).filter(({ left, right }) => right > left);
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (b) =>
          a.left < b.right - TOUCH &&
          b.left < a.right - TOUCH &&
          a.top < b.bottom - TOUCH &&
          b.top < a.bottom - TOUCH,
      )
      .map((b) => `${a.words} | ${b.words}`),
  );
}
