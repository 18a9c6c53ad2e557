import { describe, expect, it } from "vitest";
import { CHROMIUM } from "../browser.ts";
import { DESKTOP, openPage, PHONE, TABLET } from "../check-pages.ts";
import { writeFixture } from "../fixture/write-fixture.ts";
import { COUNSELOR, DEMO, LEADER, LIST, NO_DEMO, PRIVACY_OFFICER } from "./answers.ts";
import { consolePage, FAULTS_IN_OWN_PAGE, openOwn, TOO_FAINT, wordsOf } from "./console-pages.ts";
import { stubbedPage } from "./stubbed-page.ts";

const OPENED_ONCE = {
  status: 401,
  words: "This browser is not signed in.\nPress Enter in the terminal in which ilp runs.",
};

describe.skipIf(CHROMIUM === undefined)("the bar of the console", { timeout: 30_000 }, () => {
  const own = stubbedPage(
    {
      "/console/me": { value: LEADER },
      "/session": { value: NO_DEMO },
      "/console/students": { value: LIST },
    },
    writeFixture,
  );

  const STUDENTS = "students.html";
  const BAR = ".console-bar";
  const compliance = () => `${own.stub.address}/requirements.html?district=marsh-valley-staff`;

  it("says on a page of figures and on its own pages what must stay inside, who is signed in and why", async () => {
    const { page, faults } = await consolePage(own.browser, own.stub);
    await openPage(page, compliance());
    await page.waitForSelector("details.who");
    expect(await wordsOf(page, BAR)).toBe(
      "Names students: keep it inside the district Signed in as J. Ortiz, district leader · why? Sign out Today Students This week Plans Counselors Data to fix",
    );
    expect(await page.locator("main h1").innerText()).toBe("Requirements");
    await openOwn(page, own.stub, STUDENTS);
    await page.locator(".who summary").click();
    const reasons = await page.locator(".who li").allInnerTexts();
    expect(reasons).toEqual([
      "You are a district leader.",
      "Figures of the whole district are exact.",
      "Each look at exact figures or names is noted in the access log, with the reason.",
    ]);
    expect(faults).toEqual([]);
    await page.close();
  });

  it("says of a counselor which figures are exact, and of the system account that it is that", async () => {
    const { page } = await consolePage(own.browser, own.stub);
    own.stub.answers["/console/me"] = { value: COUNSELOR };
    await openOwn(page, own.stub, STUDENTS);
    await page.locator(".who summary").click();
    expect(await wordsOf(page, ".who")).toContain(
      "Exact figures: Cedar Ridge High School. All others are those of the public.",
    );
    own.stub.answers["/console/me"] = { value: { ...LEADER, staff: null, roles: [] } };
    await openOwn(page, own.stub, STUDENTS);
    expect(await wordsOf(page, ".who summary")).toBe("Signed in as the system account · why?");
    await page.close();
  });

  it("offers the pages that the reader may open, and says which one is open", async () => {
    const { page } = await consolePage(own.browser, own.stub);
    const links = () => page.locator(".console-pages a").allInnerTexts();
    await openOwn(page, own.stub, STUDENTS);
    expect(await links()).toEqual([
      ...["Figures", "Today", "Students", "This week", "Plans", "Counselors", "Data to fix"],
    ]);
    expect(await page.locator(".console-pages [aria-current=page]").innerText()).toBe("Students");
    own.stub.answers["/console/me"] = { value: PRIVACY_OFFICER };
    await openPage(page, compliance());
    await page.waitForSelector(".console-pages");
    expect(await links()).toEqual(["Access log"]);
    await page.close();
  });

  it("is read after the skip link and before the page, by keyboard", async () => {
    const { page } = await consolePage(own.browser, own.stub);
    await openPage(page, compliance());
    await page.waitForSelector("details.who");
    const reached: string[] = [];
    for (let step = 0; step < 10; step++) {
      await page.keyboard.press("Tab");
      reached.push(await page.evaluate<string>("document.activeElement.textContent.trim()"));
    }
    expect(reached).toEqual([
      "Skip to the figures",
      "Signed in as J. Ortiz, district leader · why?",
      "Sign out",
      "Today",
      "Students",
      "This week",
      "Plans",
      "Counselors",
      "Data to fix",
      "ILP Observatory",
    ]);
    await page.close();
  });

  it.each([
    ["desktop", DESKTOP],
    ["tablet", TABLET],
    ["phone", PHONE],
  ])("is sound on a %s, with a switch and notices, in light and dark", async (_name, viewport) => {
    own.stub.answers["/session"] = { value: DEMO };
    const notice = { text: "The file plans.csv was stopped.", remedy: "Send it again." };
    const notices = ["failed-files", "old-edition", "no-public-release"].map((id) => ({
      id,
      ...notice,
    }));
    own.stub.answers["/console/me"] = { value: { ...LEADER, notices } };
    const { page, faults } = await consolePage(own.browser, own.stub, viewport);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await openOwn(page, own.stub, STUDENTS);
      await page.waitForSelector(".demo");
      await page.locator(".who summary").click();
      expect(await page.evaluate(FAULTS_IN_OWN_PAGE)).toEqual([]);
      expect(await page.evaluate(TOO_FAINT)).toEqual([]);
      await openPage(page, compliance());
      await page.waitForSelector(".demo");
      expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBe(0);
    }
    expect(faults).toEqual([]);
    await page.close();
  });

  it("shows what is missing or failed with what to do, and folds all but two", async () => {
    const notices = ["plans", "goals", "reviews"].map((name) => ({
      id: "failed-files",
      text: `The file ${name}.csv was stopped.`,
      remedy: `Send ${name}.csv again.`,
    }));
    own.stub.answers["/console/me"] = { value: { ...LEADER, notices } };
    const { page } = await consolePage(own.browser, own.stub);
    await openOwn(page, own.stub, STUDENTS);
    const words = () => wordsOf(page, ".console-notices");
    expect(await words()).toBe(
      "The file plans.csv was stopped. Send plans.csv again. The file goals.csv was stopped. Send goals.csv again. 1 more notice",
    );
    await page.locator(".console-notices summary").click();
    expect(await words()).toContain("Send reviews.csv again.");
    await page.close();
  });

  it("has a switch of roles in the demo alone, and changes nobody’s role before its button is pressed", async () => {
    const { page } = await consolePage(own.browser, own.stub);
    await openOwn(page, own.stub, STUDENTS);
    expect(await page.locator(".demo").count()).toBe(0);
    own.stub.answers["/session"] = { value: DEMO };
    own.stub.answers["/session/role"] = () => {
      own.stub.answers["/console/me"] = { value: COUNSELOR };
      return { value: { ...DEMO, staff: "C-7" } };
    };
    await openOwn(page, own.stub, STUDENTS);
    const choice = page.getByLabel("Demo: look as");
    await choice.waitFor();
    const names = await choice.locator("option").allInnerTexts();
    expect(names.map((name) => name.trim())).toEqual([
      "A. Rivera, counselor",
      "J. Ortiz, district leader",
      "X-9, no role",
    ]);
    expect(await choice.inputValue()).toBe("D-1");
    await choice.selectOption("C-7");
    expect(own.stub.asked.filter(({ method }) => method === "POST")).toEqual([]);
    await page.getByRole("button", { name: "Look" }).click();
    await expect.poll(() => wordsOf(page, ".who")).toContain("A. Rivera, counselor");
    const [told] = own.stub.asked.filter(({ path }) => path === "/session/role");
    expect(told).toMatchObject({ method: "POST", body: '{"staff":"C-7"}' });
    expect(told?.headers["content-type"]).toBe("application/json");
    await page.close();
  });

  it("says in words why a role was not changed", async () => {
    own.stub.answers["/session"] = { value: DEMO };
    own.stub.answers["/session/role"] = {
      status: 400,
      words: "the staff list has does not have this staff id",
    };
    const { page } = await consolePage(own.browser, own.stub);
    await openOwn(page, own.stub, STUDENTS);
    await page.getByLabel("Demo: look as").selectOption("X-9");
    await page.getByRole("button", { name: "Look" }).click();
    await expect.poll(() => wordsOf(page, ".demo")).toContain("does not have this staff id");
    await page.close();
  });

  it("signs out: no name stays on the screen, and the console says how it is opened again", async () => {
    const { page } = await consolePage(own.browser, own.stub);
    await openOwn(page, own.stub, STUDENTS);
    expect(await wordsOf(page)).toContain("Orozco");
    own.stub.answers["/session/end"] = () => {
      own.stub.answers["/console/me"] = OPENED_ONCE;
      return { value: {} };
    };
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForSelector(".signed-out");
    expect(await wordsOf(page)).toBe(
      "You are signed out This browser is not signed in. Press Enter in the terminal in which ilp runs.",
    );
    expect(await page.title()).toBe("Signed out");
    expect(await page.evaluate("document.activeElement.className")).toBe("signed-out");
    await page.close();
  });

  it("says that nobody is signed out where the console does not answer", async () => {
    const { page } = await consolePage(own.browser, own.stub);
    await openOwn(page, own.stub, STUDENTS);
    own.stub.answers["/session/end"] = { status: 503, words: "this cannot be answered now" };
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect
      .poll(() => wordsOf(page, BAR))
      .toContain("You are still signed in: this cannot be answered now");
    expect(await wordsOf(page)).toContain("Orozco");
    await page.close();
  });

  it("takes everything off the screen where the session has ended meanwhile", async () => {
    const { page } = await consolePage(own.browser, own.stub);
    own.stub.answers["/console/me"] = OPENED_ONCE;
    await page.goto(compliance());
    await page.waitForSelector(".signed-out");
    expect(await wordsOf(page)).not.toContain("Requirements");
    expect(await wordsOf(page)).toContain("Press Enter in the terminal");
    await page.close();
  });

  it("says who is signed in cannot be shown where that fails, and keeps its other words", async () => {
    own.stub.answers["/console/me"] = { status: 503, words: "this cannot be answered now" };
    const { page } = await consolePage(own.browser, own.stub);
    await openPage(page, compliance());
    await expect
      .poll(() => wordsOf(page, BAR))
      .toBe(
        "Names students: keep it inside the district Who is signed in cannot be shown: this cannot be answered now Sign out",
      );
    await page.close();
  });

  it("prints its confidential words alone", async () => {
    const { page } = await consolePage(own.browser, own.stub);
    await openOwn(page, own.stub, STUDENTS);
    await page.emulateMedia({ media: "print" });
    expect(await wordsOf(page, BAR)).toBe("Names students: keep it inside the district");
    expect(
      await page.locator(".filters, .tools, .own-header").filter({ visible: true }).count(),
    ).toBe(0);
    expect(await page.locator("tbody tr th, tbody tr a").first().isVisible()).toBe(true);
    await page.close();
  });

  it("is said in the same room before scripts have run, and where none do", async () => {
    const context = await own.browser.newContext({ javaScriptEnabled: false, viewport: DESKTOP });
    const page = await context.newPage();
    await page.goto(`${own.stub.address}/students.html`);
    const before = await page.evaluate<string>(
      "getComputedStyle(document.body, '::before').content",
    );
    expect(before).toContain("keep it inside the district");
    await context.close();
  });

  it("says that a page of figures is refused in the words of the console", async () => {
    const { page } = await consolePage(own.browser, own.stub);
    await page.route("**/data/districts.json", (route) =>
      route.fulfill({ status: 403, body: "The district’s staff list gives you no role." }),
    );
    await openPage(page, compliance());
    expect(await wordsOf(page, "main")).toContain(
      "This cannot be shown to you The district’s staff list gives you no role.",
    );
    await page.close();
  });
});
