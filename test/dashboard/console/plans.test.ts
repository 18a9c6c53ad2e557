import { describe, expect, it } from "vitest";
import type {
  PlansAnswer,
  SharedGoalsAnswer,
} from "../../../functions/console/plans/plan-answers.ts";
import { CHROMIUM } from "../browser.ts";
import { COUNSELOR, LEADER, NO_DEMO } from "./answers.ts";
import { drawn, openOwn, wordsOf } from "./console-pages.ts";
import { DEVICES, faultsFor, inLightAndDark } from "./sound-page.ts";
import { stubbedPage } from "./stubbed-page.ts";

const HIGH = { id: "103", name: "Cedar Ridge High School" };
const MIDDLE = { id: "102", name: "Birch Middle School" };
const RIVERA = { id: "C-7", name: "A. Rivera" };
const ASKED = { school: null, counselor: null };
const PLANS: PlansAnswer = {
  ...{ asked: ASKED, asOf: "2022-05-20", schools: [MIDDLE, HIGH], counselors: [RIVERA] },
  whose: "A. Rivera",
  conversations: [
    {
      ...{ key: "k1", student: "00417", familyName: "Orozco", givenName: "Vincent", grade: "09" },
      schoolName: HIGH.name,
      reasons: [
        { id: "steps-overdue", name: "An action step is overdue" },
        {
          id: "goals-shared",
          name: "Every compared goal says the same, or nearly the same, as goals of two or more other students",
        },
      ],
    },
  ],
  questions: [
    {
      ...{ id: "reviewed-alike", name: "Reviewed alike in a batch", meaning: "Of the students" },
      question: "Was this one meeting, or the same entry made for each?",
      schools: [
        { ...MIDDLE, count: 0, n: 31 },
        { ...HIGH, count: 14, n: 22 },
      ],
    },
    {
      ...{ id: "opened-and-reviewed", name: "Opened and reviewed the same day", meaning: "Those" },
      ...{ question: "Did student and family have time?", schools: [{ ...HIGH, count: 0, n: 9 }] },
    },
    {
      ...{ id: "goals-due-on-last-day", name: "Every goal due on the last day", meaning: "All" },
      ...{ question: "Does the form fill in this day by itself?", schools: [] },
    },
  ],
  because: "You are counselor at Cedar Ridge High School, and the student is in your caseload.",
};
const TEXT = "bring <who> reading grade to an <num> by <date>";
const SHARED: SharedGoalsAnswer = {
  ...{ asked: { school: null }, asOf: "2022-05-20", isNoted: true },
  ...{ texts: 2, students: 1204, next: "1" },
  goals: [
    {
      ...{ text: TEXT, count: 1203, counselors: null },
      schools: [
        { ...MIDDLE, count: 3, grades: [{ grade: "08", count: 3 }] },
        {
          ...{ ...HIGH, count: 1200 },
          grades: [
            { grade: "09", count: 1199 },
            { grade: "", count: 1 },
          ],
        },
      ],
    },
  ],
  because: "",
};
const SECOND = {
  ...{ text: "be on time", count: 1, counselors: null },
  schools: [{ ...HIGH, count: 1, grades: [{ grade: "10", count: 1 }] }],
};

