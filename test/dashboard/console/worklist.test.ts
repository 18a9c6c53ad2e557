import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildDashboard } from "../../../dashboard/build.ts";
import { CHROMIUM, openBrowser } from "../browser.ts";
import { DESKTOP, PHONE } from "../check-pages.ts";
import { CASELOADS, LEADER, NO_DEMO, WORKLIST, WORKLIST_END } from "./answers.ts";
import {
  consolePage,
  drawn,
  FAULTS_IN_OWN_PAGE,
  openOwn,
  TOO_FAINT,
  wordsOf,
} from "./console-pages.ts";
import { stubConsole, type Asked, type StubConsole } from "./stub-console.ts";

describe.skipIf(CHROMIUM === undefined)("the worklist", { timeout: 30_000 }, () => {
  const data = mkdtempSync(join(tmpdir(), "ilp-console-worklist-"));
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
      "/console/me": { value: LEADER },
      "/session": { value: NO_DEMO },
      "/console/caseloads": { value: CASELOADS },
      "/console/worklist": ({ headers, query }: Asked) => {
        const asked = {
          ...WORKLIST.asked,
          school: new URLSearchParams(query).get("school"),
          counselor: new URLSearchParams(query).get("counselor"),
        };
        const answer = headers["ilp-after"] === undefined ? WORKLIST : WORKLIST_END;
        return { value: { ...answer, asked } };
      },
    });
  });

  const open = (query = "school=103") => openOwn(page, stub, `worklist.html?${query}`);
  const names = () => page.locator(".entry h3").allInnerTexts();
  const asked = (path: string) => stub.asked.filter((request) => request.path === path);

  it("says what waits, who needs what next, and the rule with its citation", async () => {
    await open();
    expect(await wordsOf(page, ".sentence")).toBe("2 reviews overdue and 1 record to fix.");
    expect(await wordsOf(page, ".place")).toBe(
      "Marsh Valley School District · Cedar Ridge High School · as of May 20, 2022",
    );
    expect(await wordsOf(page, ".entry")).toBe(
      "Orozco, Vincent Grade 11 · 900/1 Counselor S-2001 18 days overdue Due May 2, 2022 Status: not held Second review of the year No review was held by May 2, 2022. The counselor can do it. The rule",
    );
    expect(await wordsOf(page, ".rules")).toContain("The plan is reviewed at least twice a year.");
    expect(await wordsOf(page, ".because")).toBe(
      "You are principal of Cedar Ridge High School. Each look at it is noted in the access log.",
    );
    expect(faults).toEqual([]);
  });

  it("begins with the first school whose list the reader may see", async () => {
    await open("");
    expect(asked("/console/worklist")[0]?.query).toBe("?school=102");
    expect(asked("/console/caseloads")[0]?.query).toBe("?school=102");
    stub.answers["/console/me"] = { value: { ...LEADER, listSchools: [] } };
    await open("");
    expect(await wordsOf(page, "[role=alert]")).toContain(
      "There is no school whose list you may see.",
    );
  });

  it("goes on by a header, which names a student, and never by an address", async () => {
    await open();
    expect(await wordsOf(page, ".shown")).toBe("2 of 3 shown, most urgent first.");
    await page.getByRole("button", { name: "Show more" }).click();
    await expect.poll(names).toEqual(["Orozco, Vincent", "Quill, Ada", "Murphy, Patrick"]);
    expect(asked("/console/worklist").at(-1)?.headers["ilp-after"]).toBe("900%2F3");
    expect(stub.asked.filter(({ query }) => query.includes("900"))).toEqual([]);
    expect(page.url()).not.toContain("900");
    expect(await wordsOf(page, ".shown")).toBe("3 of 3 shown, most urgent first.");
  });

  it("says where more wait than the reader sees by name", async () => {
    stub.answers["/console/worklist"] = { value: { ...WORKLIST, named: 2, next: null } };
    await open();
    expect(await wordsOf(page, ".shown")).toBe(
      "2 of 2 shown, most urgent first. You may not see the names behind 1 more.",
    );
    expect(await page.getByRole("button", { name: "Show more" }).isVisible()).toBe(false);
  });

  it("keeps school, counselor and need in the address, and goes back", async () => {
    await open();
    await page.getByLabel("Counselor").selectOption("S-2001");
    await drawn(page);
    expect(new URL(page.url()).search).toBe("?school=103&counselor=S-2001");
    await page.getByLabel("To be done").selectOption("overdue");
    await drawn(page);
    expect(asked("/console/worklist").at(-1)?.query).toBe(
      "?school=103&counselor=S-2001&need=overdue",
    );
    await page.goBack();
    await expect
      .poll(() => asked("/console/worklist").at(-1)?.query)
      .toBe("?school=103&counselor=S-2001");
    await page.getByLabel("School").selectOption("102");
    await drawn(page);
    // A counselor is of a school.
    expect(new URL(page.url()).search).toBe("?school=102");
  });

  it("goes to the rule without asking anew", async () => {
    await open();
    const before = stub.asked.length;
    await page.locator(".entry a").first().press("Enter");
    await page.waitForURL(/#rule-review-2/);
    expect(stub.asked.length).toBe(before);
    expect(await names()).toHaveLength(2);
  });

  it("takes the list along as spreadsheet and calendar", async () => {
    await open("school=103&counselor=S-2001");
    for (const [name, type] of [
      ["Spreadsheet (CSV)", "csv"],
      ["Calendar of due days (iCalendar)", "ics"],
    ] as const) {
      const link = page.getByRole("link", { name });
      expect(await link.getAttribute("href")).toBe(
        `/console/worklist.${type}?school=103&counselor=S-2001`,
      );
    }
  });

  it("says that nothing waits, and of what no record tells", async () => {
    stub.answers["/console/caseloads"] = {
      value: {
        ...CASELOADS,
        caseloads: [],
        undecided: [
          {
            requirement: "counseling",
            requirementName: "Counseling on the plan",
            students: 12,
            wouldDecide: "a record of each talk",
          },
        ],
      },
    };
    stub.answers["/console/worklist"] = { value: { ...WORKLIST, entries: [], next: null } };
    await open();
    expect(await wordsOf(page, ".sentence")).toContain("Nothing is on this list");
    expect(await wordsOf(page, "[aria-labelledby=undecided]")).toContain(
      "Counseling on the plan (12 students) What would decide it: a record of each talk.",
    );
  });

  it("shows a refusal in the words of the console", async () => {
    stub.answers["/console/worklist"] = { status: 404, words: "no such school among those" };
    await open("school=NO-SUCH");
    expect(await wordsOf(page, "[role=alert]")).toContain("no such school among those");
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
    }
    await page.emulateMedia({ colorScheme: null });
    await page.setViewportSize(DESKTOP);
  });
});
