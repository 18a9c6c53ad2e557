import { describe, expect, it } from "vitest";
import type { Overview } from "../../functions/releases/overview/overview.ts";
import { CHROMIUM } from "./browser.ts";
import { checkPages, openPage, addressOf, PAGES, PHONE } from "./check-pages.ts";
import { fixtureSite, spaced } from "./fixture-site.ts";

const STAFF = "?district=marsh-valley-staff";
const PRINCIPAL = "?district=marsh-valley-principal";

describe.skipIf(CHROMIUM === undefined)("pages of the exact edition", { timeout: 60_000 }, () => {
  const site = fixtureSite();
  /** Where links to lists of students lead, by what they say. */
  const lists = async () =>
    site.page.evaluate<readonly { readonly words: string; readonly to: string }[]>(
      `[...document.querySelectorAll("a[href*='students.html']")].map((link) => ({
        words: link.closest("li, p").textContent.replace(/\\s+/g, " ").trim(),
        to: new URL(link.href).pathname + new URL(link.href).search,
      }))`,
    );
  const row = async (school: string) =>
    spaced(
      await site.page
        .locator("tbody tr", { has: site.page.locator("th", { hasText: school }) })
        .first()
        .innerText(),
    );

  // A school of it, and in Spanish, are opened by `npm run soak every-page`.
  it.each([
    ["whole", STAFF],
    ["as a principal sees it", PRINCIPAL],
  ])("open without a fault: %s", async (_, query) => {
    expect(await checkPages(site.browser, site.address, { query })).toEqual([]);
  });

  it("say an exact share with the number of students, and no range", async () => {
    await site.open("requirements", `${STAFF}&requirement=review-2`);
    expect(await row("Cedar Ridge High School")).toBe(
      "Cedar Ridge High School All students 54% · 528 5% · 49 28% · 274 8% · 78 5% · 49 978",
    );
    for (const name of ["index", "schools", "requirements", "groups"]) {
      await site.open(name, STAFF);
      const words = await site.text();
      expect({
        name,
        words: words.match(/at most \d|\d% or more|\d–\d+%|too few students/gi),
      }).toEqual({
        ...{ name, words: null },
      });
      expect(words).toContain(
        "These figures are exact. Keep them, and the names of students, inside the district.",
      );
      expect(words).not.toContain("Next public release");
    }
  });

  it("show how late reviews are, with their numbers", async () => {
    await site.open("requirements", `${STAFF}&requirement=review-2&school=103`);
    const card = site.page.locator(".card", { hasText: "How late reviews are" });
    const words = spaced(await card.innerText());
    // 978 students: 6, 4 and 1% held late, and 5, 7 and 2% overdue.
    for (const count of ["59", "39", "10", "49", "68", "20"]) expect(words).toContain(count);
    expect(words).toContain("Numbers of students, with or without a plan.");
    expect(words).not.toContain("Each counts once");
    await site.open("requirements", STAFF);
    expect(spaced(await card.innerText())).toContain(
      "Each counts once, by the review that is latest.",
    );
    await site.open("requirements", "?requirement=review-2&school=103");
    expect(await site.text()).not.toContain("How late reviews are");
  });

  it("lead from an action to its students: place, requirement and need", async () => {
    await site.open("index", STAFF);
    const [first] = await lists();
    expect(first?.words).toContain("Goals in all three domains");
    expect(first?.words).toContain("1,163 students");
    expect(first?.to).toBe(
      "/students.html?district=marsh-valley-staff&requirement=goals&need=content-missing",
    );
    const records = (await lists()).find(({ to }) => to.includes("problem="));
    expect(records?.words).toMatch(/^Registrar: /);
    await site.open("schools", `${STAFF}&school=103`);
    for (const { to } of await lists()) expect(to).toContain("school=103");
    expect((await lists()).length).toBeGreaterThan(1);
  });

  it("lead to no list from an earlier edition, and say why", async () => {
    await site.open("index", `${STAFF}&release=2022-03-11-fixture`);
    expect(await lists()).toEqual([]);
    expect(await site.page.locator(".notice").count()).toBe(1);
    expect(await site.text()).toContain("March 11, 2022");
  });

  it("have no number of students who wait and no link to them on the public site", async () => {
    for (const name of PAGES) {
      await site.open(name, "?district=marsh-valley");
      const links = site.page.locator("a[href*='students.html']");
      expect({ name, links: await links.count() }).toEqual({ name, links: 0 });
    }
    const get = await site.page.request.get(
      `${site.address}/data/marsh-valley/releases/2022-05-20-fixture/overview.json`,
    );
    const { figures } = (await get.json()) as Overview;
    expect(figures.every(({ count }) => count === null)).toBe(true);
  });

  it("say which schools are exact for a principal, and that the rest is as in the public release", async () => {
    await site.open("index", PRINCIPAL);
    expect(await site.text()).toContain("Cedar Ridge High School");
    expect(spaced(await site.page.locator(".exact-places").innerText())).toMatch(
      /^Exact for you: Cedar Ridge High School\. .*March 11, 2022/,
    );
    await site.open("requirements", `${PRINCIPAL}&requirement=review-2`);
    expect(await row("Cedar Ridge High School")).toContain("·");
    expect(await row("Birch Middle School")).not.toContain("·");
    expect(await row("Marsh Valley School District")).not.toContain("·");
    expect(await row("Dune Academy")).toContain("too few students to show");
    await site.open("schools", `${PRINCIPAL}&school=102`);
    expect(await lists()).toEqual([]);
  });

  it("say of a principal's data to fix only what is of the schools that are exact", async () => {
    await site.open("methods", `${PRINCIPAL}#data`);
    const table = site.page.locator("table", { hasText: "plan and enrollment do not agree" });
    const places = (await table.locator("tbody th").allInnerTexts()).map(spaced);
    expect(places.length).toBeGreaterThan(0);
    expect(new Set(places)).toEqual(new Set(["Cedar Ridge High School"]));
  });

  it("say what became of every record of each file", async () => {
    await site.open("methods", STAFF);
    const users = await row("users.csv");
    for (const number of ["1,240", "1,218", "12", "7", "3", "21"]) expect(users).toContain(number);
    await site.open("methods", "?district=marsh-valley");
    expect(await row("users.csv")).not.toContain("1,218");
  });

  it("leave a finger's breadth to tap an action on a phone", async () => {
    const phone = await site.browser.newPage({ viewport: PHONE });
    await openPage(phone, addressOf(site.address, "index", STAFF));
    const boxes = await phone.evaluate<
      readonly { readonly width: number; readonly height: number }[]
    >(
      `[...document.querySelectorAll(".actions a")].map((link) => link.getBoundingClientRect().toJSON())`,
    );
    expect(boxes.length).toBeGreaterThan(1);
    expect(boxes.filter(({ width, height }) => width < 44 || height < 43.5)).toEqual([]);
    await phone.close();
  });
});
