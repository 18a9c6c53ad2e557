import { describe, expect, it } from "vitest";
import { CHROMIUM } from "../../browser.ts";
import { LIST, PATRICK, VINCENT } from "../answers.ts";
import { wordsOf } from "../console-pages.ts";
import { DEVICES, faultsFor, inLightAndDark } from "../sound-page.ts";
import { NO_FILTER, QUERY, studentList } from "./student-list.ts";

describe.skipIf(CHROMIUM === undefined)(
  "the rows of the list of students",
  { timeout: 30_000 },
  () => {
    const { own, open, lists, rowWords } = studentList();

    it("says who is asked for, how many there are and of how many the names are seen", async () => {
      await open();
      expect(await wordsOf(own.page, ".sentence")).toBe(
        "Second review of the year: not held, Cedar Ridge High School. You see the names of 3 of 128 students.",
      );
      expect(await wordsOf(own.page, ".because")).toBe(
        "Why you may see these names: You are counselor at Cedar Ridge High School, and the student is in your caseload. Each look at it is noted in the access log.",
      );
      expect(lists().at(-1)?.query).toBe(`?${QUERY}`);
      expect(own.faults).toEqual([]);
    });

    it.each([
      [128, 128, "128 students."],
      [1, 1, "1 student."],
      [128, 0, "128 students; you may not see their names."],
      [0, 0, "Nobody: no student is counted here today."],
    ])("says of %d counted and %d named: %s", async (counted, named, words) => {
      const students = named === 0 ? [] : [VINCENT];
      own.stub.answers["/console/students"] = {
        value: { ...LIST, counted, named, students, next: null },
      };
      await open();
      expect(await wordsOf(own.page, ".sentence")).toBe(`${LIST.askedInWords}. ${words}`);
      expect(await own.page.locator("table, .tools").count()).toBe(named === 0 ? 0 : 2);
    });

    it.each([
      [{ enrolled: 128, left: 0 }, "128 students."],
      [{ enrolled: 127, left: 1 }, "128 students: 127 enrolled, 1 who left with an open plan."],
      [{ enrolled: 0, left: 128 }, "128 students who left with an open plan."],
    ])("says of %o who they are: %s", async (who, words) => {
      own.stub.answers["/console/students"] = {
        value: { ...LIST, named: 128, ...who, next: null },
      };
      await open();
      expect(await wordsOf(own.page, ".sentence")).toBe(`${LIST.askedInWords}. ${words}`);
      const parts = await own.page
        .locator(".sentence a")
        .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
      expect(parts).toEqual(
        who.enrolled === 0 || who.left === 0
          ? []
          : ["yes", "no"].map((part) => `/students.html?${QUERY}&enrolled=${part}`),
      );
    });

    it("has a row per student: what is overdue since when, what comes next and who acts", async () => {
      const value = {
        ...LIST,
        asked: NO_FILTER,
        students: [{ ...VINCENT, answer: null }, PATRICK],
      };
      own.stub.answers["/console/students"] = { value };
      await open("");
      expect((await own.page.locator("thead th").allInnerTexts()).join(" | ")).toBe(
        "Student | Grade | School | Counselor | Overdue, since | Next step, who acts | Last review | Attendance so far",
      );
      expect(await rowWords(0)).toBe(
        "Orozco, Vincent 900/1 IEP 11 Cedar Ridge High School A. Rivera Second review of the year: review overdue since May 2, 2022 Review, 18 days overdue Who acts: counselor Nov 12, 2021 20 of 160 days absent Chronic",
      );
      // A name is text, whatever it holds; what is not known is not none.
      expect(await rowWords(1)).toBe(
        "<b>Murphy</b>, Patrick 900/2 11 Cedar Ridge High School None – Plan at another school since Jan 10, 2022 None this year Cannot be determined",
      );
    });

    it("says of a missing plan that it is missing and since when, and nothing of an open one", async () => {
      const plan = { name: "Plan", needName: "Plan missing", dueOn: "2021-10-20" };
      const nextStep = { ...plan, thing: "Plan", daysLeft: -212, whoActs: "counselor" };
      const review = { ...VINCENT.overdue[0], name: "Second review", needName: "Review overdue" };
      const students = [
        { ...VINCENT, answer: null, overdue: [plan], nextStep },
        { ...VINCENT, answer: null, overdue: [review, plan], nextStep },
      ];
      own.stub.answers["/console/students"] = { value: { ...LIST, asked: NO_FILTER, students } };
      await open("");
      expect(await rowWords(0)).toContain(
        "Plan missing since Oct 20, 2021 Plan, 212 days overdue Who acts: counselor",
      );
      expect(await rowWords(1)).toContain(
        "Second review: review overdue since May 2, 2022 Plan missing since Oct 20, 2021 Plan missing, due Oct 20, 2021 (212 days overdue)",
      );
    });

    it("has the answer to the requirement that is asked for, and no school where one is asked for", async () => {
      await open();
      expect((await own.page.locator("thead th").allInnerTexts()).slice(0, 4)).toEqual([
        "Student",
        "Grade",
        "Counselor",
        "Second review of the year",
      ]);
      expect(await rowWords(0)).toContain(
        "Not held, due May 2, 2022 No review was held by May 2, 2022.",
      );
    });

    it("shows a reader of records what is to be fixed and what to do, and offers nothing of plans", async () => {
      const choices = { ...LIST.choices, requirements: [], needs: [] };
      const students = [{ ...PATRICK, overdue: [] }];
      own.stub.answers["/console/students"] = {
        value: { ...LIST, asked: NO_FILTER, choices, students, named: 1, counted: 1, next: null },
      };
      await open("");
      expect(await rowWords(0)).toBe(
        "<b>Murphy</b>, Patrick 900/2 11 Cedar Ridge High School None Plan at another school since Jan 10, 2022 Have the platform import the roster again.",
      );
      await own.page.getByText("More filters").click();
      expect(await own.page.locator("main label > span").allInnerTexts()).toEqual([
        "Name or ID",
        "School",
        "Grade",
        "Counselor",
        "Records",
        "Enrollment",
      ]);
      expect(await wordsOf(own.page, ".shown")).toBe(
        "1 of 1 student shown. Sorted by family name.",
      );
    });

    it.each(DEVICES)("is sound on a %s, in light and dark", async (_name, viewport) => {
      const long = { ...PATRICK, familyName: "Wolfeschlegelsteinhausenbergerdorffvoralternwaren" };
      own.stub.answers["/console/students"] = { value: { ...LIST, students: [VINCENT, long] } };
      await inLightAndDark(own.page, viewport, async () => {
        await open();
        expect(await faultsFor(own.page)).toEqual([]);
      });
    });
  },
);
