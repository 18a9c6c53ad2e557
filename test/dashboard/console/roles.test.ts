/** The console as people of the demo use it, in a browser, with its own server and answers. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { CHROMIUM } from "../browser.ts";
import { drawn, wordsOf } from "./console-pages.ts";
import { countIn, demoConsole, hasRole, type IsWho } from "./demo-console.ts";

describe.skipIf(CHROMIUM === undefined)("a person of the demo", { timeout: 60_000 }, () => {
  const demo = demoConsole();

  /** Signs in as the first member who fits, at a page of the console. */
  async function signedIn(isWho: IsWho, path: string): Promise<Page> {
    const { context, site } = await demo.signedIn(isWho);
    const page = await context.newPage();
    await page.goto(site + path);
    await drawn(page);
    return page;
  }
  /** How many students the list says that it has. */
  const listed = async (page: Page): Promise<number> =>
    countIn(/([\d,]+) students?\b/.exec(await wordsOf(page, ".sentence"))?.[1] ?? "");
  const nameOf = (page: Page, row: number): Promise<string> =>
    page.locator("tbody tr a[href^='/student.html']").nth(row).innerText();

  it("who leads the district opens the list behind the largest number in two clicks", async () => {
    const page = await signedIn(hasRole("district-leader"), "/students.html");
    await page.getByRole("navigation").getByRole("link", { name: "Today" }).click();
    await drawn(page);
    const overdue = page.locator("tr.all td[data-title^='Overdue'] a");
    const counts = (await overdue.allInnerTexts()).map(countIn);
    const largest = Math.max(...counts);
    expect(largest).toBeGreaterThan(100);
    await overdue.nth(counts.indexOf(largest)).click();
    await page.waitForURL(/students\.html\?/);
    await drawn(page);
    expect(await listed(page)).toBe(largest);
    await page.context().close();
  });

  it("who counsels reads a student’s reason and comes back to the same list and place", async () => {
    const page = await signedIn(hasRole("counselor"), "/students.html?due=overdue");
    const before = page.url();
    const name = await nameOf(page, 30);
    await page.locator("tbody tr a[href^='/student.html']").nth(30).click();
    await page.waitForURL(/student\.html\?/);
    await drawn(page);
    expect(await wordsOf(page, "h1")).toContain(name.split(",")[0] ?? "");
    expect(await wordsOf(page, "#main")).toMatch(/due on January 6, 2022|due on May 2, 2022/);
    for (const word of name.split(/[,\s]+/)) {
      expect(`${page.url()} ${await page.title()}`).not.toContain(word);
    }
    await page.getByRole("link", { name: /back to the list/i }).click();
    await page.waitForURL(before);
    await drawn(page);
    const focused = () => page.evaluate<string>("document.activeElement.textContent.trim()");
    await expect.poll(focused, { timeout: 10_000 }).toBe(name);
    await page.context().close();
  });

  it("who counsels opens from the week a plan that needs a conversation, and all about plans", async () => {
    const page = await signedIn(hasRole("counselor"), "/week.html");
    const named = await page.locator(".conversations h3 a").allInnerTexts();
    expect(named).toHaveLength(3);
    await page.locator(".to-plans a").click();
    await page.waitForURL(/plans\.html/);
    await drawn(page);
    expect(await page.locator(".conversations h3 a").allInnerTexts()).toEqual(named);
    expect(await page.locator(".shared-goals thead th").allInnerTexts()).not.toContain(
      "By counselor, in the order of names",
    );
    await page.locator(".conversations h3 a").first().click();
    await page.waitForURL(/student\.html\?/);
    await drawn(page);
    expect(await wordsOf(page, "h1")).toContain(named[0]?.split(",")[0] ?? "");
    await page.context().close();
  });

  it("who leads a school prints every overdue student, and not the first page alone", async () => {
    const page = await signedIn(hasRole("principal", HIGH), "/students.html?due=overdue");
    const all = await listed(page);
    expect(all).toBeGreaterThan(200);
    await page.evaluate("window.print = () => { document.title = 'Printed'; }");
    await page.getByRole("button", { name: "Print" }).click();
    await expect.poll(() => page.title(), { timeout: 10_000 }).toBe("Printed");
    await page.emulateMedia({ media: "print" });
    const rows = page.locator("tbody tr a[href^='/student.html']");
    expect(await rows.count()).toBe(all);
    expect(await rows.last().isVisible()).toBe(true);
    await page.context().close();
  });

  it("who keeps the roster opens the students whose records to fix, and reads whose the others are", async () => {
    const page = await signedIn(hasRole("registrar"), "/data-to-fix.html");
    const words = await wordsOf(page, "#main");
    expect(words).toMatch(/registrar/i);
    expect(words).toMatch(/vendor/i);
    const link = page.locator("#main a[href^='/students.html?']").first();
    const students = countIn(await link.innerText());
    await link.click();
    await page.waitForURL(/students\.html\?/);
    await drawn(page);
    expect(await listed(page)).toBe(students);
    await page.context().close();
  });

  it.each([
    [
      "district-leader",
      ["today", "students", "week", "plans", "counselors", "data-to-fix", "decisions"],
    ],
    ["state-reporter", ["state-reports"]],
    ["privacy-officer", ["log"]],
  ])(
    "who is a %s reads on each page and in its title which district it is of",
    async (role, paths) => {
      const page = await signedIn(hasRole(role), `/${paths[0]}.html`);
      const { origin } = new URL(page.url());
      for (const path of paths) {
        await page.goto(`${origin}/${path}.html`);
        await drawn(page);
        expect(await wordsOf(page, "#main .place"), path).toMatch(/^Grand Bend ISD/);
        await expect
          .poll(() => page.title())
          .toMatch(/^[A-Z][a-z ]+ · Grand Bend ISD \| ILP Observatory$/);
      }
      await page.context().close();
    },
  );

  it("who leads the district prints the page of plans on one sheet", async () => {
    const page = await signedIn(hasRole("district-leader"), "/plans.html");
    for (const format of ["Letter", "A4"]) {
      const bytes = await page.pdf({ format, preferCSSPageSize: false });
      const sheets = bytes.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length;
      expect([format, sheets]).toEqual([format, 1]);
    }
    await page.context().close();
  });

  it.each([
    ["a researcher", hasRole("researcher"), "You are a researcher"],
    [
      "nobody yet",
      (({ roles }) => roles.length === 0) satisfies IsWho,
      "staff list gives you no role",
    ],
  ])("who is %s gets a sentence on every page", async (_who, isWho, said) => {
    const page = await signedIn(isWho, "/today.html");
    const { origin } = new URL(page.url());
    for (const path of [
      "today",
      "students",
      "week",
      "plans",
      "counselors",
      "data-to-fix",
      "decisions",
    ]) {
      await page.goto(`${origin}/${path}.html`);
      await drawn(page);
      expect(await wordsOf(page, "#main"), path).toContain(said);
    }
    await page.context().close();
  });
});

/** The high school of the demo, with most overdue students. */
const HIGH = "255901001";
