// Longer than most: the site is built and served once for all pages.
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tableFromIPC } from "apache-arrow";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildDashboard } from "../../dashboard/build.ts";
import { isShown, shareInWords } from "../../functions/releases/words/share-words.ts";
import { TABLES } from "../../functions/releases/tables/tables.ts";
import { CHROMIUM, openBrowser } from "./browser.ts";
import {
  addressOf,
  checkPages,
  DESKTOP,
  openPage,
  outOfCard,
  PAGES,
  PHONE,
} from "./check-pages.ts";
import { writeFixture } from "./fixture/write-fixture.ts";
import { serveSite, type Served } from "./serve.ts";

interface Ends {
  readonly low: number | null;
  readonly high: number | null;
}

/** 210 by 297 mm less the margins of the stylesheet, in CSS pixels. */
const A4_BETWEEN_MARGINS = { width: 703, height: 1024 } as const;

/** Runs in the page: words of one chart that lie over one another by more than a hair. */
const WORDS_THAT_OVERLAP = `(() => {
  const faults = [];
  for (const chart of document.querySelectorAll(".chart svg")) {
    const words = [...chart.querySelectorAll("text")].map((word) => [word.textContent, word.getBoundingClientRect()]);
    words.forEach(([text, box], index) => {
      for (const [other, over] of words.slice(index + 1)) {
        const wide = Math.min(box.right, over.right) - Math.max(box.left, over.left);
        const high = Math.min(box.bottom, over.bottom) - Math.max(box.top, over.top);
        if (wide > 2 && high > 4) faults.push(text + " / " + other);
      }
    });
  }
  return faults;
})()`;

/** Runs in the page: what it says to the eye and to a screen reader. */
const EVERY_WORD = `(() => {
  const words = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (!["SCRIPT", "STYLE"].includes(walker.currentNode.parentElement.tagName)) words.push(walker.currentNode.data);
  }
  return words.join("\\n");
})() + "\\n" + [
  ...[...document.querySelectorAll("[aria-label], [aria-description], [title]")].flatMap((node) =>
    ["aria-label", "aria-description", "title"].map((name) => node.getAttribute(name) ?? "")),
].join("\\n")`;

/** Runs in the page: whether each line without length of a chart is painted beside its middle. */
const exactMarksSeen = (sentence: string) => `(() => {
  const chart = document.querySelector(".chart svg[aria-label^='${sentence}']");
  return [...chart.querySelectorAll("path[d]")].flatMap((path) => {
    const [, x1, y1, x2, y2] = /^M([\\d.]+),([\\d.]+)L([\\d.]+),([\\d.]+)$/.exec(path.getAttribute("d")) ?? [];
    if (x1 === undefined || x1 !== x2 || y1 !== y2) return [];
    path.scrollIntoView({ block: "center" });
    const { x, y } = new DOMPoint(Number(x1) + 3, Number(y1)).matrixTransform(path.getScreenCTM());
    return [document.elementsFromPoint(x, y).includes(path)];
  });
})()`;

if (CHROMIUM === undefined)
  console.warn("dashboard pages are not tested: no Chromium on this machine");

