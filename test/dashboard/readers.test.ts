import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { CHROMIUM } from "./browser.ts";
import { addressOf, openPage, PHONE, untilDrawn } from "./check-pages.ts";
import { fixtureSite, spaced } from "./fixture-site.ts";

/** A laptop, of which a superintendent sees this much at once. */
const LAPTOP = { width: 1280, height: 800 } as const;

/** How many sheets a printer is handed. */
async function sheetsOf(page: Page, format: "Letter" | "A4"): Promise<number> {
  const bytes = await page.pdf({ format, preferCSSPageSize: false });
  return bytes.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** Tab by tab, as somebody without a mouse, until the focus is on what is wanted. */
async function tabTo(page: Page, isWanted: string, most = 60): Promise<void> {
  for (let step = 0; step < most; step++) {
    await page.keyboard.press("Tab");
    if (
      await page.evaluate<boolean>(
        `(() => { const focus = document.activeElement; return ${isWanted}; })()`,
      )
    )
      return;
  }
  throw new Error(`the keyboard does not reach ${isWanted}`);
}

describe.skipIf(CHROMIUM === undefined)("readers of the pages", { timeout: 60_000 }, () => {
  const site = fixtureSite();
  /** One district is published where somebody reads: then no list of districts stands above the page. */
  const alone = async (page: Page) => {
    await page.route("**/data/districts.json", (route) =>
      route.fulfill({
        json: { districts: [{ id: "marsh-valley", name: "Marsh Valley School District" }] },
      }),
    );
  };

  it("find the school with the most overdue reviews from the first screen", async () => {
    const page = await site.browser.newPage({ viewport: LAPTOP });
    await alone(page);
    await openPage(page, addressOf(site.address, "index"));
    const chart = page.locator(".stacked-bars");
    const rows = await chart.locator(".row-name").allInnerTexts();
    // The district stands above its schools, what needs attention first, and the school without a figure is named last.
    expect(rows.map(spaced).filter((name) => name !== "")).toEqual([
      "Marsh Valley School District (1,846)",
      "Birch Middle School (554)",
      "Cedar Ridge High School (978)",
      "Alder Elementary School (295)",
    ]);
    const bar = chart.locator(".bar").nth(1);
    expect(await bar.getAttribute("aria-label")).toContain("Birch Middle School, 554 students");
    expect(await bar.getAttribute("aria-label")).toContain("Not held 25%");
    expect((await bar.boundingBox())!.y).toBeLessThan(LAPTOP.height);
    await chart.getByRole("link", { name: "Birch Middle School" }).click();
    await untilDrawn(page);
    expect(await page.locator("h2.school-name").innerText()).toContain("Birch Middle School");
    await page.close();
  });

  it("see the whole overview at once on a laptop", async () => {
    for (const district of ["marsh-valley", "marsh-valley-staff"]) {
      const page = await site.browser.newPage({ viewport: LAPTOP });
      await page.route("**/data/districts.json", (route) =>
        route.fulfill({ json: { districts: [{ id: district, name: "Marsh Valley" }] } }),
      );
      await openPage(page, addressOf(site.address, "index"));
      for (const part of [".answer", ".figures", ".stacked-bars", ".actions", ".changes"]) {
        const box = await page.locator(part).first().boundingBox();
        expect({ part, ends: Math.round(box!.y + box!.height) <= LAPTOP.height }).toEqual({
          ...{ part, ends: true },
        });
      }
      await page.close();
    }
  });

  it("read the overview in one column on a phone", async () => {
    const page = await site.browser.newPage({ viewport: PHONE });
    await openPage(page, addressOf(site.address, "index"));
    const parts = [".answer", ".figures", ".stacked-bars", ".actions", ".changes"];
    const boxes = await Promise.all(parts.map((part) => page.locator(part).first().boundingBox()));
    let before = 0;
    for (const box of boxes) {
      expect(box!.y).toBeGreaterThanOrEqual(before);
      expect(box!.width).toBeGreaterThan(PHONE.width / 2);
      before = box!.y + box!.height;
    }
    await page.close();
  });

  it("see a number in every table on a phone without scrolling sideways", async () => {
    const page = await site.browser.newPage({ viewport: PHONE });
    for (const name of ["schools", "requirements", "groups"]) {
      await openPage(page, addressOf(site.address, name));
      await page.evaluate(
        `document.querySelectorAll("details").forEach((part) => (part.open = true))`,
      );
      for (const table of await page.locator("table:has(td.number)").all()) {
        const cell = table.locator("tbody td.number").first();
        const { x, width } = (await cell.boundingBox())!;
        expect(x).toBeGreaterThan(0);
        expect(x + width).toBeLessThanOrEqual(PHONE.width);
        expect(await cell.innerText()).toMatch(/\d/);
      }
    }
    await page.close();
  });

  it.each(["Letter", "A4"] as const)(
    "print one sheet of the district and one of each school: %s",
    async (format) => {
      const page = await site.browser.newPage({ viewport: LAPTOP });
      await alone(page);
      const sheets: { [what: string]: number } = {};
      await openPage(page, addressOf(site.address, "index"));
      sheets["district"] = await sheetsOf(page, format);
      for (const school of ["101", "102", "103", "104"]) {
        await openPage(page, addressOf(site.address, "schools", `?school=${school}`));
        sheets[school] = await sheetsOf(page, format);
      }
      expect(sheets).toEqual({ district: 1, "101": 1, "102": 1, "103": 1, "104": 1 });
      expect(await page.title()).toBe("Dune Academy: Individual Learning Plans · May 20, 2022");
      await page.close();
    },
  );

  it("print which district and day a sheet is of, and no navigation", async () => {
    const page = await site.browser.newPage({ viewport: LAPTOP });
    await openPage(page, addressOf(site.address, "index"));
    await page.emulateMedia({ media: "print" });
    for (const hidden of ["#observablehq-header", "button.print"])
      expect(await page.locator(hidden).first().isVisible()).toBe(false);
    expect(await page.locator(".chart-key").isVisible()).toBe(true);
    const margins = await page.evaluate<string>(
      `[...document.querySelectorAll(".page style")].map((style) => style.textContent).join()`,
    );
    expect(margins).toContain("Marsh Valley School District · Individual Learning Plans");
    expect(margins).toContain("Data as of May 20, 2022");
    await page.close();
  });

  it("print an earlier day on one sheet each, and not what can be opened on a screen alone", async () => {
    const page = await site.browser.newPage({ viewport: LAPTOP });
    for (const [name, query] of [
      ["index", "?release=2022-03-11-fixture"],
      ["schools", "?release=2022-03-11-fixture&school=102"],
    ] as const) {
      await openPage(page, addressOf(site.address, name, query));
      expect(await page.locator(".notice a").count()).toBe(1);
      expect(await sheetsOf(page, "Letter")).toBe(1);
      await page.emulateMedia({ media: "print" });
      expect(await page.locator(".notice").innerText()).toBe(
        "You are looking at earlier figures, of March 11, 2022",
      );
      await page.emulateMedia({ media: null });
    }
    await page.close();
  });

  it("print cards whole, to both edges of the paper", async () => {
    const page = await site.browser.newPage({ viewport: { width: 725, height: 943 } });
    await page.emulateMedia({ media: "print" });
    await openPage(page, addressOf(site.address, "index"));
    const { x, width } = (await page.locator(".card").first().boundingBox())!;
    expect([x, x + width]).toEqual([1, 724]);
    await page.close();
  });

  it("do all of that with the keyboard alone", async () => {
    const page = await site.browser.newPage({ viewport: LAPTOP });
    await openPage(page, addressOf(site.address, "index"));
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").innerText()).toBe("Skip to the figures");
    await page.keyboard.press("Enter");
    // A bar says more while it has the focus, and until Escape.
    await tabTo(
      page,
      `focus.matches(".bar") && focus.getAttribute("aria-label").startsWith("Birch")`,
    );
    expect(await page.locator(".chart-tip:visible").innerText()).toContain("Birch Middle School");
    await page.keyboard.press("Escape");
    expect(await page.locator(".chart-tip:visible").count()).toBe(0);
    await openPage(page, addressOf(site.address, "index"));
    await tabTo(page, `focus.textContent === "Birch Middle School"`);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/schools.html?school=102");
    await untilDrawn(page);
    await tabTo(page, `focus.matches("button.print")`);
    await openPage(page, addressOf(site.address, "requirements"));
    await tabTo(page, `focus.matches("select[data-key=requirement]")`);
    await page.keyboard.press("ArrowDown");
    await untilDrawn(page);
    expect(new URL(page.url()).searchParams.get("requirement")).toBe("all-requirements");
    // The list that was chosen from keeps the focus when the page is drawn anew.
    expect(await page.locator(":focus").getAttribute("data-key")).toBe("requirement");
    await tabTo(page, `focus.matches("thead button")`);
    await page.keyboard.press("Enter");
    expect(await page.locator("th[aria-sort]").first().getAttribute("aria-sort")).toBe("ascending");
    await page.close();
  });

  it("read the numbers of a phone's table with the keyboard, those folded under a row too", async () => {
    const page = await site.browser.newPage({ viewport: PHONE });
    await openPage(page, addressOf(site.address, "schools"));
    await tabTo(page, `focus.matches("button.fold")`);
    await page.keyboard.press("Enter");
    const under = page.locator(".under-row").first();
    expect(spaced(await under.innerText())).toMatch(/First review of the year held 90–94%/);
    await page.close();
  });
});
