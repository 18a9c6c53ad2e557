import { describe, expect, it } from "vitest";
import type { DecisionsPage } from "../../../functions/console/decision-answers.ts";
import { CHROMIUM } from "../browser.ts";
import { DESKTOP, PHONE, TABLET } from "../check-pages.ts";
import { DECISIONS, LEADER, NO_DEMO } from "./answers.ts";
import { FAULTS_IN_OWN_PAGE, openOwn, TOO_FAINT, wordsOf } from "./console-pages.ts";
import { stubbedPage } from "./stubbed-page.ts";

const PAGE: DecisionsPage = {
  ...{ signedAs: "J. Ortiz (P-1)", asOf: "2022-05-20", all: 1, next: null },
  because: "You are a district leader.",
  waiting: {
    removals: [
      {
        ...{ file: "plans.csv", sha256: "ab12", isRefused: false, records: 340 },
        removals: ["227 of 563 plans"],
      },
    ],
    duties: [],
    rules: null,
    others: ["2 rules wait for somebody who reads its text. A district leader confirms that."],
  },
  decided: DECISIONS.decided.map((decision) => ({
    ...decision,
    student: { key: "KEY-1", name: "Vincent Orozco" },
  })),
};

describe.skipIf(CHROMIUM === undefined)("the page of decisions", { timeout: 30_000 }, () => {
  const own = stubbedPage({
    "/console/me": { value: LEADER },
    "/session": { value: NO_DEMO },
    "/console/decisions": { value: PAGE },
    "/console/removals": { value: {} },
    "/console/exemptions/withdraw": {
      ...{ status: 409, words: "the student has no exemption: there is nothing to withdraw" },
    },
  });
  const sent = () => own.stub.asked.filter(({ method }) => method === "POST");
  const focused = () => own.page.evaluate("document.activeElement.textContent");

  it("says what waits, what it changes and who decides, beside the field what is missing, and records once", async () => {
    await openOwn(own.page, own.stub, "decisions.html");
    const text = await wordsOf(own.page, "main");
    expect(text).toContain("For you to decide: 1 file.");
    expect(text).toContain("It would remove 227 of 563 plans.");
    expect(text).toContain("2 rules wait");
    await own.page.getByRole("button", { name: "Refuse…" }).focus();
    await own.page.keyboard.press("Enter");
    const dialog = own.page.getByRole("dialog");
    expect(await dialog.innerText()).toMatch(/marked as refused[\s\S]*J\. Ortiz \(P-1\)/);
    // Escape closes it, and the focus is where it was.
    await own.page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(await focused()).toBe("Refuse…");
    await own.page.keyboard.press("Enter");
    await dialog.getByRole("button", { name: "Refuse" }).click();
    expect(await dialog.locator(".fault").innerText()).toContain("Say why");
    expect(await own.page.evaluate("document.activeElement.tagName")).toBe("TEXTAREA");
    expect(sent()).toEqual([]);
    await own.page.keyboard.type("half a file");
    await dialog.getByRole("button", { name: "Refuse" }).dblclick();
    await own.page.locator(".recorded").waitFor();
    expect(await focused()).toMatch(/Refused\.\s+Shown in the figures from the next run on\./);
    expect(sent().map(({ path, body }) => [path, JSON.parse(body) as unknown])).toEqual([
      ["/console/removals", { files: ["ab12"], isAccepted: false, reason: "half a file" }],
    ]);
    expect(own.faults).toEqual([]);
  });

  it("links a student by a key alone, says what the figures do not have yet, and says a refusal in its words", async () => {
    await openOwn(own.page, own.stub, "decisions.html?kind=exemption");
    const link = own.page.getByRole("link", { name: "Vincent Orozco" });
    expect(await link.getAttribute("href")).toBe("/student.html?student=KEY-1");
    expect(await wordsOf(own.page, ".decided")).toContain(
      "Shown in the figures from the next run on.",
    );
    expect(await own.page.title()).not.toContain("Vincent");
    await own.page.getByRole("button", { name: "Withdraw…" }).click();
    await own.page.getByRole("dialog").getByRole("button", { name: "Withdraw" }).click();
    await own.page.getByText("Nothing was recorded: the student has no exemption").waitFor();
    expect(sent().map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { student: "KEY-1", requirement: "review-2", from: "2022-05-19" },
    ]);
    await own.page.getByRole("button", { name: "Cancel" }).click();
    expect(own.faults).toEqual([]);
  });

  it("offers about one student the forms that the reader’s role grants, and refuses an end before the beginning", async () => {
    Object.assign(own.stub.answers, {
      "/console/student-decisions": { value: DECISIONS },
      "/console/exemptions": { value: {} },
    });
    await openOwn(own.page, own.stub, "decisions.html?student=KEY-1");
    await own.page.getByRole("button", { name: "Exempt…" }).click();
    const dialog = own.page.getByRole("dialog");
    await dialog.getByLabel("From which requirement").selectOption("review-2");
    await dialog.getByLabel("Why").selectOption("medical");
    await dialog.getByLabel("Until").fill("2022-05-20");
    await dialog.getByRole("button", { name: "Record the exemption" }).click();
    expect(await dialog.locator(".fault").allInnerTexts()).toContain(
      "The end must come after the first day.",
    );
    await dialog.getByLabel("Until").fill("2022-06-09");
    expect(await dialog.locator(".effect").innerText()).toBe(
      "This student will not be asked for “Second review of the year” from May 20, 2022 until June 9, 2022; the figures follow with the next run.",
    );
    await dialog.getByRole("button", { name: "Record the exemption" }).click();
    await own.page.getByText("The exemption is recorded.").waitFor();
    const [asked] = own.stub.asked.filter(({ path }) => path === "/console/student-decisions");
    expect([asked?.query, asked?.headers["ilp-student"]]).toEqual(["", "KEY-1"]);
    expect(sent().map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      {
        ...{ student: "KEY-1", requirement: "review-2", from: "2022-05-20" },
        ...{ until: "2022-06-09", reason: "medical" },
      },
    ]);
    expect(own.faults).toEqual([]);
  });

  it.each([DESKTOP, TABLET, PHONE])(
    "is whole for eye, keyboard and finger at %o",
    async (viewport) => {
      await own.page.setViewportSize(viewport);
      await openOwn(own.page, own.stub, "decisions.html");
      expect(await own.page.evaluate(FAULTS_IN_OWN_PAGE)).toEqual([]);
      expect(await own.page.evaluate(TOO_FAINT)).toEqual([]);
      expect(own.faults).toEqual([]);
    },
  );
});
