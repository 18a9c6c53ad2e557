import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildDashboard } from "../../../dashboard/build.ts";
import { CHROMIUM, openBrowser } from "../browser.ts";
import { DESKTOP, PHONE } from "../check-pages.ts";
import { COUNSELOR, LAST_PAGE, LIST, NO_DEMO, ONE, PATRICK, VINCENT } from "./answers.ts";
import {
  consolePage,
  drawn,
  FAULTS_IN_OWN_PAGE,
  openOwn,
  TOO_FAINT,
  wordsOf,
} from "./console-pages.ts";
import { stubConsole, type Asked, type StubConsole } from "./stub-console.ts";

const QUERY = "school=103&requirement=review-2&status=not-held";

describe.skipIf(CHROMIUM === undefined)("the list of students", { timeout: 30_000 }, () => {
  const data = mkdtempSync(join(tmpdir(), "ilp-console-students-"));
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
      "/console/me": { value: COUNSELOR },
      "/session": { value: NO_DEMO },
      "/console/students": ({ headers }: Asked) => ({
        value: headers["ilp-after"] === undefined ? LIST : LAST_PAGE,
      }),
      "/console/student": { value: ONE },
    });
  });

  const open = (query = QUERY) => openOwn(page, stub, `students.html?${query}`);
  const names = () => page.locator(".entry h3").allInnerTexts();
  const lists = () => stub.asked.filter(({ path }) => path === "/console/students");
  const details = (name: string) => page.getByRole("button", { name: `Details: ${name}` });

  it("says who is asked for, how many there are and of how many the names are seen", async () => {
    await open();
    expect(await wordsOf(page, ".sentence")).toBe(
      "Second review of the year: not held, Cedar Ridge High School. 128 students; you see the names of 3.",
    );
    expect(await wordsOf(page, ".because")).toBe(
      "Why you may see these names: You are counselor at Cedar Ridge High School, and the student is in your caseload. Each look at it is noted in the access log.",
    );
    expect(lists().map(({ query }) => query)).toEqual([`?${QUERY}`]);
    expect(faults).toEqual([]);
  });

  it.each([
    [128, 128, "128 students."],
    [1, 1, "1 student."],
    [128, 0, "128 students; you may not see their names."],
    [0, 0, "Nobody: no student is counted here today."],
  ])("says of %d counted and %d named: %s", async (counted, named, words) => {
    const students = named === 0 ? [] : [VINCENT];
    stub.answers["/console/students"] = {
      value: { ...LIST, counted, named, students, next: null },
    };
    await open();
    expect(await wordsOf(page, ".sentence")).toBe(`${LIST.askedInWords}. ${words}`);
    expect(await page.locator("#who, .tools").count()).toBe(named === 0 ? 0 : 2);
    expect(await page.locator(".filters select").count()).toBe(6);
  });

  it("says of everybody no more than how many there are", async () => {
    const nothing = { school: null, grade: null, counselor: null, requirement: null };
    const asked = { ...nothing, status: null, need: null, problem: null };
    stub.answers["/console/students"] = { value: { ...LIST, asked, askedInWords: "Students" } };
    await open("");
    expect(lists().map(({ query }) => query)).toEqual([""]);
    expect(await wordsOf(page, ".sentence")).toBe("128 students; you see the names of 3.");
  });

  it("shows of each student who, where, the answer and why, what comes next and records to fix", async () => {
    await open();
    const entries = page.locator(".entry");
    expect(await wordsOf(page, ".entry")).toBe(
      "Orozco, Vincent Grade 11 · Cedar Ridge High School Counselor A. Rivera · 900/1 Not held, due May 2, 2022 No review was held by May 2, 2022. Next: Second review of the year, review overdue, due May 2, 2022 (18 days overdue), by the counselor. Last review: November 12, 2021 Details",
    );
    // A name is text, whatever it holds.
    expect((await entries.nth(1).innerText()).replaceAll(/\s+/g, " ")).toBe(
      "<b>Murphy</b>, Patrick Grade 11 · Cedar Ridge High School No counselor · 900/2 Plan at another school since January 10, 2022. Have the platform import the roster again. Details",
    );
  });

  it("shows more of the list on request, from where it ended, and goes on reading there", async () => {
    await open();
    expect(await wordsOf(page, ".shown")).toBe("2 of 3 students shown, most urgent first.");
    await page.getByRole("button", { name: "Show more" }).click();
    await expect.poll(names).toEqual(["Orozco, Vincent", "<b>Murphy</b>, Patrick", "Quill, Ada"]);
    expect(lists().at(-1)?.headers["ilp-after"]).toBe("edition%3A2");
    expect(await wordsOf(page, ".shown")).toBe("3 of 3 students shown, most urgent first.");
    expect(await page.getByRole("button", { name: "Show more" }).isVisible()).toBe(false);
    expect(await page.evaluate("document.activeElement.querySelector('h3').textContent")).toBe(
      "Quill, Ada",
    );
  });

  it("says in words why more cannot be shown, and lets it be tried again", async () => {
    await open();
    stub.answers["/console/students"] = { status: 400, words: "a new edition is in force" };
    await page.getByRole("button", { name: "Show more" }).click();
    await expect
      .poll(() => wordsOf(page, ".shown"))
      .toBe("More cannot be shown: a new edition is in force");
    expect(await page.getByRole("button", { name: "Show more" }).isEnabled()).toBe(true);
    expect(await names()).toHaveLength(2);
  });

  it("explains a student in place, by a header, and leaves the student in no address, title or storage", async () => {
    await open();
    const [address, title] = [page.url(), await page.title()];
    await details("Orozco, Vincent").press("Enter");
    const detail = page.getByRole("region", { name: "Orozco, Vincent" });
    await detail.locator(".requirement").waitFor();
    await detail.locator("summary").click();
    expect((await detail.innerText()).replaceAll(/\s+/g, " ")).toBe(
      "Requirements of Effective practice, as of May 20, 2022 Second review of the year: not held No review was held by May 2, 2022. Due May 2, 2022. The rule, and 1 record looked at The plan is reviewed at least twice a year. (Good practice profile, section 2) Recalled, not checked. Decided by the absence of a further review that counts. review R-1, November 12, 2021, 2021-22: before January 7, 2022, the first date that counts No file is sent for: programs. What only it would show cannot be determined. Plans ILP PL-1, 2021-22, active, opened September 10, 2021 Exemptions Second review of the year: Medical, decided by the principal, from September 1, 2021 until December 1, 2021 The official text must be checked before use. Enrollments of the school year Cedar Ridge High School, from August 23, 2021 Why you may see this: You are counselor at Cedar Ridge High School, and the student is in your caseload.".replace(
        "(Good practice profile, section 2)",
        "Good practice profile, section 2",
      ),
    );
    const [asked] = stub.asked.filter(({ path }) => path === "/console/student");
    expect(asked).toMatchObject({ query: "", headers: { "ilp-student": "key-of-vincent" } });
    expect(page.url()).toBe(address);
    expect(await page.title()).toBe(title);
    const kept = await page.evaluate<string>(
      "JSON.stringify([{...localStorage}, {...sessionStorage}, history.state, document.cookie])",
    );
    expect(kept).toBe('[{},{},null,""]');
    expect(stub.asked.filter(({ query }) => /900|Orozco/.test(query))).toEqual([]);
    await page.getByRole("button", { name: "Close: Orozco, Vincent" }).click();
    expect(await detail.count()).toBe(0);
    expect(await page.content()).not.toContain("PL-1");
    expect(faults).toEqual([]);
  });

  it("shows a reader of records the enrollments, and nothing of a plan", async () => {
    stub.answers["/console/student"] = { value: { ...ONE, explanation: null } };
    await open();
    await details("Orozco, Vincent").click();
    const detail = page.getByRole("region", { name: "Orozco, Vincent" });
    await expect
      .poll(async () => (await detail.innerText()).replaceAll(/\s+/g, " "))
      .toBe(
        "Enrollments of the school year Cedar Ridge High School, from August 23, 2021 Why you may see this: You are counselor at Cedar Ridge High School, and the student is in your caseload.",
      );
  });

  it("says in words that a student cannot be shown", async () => {
    stub.answers["/console/student"] = { status: 404, words: "There is no student with this id." };
    await open();
    await details("Orozco, Vincent").click();
    await expect
      .poll(() => wordsOf(page, ".detail"))
      .toBe("This cannot be shown: There is no student with this id.");
  });

  it("keeps every filter in the address, goes back, and asks for a counselor’s absence as such", async () => {
    await open();
    await page.getByLabel("Grade").focus();
    await page.getByLabel("Grade").selectOption("11");
    await expect
      .poll(() => new URL(page.url()).search)
      .toBe(`?school=103&grade=11&requirement=review-2&status=not-held`);
    await drawn(page);
    expect(await page.evaluate("document.activeElement.labels[0].textContent")).toContain("Grade");
    await page.getByLabel("Counselor").selectOption("");
    await expect.poll(() => new URL(page.url()).searchParams.get("counselor")).toBe("");
    await expect.poll(() => lists().at(-1)?.query).toContain("counselor=&");
    await page.goBack();
    await expect.poll(() => lists().at(-1)?.query).not.toContain("counselor");
    await page.getByLabel("Records").selectOption("wrong-school");
    await expect.poll(() => lists().at(-1)?.query).toContain("problem=wrong-school");
  });

  it("offers the statuses and needs of the requirement, and drops them with it", async () => {
    await open();
    const options = async () => page.getByLabel("Status or need").locator("option").allInnerTexts();
    expect(await options()).toEqual(["Any", "Held on time", "Not held", "Review overdue"]);
    expect(await page.getByLabel("Status or need").inputValue()).toBe("status not-held");
    await page.getByLabel("Status or need").selectOption("need overdue");
    await expect
      .poll(() => lists().at(-1)?.query)
      .toBe("?school=103&requirement=review-2&need=overdue");
    const asked = { ...LIST.asked, requirement: null, status: null };
    stub.answers["/console/students"] = { value: { ...LIST, asked } };
    await page.getByLabel("Requirement").selectOption(" all ");
    await expect.poll(() => lists().at(-1)?.query).toBe("?school=103");
    await drawn(page);
    expect(await options()).toEqual(["Any", "Review overdue", "Record to fix"]);
  });

  it("leaves out of its own address what a page of figures hands on besides", async () => {
    await open(`${QUERY}&grade=&district=marsh-valley&release=2022-05-20-fixture`);
    expect(lists().map(({ query }) => query)).toEqual([`?${QUERY}`]);
  });

  it("draws the filter that was used last, whichever answer comes first", async () => {
    await open();
    let answerFirst: () => void = () => undefined;
    const waits = new Promise<void>((resolve) => (answerFirst = resolve));
    stub.answers["/console/students"] = async ({ query }) => {
      if (query.includes("grade=08")) await waits;
      const familyName = query.includes("grade=08") ? "Older" : "Newer";
      return { value: { ...LIST, students: [{ ...VINCENT, familyName }], named: 1, next: null } };
    };
    await page.getByLabel("Grade").selectOption("08");
    await page.getByLabel("Grade").selectOption("11");
    await expect.poll(names).toEqual(["Newer, Vincent"]);
    const answered = page.waitForResponse(/grade=08/);
    answerFirst();
    await answered;
    await page.waitForTimeout(100);
    expect(await names()).toEqual(["Newer, Vincent"]);
  });

  it("takes the list along as a spreadsheet of the same filter", async () => {
    await open();
    const link = page.getByRole("link", { name: "Spreadsheet (CSV)" });
    expect(await link.getAttribute("href")).toBe(`/console/students.csv?${QUERY}`);
    expect(await link.getAttribute("download")).not.toBeNull();
  });

  it("shows a refusal in the words of the console, with a way on", async () => {
    stub.answers["/console/students"] = {
      status: 403,
      words: "You are the privacy officer, and that does not include the names of students.",
    };
    await open();
    expect(await wordsOf(page, "[role=alert]")).toBe(
      "This cannot be shown You are the privacy officer, and that does not include the names of students. Try again · Begin without a filter",
    );
    stub.answers["/console/students"] = { value: LIST };
    await page.getByRole("link", { name: "Begin without a filter" }).click();
    await drawn(page);
    expect(lists().at(-1)?.query).toBe("");
    expect(await names()).toHaveLength(2);
  });

  it("says that the console does not answer", async () => {
    await page.route("**/console/students*", (route) => route.abort());
    await open();
    expect(await wordsOf(page, "[role=alert]")).toContain(
      "The console does not answer: it may have been stopped.",
    );
    await page.unroute("**/console/students*");
  });

  it("takes the names off the screen where the session has ended meanwhile", async () => {
    await open();
    stub.answers["/console/student"] = { status: 401, words: "Press Enter in the terminal." };
    await details("Orozco, Vincent").click();
    await page.waitForSelector(".signed-out");
    expect(await wordsOf(page)).toBe("You are signed out Press Enter in the terminal.");
  });

  it.each([
    ["desktop", DESKTOP],
    ["phone", PHONE],
  ])("is sound on a %s, in light and dark, with a student explained", async (_name, viewport) => {
    await page.setViewportSize(viewport);
    const long = { ...PATRICK, familyName: "Wolfeschlegelsteinhausenbergerdorffvoralternwaren" };
    stub.answers["/console/students"] = { value: { ...LIST, students: [VINCENT, long] } };
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await open();
      await details("Orozco, Vincent").click();
      await page.locator(".requirement summary").click();
      expect(await page.evaluate(FAULTS_IN_OWN_PAGE)).toEqual([]);
      expect(await page.evaluate(TOO_FAINT)).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: null });
    await page.setViewportSize(DESKTOP);
  });

  it("prints who they are and what is explained, without controls", async () => {
    await open();
    await details("Orozco, Vincent").click();
    await page.locator(".requirement").waitFor();
    await page.emulateMedia({ media: "print" });
    const controls = page.locator("main button, main select, .tools a").filter({ visible: true });
    expect(await controls.count()).toBe(0);
    const words = await wordsOf(page);
    expect(words).toContain("Names students: keep it inside the district");
    expect(words).toContain("128 students; you see the names of 3.");
    expect(words).toContain("Plans ILP PL-1");
    await page.emulateMedia({ media: null });
  });
});
