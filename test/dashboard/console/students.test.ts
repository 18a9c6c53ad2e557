import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CHROMIUM } from "../browser.ts";
import { DESKTOP, PHONE, TABLET } from "../check-pages.ts";
import { COUNSELOR, LAST_PAGE, LIST, NO_DEMO, PATRICK, VINCENT } from "./answers.ts";
import { drawn, FAULTS_IN_OWN_PAGE, openOwn, TOO_FAINT, wordsOf } from "./console-pages.ts";
import { longList } from "./long-list.ts";
import { STUDENT } from "./student-answers.ts";
import type { Asked } from "./stub-console.ts";
import { stubbedPage } from "./stubbed-page.ts";

const QUERY = "school=103&requirement=review-2&status=not-held";
const NO_FILTER = Object.fromEntries(Object.keys(LIST.asked).map((part) => [part, null]));

describe.skipIf(CHROMIUM === undefined)("the list of students", { timeout: 30_000 }, () => {
  const own = stubbedPage({
    "/console/me": { value: COUNSELOR },
    "/session": { value: NO_DEMO },
    "/console/students": ({ headers }: Asked) => ({
      value: headers["ilp-after"] === undefined ? LIST : LAST_PAGE,
    }),
    "/console/student": ({ headers }: Asked) => ({
      value: { ...STUDENT, head: { ...STUDENT.head, key: headers["ilp-student"] } },
    }),
  });

  const open = async (query = QUERY) => {
    // A list that is opened anew begins at its top: the entry of a test before keeps a place.
    await own.page.goto("about:blank");
    await openOwn(own.page, own.stub, `students.html?${query}`);
  };
  const links = () => own.page.locator("a[data-student]");
  const names = () => links().allInnerTexts();
  const rows = () => own.page.locator("tbody tr");
  const lists = () => own.stub.asked.filter(({ path }) => path === "/console/students");
  const search = () => own.page.getByLabel("Name or ID");
  const focused = () => own.page.evaluate<string>("document.activeElement.textContent");
  const topOf = (key: string) =>
    own.page.evaluate<number>(
      `Math.round(document.querySelector("[data-student=${key}]").getBoundingClientRect().top)`,
    );
  /** A key is pressed again, as a reader does: while rows are laid out it leads to the end of before. */
  const toTheEnd = () =>
    expect.poll(async () => {
      await own.page.keyboard.press("End");
      return (await wordsOf(own.page, ".shown")).split(". ")[0];
    });
  const rowWords = async (place: number) =>
    (await rows().nth(place).innerText()).replaceAll(/\s+/g, " ").trim();

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

  it("says of everybody no more than how many there are, and else lets every filter be cleared", async () => {
    own.stub.answers["/console/students"] = ({ query }) => ({
      value: query === "" ? { ...LIST, asked: NO_FILTER } : LIST,
    });
    await open("caseload=S-2001");
    await own.page.getByRole("link", { name: "Clear all filters" }).click();
    await own.page.waitForURL(/students\.html$/);
    await drawn(own.page);
    expect(await wordsOf(own.page, ".sentence")).toBe("You see the names of 3 of 128 students.");
    expect(await own.page.getByRole("link", { name: "Clear all filters" }).count()).toBe(0);
  });

  it("has a row per student: what is overdue since when, what comes next and who acts", async () => {
    const value = { ...LIST, asked: NO_FILTER, students: [{ ...VINCENT, answer: null }, PATRICK] };
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
    expect(await wordsOf(own.page, ".shown")).toBe("1 of 1 student shown. Sorted by family name.");
  });

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

  it("looks for a name or id by a header, and leaves it in no address", async () => {
    own.stub.answers["/console/students"] = ({ headers }) => ({
      value:
        headers["ilp-search"] === undefined
          ? LIST
          : { ...LIST, counted: 1, named: 1, students: [PATRICK], next: null },
    });
    await open();
    await search().pressSequentially("Muñoz 9/");
    await expect.poll(() => lists().at(-1)?.headers["ilp-search"]).toBe("Mu%C3%B1oz%209%2F");
    await drawn(own.page);
    expect(await wordsOf(own.page, ".sentence")).toBe(
      `${LIST.askedInWords}. 1 student found for “Muñoz 9/”.`,
    );
    // Letter by letter it was not asked; the reader goes on typing where she was.
    expect(lists().length).toBeLessThan(6);
    expect(await own.page.evaluate("document.activeElement.type")).toBe("search");
    expect(new URL(own.page.url()).search).toBe(`?${QUERY}`);
    expect(await own.page.title()).toBe("Students | ILP Observatory");
    await search().fill("");
    await expect.poll(() => lists().at(-1)?.headers["ilp-search"]).toBe(undefined);
  });

  it("keeps every filter in the address, goes back, and asks for a counselor’s absence as such", async () => {
    await open();
    await own.page.getByLabel("Grade").focus();
    await own.page.getByLabel("Grade").selectOption("11");
    await expect
      .poll(() => new URL(own.page.url()).search)
      .toBe(`?school=103&grade=11&requirement=review-2&status=not-held`);
    await drawn(own.page);
    expect(await own.page.evaluate("document.activeElement.labels[0].textContent")).toContain(
      "Grade",
    );
    await own.page.getByLabel("Counselor").selectOption("");
    await expect.poll(() => lists().at(-1)?.query).toContain("counselor=&");
    await own.page.goBack();
    await expect.poll(() => lists().at(-1)?.query).not.toContain("counselor");
    await own.page.getByLabel("Records").selectOption("wrong-school");
    await own.page.getByLabel("Sorted by").selectOption("name");
    await own.page.getByLabel("Due from").fill("2022-05-01");
    await own.page.getByLabel("Flag").selectOption("iep");
    await expect
      .poll(() => lists().at(-1)?.query)
      .toBe(
        "?school=103&grade=11&requirement=review-2&status=not-held&problem=wrong-school&from=2022-05-01&flag=iep&sort=name",
      );
  });

  it("loses neither of two filters that are changed before the first is drawn", async () => {
    await open("");
    let answer: () => void = () => undefined;
    const waits = new Promise<void>((resolve) => (answer = resolve));
    own.stub.answers["/console/students"] = async ({ query }) => {
      if (query === "?grade=08") await waits;
      const familyName = query === "?grade=08" ? "Older" : "Newer";
      return { value: { ...LIST, students: [{ ...VINCENT, familyName }], named: 1, next: null } };
    };
    await own.page.getByLabel("Grade").selectOption("08");
    await own.page
      .locator("label", { hasText: /^Due(?!\s*(from|until))/ })
      .locator("select")
      .selectOption("overdue");
    await expect.poll(names).toEqual(["Newer, Vincent"]);
    expect(new URL(own.page.url()).search).toBe("?grade=08&due=overdue");
    const answered = own.page.waitForResponse(/grade=08$/);
    answer();
    await answered;
    await own.page.waitForTimeout(100);
    expect(await names()).toEqual(["Newer, Vincent"]);
  });

  it("offers the statuses and needs of the requirement, and drops them with it", async () => {
    await open();
    const options = async () =>
      own.page.getByLabel("Status or need").locator("option").allInnerTexts();
    expect(await options()).toEqual(["Any", "Held on time", "Not held", "Review overdue"]);
    expect(await own.page.getByLabel("Status or need").inputValue()).toBe("status not-held");
    await own.page.getByLabel("Status or need").selectOption("need overdue");
    await expect
      .poll(() => lists().at(-1)?.query)
      .toBe("?school=103&requirement=review-2&need=overdue");
    await own.page.getByLabel("Requirement").selectOption(" all ");
    await expect.poll(() => lists().at(-1)?.query).toBe("?school=103");
  });

  it("leaves out of its own address what a page of figures hands on besides", async () => {
    await open(`${QUERY}&grade=&district=marsh-valley&release=2022-05-20-fixture`);
    expect(lists().at(-1)?.query).toBe(`?${QUERY}`);
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

  it("shows a refusal in the words of the console, with a way on, and goes on", async () => {
    own.stub.answers["/console/students"] = {
      status: 403,
      words: "You are the privacy officer, and that does not include the names of students.",
    };
    await open();
    expect(await wordsOf(own.page, "[role=alert]")).toBe(
      "This cannot be shown You are the privacy officer, and that does not include the names of students. To the pages you may open",
    );
    // No other try can succeed, and the way leads to the bar that offers what can.
    await own.page.getByRole("link", { name: "To the pages you may open" }).click();
    expect(await own.page.evaluate("document.activeElement.className")).toBe("console-pages");
    own.stub.answers["/console/students"] = { status: 404, words: "There is no such school." };
    await open();
    expect(await wordsOf(own.page, "[role=alert]")).toBe(
      "This cannot be shown There is no such school. Try again · Begin without a filter",
    );
    own.stub.answers["/console/students"] = { value: LIST };
    await own.page.getByRole("link", { name: "Begin without a filter" }).click();
    await expect.poll(names).not.toHaveLength(0);
    expect(lists().at(-1)?.query).toBe("");
    await own.page.route("**/console/students*", (route) => route.abort());
    await open();
    expect(await wordsOf(own.page, "[role=alert]")).toContain(
      "The console does not answer: it may have been stopped.",
    );
    await own.page.unroute("**/console/students*");
  });

  it("takes the names off the screen where the session has ended meanwhile", async () => {
    await open();
    own.stub.answers["/console/students"] = { status: 401, words: "Press Enter in the terminal." };
    await own.page.getByLabel("Grade").selectOption("08");
    await own.page.waitForSelector(".signed-out");
    expect(await wordsOf(own.page)).toBe("You are signed out Press Enter in the terminal.");
  });

  it.each([
    ["desktop", DESKTOP],
    ["tablet", TABLET],
    ["phone", PHONE],
  ])("is sound on a %s, in light and dark", async (_name, viewport) => {
    await own.page.setViewportSize(viewport);
    const long = { ...PATRICK, familyName: "Wolfeschlegelsteinhausenbergerdorffvoralternwaren" };
    own.stub.answers["/console/students"] = { value: { ...LIST, students: [VINCENT, long] } };
    for (const colorScheme of ["light", "dark"] as const) {
      await own.page.emulateMedia({ colorScheme });
      await open();
      expect(await own.page.evaluate(FAULTS_IN_OWN_PAGE)).toEqual([]);
      expect(await own.page.evaluate(TOO_FAINT)).toEqual([]);
    }
    await own.page.emulateMedia({ colorScheme: null });
    await own.page.setViewportSize(DESKTOP);
  });
});
