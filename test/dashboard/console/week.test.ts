import { describe, expect, it } from "vitest";
import type { CounselorsAnswer, WeekAnswer } from "../../../functions/console/counselor-answers.ts";
import { CHROMIUM } from "../browser.ts";
import { COUNSELOR, LEADER, NO_DEMO } from "./answers.ts";
import { drawn, openOwn, wordsOf } from "./console-pages.ts";
import { DEVICES, faultsFor, inLightAndDark } from "./sound-page.ts";
import { stubbedPage } from "./stubbed-page.ts";

const SCHOOLS = [{ id: "103", name: "Cedar Ridge High School" }];
const RIVERA = { id: "C-7", name: "A. Rivera" };
const WHO = { key: "k1", student: "00417", familyName: "Orozco", givenName: "Vincent" };
const WEEK: WeekAnswer = {
  asked: { school: null, counselor: null, perDay: null },
  asOf: "2022-05-20",
  schools: SCHOOLS,
  counselors: [RIVERA],
  whose: "A. Rivera",
  words: ["2 students this week, 1 a day: second review is due June 10, 2022.", "A note."],
  needed: 1,
  days: [
    {
      on: "2022-05-20",
      students: [
        {
          ...{ ...WHO, grade: "08", schoolName: "Cedar Ridge High School" },
          because: "Moves on after grade 8. Overdue since March 1, 2022.",
          needs: [{ name: "Review of the move", needName: "Review overdue", dueOn: "2022-03-01" }],
        },
      ],
    },
    { on: "2022-05-23", students: [] },
  ],
  later: 12,
  conversations: [
    {
      ...{ ...WHO, grade: "08", schoolName: "Cedar Ridge High School" },
      reasons: [{ id: "no-goals", name: "The open plan has no goals" }],
    },
  ],
  numbers: [
    { name: "Caseload", count: 40, query: "caseload=C-7" },
    { name: "Without a plan", count: 0, query: "caseload=C-7&plan=none" },
  ],
  because: "You are counselor at Cedar Ridge High School, and the student is in your caseload.",
};
const COUNSELORS: CounselorsAnswer = {
  asked: { school: null },
  ...{ asOf: "2022-05-20", heldSince: "2022-05-14", schools: SCHOOLS },
  counselors: [
    {
      ...RIVERA,
      numbers: WEEK.numbers,
      pace: "4 a day until June 10, 2022",
      week: "counselor=C-7",
    },
  ],
  without: [
    {
      ...{ school: "103", schoolName: "Cedar Ridge High School" },
      number: { name: "Without", count: 2, query: "school=103&counselor=&requirement=all" },
      students: [
        { ...WHO, grade: "09", suggested: RIVERA, because: "Has the most students of grade 9." },
        {
          ...{
            ...WHO,
            key: "k2",
            familyName: "Wolfeschlegelsteinhausen",
            givenName: "Bartholomew",
          },
          ...{ grade: "10", suggested: null, because: "No suggestion: a tie." },
        },
      ],
    },
  ],
  because: "",
};