describe.skipIf(CHROMIUM === undefined)("the page of plans", { timeout: 30_000 }, () => {
  const own = stubbedPage({
    "/console/me": { value: COUNSELOR },
    "/session": { value: NO_DEMO },
    "/console/plans": { value: PLANS },
    "/console/shared-goals": ({ headers }) => ({
      value: headers["ilp-after"] === "1" ? { ...SHARED, goals: [SECOND], next: null } : SHARED,
    }),
  });
  const asked = (path: string) =>
    own.stub.asked.filter((request) => request.path === path).at(-1)?.query;

  it("says which plans most need a conversation, and why, each by a link without a name", async () => {
    await openOwn(own.page, own.stub, "plans.html");
    expect(await wordsOf(own.page, ".place")).toBe(
      "Marsh Valley School District · A. Rivera · data as of May 20, 2022",
    );
    expect(await wordsOf(own.page, ".sentence")).toBe(
      "1 plan of the caseload most needs a conversation.",
    );
    expect(await wordsOf(own.page, ".conversations .entry")).toBe(
      "Orozco, Vincent 00417 · grade 9 · Cedar Ridge High School An action step is overdue Every compared goal says the same, or nearly the same, as goals of two or more other students",
    );
    expect(await own.page.locator(".conversations a").getAttribute("href")).toBe(
      "/student.html?student=k1",
    );
    expect(own.faults).toEqual([]);
  });

  it("counts a shared text by school and grade, with what each student fills in in brackets", async () => {
    await openOwn(own.page, own.stub, "plans.html");
    expect(await wordsOf(own.page, ".shared-goals tbody tr")).toBe(
      "bring [student] reading grade to an [number] by [date] 1,203 Birch Middle School: 3 grade 8: 3 Cedar Ridge High School: 1,200 grade 9: 1,199, no grade given: 1",
    );
    const section = await wordsOf(own.page, "section:has(#shared-goals)");
    expect(section).toContain("That is a reason to talk, and says nothing of who wrote it first");
    expect(section).toContain("1,204 students whom you see have at least one of 2 shared texts.");
    expect(await own.page.locator(".shared-goals thead th").allInnerTexts()).toEqual([
      ...["Goal", "Students", "By school and grade"],
    ]);
  });

  it("shows more by keyboard, and has a text in no address", async () => {
    await openOwn(own.page, own.stub, "plans.html?school=103");
    await own.page.getByRole("button", { name: "Show more" }).focus();
    await own.page.keyboard.press("Enter");
    await expect.poll(() => own.page.locator(".shared-goals tbody tr").count()).toBe(2);
    expect(await wordsOf(own.page, ".shown")).toMatch(/2 shared texts, all shown\.$/);
    expect(await own.page.evaluate("document.activeElement.innerText")).toContain("be on time");
    const addresses = [
      own.page.url(),
      ...own.stub.asked.map(({ path, query }) => path + query),
      ...(await own.page
        .locator("a")
        .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""))),
    ];
    expect(addresses.filter((address) => /reading|time|grade|%3C/.test(address))).toEqual([]);
    expect(asked("/console/shared-goals")).toBe("?school=103");
  });

  it("counts by counselor for who may see it, and by grade alone where there is one school", async () => {
    const [goal] = SHARED.goals;
    const counselors = [
      { name: "A. Rivera", count: 900 },
      { name: "B. Quintanilla", count: 1203 },
    ];
    const ofOne = [{ ...HIGH, count: 1203, grades: [{ grade: "09", count: 1203 }] }];
    own.stub.answers["/console/plans"] = { value: { ...PLANS, schools: [HIGH] } };
    own.stub.answers["/console/shared-goals"] = {
      value: { ...SHARED, goals: [{ ...goal, counselors, schools: ofOne }], next: null },
    };
    await openOwn(own.page, own.stub, "plans.html");
    const cells = await own.page.locator(".shared-goals tbody td").allInnerTexts();
    expect(cells.map((cell) => cell.trim())).toEqual([
      ...["1,203", "grade 9: 1,203", "A. Rivera: 900, B. Quintanilla: 1,203"],
    ]);
  });

  it("words patterns as questions to schools, and says of which nobody shows or can say anything", async () => {
    await openOwn(own.page, own.stub, "plans.html");
    expect(await own.page.locator("#main h2").allInnerTexts()).toEqual([
      "Plans that most need a conversation",
      "Goals that several students share",
      "Questions to look into",
    ]);
    expect(await own.page.locator(".question").allInnerTexts()).toHaveLength(1);
    const words = await wordsOf(own.page, "section:has(#questions)");
    expect(words).toContain(
      "Was this one meeting, or the same entry made for each? Reviewed alike in a batch Cedar Ridge High School: 14 of 22 students 1 other school: no student",
    );
    expect(words).toContain("No student shows: opened and reviewed the same day.");
    expect(words).toContain("Not enough data: every goal due on the last day.");
    expect(words).toContain("no finding about a person");
  });

  it("asks for another school and counselor, and keeps both in the address", async () => {
    own.stub.answers["/console/me"] = { value: LEADER };
    own.stub.answers["/console/plans"] = {
      value: { ...PLANS, whose: null, conversations: [], because: "" },
    };
    await openOwn(own.page, own.stub, "plans.html");
    expect(await wordsOf(own.page, ".sentence")).toBe(
      "Choose a counselor to see which plans most need a conversation.",
    );
    await own.page.getByLabel("School").selectOption("103");
    await expect.poll(() => asked("/console/plans")).toBe("?school=103");
    await drawn(own.page);
    await own.page.getByLabel("Counselor").selectOption("C-7");
    await expect.poll(() => asked("/console/plans")).toBe("?school=103&counselor=C-7");
    await drawn(own.page);
    expect(asked("/console/shared-goals")).toBe("?school=103");
    expect(new URL(own.page.url()).search).toBe("?school=103&counselor=C-7");
  });

  it("says what is not there: no reason, no shared goal, and an edition of before", async () => {
    const none = { ...SHARED, texts: 0, students: 0, goals: [], next: null };
    own.stub.answers["/console/plans"] = { value: { ...PLANS, conversations: [], questions: [] } };
    own.stub.answers["/console/shared-goals"] = { value: none };
    await openOwn(own.page, own.stub, "plans.html");
    const words = await wordsOf(own.page, "#main");
    expect(words).toContain("No plan of the caseload has a reason for a conversation.");
    expect(words).toContain("No student whom you see has a goal that is shared.");
    expect(words).toContain("You see exact figures of none of these schools.");
    own.stub.answers["/console/plans"] = { value: { ...PLANS, questions: null } };
    own.stub.answers["/console/shared-goals"] = { value: { ...none, isNoted: false } };
    await openOwn(own.page, own.stub, "plans.html");
    const before = await wordsOf(own.page, "#main");
    expect(before).toContain("This edition was made before shared goals were noted");
    expect(before).toContain("This edition was made before patterns were noted");
  });

  it("shows a refusal as it is", async () => {
    own.stub.answers["/console/plans"] = { status: 403, words: "You are a researcher." };
    await openOwn(own.page, own.stub, "plans.html");
    expect(await wordsOf(own.page, "[role=alert]")).toContain("You are a researcher.");
  });

  it("prints what is drawn, without filters and buttons", async () => {
    await openOwn(own.page, own.stub, "plans.html");
    await own.page.emulateMedia({ media: "print" });
    expect(await own.page.locator(".filters:visible, .more:visible, .tools:visible").count()).toBe(
      0,
    );
    expect(await own.page.locator(".shared-goals tbody tr:visible").count()).toBe(1);
    expect(await own.page.locator(".question:visible").count()).toBe(1);
    await own.page.emulateMedia({ media: null });
  });

  it.each(DEVICES)("is sound on a %s, in light and dark", async (_name, viewport) => {
    await inLightAndDark(own.page, viewport, async () => {
      await openOwn(own.page, own.stub, "plans.html");
      expect(await faultsFor(own.page)).toEqual([]);
    });
  });
});
