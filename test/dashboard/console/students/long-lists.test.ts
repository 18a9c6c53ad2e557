import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CHROMIUM } from "../../browser.ts";
import { drawn, wordsOf } from "../console-pages.ts";
import { longList } from "../long-list.ts";
import { QUERY, studentList } from "./student-list.ts";

describe.skipIf(CHROMIUM === undefined)("long lists of students", { timeout: 30_000 }, () => {
  const { own, open, rows, names, lists, search, focused, topOf, toTheEnd } = studentList();

  it("shows more on request, from where it ended, and goes on reading there", async () => {
    await open();
    expect(await wordsOf(own.page, ".shown")).toMatch(
      /^2 of 3 students shown|^3 of 3 students shown/,
    );
    await expect.poll(names).toEqual(["Orozco, Vincent", "<b>Murphy</b>, Patrick", "Quill, Ada"]);
    expect(lists().at(-1)?.headers["ilp-after"]).toBe("edition%3A2");
    expect(await own.page.getByRole("button", { name: "Show more" }).isVisible()).toBe(false);
    own.stub.answers["/console/students"] = longList(450);
    await open();
    await own.page.getByRole("button", { name: "Show more" }).press("Enter");
    await expect.poll(focused).toBe("Orozco, Vincent 100");
    expect(await wordsOf(own.page, ".shown")).toContain(
      "of 450 students shown. Most urgent first: longest overdue, then due soonest",
    );
  });

  it("draws more as the reader scrolls near the end, and says why where it cannot", async () => {
    own.stub.answers["/console/students"] = longList(9_000);
    await open();
    expect(await rows().count()).toBe(100);
    await toTheEnd().toMatch(/^[2-9]00 of 9,000 students shown$/);
    own.stub.answers["/console/students"] = { status: 400, words: "a new edition is in force" };
    await toTheEnd().toBe("More cannot be shown: a new edition is in force");
  });

  it("draws more for a reader who is at the new end as soon as there is one", async () => {
    own.stub.answers["/console/students"] = longList(450);
    await open();
    // Before the browser has looked at the new rows, as a held key or a machine that is busy has it.
    await own.page.evaluate(`new MutationObserver(() => scrollTo(0, document.body.scrollHeight))
      .observe(document.querySelector("table.students"), { childList: true })`);
    await toTheEnd().toBe("450 of 450 students shown");
  });

  it("opens a student, and comes back to the same filter, search, rows and place", async () => {
    own.stub.answers["/console/students"] = longList(450);
    await open();
    await search().fill("vin");
    await expect.poll(() => lists().at(-1)?.headers["ilp-search"]).toBe("vin");
    await drawn(own.page);
    await own.page.evaluate("scrollTo(0, document.body.scrollHeight)");
    await expect.poll(() => rows().count()).toBe(200);
    const link = own.page.getByRole("link", { name: "Orozco, Vincent 150", exact: true });
    await link.scrollIntoViewIfNeeded();
    // The place is kept once the page was still.
    await own.page.waitForTimeout(500);
    const [before, left] = [await topOf("key-150"), await rows().count()];
    await link.click();
    await own.page.waitForURL(/student\.html\?student=key-150$/);
    await drawn(own.page);
    const aside = own.page.getByRole("navigation", { name: "List" });
    expect((await aside.innerText()).replaceAll(/\s+/g, " ")).toBe(
      `Back to the list Previous 151 of ${left} Next`,
    );
    await aside.getByRole("link", { name: "Next" }).click();
    await own.page.waitForURL(/student=key-151$/);
    await drawn(own.page);
    await aside.getByRole("link", { name: "Back to the list" }).click();
    await own.page.waitForURL(/students\.html/);
    await drawn(own.page);
    expect(new URL(own.page.url()).search).toBe(`?${QUERY}`);
    expect(await search().inputValue()).toBe("vin");
    expect(lists().at(-1)?.headers["ilp-search"]).toBe("vin");
    expect(await rows().count()).toBeGreaterThanOrEqual(left);
    expect(await focused()).toBe("Orozco, Vincent 150");
    expect(Math.abs((await topOf("key-150")) - before)).toBeLessThan(5);
    expect(own.stub.asked.filter(({ query }) => /vin|900|Orozco/.test(query))).toEqual([]);
  });

  it("gives the list along as files of the same filter, with a search by its header", async () => {
    await open();
    for (const [name, format] of [
      ["CSV", "csv"],
      ["Excel (XLSX)", "xlsx"],
    ] as const) {
      const link = own.page.getByRole("link", { name, exact: true });
      expect(await link.getAttribute("href")).toBe(`/console/students.${format}?${QUERY}`);
      expect(await link.getAttribute("download")).not.toBeNull();
    }
    own.stub.answers["/console/students.csv"] = { value: "a,b" };
    await search().fill("quill");
    await expect.poll(() => lists().at(-1)?.headers["ilp-search"]).toBe("quill");
    await drawn(own.page);
    const kept = own.page.waitForEvent("download");
    await own.page.getByRole("link", { name: "CSV" }).click();
    const download = await kept;
    expect(download.suggestedFilename()).toBe("students.csv");
    expect(readFileSync(await download.path(), "utf8")).toBe('"a,b"');
    expect(own.stub.asked.at(-1)).toMatchObject({
      path: "/console/students.csv",
      query: `?${QUERY}`,
      headers: { "ilp-search": "quill" },
    });
  });

  it("prints the whole list with its filter in words, not what is drawn of it", async () => {
    own.stub.answers["/console/students"] = longList(350);
    await open();
    await own.page.emulateMedia({ media: "print" });
    expect(await wordsOf(own.page, ".not-all")).toBe(
      "Only 100 of 350 students are on this paper: the button “Print” prints them all.",
    );
    await own.page.emulateMedia({ media: null });
    await own.page.evaluate("window.print = () => (document.body.dataset.printed = 'yes')");
    await own.page.getByRole("button", { name: "Print" }).click();
    await own.page.waitForSelector("body[data-printed]");
    expect(await rows().count()).toBe(350);
    await own.page.emulateMedia({ media: "print" });
    expect(await own.page.locator(".not-all").isVisible()).toBe(false);
    const controls = own.page.locator("main button, main select, main input, .tools a");
    expect(await controls.filter({ visible: true }).count()).toBe(0);
    expect(await wordsOf(own.page, "caption")).toBe(
      "Second review of the year: not held, Cedar Ridge High School. Most urgent first: longest overdue, then due soonest, then without a plan, then records to fix.",
    );
    expect(await wordsOf(own.page)).toContain("Names students: keep it inside the district");
    await own.page.emulateMedia({ media: null });
  });
});