describe.skipIf(CHROMIUM === undefined)("the pages of counselors", { timeout: 30_000 }, () => {
  const own = stubbedPage({
    "/console/me": { value: COUNSELOR },
    "/session": { value: NO_DEMO },
    "/console/week": { value: WEEK },
    "/console/counselors": { value: COUNSELORS },
  });
  const asked = () => own.stub.asked.filter(({ path }) => path === "/console/week").at(-1)?.query;

  it("say whom to see on which day, what for and why, each by a link without a name", async () => {
    await openOwn(own.page, own.stub, "week.html");
    expect(await wordsOf(own.page, ".place")).toBe(
      "Marsh Valley School District · A. Rivera · data as of May 20, 2022",
    );
    expect(await wordsOf(own.page, ".sentence")).toBe(WEEK.words[0]);
    expect(await own.page.locator(".note").allInnerTexts()).toEqual(["A note."]);
    expect(await wordsOf(own.page, "caption")).toBe("Friday, May 20, 2022 1 student");
    expect(await wordsOf(own.page, ".week-day tbody tr")).toBe(
      "Orozco, Vincent 00417 8 Review of the move: review overdue, due March 1, 2022 Moves on after grade 8. Overdue since March 1, 2022.",
    );
    const links = await own.page
      .locator(".week-day a, .linked-counts a")
      .evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    expect(links).toEqual(["/students.html?caseload=C-7", "/student.html?student=k1"]);
    expect(await wordsOf(own.page, ".later")).toBe("12 more students after this week.");
    // A box to check is on paper alone.
    expect(await own.page.locator(".week-day .check:visible").count()).toBe(0);
    await own.page.emulateMedia({ media: "print" });
    expect(await own.page.locator(".week-day tbody .check:visible").count()).toBe(1);
    await own.page.emulateMedia({ media: null });
    expect(own.faults).toEqual([]);
  });

  it("have the plans that most need a conversation above the days, and lead on to all of plans", async () => {
    await openOwn(own.page, own.stub, "week.html?counselor=C-7&perDay=2");
    expect(await wordsOf(own.page, ".conversations .entry")).toBe(
      "Orozco, Vincent 00417 · grade 8 · Cedar Ridge High School The open plan has no goals",
    );
    const links = await own.page
      .locator(".conversations a")
      .evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    expect(links).toEqual(["/student.html?student=k1", "/plans.html?counselor=C-7"]);
    const above =
      "document.querySelector('.conversations').compareDocumentPosition(document.querySelector('.week-day')) & 4";
    expect(await own.page.evaluate(above)).toBe(4);
  });

  it("lead on to plans where none needs a conversation", async () => {
    own.stub.answers["/console/week"] = { value: { ...WEEK, conversations: [] } };
    await openOwn(own.page, own.stub, "week.html");
    expect(await own.page.locator(".conversations").count()).toBe(0);
    expect(await own.page.locator(".to-plans a").getAttribute("href")).toBe("/plans.html");
  });

  it("ask for another number a day, which stays in the address", async () => {
    await openOwn(own.page, own.stub, "week.html?counselor=C-7");
    await own.page.getByLabel("Students a day").fill("3");
    await own.page.getByLabel("Students a day").press("Enter");
    await expect.poll(asked).toBe("?counselor=C-7&perDay=3");
    await drawn(own.page);
    expect(new URL(own.page.url()).search).toBe("?counselor=C-7&perDay=3");
    const calendar = own.page.getByRole("link", { name: /Calendar/ });
    expect(await calendar.getAttribute("href")).toBe("/console/calendar.ics?counselor=C-7");
  });

  it("ask whose week it is where nobody is chosen", async () => {
    own.stub.answers["/console/week"] = {
      value: { ...WEEK, whose: null, words: [], days: [], numbers: [], later: 0 },
    };
    await openOwn(own.page, own.stub, "week.html");
    expect(await wordsOf(own.page, ".sentence")).toBe(
      "Choose a counselor to see whose week it is.",
    );
    await own.page.getByLabel("Counselor").selectOption("C-7");
    await expect.poll(asked).toBe("?counselor=C-7");
  });

  it("list counselors with numbers that open their students, and students without one", async () => {
    own.stub.answers["/console/me"] = {
      value: { ...LEADER, can: [...LEADER.can, "assign-counselor"] },
    };
    await openOwn(own.page, own.stub, "counselors.html");
    expect(await wordsOf(own.page, ".sentence")).toBe("1 counselor, and 2 students without one.");
    expect(await wordsOf(own.page, ".counselors tbody tr")).toBe(
      "A. Rivera C-7 40 0 4 a day until June 10, 2022",
    );
    expect(await own.page.locator(".unassigned tbody tr").allInnerTexts()).toEqual([
      expect.stringMatching(/A\. Rivera\s+Has the most students of grade 9\./),
      expect.stringMatching(/–\s+No suggestion: a tie\./),
    ]);
    const assign = own.page.getByRole("button", { name: /^Assign/ });
    await expect.poll(() => assign.allInnerTexts()).toEqual(["Assign 1 student to A. Rivera…"]);
    expect(own.faults).toEqual([]);
  });

  it("show a refusal as it is", async () => {
    own.stub.answers["/console/week"] = { status: 403, words: "You are a researcher." };
    await openOwn(own.page, own.stub, "week.html");
    expect(await wordsOf(own.page, "[role=alert]")).toContain("You are a researcher.");
  });

  it.each(DEVICES)("are sound on a %s, in light and dark", async (_name, viewport) => {
    await inLightAndDark(own.page, viewport, async () => {
      for (const path of ["week.html", "counselors.html"]) {
        await openOwn(own.page, own.stub, path);
        expect(await faultsFor(own.page), path).toEqual([]);
      }
    });
  });
});
