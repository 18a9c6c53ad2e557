import { describe, expect, it } from "vitest";
import { CHROMIUM } from "../../browser.ts";
import { LIST, PATRICK, VINCENT } from "../answers.ts";
import { drawn, wordsOf } from "../console-pages.ts";
import { NO_FILTER, QUERY, studentList } from "./student-list.ts";

describe.skipIf(CHROMIUM === undefined)(
  "the filters of the list of students",
  { timeout: 30_000 },
  () => {
    const { own, open, names, lists, search } = studentList();

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
      expect(await own.page.title()).toBe(
        "Students · Marsh Valley School District | ILP Observatory",
      );
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
      own.stub.answers["/console/students"] = {
        status: 401,
        words: "Press Enter in the terminal.",
      };
      await own.page.getByLabel("Grade").selectOption("08");
      await own.page.waitForSelector(".signed-out");
      expect(await wordsOf(own.page)).toBe("You are signed out Press Enter in the terminal.");
    });
  },
);
