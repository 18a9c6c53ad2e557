import { describe, expect, it } from "vitest";
import { CHROMIUM } from "../browser.ts";
import { COUNSELOR, DECISIONS, NO_DEMO } from "./answers.ts";
import { openOwn, wordsOf } from "./console-pages.ts";
import { RECORDS_ALONE, STUDENT } from "./student-answers.ts";
import { DEVICES, faultsFor, inLightAndDark } from "./sound-page.ts";
import { stubbedPage } from "./stubbed-page.ts";

describe.skipIf(CHROMIUM === undefined)("the page of a student", { timeout: 30_000 }, () => {
  const own = stubbedPage({
    "/console/me": { value: COUNSELOR },
    "/session": { value: NO_DEMO },
    "/console/student": { value: STUDENT },
    "/console/student-decisions": { value: DECISIONS },
  });

  const open = (query = "?student=kEy-1") => openOwn(own.page, own.stub, `student.html${query}`);
  const section = (name: string) => own.page.getByRole("region", { name });
  const wordsIn = async (name: string): Promise<string> =>
    (await section(name).innerText()).replaceAll(/\s+/g, " ").trim();

  it("says who it is, what is due and who acts before anything else", async () => {
    await open();
    expect(await wordsOf(own.page, ".student-head")).toBe(
      "Vincent Orozco Grade 11 · Cedar Ridge High School · ID 900/1 · as of May 20, 2022 Counselor A. Rivera Attendance so far 18 of 164 days absent Chronically absent Programs IEP English learner Conference sheet: English Español Print this page",
    );
    expect(await wordsIn("What is due, and who acts")).toBe(
      "What is due, and who acts Second review of the year No review was held by May 2, 2022. Review overdue Due May 2, 2022 (18 days overdue) Who acts: counselor A. Rivera Plan at another school The plan platform has the student at a different school than the roster. What to do: Have the platform import the roster again. Record to fix Since January 10, 2022 Who acts: vendor",
    );
    expect(await own.page.locator("h2").first().innerText()).toBe("What is due, and who acts");
    // What is decided and not in the figures yet is said here too.
    await section("Decisions").getByText("Shown in the figures from the next run on.").waitFor();
    // What was recorded one by one stands there with its effect, and once.
    expect(await wordsIn("Decisions")).toContain("It has no effect now. The rule decides.");
    expect(await own.page.getByText("J. Ortiz (P-1)").count()).toBe(1);
    expect(await section("Decisions").getByRole("button").allInnerTexts()).toContain("Exempt…");
    expect(own.faults).toEqual([]);
  });

  it("says on each printed sheet of whom and of which day it is", async () => {
    await open();
    const head = await own.page.locator(".student-head style").textContent();
    expect(head).toContain('"Cedar Ridge High School · Orozco, Vincent · ID 900/1"');
    expect(head).toContain('"data as of May 20, 2022"');
  });

  it("asks by a header, and leaves the student in no address, title or storage", async () => {
    await open();
    const [asked] = own.stub.asked.filter(({ path }) => path === "/console/student");
    expect(asked).toMatchObject({ query: "", headers: { "ilp-student": "kEy-1" } });
    expect([own.page.url(), await own.page.title()].join()).not.toMatch(/Orozco|900/);
    const kept = await own.page.evaluate<string>(
      "JSON.stringify([{...localStorage}, {...sessionStorage}, history.state, document.cookie])",
    );
    expect(kept).toBe('[{},{},null,""]');
  });

  it("has each requirement with its reason and records, those met folded", async () => {
    await open();
    await section("Requirements").locator(".requirement summary").first().press("Enter");
    expect(await wordsIn("Requirements of Effective practice")).toBe(
      "Requirements of Effective practice Second review of the year: not held No review was held by May 2, 2022. The rule, and 1 record looked at The plan is reviewed at least twice a year. (Good practice profile, section 2) Recalled, not checked. Decided by the absence of a further review that counts. review R-1, November 12, 2021, 2021-22: before January 7, 2022, the first date that counts 1 requirement met No file is sent for: programs. What only it would show cannot be determined. The official text must be checked before use.".replace(
        "(Good practice profile, section 2)",
        "Good practice profile, section 2",
      ),
    );
    await own.page.getByText("1 requirement met").click();
    expect(await wordsIn("Requirements")).toContain(
      "First review of the year: held on time Review R-1 was held on November 12, 2021. Due January 6, 2022.",
    );
  });

  it("has goals in the student’s own words, the timeline, statements and enrollments", async () => {
    await open();
    expect(await wordsIn("Goals and action steps")).toBe(
      "Goals and action steps career In progress · target March 26, 2022 I want to <b>visit</b> UTSA To check: the text names May 1, 2022, the due date is March 26, 2022. Measured by: 1 visit Write to the office (student): was due February 1, 2022 Look at the map: completed January 10, 2022",
    );
    expect(await wordsIn("Timeline")).toBe(
      "Timeline 2020-21: 1 event 2021-22 November 12, 2021 Review held with student and counselor Data as of May 20, 2022; what follows is to come May 25, 2022 Review scheduled",
    );
    expect(await wordsIn("Exemptions and attestations")).toContain(
      "Second review of the year Not asked: medical reasons the principal September 1, 2021 December 1, 2021 Past",
    );
    expect(await wordsIn("Exemptions and attestations")).toContain(
      "Met: transcript A. Rivera January 1, 2022 No end set In force, without effect. A later attestation about the same requirement counts instead.",
    );
    expect(await wordsIn("Enrollments")).toContain(
      "Birch Middle School, from August 20, 2019 until June 10, 2021",
    );
  });

  it("says who may see the student and why, and why the reader may", async () => {
    await open();
    const readers = await wordsIn("Who may see this student, and why");
    expect(readers).toContain(
      "Counselor A. Rivera Counselor at Cedar Ridge High School; the student is in the caseload Everything on this page",
    );
    expect(readers).toContain("L. Prather Registrar of Cedar Ridge High School Enrollments and");
    expect(await wordsOf(own.page, ".because")).toBe(
      "Why you may see this: You are counselor at Cedar Ridge High School, and the student is in your caseload. Each look at it is noted in the access log.",
    );
  });

  it("shows a reader of records enrollments and records to fix, and says why not more", async () => {
    own.stub.answers["/console/student"] = { value: RECORDS_ALONE };
    await open();
    expect(await own.page.locator("h2").allInnerTexts()).toEqual([
      "Records to fix, and who acts",
      "Enrollments",
      "Who may see this student, and why",
    ]);
    expect(await wordsOf(own.page, ".why-not-more")).toBe(RECORDS_ALONE.whyNotMore);
    expect(await wordsOf(own.page, ".student-head")).not.toMatch(/absent|Programs|Conference/);
  });

  it("says that attendance cannot be determined, where none is sent", async () => {
    const head = { ...STUDENT.head, attendance: null, programs: [], counselors: [] };
    own.stub.answers["/console/student"] = { value: { ...STUDENT, head, due: [] } };
    await open();
    expect(await wordsOf(own.page, ".facts")).toBe(
      "Counselor None Attendance so far Cannot be determined Programs None on record",
    );
    expect(await wordsIn("What is due")).toContain("Nothing is due or missing now.");
  });

  it("says in words why nobody can be shown, with a way to the list", async () => {
    own.stub.answers["/console/student"] = { status: 404, words: "There is no such student." };
    await open();
    expect(await wordsOf(own.page, "[role=alert]")).toBe(
      "This cannot be shown There is no such student. Try again · To the list of students",
    );
    own.stub.asked.length = 0;
    await open("");
    expect(await wordsOf(own.page, "[role=alert]")).toContain("No student is chosen");
    expect(own.stub.asked.filter(({ path }) => path === "/console/student")).toEqual([]);
  });

  it.each(DEVICES)(
    "is sound on a %s, in light and dark, with everything unfolded",
    async (_name, viewport) => {
      const familyName = "Wolfeschlegelsteinhausenbergerdorffvoralternwaren";
      own.stub.answers["/console/student"] = {
        value: { ...STUDENT, head: { ...STUDENT.head, familyName } },
      };
      await inLightAndDark(own.page, viewport, async () => {
        await open();
        for (const summary of await own.page.locator("main summary").all()) await summary.click();
        expect(await faultsFor(own.page)).toEqual([]);
      });
    },
  );
});
