import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { requirementWords } from "../../dashboard/src/words/requirements.ts";
import { TABLES } from "../../functions/releases/tables/tables.ts";
import { CHROMIUM } from "./browser.ts";
import { addressOf, openPage, PAGES, untilDrawn } from "./check-pages.ts";
import { fixtureSite, spaced } from "./fixture-site.ts";
import { serveSite } from "./serve.ts";

describe.skipIf(CHROMIUM === undefined)("states of the pages", { timeout: 60_000 }, () => {
  const site = fixtureSite();
  const wordsOf = async (selector: string) =>
    (await site.page.locator(selector).allInnerTexts()).map(spaced);

  it("show the figures of the release with whom they speak of, the target and the change", async () => {
    await site.open("index");
    const [plans = "", first = "", second = "", move = ""] = await wordsOf(".figure");
    expect(plans).toBe(
      "Students with an open plan 91% of 1,846 students Target 100% · Due September 30 up from 86% on March 11; 83% a year ago, on May 21, 2021",
    );
    expect(first).toContain("First review of the year held 83% 72% on time of 1,846 students");
    expect(second).toContain("Second review of the year held 58% 53% on time");
    expect(move).toContain("Ready: Grade 8 to 9 55–59% of 258 students");
    expect(await site.page.locator(".figure .spark").count()).toBe(4);
  });

  it("name what came due, and compare no rate across it", async () => {
    await site.open("index");
    const changes = await wordsOf(".changes li");
    expect(changes).toHaveLength(4);
    expect(changes[0]).toBe("Newly due: Second review of the year.");
    expect(changes.at(-1)).toMatch(
      /^Not compared, since a different set of requirements was due on March 11, 2022: /,
    );
    expect(changes.join(" ")).not.toMatch(/reviews held on time: \d/i);
  });

  it("say why a figure is not shown and never a number for it", async () => {
    await site.open("schools", "?school=104");
    expect(await site.text()).toContain("Dune Academy has too few students");
    expect(await site.page.locator(".figure-value, figure, table, .share-rows").count()).toBe(0);
    await site.open("schools");
    const row = site.page.locator("tbody tr", { hasText: "Dune Academy" });
    expect(spaced(await row.innerText())).toBe("Dune Academy too few students to show");
    expect(await row.locator("th, td").count()).toBe(3);
  });

  it("say once in a chart which schools have no figure, and put them last", async () => {
    await site.open("requirements");
    const card = site.page.locator(".card", { hasText: "School by school" }).first();
    const words = spaced(await card.innerText());
    expect(words.match(/too few students/g)).toHaveLength(1);
    expect(words.indexOf("Dune Academy")).toBeGreaterThan(words.indexOf("Alder Elementary"));
  });

  it("say the day of a figure that was kept from an earlier day", async () => {
    await site.open("requirements");
    const days = async (school: string) =>
      spaced(await site.page.locator("tbody tr", { hasText: school }).first().innerText());
    expect(await days("Birch Middle School")).toContain("March 11, 2022");
    expect(await days("Cedar Ridge High School")).toContain("May 20, 2022");
  });

  it("do not read too little data as 0%", async () => {
    await site.open("requirements", "?requirement=6");
    const card = site.page.locator(".card", { hasText: "School by school" }).first();
    const words = spaced(await card.innerText());
    expect(words).not.toMatch(/\d ?%/);
    expect(words).toMatch(/not enough data/i);
  });

  it("draw a school beside the median of the schools of its level where there are three", async () => {
    await site.open("schools", "?school=301&district=new-harbor");
    expect(await site.page.locator(".share-rows .share-glyph.peers").count()).toBeGreaterThan(3);
    await site.open("schools", "?school=304&district=new-harbor");
    expect(await site.page.locator(".share-rows .share-mark.peers").count()).toBe(0);
    expect(await site.text()).not.toContain("Median of its level");
  });

  it("draw every requirement where the mandate names no review", async () => {
    await site.open("index", "?district=stone-bridge");
    expect(await wordsOf(".figure h2")).toEqual([
      ...["Students with an open plan", "Goals in all three domains"],
      "Counseling on the plan at the times that the district sets",
    ]);
    expect(await site.page.locator(".stacked-bars .bar").count()).toBe(4);
    expect((await site.text()).toLowerCase()).not.toContain("review");
    await site.open("requirements", "?district=stone-bridge");
    expect(await site.page.locator("select[data-key=requirement]").inputValue()).toBe(
      "all-requirements",
    );
  });

  it("say that a district is too small, with no chart, no number and no empty table", async () => {
    await site.open("index", "?district=quiet-creek");
    expect(await site.text()).toContain(
      "The schools of Quiet Creek School District are too small for public figures",
    );
    expect(await site.page.locator(".bar, .spark, table").count()).toBe(0);
    for (const name of ["index", "schools", "requirements", "groups"]) {
      await site.open(name, "?district=quiet-creek");
      const figures = spaced(
        (await wordsOf(".figure, .stacked-bars, tbody td, .answer")).join(" "),
      );
      expect({ name, shares: figures.match(/\d+ ?%/g) }).toEqual({ name, shares: null });
    }
  });

  it("say of every requirement what it asks, of whom, by which date, and where that is written", async () => {
    await site.open("requirements", "?requirement=review-2");
    const words = spaced(await site.page.locator("#review-2").innerText());
    expect(words).toContain(
      "Second review of the year: held with student and family within the semester.",
    );
    expect(words).toContain("Due by May 2, 2022");
    expect(words).toContain("Good practice profile, section 2");
    expect(words).toMatch(/recalled, not checked/i);
    expect(words).toContain("This project has not read the text");
    const all = await site.text();
    expect(all).toContain("Check the official text before you rely on it.");
    expect(all).toContain("Not in force on May 20, 2022");
    expect(all).toContain("The text says “periodically”, which names no day.");
    expect(all).toContain("Read and confirmed by the district on March 1, 2026");
  });

  it("put the overdue duties of the district first, with their days", async () => {
    await site.open("requirements");
    const rows = await site.page
      .locator(".part", { hasText: "What the district itself has to do" })
      .locator("tbody tr")
      .allInnerTexts();
    const words = rows.map(spaced);
    expect(words[0]).toContain("Policy renewed The board renews its policy");
    expect(words[0]).toContain("Overdue, not recorded as done January 31, 2022 January 31, 2017");
    expect(words[1]).toContain("Yearly report");
    expect(words[1]).toContain("June 30, 2022 no record");
    expect(words[2]).toContain("no due date no record");
  });

  it("carry an older day from page to page, and say that it is one", async () => {
    await site.open("index", "?district=marsh-valley&release=2022-03-11-fixture");
    expect(await site.text()).toContain("March 11, 2022");
    expect(await site.page.locator(".notice").count()).toBe(1);
    await site.page.locator("#pages a", { hasText: "Methods and data" }).click();
    await site.page.waitForURL("**/methods.html**");
    await untilDrawn(site.page);
    expect(new URL(site.page.url()).searchParams.get("release")).toBe("2022-03-11-fixture");
    expect(await site.page.locator(".notice").count()).toBe(1);
  });

  it("sort a table by its head, and hand out the rows that are shown", async () => {
    await site.open("schools");
    const head = site.page.locator("th", { hasText: "Students with an open plan" });
    await head.locator("button").click();
    expect(await head.getAttribute("aria-sort")).toBe("ascending");
    const cells = (await wordsOf("tbody tr td:nth-child(3)")).filter((cell) => /^\d.*%/.test(cell));
    const shares = cells.map((cell) => Number.parseInt(cell, 10));
    expect(shares.length).toBeGreaterThan(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    await head.locator("button").click();
    expect(await head.getAttribute("aria-sort")).toBe("descending");
  });

  it("offer each table as a file that is there", async () => {
    await site.open("methods");
    const hrefs = await site.page.evaluate<string[]>(
      "[...new Set([...document.querySelectorAll('a[download]')].map((link) => link.href))]",
    );
    const answers = await Promise.all(hrefs.map((href) => site.page.request.get(href)));
    expect(answers.filter((answer) => !answer.ok()).map((answer) => answer.url())).toEqual([]);
    for (const { name } of TABLES)
      expect(
        hrefs.filter((href) => href.includes(`/${name}.`)).length,
        name,
      ).toBeGreaterThanOrEqual(2);
  });

  it("say when figures are old, and what to do, and that a first release has nothing to compare", async () => {
    await site.open("index", "?district=new-harbor");
    expect(await site.text()).toContain(
      "These figures are old: the last ones came on May 21, 2022",
    );
    expect(await site.text()).toContain("These are the first figures of the school year");
  });

  it("say when the next public release is due", async () => {
    await site.open("index");
    expect(spaced(await site.page.locator(".provenance").innerText())).toContain("June 1, 2022");
    await site.open("index", "?district=quiet-creek");
    expect(spaced(await site.page.locator(".provenance").innerText())).toContain("no date is set");
  });

  it("explain a gray line only where the year before is drawn", async () => {
    await site.open("requirements", "?requirement=review-2");
    const note = spaced(await site.page.locator(".fine", { hasText: "due date." }).innerText());
    expect(note).toBe(requirementWords.overYearNote(true));
    expect(note).toContain("Gray is the year before.");
    expect(requirementWords.overYearNote(false)).toBe(
      "An upright line marks the due date. A line breaks where a different set of requirements was due.",
    );
  });

  it("say when there is no such district, release or school", async () => {
    await site.open("index", "?district=nowhere");
    expect(await site.text()).toContain("nowhere");
    expect(await site.page.locator(".page").getAttribute("data-state")).toBe("unknown-district");
    await site.open("index", "?release=never");
    expect(await site.page.locator(".page").getAttribute("data-state")).toBe("unknown-release");
    await site.open("schools", "?school=999");
    expect(await site.page.locator(".page").getAttribute("data-state")).toBe("unknown-school");
    expect(await site.page.locator(".page a", { hasText: "All schools" }).count()).toBe(1);
  });

  it("say that there is no such requirement, grade or measure, and link to what is shown", async () => {
    await site.open("requirements", "?requirement=essay&grade=13");
    const notice = site.page.locator(".notice");
    expect(spaced(await notice.innerText())).toBe(
      "There is no requirement “essay” here. Shown in its place: All reviews due so far. There is no grade level “13” here. Shown in its place: All grade levels.",
    );
    await site.page.goto(`${site.address}/groups.html?measure=luck`);
    await untilDrawn(site.page);
    expect(spaced(await notice.innerText())).toContain("There is no measure “luck” here.");
    const address = await notice.locator("a").getAttribute("href");
    expect(address).not.toContain("luck");
  });

  it("say at an address of no page which pages there are, however deep it is", async () => {
    const answer = await site.page.goto(`${site.address}/no/such/page?lang=es`);
    expect(answer?.status()).toBe(404);
    await untilDrawn(site.page);
    expect(await site.page.locator("h1").innerText()).toBe("No existe esa página");
    await site.page.locator(".page a", { hasText: "Escuelas" }).click();
    await site.page.waitForURL(`${site.address}/schools.html?lang=es`);
  });

  it("say what to do before anything is published, and when a release cannot be read", async () => {
    const empty = join(site.data, "empty");
    mkdirSync(empty);
    const other = await serveSite(empty);
    for (const name of PAGES) {
      await openPage(site.page, addressOf(other.address, name));
      expect(await site.page.locator(".page").getAttribute("data-state")).toBe("no-district");
    }
    const broken = { districts: [{ id: "lost", name: "Lost" }] };
    writeFileSync(join(empty, "districts.json"), JSON.stringify(broken));
    await openPage(site.page, addressOf(other.address, "index"));
    expect(await site.page.locator(".page").getAttribute("data-state")).toBe("failed");
    expect(await site.text()).toContain("/lost/latest.json answered 404");
    await other.close();
  });

  it("say that a release is older than the pages, and what to do", async () => {
    const older = join(site.data, "older");
    cpSync(join(site.data, "marsh-valley"), join(older, "marsh-valley"), { recursive: true });
    const districts = { districts: [{ id: "marsh-valley", name: "Marsh Valley" }] };
    writeFileSync(join(older, "districts.json"), JSON.stringify(districts));
    rmSync(join(older, "marsh-valley/releases/2022-03-11-fixture/overview.json"));
    const other = await serveSite(older);
    await openPage(site.page, addressOf(other.address, "index", "?release=2022-03-11-fixture"));
    expect(await site.page.locator(".page").getAttribute("data-state")).toBe("older-release");
    expect(await site.text()).toContain("March 11, 2022");
    expect(await site.text()).toContain("May 20, 2022");
    await other.close();
  });
});
