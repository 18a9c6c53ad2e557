import { describe, expect, it } from "vitest";
import { CHROMIUM } from "../browser.ts";
import { LOG, LOOK, NO_DEMO, PRIVACY_OFFICER } from "./answers.ts";
import { drawn, openOwn, wordsOf } from "./console-pages.ts";
import { DEVICES, faultsFor, inLightAndDark } from "./sound-page.ts";
import { stubbedPage } from "./stubbed-page.ts";

describe.skipIf(CHROMIUM === undefined)("the page of the access log", { timeout: 30_000 }, () => {
  const own = stubbedPage({
    "/console/me": { value: PRIVACY_OFFICER },
    "/session": { value: NO_DEMO },
    "/console/log": { value: LOG },
  });

  const open = (query = "") => openOwn(own.page, own.stub, `log.html${query}`);
  const rows = async () =>
    (await own.page.locator(".log tbody tr").allInnerTexts()).map((row) =>
      // The first cell is an instant in the reader’s own time.
      row
        .replaceAll(/\s+/g, " ")
        .replace(/^.*?[AP]M /, "")
        .trim(),
    );
  const asked = () => own.stub.asked.filter(({ path }) => path === "/console/log");

  it("says of each entry who, in which role, what, where, whether it was allowed and why", async () => {
    await open();
    expect(await rows()).toEqual([
      "C-7 counselor Looked at students and their plans students, 22 students named Cedar Ridge High School allowed You are counselor at Cedar Ridge High School, and the student is in your caseload.",
      "C-7 counselor Looked at the access log log the district refused You are counselor at Cedar Ridge High School, and that does not include the access log.",
      "system account on the command line Recorded an exemption exempt, 1 student named, student p-4f2a Cedar Ridge High School allowed You use the system account of the machine that keeps the district’s records.",
    ]);
    const when = own.page.locator(".log tbody time").first();
    expect(await when.getAttribute("datetime")).toBe(LOOK.at);
    expect(await when.innerText()).toMatch(/^May \d+, 2022/);
    expect(await wordsOf(own.page, ".sentence")).toBe(
      "3 looks and records from April 21, 2022 until May 20, 2022 (UTC). 1 day of a person is unusual. 1 refusal among the latest 3. An entry names no student.",
    );
    // What is unusual stands before the entries, and opens that person's day.
    expect(await wordsOf(own.page, ".amounts tbody")).toBe(
      "C-7 counselor May 20, 2022 262 31 262 students named on May 20, 2022; this person’s usual day has 12.",
    );
    expect(await own.page.locator(".amounts a").getAttribute("href")).toBe(
      "/log.html?from=2022-05-20&until=2022-05-20&staff=C-7",
    );
    expect(await wordsOf(own.page, "main > div > .because")).toContain(
      "You are the privacy officer.",
    );
    expect(await own.page.locator(".console-pages a").allInnerTexts()).toEqual([
      "Figures",
      "Access log",
    ]);
    expect(own.faults).toEqual([]);
  });

  it("prints on each sheet whose log it is, that it is confidential, and the number of the sheet", async () => {
    await open();
    const ofSheets = await own.page.evaluate<string>(
      `[...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]).filter((rule) => rule instanceof CSSPageRule)
        .map(({ cssText }) => cssText.replaceAll(/\\s+/g, " ")).join(" ")`,
    );
    expect(ofSheets).toContain(
      '@top-left { content: "Marsh Valley School District · Access log"; }',
    );
    expect(ofSheets).toContain(
      '@bottom-left { content: "Names students: keep it inside the district"; }',
    );
    expect(ofSheets).toContain("@bottom-right { content: counter(page)");
    await own.page.emulateMedia({ media: "print" });
    const underline = "getComputedStyle(document.querySelector('.amounts a')).textDecorationLine";
    expect(await own.page.evaluate<string>(underline)).toBe("none");
    await own.page.emulateMedia({ media: null });
  });

  it("asks by days, person, school and kind, and keeps them in the address", async () => {
    await open();
    await own.page.getByLabel("From").fill("2022-05-01");
    await own.page.getByLabel("From").press("Tab");
    await expect.poll(() => asked().at(-1)?.query).toBe("?from=2022-05-01");
    await drawn(own.page);
    await own.page.locator(".filters").getByLabel("Person").selectOption("C-7");
    await expect.poll(() => asked().at(-1)?.query).toBe("?from=2022-05-01&staff=C-7");
    await drawn(own.page);
    await own.page.getByLabel("School").selectOption("103");
    await expect.poll(() => asked().at(-1)?.query).toBe("?from=2022-05-01&staff=C-7&school=103");
    await drawn(own.page);
    await own.page.getByLabel("What was done").selectOption("see-student");
    const all = "?from=2022-05-01&staff=C-7&school=103&kind=see-student";
    await expect.poll(() => asked().at(-1)?.query).toBe(all);
    expect(new URL(own.page.url()).search).toBe(all);
    await own.page.reload();
    await drawn(own.page);
    expect(await own.page.locator(".filters").getByLabel("Person").inputValue()).toBe("C-7");
    await own.page.getByLabel("School").selectOption(" all ");
    await expect
      .poll(() => asked().at(-1)?.query)
      .toBe("?from=2022-05-01&staff=C-7&kind=see-student");
    expect(own.faults).toEqual([]);
  });

  it("asks who has seen a student by a header, and keeps what was typed out of the address and of storage", async () => {
    await open();
    const said = "These are the looks at this one student. A list is not among these.";
    own.stub.answers["/console/log"] = { value: { ...LOG, days: [], ofStudent: said } };
    await own.page.getByLabel("Who has seen this student").fill("Orozco");
    await own.page.keyboard.press("Enter");
    await own.page.getByText("A list is not among these.").waitFor();
    expect(asked().at(-1)).toMatchObject({ query: "", headers: { "ilp-search": "Orozco" } });
    expect(own.page.url()).not.toContain("Orozco");
    expect(await own.page.locator(".amounts").count()).toBe(0);
    await open("?student=KEY-1&from=2022-05-01");
    expect(asked().at(-1)).toMatchObject({
      query: "?from=2022-05-01",
      headers: { "ilp-student": "KEY-1" },
    });
    expect(own.faults).toEqual([]);
  });

  it("shows earlier entries on request", async () => {
    own.stub.answers["/console/log"] = ({ headers }) => ({
      value:
        headers["ilp-after"] === undefined
          ? { ...LOG, next: "200", all: 4 }
          : { ...LOG, entries: [{ ...LOOK, who: "D-1", isDemo: true }] },
    });
    await open();
    expect(await wordsOf(own.page, ".shown")).toBe("The latest 3 of 4 are shown.");
    await own.page.getByRole("button", { name: "Show more" }).click();
    await expect.poll(async () => (await rows()).at(-1)).toContain("D-1 counselor, demo role");
    expect(asked().at(-1)?.headers["ilp-after"]).toBe("200");
    expect(await wordsOf(own.page, ".shown")).toBe("4 entries, all shown.");
  });

  it("says that nothing is of what is asked for, and shows a refusal as it is", async () => {
    own.stub.answers["/console/log"] = { value: { ...LOG, entries: [], days: [] } };
    await open("?staff=nobody");
    expect(await wordsOf(own.page, ".sentence")).toBe(
      "No entry of the log from April 21, 2022 until May 20, 2022 (UTC) is of what is asked for.",
    );
    expect(await own.page.locator("table").count()).toBe(0);
    expect(await own.page.locator(".filters").count()).toBe(1);
    const ofStudent = "4 students fit what was typed: type the id of one.";
    own.stub.answers["/console/log"] = { value: { ...LOG, entries: [], days: [], ofStudent } };
    await open();
    expect(await wordsOf(own.page, ".sentence")).toBe(
      "4 students fit what was typed: type the id of one. No look from April 21, 2022 until May 20, 2022 (UTC) is shown.",
    );
    expect(await wordsOf(own.page, ".one-student")).toBe("Show the whole log");
    own.stub.answers["/console/log"] = { status: 400, words: "a day is written as YYYY-MM-DD" };
    await open("?from=May");
    expect(await wordsOf(own.page, "[role=alert]")).toContain("a day is written as YYYY-MM-DD");
  });

  it.each(DEVICES)("is sound on a %s, in light and dark", async (_name, viewport) => {
    await inLightAndDark(own.page, viewport, async () => {
      await open();
      expect(await faultsFor(own.page)).toEqual([]);
      // A card on a phone is still a row of the table to a screen reader.
      expect(await own.page.locator(".log").getByRole("row").count()).toBeGreaterThanOrEqual(3);
      expect(await own.page.getByRole("cell", { name: "refused" }).count()).toBe(1);
    });
  });
});
