import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildDashboard } from "../../../dashboard/build.ts";
import { CHROMIUM, openBrowser } from "../browser.ts";
import { DESKTOP, PHONE } from "../check-pages.ts";
import { LOG, LOOK, NO_DEMO, PRIVACY_OFFICER } from "./answers.ts";
import {
  consolePage,
  drawn,
  FAULTS_IN_OWN_PAGE,
  openOwn,
  TOO_FAINT,
  wordsOf,
} from "./console-pages.ts";
import { stubConsole, type StubConsole } from "./stub-console.ts";

describe.skipIf(CHROMIUM === undefined)("the page of the access log", { timeout: 30_000 }, () => {
  const data = mkdtempSync(join(tmpdir(), "ilp-console-log-"));
  let stub: StubConsole;
  let browser: Browser;
  let page: Page;
  let faults: string[];

  beforeAll(async () => {
    await buildDashboard();
    stub = await stubConsole({}, data);
    browser = await openBrowser();
    ({ page, faults } = await consolePage(browser, stub));
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await stub.close();
    rmSync(data, { recursive: true, force: true });
  });
  beforeEach(() => {
    stub.asked.length = 0;
    faults.length = 0;
    Object.assign(stub.answers, {
      "/console/me": { value: PRIVACY_OFFICER },
      "/session": { value: NO_DEMO },
      "/console/log": { value: LOG },
    });
  });

  const open = (query = "") => openOwn(page, stub, `log.html${query}`);
  const rows = async () =>
    (await page.locator(".log tbody tr").allInnerTexts()).map((row) =>
      // The first cell is an instant in the reader’s own time.
      row
        .replaceAll(/\s+/g, " ")
        .replace(/^.*?[AP]M /, "")
        .trim(),
    );
  const asked = () => stub.asked.filter(({ path }) => path === "/console/log");

  it("says of each entry who, in which role, what, where, whether it was allowed and why", async () => {
    await open();
    expect(await rows()).toEqual([
      "C-7 counselor Looked at students and their plans students, 22 students named Cedar Ridge High School allowed You are counselor at Cedar Ridge High School, and the student is in your caseload.",
      "C-7 counselor Looked at the access log log the district refused You are counselor at Cedar Ridge High School, and that does not include the access log.",
      "system account on the command line Recorded an exemption exempt, 1 student named, student p-4f2a Cedar Ridge High School allowed You use the system account of the machine that keeps the district’s records.",
    ]);
    const when = page.locator(".log tbody time").first();
    expect(await when.getAttribute("datetime")).toBe(LOOK.at);
    expect(await when.innerText()).toMatch(/^May \d+, 2022/);
    expect(await wordsOf(page, ".sentence")).toBe(
      "3 looks and records from April 21, 2022 until May 20, 2022 (UTC). 1 day of a person is unusual. 1 refusal among the latest 3. An entry names no student.",
    );
    // What is unusual stands before the entries, and opens that person's day.
    expect(await wordsOf(page, ".amounts tbody")).toBe(
      "C-7 counselor May 20, 2022 262 31 262 students named on May 20, 2022; this person’s usual day has 12.",
    );
    expect(await page.locator(".amounts a").getAttribute("href")).toBe(
      "/log.html?from=2022-05-20&until=2022-05-20&staff=C-7",
    );
    expect(await wordsOf(page, "main > div > .because")).toContain("You are the privacy officer.");
    expect(await page.locator(".console-pages a").allInnerTexts()).toEqual([
      "Figures",
      "Access log",
    ]);
    expect(faults).toEqual([]);
  });

  it("asks by days, person, school and kind, and keeps them in the address", async () => {
    await open();
    await page.getByLabel("From").fill("2022-05-01");
    await page.getByLabel("From").press("Tab");
    await expect.poll(() => asked().at(-1)?.query).toBe("?from=2022-05-01");
    await drawn(page);
    await page.locator(".filters").getByLabel("Person").selectOption("C-7");
    await expect.poll(() => asked().at(-1)?.query).toBe("?from=2022-05-01&staff=C-7");
    await drawn(page);
    await page.getByLabel("School").selectOption("103");
    await expect.poll(() => asked().at(-1)?.query).toBe("?from=2022-05-01&staff=C-7&school=103");
    await drawn(page);
    await page.getByLabel("What was done").selectOption("see-student");
    const all = "?from=2022-05-01&staff=C-7&school=103&kind=see-student";
    await expect.poll(() => asked().at(-1)?.query).toBe(all);
    expect(new URL(page.url()).search).toBe(all);
    await page.reload();
    await drawn(page);
    expect(await page.locator(".filters").getByLabel("Person").inputValue()).toBe("C-7");
    await page.getByLabel("School").selectOption(" all ");
    await expect
      .poll(() => asked().at(-1)?.query)
      .toBe("?from=2022-05-01&staff=C-7&kind=see-student");
    expect(faults).toEqual([]);
  });

  it("asks who has seen a student by a header, and keeps what was typed out of the address and of storage", async () => {
    await open();
    const said = "These are the looks at this one student. A list is not among these.";
    stub.answers["/console/log"] = { value: { ...LOG, days: [], ofStudent: said } };
    await page.getByLabel("Who has seen this student").fill("Orozco");
    await page.keyboard.press("Enter");
    await page.getByText("A list is not among these.").waitFor();
    expect(asked().at(-1)).toMatchObject({ query: "", headers: { "ilp-search": "Orozco" } });
    expect(page.url()).not.toContain("Orozco");
    expect(await page.locator(".amounts").count()).toBe(0);
    await open("?student=KEY-1&from=2022-05-01");
    expect(asked().at(-1)).toMatchObject({
      query: "?from=2022-05-01",
      headers: { "ilp-student": "KEY-1" },
    });
    expect(faults).toEqual([]);
  });

  it("shows earlier entries on request", async () => {
    stub.answers["/console/log"] = ({ headers }) => ({
      value:
        headers["ilp-after"] === undefined
          ? { ...LOG, next: "200", all: 4 }
          : { ...LOG, entries: [{ ...LOOK, who: "D-1", isDemo: true }] },
    });
    await open();
    expect(await wordsOf(page, ".shown")).toBe("The latest 3 of 4 are shown.");
    await page.getByRole("button", { name: "Show more" }).click();
    await expect.poll(async () => (await rows()).at(-1)).toContain("D-1 counselor, demo role");
    expect(asked().at(-1)?.headers["ilp-after"]).toBe("200");
    expect(await wordsOf(page, ".shown")).toBe("4 entries, all shown.");
  });

  it("says that nothing is of what is asked for, and shows a refusal as it is", async () => {
    stub.answers["/console/log"] = { value: { ...LOG, entries: [], days: [] } };
    await open("?staff=nobody");
    expect(await wordsOf(page, ".sentence")).toBe(
      "No entry of the log from April 21, 2022 until May 20, 2022 (UTC) is of what is asked for.",
    );
    expect(await page.locator("table").count()).toBe(0);
    expect(await page.locator(".filters").count()).toBe(1);
    const ofStudent = "4 students fit what was typed: type the id of one.";
    stub.answers["/console/log"] = { value: { ...LOG, entries: [], days: [], ofStudent } };
    await open();
    expect(await wordsOf(page, ".sentence")).toBe(
      "4 students fit what was typed: type the id of one. No look from April 21, 2022 until May 20, 2022 (UTC) is shown.",
    );
    expect(await wordsOf(page, ".one-student")).toBe("Show the whole log");
    stub.answers["/console/log"] = { status: 400, words: "a day is written as YYYY-MM-DD" };
    await open("?from=May");
    expect(await wordsOf(page, "[role=alert]")).toContain("a day is written as YYYY-MM-DD");
  });

  it.each([
    ["desktop", DESKTOP],
    ["phone", PHONE],
  ])("is sound on a %s, in light and dark", async (_name, viewport) => {
    await page.setViewportSize(viewport);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await open();
      expect(await page.evaluate(FAULTS_IN_OWN_PAGE)).toEqual([]);
      expect(await page.evaluate(TOO_FAINT)).toEqual([]);
      // A card on a phone is still a row of the table to a screen reader.
      expect(await page.locator(".log").getByRole("row").count()).toBeGreaterThanOrEqual(3);
      expect(await page.getByRole("cell", { name: "refused" }).count()).toBe(1);
    }
    await page.emulateMedia({ colorScheme: null });
    await page.setViewportSize(DESKTOP);
  });
});