describe.skipIf(CHROMIUM === undefined)("dashboard pages", { timeout: 30_000 }, () => {
  const data = mkdtempSync(join(tmpdir(), "ilp-dashboard-"));
  let served: Served;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    await buildDashboard();
    writeFixture(data);
    served = await serveSite(data);
    browser = await openBrowser();
    page = await browser.newPage({ viewport: DESKTOP });
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await served.close();
    rmSync(data, { recursive: true, force: true });
  });

  const open = (name: string, query = "") => openPage(page, addressOf(served.address, name, query));
  const text = () => page.locator("main").innerText();

  /** The faults of the pages of a release with a past, and every word of each on a desktop: opened once. */
  let seen: Promise<{ faults: readonly string[]; said: ReadonlyMap<string, string> }> | undefined;
  const releaseWithPast = () => {
    const said = new Map<string, string>();
    const look: NonNullable<Parameters<typeof checkPages>[2]>["look"] = async (
      tab,
      name,
      width,
    ) => {
      if (width === DESKTOP) said.set(name, await tab.evaluate<string>(EVERY_WORD));
    };
    seen ??= checkPages(browser, served.address, { look }).then((faults) => ({ faults, said }));
    return seen;
  };

  it("say no share that no file of the release has, in words, names of charts or tips", async () => {
    const shares = /\d+(?:–\d+)?%/g;
    const files = readdirSync(data, { recursive: true, withFileTypes: true }).map((file) =>
      join(file.parentPath, file.name),
    );
    const rows = files
      .filter((path) => path.endsWith(".arrow") && !/-(staff|principal)/.test(path))
      .flatMap((path) => tableFromIPC(readFileSync(path)).toArray());
    const whole = (rate: unknown): number => Math.round(Number(rate) * 100);
    // Mean attendance rates, which are estimates and no shares of students.
    const means = rows
      .filter(({ mean }) => typeof mean === "number")
      .flatMap(({ mean, low, high }) => [`${whole(mean)}%`, `${whole(low)}–${whole(high)}%`]);
    const ends = rows.flatMap((row): Ends[] => [
      { low: row["low"] as Ends["low"], high: row["high"] as Ends["high"] },
      { low: row["previousLow"] as Ends["low"], high: row["previousHigh"] as Ends["high"] },
    ]);
    const shown = ends.filter(({ low }) => typeof low === "number").filter(isShown);
    const words = files
      .filter((path) => path.endsWith(".json"))
      .flatMap((path) => readFileSync(path, "utf8").match(shares) ?? []);
    const told = new Set([
      ...shown.flatMap((share) => shareInWords(share).match(shares) ?? []),
      ...words,
      ...means,
      // The scale of every chart, the key of marks, and the width of intervals.
      ...["0%", "25%", "50%", "75%", "100%", "5%", "60–69%", "95%"],
    ]);
    expect(told.size).toBeGreaterThan(30);
    const unknown: string[] = [];
    for (const [name, said] of (await releaseWithPast()).said) {
      expect(said.length).toBeGreaterThan(300);
      for (const share of said.match(shares) ?? []) {
        if (!told.has(share)) unknown.push(`${name}: ${share}`);
      }
    }
    expect((await releaseWithPast()).said.size).toBe(PAGES.length);
    expect(unknown).toEqual([]);
  }, 60_000);

  it("open without a fault on a release with a past, the words of each chart within its card", async () => {
    expect((await releaseWithPast()).faults).toEqual([]);
  }, 60_000);

  it("open without a fault on the first release of a year", async () => {
    const query = "?district=new-harbor";
    // A desktop differs in how cards stand beside one another, which is as on a release with a past.
    const widths = [PHONE];
    expect(await checkPages(browser, served.address, { query, widths })).toEqual([]);
  });

  it("show the figures of the release with whom they speak of and the change", async () => {
    await open("index");
    const card = page.locator("[data-measure=review-timeliness]");
    expect(await card.locator(".figure-value").innerText()).toBe("68%");
    expect(await card.innerText()).toContain("of 1,846 students");
    const plans = page.locator("[data-measure=plan-coverage]");
    expect(await plans.innerText()).toContain("up from 86% on March 11, 2022");
    expect(await text()).toContain("Data as of");
  });

  it("compare no rate across a requirement that has come due, and draw its past apart", async () => {
    await open("index");
    const card = page.locator("[data-measure=review-timeliness]");
    expect(await card.locator(".figure-change").innerText()).toBe(
      "not compared with March 11, 2022, when a different set of requirements was due",
    );
    // One figure is no past.
    expect(await card.locator("svg").count()).toBe(0);
    expect(await page.locator("[data-measure=plan-coverage] svg").count()).toBe(1);
    await open("measures", "?measure=review-timeliness");
    expect(await text()).toContain("Gray: not compared with the latest figure");
    const past = page.locator(".chart svg[aria-label*='March 11, 2022, not compared']");
    expect(await past.count()).toBeGreaterThan(0);
    await open("measures", "?measure=plan-coverage");
    expect(await text()).not.toContain("Gray:");
  });

  it("ask for the tables they draw and no others", async () => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await open("data-quality");
    page.removeAllListeners("request");
    const tables = asked
      .filter((path) => path.endsWith(".arrow"))
      .map((path) => path.split("/").at(-1));
    expect(tables.sort()).toEqual(["files.arrow", "records-changed.arrow", "rejects.arrow"]);
  });

  it("give the mark of a figure that is not shown and never a number", async () => {
    await open("measures", "?measure=plan-coverage");
    const row = page.locator("tr", { hasText: "Dune Academy" });
    expect((await row.innerText()).replaceAll(/\s+/g, " ").trim()).toBe(
      "Dune Academy All students too few students",
    );
    await open("school", "?school=104");
    expect(await text()).toContain("Dune Academy has too few students");
    expect(await page.locator(".figure-value, .chart, table").count()).toBe(0);
  });

  it("say once in a chart which schools have no figure, and sort them last", async () => {
    await open("compliance");
    const card = page.locator(".card", { hasText: "Where students stand with their reviews" });
    const words = await card.innerText();
    expect(words.match(/too few students/gi)).toHaveLength(1);
    expect(words.trim().split("\n").at(-1)).toBe("Too few students: Dune Academy.");
  });

  it("say the day of a figure that was kept from an earlier drawing", async () => {
    const day = "as of March 11, 2022";
    await open("school", "?school=102");
    const card = page.locator("[data-measure=review-timeliness]");
    expect(await card.locator(".figure-change").innerText()).toBe(day);
    const cells = await page.locator("td small", { hasText: /^as of/ }).allInnerTexts();
    expect(cells.length).toBeGreaterThan(0);
    expect(new Set(cells)).toEqual(new Set([day]));
    await open("compliance");
    const rows = page.locator("tbody tr", { hasText: day });
    const places = await rows.locator("td:first-child").allInnerTexts();
    expect(new Set(places.map((place) => place.trim()))).toEqual(new Set(["Birch Middle School"]));
    expect(await page.locator("tbody tr", { hasText: "Cedar Ridge" }).count()).toBeGreaterThan(0);
  });

  it("draw an exact share as a mark that can be seen", async () => {
    for (const [name, chart] of [
      ["measures", "Students with an open plan, All students, by school"],
      ["compliance", "Two in three students"],
    ] as const) {
      await open(name, "?district=marsh-valley-staff&measure=plan-coverage");
      const seen = await page.evaluate<readonly boolean[]>(exactMarksSeen(chart));
      expect(seen.length).toBeGreaterThan(2);
      expect(seen).not.toContain(false);
    }
  });

  it("draw the staff edition without a fault, and its milestones", async () => {
    const query = "?district=marsh-valley-staff";
    expect(
      await checkPages(browser, served.address, { query, pages: ["groups", "school"] }),
    ).toEqual([]);
    await open("transitions", `${query}&move=8-9`);
    const named = page.locator("svg[aria-label^='Birch Middle School, Grade 8 to 9.']");
    expect(await named.getAttribute("aria-label")).toMatch(
      /1\. Plan open \d+%; 2\. Plan reviewed \d+%; 3\. Focus areas present \d+%; All of these \d+%/,
    );
    expect(await text()).not.toContain("Next public release");
  });

  it("do not read too little data as 0%", async () => {
    await open("transitions");
    const card = page.locator(".card", { hasText: "Ready for the transition" }).first();
    expect(await card.innerText()).toContain("Not enough data: Entering grade 6.");
    await open("transitions", "?move=6");
    expect(await page.locator(".chosen").innerText()).not.toMatch(/\d\s*%/);
  });

  it("follow a cohort school by school, and say where its milestones are", async () => {
    await open("transitions", "?move=8-9");
    const row = page.locator("tr", { hasText: "Birch Middle School" });
    expect((await row.innerText()).replaceAll(/\s+/g, " ").trim()).toBe(
      "Birch Middle School not applicable 40–44% as of March 11, 2022 not applicable",
    );
    const named = page.locator(
      "svg[aria-label^='Ready for the transition, Grade 8 to 9, by school.']",
    );
    expect(await named.getAttribute("aria-label")).toContain("Birch Middle School 40–44%");
    expect(await text()).toContain("is in the staff edition");
    expect(await text()).not.toContain("All of these");
  });

  it("say when the next public release is due", async () => {
    await open("index");
    expect(await page.locator(".provenance").innerText()).toContain("due June 1, 2022 (monthly)");
    await open("data-quality", "?district=quiet-creek");
    expect(await page.locator(".provenance").innerText()).toContain(
      "no day is set (published by hand)",
    );
  });

  it("say that a district is too small, once on each page of figures, with no empty chart or table", async () => {
    const query = "?district=quiet-creek";
    expect(
      await checkPages(browser, served.address, { query, pages: ["mandate", "attendance"] }),
    ).toEqual([]);
    for (const name of [
      "index",
      "compliance",
      "mandate",
      "groups",
      "transitions",
      "school",
      "measures",
    ]) {
      await open(name, query);
      const words = await text();
      expect(words.match(/too small for public figures/g)).toHaveLength(1);
      expect(words).toContain("No school has 20 students or more to count here");
      expect(words).not.toMatch(/too few students|\d%/);
      expect(await page.locator(".chart, .figure, .mark:not(td .mark)").count()).toBe(0);
    }
    await open("attendance", query);
    expect(await page.locator(".chart, table").count()).toBe(0);
    await open("data-quality", query);
    expect(await text()).not.toContain("too small for public figures");
    await open("protection", query);
    expect(await text()).toContain("Too small for public figures: Quiet Creek School.");
  });

  it("promise no more of protection than is so", async () => {
    await open("protection");
    const words = await text();
    expect(words).toContain("at most 5, mostly 0 to 2");
    expect(words).toContain("This is no mathematical guarantee");
    expect(words).not.toMatch(/proven|nobody can|cannot be told|differentially private/i);
  });

  it("open where the address points, once it is drawn", async () => {
    await open("mandate", "#counseling");
    expect((await page.locator("#counseling").boundingBox())?.y).toBeLessThan(500);
  });

  it("say of every requirement what it asks, of whom, by when, and where that is written", async () => {
    await open("mandate");
    const rule = page.locator("#review-2");
    const words = (await rule.innerText()).replaceAll(/\s+/g, " ");
    expect(words).toContain("Asked of Grades 6 to 12");
    expect(words).toContain("Due By the last instructional day of the school year");
    expect(words).toContain("A convention of this project");
    expect(words).toContain("Asks for Review: must");
    expect(words).toContain("Good practice profile, section 2 Recalled, not checked");
    expect(words).toContain("What would decide it reviews with the day on which each was held");
    expect(words).toContain("Not confirmed This project has not read the text");
    expect(await text()).toContain("The official text must be checked before use.");
    expect(await text()).toContain("3 of 9 requirements and duties could only be recalled");
    expect(await text()).toContain("Not in force on May 20, 2022");
    expect(await text()).toContain("The text says “periodically”, which names no day.");
  });

  it("say of every requirement how far it was checked, when and in which edition it was read, and what is not confirmed", async () => {
    await open("mandate");
    const rows = await page
      .locator(".table-card", { hasText: "the text behind it" })
      .locator("tbody tr")
      .allInnerTexts();
    const words = rows.map((row) => row.replaceAll(/\s+/g, " ").trim());
    expect(words[0]).toBe(
      "First review of the year Seen in a public page January 15, 2026 Register of 2025",
    );
    expect(words[1]).toBe(
      "Second review of the year Recalled, not checked This project has not read the text: the rule is recalled and must be checked. no day on record",
    );
    expect(words.find((row) => row.startsWith("Review for the move"))).toContain(
      "Confirmed by the district This project has not read the text: the rule is recalled and must be checked. Confirmed by the district on March 1, 2026: The register, section 4",
    );
  });

  it("draw every requirement where the mandate names no review, and no empty part", async () => {
    const query = "?district=stone-bridge";
    const pages = ["index", "compliance", "transitions", "school"];
    expect(await checkPages(browser, served.address, { query, pages })).toEqual([]);
    for (const [name, title] of [
      ["index", "Where students stand with all that is asked"],
      ["compliance", "How students stand on each requirement"],
      ["transitions", "How students stand on each requirement"],
      ["school", "Where students stand, by requirement"],
    ] as const) {
      await open(name, name === "school" ? `${query}&school=103` : query);
      expect(await text()).toContain(title);
      expect(await page.locator(".chart").count()).toBeGreaterThan(0);
      expect(
        await page.locator("fieldset:not(:has(input)), table:not(:has(tbody td))").count(),
      ).toBe(0);
    }
    await open("index", query);
    expect(await page.locator(".figure-name").first().innerText()).toBe("All requirements met");
    const steps = page.locator(".table-card", { hasText: "Open next steps" });
    expect((await steps.locator("tbody tr").nth(0).innerText()).replaceAll(/\s+/g, " ")).toMatch(
      /^Marsh Valley School District ?Counseling on the plan .* Record late or missing 3\d%/,
    );
  });

  it("divide the students of a requirement into met, not met, not determinable and not applicable", async () => {
    await open("mandate", "?school=103");
    const row = page.locator("tr", { hasText: "Counseling on the plan" }).first();
    expect((await row.innerText()).replaceAll(/\s+/g, " ").trim()).toBe(
      "Counseling on the plan at the times that the district sets 53% at most 1% 38% 9% 978",
    );
    expect(await page.locator(".sentence p").first().innerText()).toBe(
      "44% of 1,846 students have at least one requirement that is due and not met (missing or late).",
    );
  });

  it("put the overdue duties of the district first, with their days", async () => {
    await open("mandate");
    const rows = page
      .locator(".table-card", { hasText: "Duties of the district" })
      .locator("tbody tr");
    const words = (await rows.allInnerTexts()).map((row) => row.replaceAll(/\s+/g, " ").trim());
    expect(words[0]).toContain("Overdue Policy renewed");
    expect(words[0]).toContain("January 31, 2022 January 31, 2017");
    expect(words[1]).toContain("Yearly report");
    expect(words[1]).toContain("June 30, 2022 no record");
    expect(words[2]).toContain("no day no record");
  });

  it("let the keyboard choose a requirement of the mandate, and keep it in the address", async () => {
    await open("mandate");
    await page.getByRole("combobox", { name: "Requirement" }).focus();
    await page.keyboard.press("ArrowDown");
    expect(new URL(page.url()).searchParams.get("requirement")).toBe("review-1");
    expect(await text()).toContain("First review of the year: students by school and standing");
    await page.reload();
    await page.waitForSelector(".page[data-state]");
    expect(await text()).toContain("First review of the year: students by school and standing");
  });

  it("let the keyboard choose a review, and keep it in the address", async () => {
    await open("compliance");
    const before = await page.locator(".figure-value").first().innerText();
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").innerText()).toBe("Skip to the figures");
    await page.keyboard.press("Enter");
    for (let step = 0; step < 6; step++) {
      await page.keyboard.press("Tab");
      if ((await page.locator(":focus").getAttribute("name")) === "requirement") break;
    }
    await page.keyboard.press("ArrowDown");
    expect(new URL(page.url()).searchParams.get("requirement")).toBe("review-1");
    const after = await page.locator(".figure-value").first().innerText();
    expect(after).not.toBe(before);
    await page.reload();
    await page.waitForSelector(".page[data-state]");
    expect(await page.locator(".figure-value").first().innerText()).toBe(after);
  });

  it("carry an older release from page to page", async () => {
    await open("index", "?district=marsh-valley&release=2022-03-11-fixture");
    expect(await text()).toContain("You are looking at an older release, as of March 11, 2022");
    await page.locator("#pages a", { hasText: "Data quality" }).click();
    await page.waitForSelector(".page[data-state]");
    expect(new URL(page.url()).searchParams.get("release")).toBe("2022-03-11-fixture");
    expect(await text()).toContain("older release");
  });

  it("sort a table by its head", async () => {
    await open("measures", "?measure=plan-coverage");
    const head = page.locator("th", { hasText: "Share of students" });
    await head.locator("button").click();
    expect(await head.getAttribute("aria-sort")).toBe("ascending");
    const rates = await page.locator("tbody tr td:nth-child(3)").allInnerTexts();
    const numbers = rates
      .filter((rate) => rate.endsWith("%"))
      .map((rate) => Number.parseInt(rate, 10));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    await head.locator("button").click();
    expect(await head.getAttribute("aria-sort")).toBe("descending");
  });

  it("offer each table as CSV and Arrow", async () => {
    await open("definitions");
    const hrefs = await page.evaluate(
      "[...document.querySelectorAll('.downloads a')].map((link) => link.href)",
    );
    expect(hrefs).toHaveLength(TABLES.length * 2);
    const answers = await Promise.all((hrefs as string[]).map((href) => page.request.get(href)));
    expect(answers.every((answer) => answer.ok())).toBe(true);
  });

  it("speak of associations only", async () => {
    await open("attendance");
    expect(await text()).toContain("It does not say why");
    expect(await text()).not.toMatch(
      /impact|effect of|improves|reduces|leads to|because|due to|drives|boosts|works|proven/i,
    );
  });

  it("say when a release is old, and what to do", async () => {
    await open("index", "?district=new-harbor");
    expect(await text()).toContain("These figures are old: the last release came on May 21, 2022");
    expect(await text()).toContain("This is the first release of the school year");
  });

  it("say when there is no such district or release", async () => {
    await open("index", "?district=nowhere");
    expect(await text()).toContain("No district “nowhere” is published here");
    await open("index", "?release=never");
    expect(await text()).toContain("No release “never” of Marsh Valley School District");
  });

  it("say what to do before anything is published, and when a release cannot be read", async () => {
    const empty = join(data, "empty");
    mkdirSync(empty);
    const other = await serveSite(empty);
    await openPage(page, addressOf(other.address, "compliance"));
    expect(await text()).toContain("No district is published yet");
    const broken = { districts: [{ id: "lost", name: "Lost" }] };
    writeFileSync(join(empty, "districts.json"), JSON.stringify(broken));
    await openPage(page, addressOf(other.address, "compliance"));
    expect(await text()).toContain("The release could not be read");
    expect(await text()).toContain("/lost/latest.json answered 404");
    await other.close();
  });

  it("say that a release is older than the page, and what to do", async () => {
    const older = join(data, "older");
    cpSync(join(data, "marsh-valley"), join(older, "marsh-valley"), { recursive: true });
    const districts = { districts: [{ id: "marsh-valley", name: "Marsh Valley" }] };
    writeFileSync(join(older, "districts.json"), JSON.stringify(districts));
    const path = join(older, "marsh-valley/releases/2022-03-11-fixture/manifest.json");
    const manifest = JSON.parse(readFileSync(path, "utf8")) as { tables: { name: string }[] };
    const tables = manifest.tables.filter(({ name }) => name !== "standings");
    writeFileSync(path, JSON.stringify({ ...manifest, tables }));
    const other = await serveSite(older);
    await openPage(page, addressOf(other.address, "mandate", "?release=2022-03-11-fixture"));
    expect(await text()).toContain("The release as of March 11, 2022 has no figures for this page");
    expect(await text()).toContain("Open the latest release, as of May 20, 2022");
    await other.close();
  });

  it("print every table and chart within its card", async () => {
    const paper = await browser.newPage({ viewport: A4_BETWEEN_MARGINS });
    await paper.emulateMedia({ media: "print" });
    for (const name of PAGES) {
      await openPage(paper, addressOf(served.address, name));
      await paper.evaluate("dispatchEvent(new Event('beforeprint'))");
      expect({ name, cut: await paper.evaluate<string[]>(outOfCard("th, td, svg text")) }).toEqual({
        name,
        cut: [],
      });
    }
    await paper.close();
  });

  it("let no two words of a chart of shares run into each other", async () => {
    for (const viewport of [DESKTOP, PHONE, A4_BETWEEN_MARGINS]) {
      await page.setViewportSize(viewport);
      for (const name of ["compliance", "transitions"]) {
        await open(name);
        expect(await page.locator(".chart svg text").count()).toBeGreaterThan(5);
        expect(await page.evaluate<string[]>(WORDS_THAT_OVERLAP)).toEqual([]);
      }
    }
    await page.setViewportSize(DESKTOP);
  });

  it("print a school on two sheets at most", async () => {
    await open("school", "?school=103");
    const sheets = await page.pdf({ format: "Letter" });
    expect(sheets.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(2);
  });
});
