import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildDashboard } from "../../dashboard/build.ts";
import type { ReleaseManifest } from "../../functions/releases/manifest/manifest.ts";
import { CHROMIUM, openBrowser } from "./browser.ts";
import { addressOf, checkPages, DESKTOP, openPage, PAGES, PHONE } from "./check-pages.ts";
import { writeFixture } from "./fixture/write-fixture.ts";
import { serveSite, type Served } from "./serve.ts";

const STAFF = "?district=marsh-valley-staff";
/** Those whose words are of figures alone. */
const FIGURE_PAGES = ["index", "compliance", "transitions", "mandate", "school", "measures"];
const PRINCIPAL = "?district=marsh-valley-principal";

/** Runs in the page: where the numbers of its tables and cards lead. */
const STUDENTS_LINKS = `[...document.querySelectorAll("a.students")].map((link) => ({
  number: link.textContent,
  name: link.getAttribute("aria-label"),
  to: new URL(link.href).pathname + new URL(link.href).search,
}))`;

interface StudentsLink {
  readonly number: string;
  readonly name: string;
  readonly to: string;
}

describe.skipIf(CHROMIUM === undefined)("pages of the exact edition", { timeout: 30_000 }, () => {
  const data = mkdtempSync(join(tmpdir(), "ilp-exact-edition-"));
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

  const open = (name: string, query: string) =>
    openPage(page, addressOf(served.address, name, query));
  const text = async () =>
    (await page.locator("main").innerText()).replaceAll(/\s+/g, " ").replaceAll(" .", ".");
  const links = () => page.evaluate<readonly StudentsLink[]>(STUDENTS_LINKS);

  it.each([STAFF, PRINCIPAL])("open without a fault (%s)", async (query) => {
    const pages = ["index", "compliance", "transitions", "data-quality", "definitions"];
    expect(await checkPages(browser, served.address, { query, pages })).toEqual([]);
  });

  it("say what became of every record of each file", async () => {
    await open("data-quality", STAFF);
    const card = page.locator(".card", { hasText: "What became of every record of each file" });
    const cells = async (of: string) =>
      (await card.locator(of).allInnerTexts()).map((cell) => cell.replaceAll(/\s+/g, " ").trim());
    expect(await cells("tbody tr:first-child > *")).toEqual([
      ...["users.csv Students and staff", "1,240", "1,218", "12", "7", "3", "21", "used"],
    ]);
    expect((await cells("thead th")).map((title) => title.replace(/ ?[↕↑↓]$/, ""))).toEqual([
      ...["File", "Records", "Accepted", "Rejected", "Repeated", "Contradicted"],
      ...["Values set aside", "Outcome"],
    ]);
    await open("data-quality", "");
    expect(await page.locator("th", { hasText: "Contradicted" }).count()).toBe(0);
  });

  it("say an exact share with the number of students, and no word of bands", async () => {
    await open("compliance", `${STAFF}&requirement=review-2`);
    const row = page.locator("tbody tr", { hasText: "Cedar Ridge High School" }).first();
    expect((await row.innerText()).replaceAll(/\s+/g, " ").trim()).toBe(
      "Cedar Ridge High School All students 49% · 479 9% · 88 23% · 225 8% · 78 none 11% · 108 978",
    );
    const card = page.locator(".figure", { hasText: "Not held" });
    expect((await card.innerText()).replaceAll(/\s+/g, " ").trim()).toBe(
      "Not held 24% 443 of 1,846 students",
    );
    for (const name of FIGURE_PAGES) {
      await open(name, STAFF);
      const words = (await text()).replace(/Of the public release: .*$/, "");
      expect({
        name,
        words: words.match(
          /at most \d|or more|\d–\d+%|too few students|left out no figure|as of a day|next public release/gi,
        ),
      }).toEqual({ name, words: null });
      expect(words).toContain("Staff edition, exact: names of students stay inside the district.");
    }
  });

  it("lead from a number to its students: place, group, requirement and what they have of it", async () => {
    await open("compliance", `${STAFF}&requirement=review-2`);
    const ofStatuses = await links();
    const to = (part: string) => ofStatuses.find(({ name }) => name.includes(part))?.to;
    const at = (query: string) => `/students.html?${query}&district=marsh-valley-staff`;
    expect(to("Second review of the year, Not held, Cedar Ridge")).toBe(
      at("school=103&requirement=review-2&status=not-held"),
    );
    expect(to("Second review of the year, Not held, Marsh Valley")).toBe(
      at("requirement=review-2&status=not-held"),
    );
    expect(to("Second review of the year, Grade 11, Held late, Cedar Ridge")).toBe(
      at("school=103&grade=11&requirement=review-2&status=held-late"),
    );
    expect(to("First review of the year, Review overdue, Birch")).toBe(
      at("school=102&requirement=review-1&need=overdue"),
    );
    await open("compliance", STAFF);
    expect((await links()).find(({ name }) => name.includes("All reviews together"))?.to).toBe(
      at("requirement=all-reviews&status=on-time"),
    );
    await open("mandate", `${STAFF}&school=103`);
    const ofStandings = await links();
    const standing = (part: string) => ofStandings.find(({ name }) => name.includes(part))?.to;
    expect(standing("All requirements together, Not met, Cedar Ridge")).toBe(
      at("school=103&requirement=all&status=not-met"),
    );
    expect(standing("Counseling on the plan at the times that the district sets, Met, Cedar")).toBe(
      at("school=103&requirement=counseling&status=met"),
    );
    await open("data-quality", STAFF);
    expect(await links()).toContainEqual({
      number: "39",
      name: "39 students: Plan at another school, Cedar Ridge High School",
      to: at("school=103&problem=wrong-school"),
    });
    await open("school", `${STAFF}&school=103`);
    expect((await links()).find(({ name }) => name.includes("Reviews held on time"))?.to).toBe(
      at("school=103&requirement=all-reviews&status=on-time"),
    );
  });

  it("lead from no zero, from no number of a student group, and from none of an earlier edition", async () => {
    await open("compliance", STAFF);
    expect((await links()).filter(({ number }) => number === "0")).toEqual([]);
    await open("groups", STAFF);
    expect(await page.locator(".exact .count").count()).toBeGreaterThan(0);
    expect(await links()).toEqual([]);
    await open("compliance", `${STAFF}&release=2022-03-11-fixture`);
    expect(await page.locator(".exact .count").count()).toBeGreaterThan(10);
    expect(await links()).toEqual([]);
    expect(await text()).toContain("You are looking at an older edition, as of March 11, 2022");
    expect(await text()).toContain("Its numbers open no list");
  });

  it("have no such number and no such link on the public site", async () => {
    for (const name of PAGES) {
      await open(name, "?district=marsh-valley");
      const found = page.locator("a[href*='students.html'], a[href*='worklist.html'], .exact");
      expect({ name, found: await found.count() }).toEqual({ name, found: 0 });
    }
  });

  it("say which schools are exact for a principal, and that the rest is as in the public release", async () => {
    await open("compliance", PRINCIPAL);
    expect(await text()).toContain(
      "Exact: Cedar Ridge High School. The district and the other schools are shown as in the public release of March 11, 2022.",
    );
    const places = new Set((await links()).map(({ name }) => name.split(", ").at(-1)));
    expect(places).toEqual(new Set(["Cedar Ridge High School"]));
    const birch = page.locator("tbody tr", { hasText: "Birch Middle School" }).first();
    expect(await birch.innerText()).not.toContain("·");
    // What is too small in public is named, as the public has it.
    expect(await text()).toContain("Too few students: Dune Academy.");
    await open("data-quality", PRINCIPAL);
    const rows = await page
      .locator(".table-card", { hasText: "plan and enrollment do not agree" })
      .locator("tbody tr td:first-child")
      .allInnerTexts();
    expect(new Set(rows)).toEqual(new Set(["Cedar Ridge High School"]));
  });

  it("open the school report on a school that is exact, where the address names none", async () => {
    await open("school", PRINCIPAL);
    expect(await page.locator("h2.school-name").innerText()).toBe("Cedar Ridge High School");
    await open("school", `${PRINCIPAL}&school=102`);
    expect(await page.locator("h2.school-name").innerText()).toBe("Birch Middle School");
    await open("school", STAFF);
    expect(await page.locator("h2.school-name").innerText()).toBe("Alder Elementary School");
  });

  it("say that a page of the whole district has nothing yet where no public release is out", async () => {
    // As the console answers a principal then: without the tables that are of no school.
    const manifests = "**/marsh-valley-principal/releases/2022-05-20-fixture/manifest.json";
    await page.route(manifests, async (route) => {
      const manifest = (await (await route.fetch()).json()) as ReleaseManifest;
      const tables = manifest.tables.filter(({ name }) => name !== "files");
      const scope = { ...manifest.scope, publicRelease: null, publicAsOf: null };
      await route.fulfill({ json: { ...manifest, tables, scope } });
    });
    await open("data-quality", PRINCIPAL);
    expect(await text()).toContain(
      "This page is of the whole district, which has no public release yet",
    );
    await open("compliance", PRINCIPAL);
    expect(await text()).toContain(
      "Exact: Cedar Ridge High School. The district and the other schools are without figures until a public release is out.",
    );
    await page.unroute(manifests);
  });

  it("do not say that a milestone which no public release has does not apply", async () => {
    await open("transitions", `${PRINCIPAL}&move=12`);
    const row = (school: string) =>
      page
        .locator(".table-card", { hasText: "milestones by school" })
        .locator("tbody tr", { hasText: school });
    expect((await row("Cedar Ridge").innerText()).replaceAll(/\s+/g, " ")).toMatch(
      /^Cedar Ridge High School \d+% · \d+ \d+% · \d+ \d+% · \d+ \d+% · \d+$/,
    );
    expect((await row("Marsh Valley").innerText()).replaceAll(/\s+/g, " ")).toMatch(
      /^Marsh Valley School District not public not public not public \d+(–\d+)?%$/,
    );
  });

  it("leave a finger's breadth to tap a number on a phone", async () => {
    const phone = await browser.newPage({ viewport: PHONE });
    await openPage(phone, addressOf(served.address, "compliance", STAFF));
    const boxes = await phone.evaluate<readonly { width: number; height: number }[]>(
      `[...document.querySelectorAll("a.students")].map((link) => link.getBoundingClientRect().toJSON())`,
    );
    expect(boxes.length).toBeGreaterThan(10);
    expect(boxes.filter(({ width, height }) => width < 44 || height < 44)).toEqual([]);
    await phone.close();
  });
});
