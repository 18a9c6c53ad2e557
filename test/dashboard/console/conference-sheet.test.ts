import { describe, expect, it } from "vitest";
import { SHEET_WORDS } from "../../../dashboard/console/conference-sheet/sheet-words.ts";
import { CHROMIUM } from "../browser.ts";
import { DESKTOP } from "../check-pages.ts";
import { COUNSELOR, NO_DEMO } from "./answers.ts";
import { openOwn, wordsOf } from "./console-pages.ts";
import { EMPTY_SHEET, FULL_SHEET, NOTED_SHEET } from "./student-answers.ts";
import { DEVICES, faultsFor, inLightAndDark } from "./sound-page.ts";
import { stubbedPage } from "./stubbed-page.ts";

describe("the words of a conference sheet", () => {
  /** Every word by its key; of a sentence with something in it, the sentence. */
  const said = (words: object, under = ""): readonly (readonly [key: string, text: string])[] =>
    Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
      typeof value === "object" && value !== null
        ? said(value, `${key} `)
        : [
            [
              under + key,
              typeof value === "function" ? String(value("7", "9", "D")) : String(value),
            ],
          ],
    );

  it("are in both languages, and in each its own", () => {
    const [english, spanish] = [said(SHEET_WORDS.en), new Map(said(SHEET_WORDS.es))];
    expect([...spanish.keys()]).toEqual(english.map(([key]) => key));
    expect(english.length).toBeGreaterThan(30);
    for (const [key, text] of english) {
      expect(text.trim(), key).not.toBe("");
      expect(spanish.get(key), key).not.toBe(text);
      expect(spanish.get(key)?.trim(), key).not.toBe("");
    }
  });

  it.each([
    [1, "One goal of this year is met.", "Una meta de este año ya se cumplió."],
    [2, "2 goals of this year are met.", "2 metas de este año ya se cumplieron."],
  ])("count %d", (count, english, spanish) => {
    expect(SHEET_WORDS.en.goalsMet(count)).toBe(english);
    expect(SHEET_WORDS.es.goalsMet(count)).toBe(spanish);
  });
});

describe.skipIf(CHROMIUM === undefined)("the conference sheet", { timeout: 30_000 }, () => {
  const own = stubbedPage({
    "/console/me": { value: COUNSELOR },
    "/session": { value: NO_DEMO },
    "/console/conference-sheet": { value: FULL_SHEET },
  });

  const open = (query = "") =>
    openOwn(own.page, own.stub, `conference-sheet.html?student=kEy-1${query}`);

  it("says to student and family what is there, what is due, and where to write and sign", async () => {
    const [goal] = FULL_SHEET.goals;
    const value = {
      ...FULL_SHEET,
      goals: [{ ...goal!, steps: [] }],
      due: FULL_SHEET.due.slice(0, 1),
    };
    own.stub.answers["/console/conference-sheet"] = { value };
    await open();
    expect(await wordsOf(own.page, ".sheet")).toBe(
      `Meeting about the learning plan Student Bartholomew-Alexander Wolfeschlegelsteinhausen School Cedar Ridge High School for the Performing Arts Grade 11 Counselor A. Rivera, B. Quintanilla Date of the meeting Goals, in the student’s own words ${goal?.description} (by September 28, 2022) No next step is written down yet. … and 2 more goals in the plan. 3 goals of this year are met. Attendance so far this school year Absent on 18 of 164 school days up to May 20, 2022. That is one school day in ten, or more. What would help? What is due at this meeting Review for the move from grade 8 to 9: was due by September 28, 2022 and is still to be held and 3 more, which the counselor knows What we agree on Who What By when Signatures Student Family Counselor From the school’s records as of May 20, 2022. For the student, the family and the school.`,
    );
    expect(await own.page.locator(".sheet tbody tr").count()).toBe(3);
    expect(own.stub.asked.at(-1)?.query).not.toContain("kEy");
    expect(own.faults).toEqual([]);
  });

  it("changes to Spanish by the address, and marks what stays English", async () => {
    await open();
    await own.page.getByRole("link", { name: "Español" }).click();
    await own.page.waitForURL(/lang=es/);
    await own.page.locator(".sheet").waitFor();
    expect(await own.page.locator(".sheet").getAttribute("lang")).toBe("es");
    const words = await wordsOf(own.page, ".sheet");
    expect(words).toContain("debía hacerse a más tardar el 28 de septiembre de 2022");
    expect(words).not.toMatch(/Next step|due by/);
    const name = own.page.locator(".requirement-name").first();
    expect(await name.getAttribute("lang")).toBe("en");
    expect(await own.page.locator("q").first().getAttribute("lang")).toBe("");
  });

  it("says what to settle of a due date, in the language of the sheet", async () => {
    own.stub.answers["/console/conference-sheet"] = { value: NOTED_SHEET };
    await open();
    expect(await wordsOf(own.page, ".sheet-goals")).toContain(
      "To check: the due date, September 28, 2022, is before the day the goal was set, September 29, 2022. Next step",
    );
    await open("&lang=es");
    expect(await wordsOf(own.page, ".sheet-goals")).toContain(
      "Por aclarar: la fecha límite, el 28 de septiembre de 2022, es anterior al día en que se fijó la meta, el 29 de septiembre de 2022. Próximo paso",
    );
  });

  it.each([
    ["full, in English", FULL_SHEET, ""],
    ["full, in Spanish", FULL_SHEET, "&lang=es"],
    ["full of notes, in English", NOTED_SHEET, ""],
    ["full of notes, in Spanish", NOTED_SHEET, "&lang=es"],
    ["next to empty", EMPTY_SHEET, ""],
  ])("is one Letter page: %s", async (_name, value, query) => {
    own.stub.answers["/console/conference-sheet"] = { value };
    await open(query);
    const pdf = (await own.page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    expect(pdf).toMatch(/\/MediaBox\s*\[0 0 612 792\]/);
    // In the height of the page, all is there and the place to sign is whole.
    await own.page.setViewportSize({ width: 710, height: 965 });
    await own.page.emulateMedia({ media: "print" });
    const hidden = await own.page.evaluate(
      `[".sheet", ".sheet-goals"].map((one) => document.querySelector(one)).map((node) => node.scrollHeight - node.clientHeight)`,
    );
    expect(hidden).toEqual([0, 0]);
    await own.page.emulateMedia({ media: null });
    await own.page.setViewportSize(DESKTOP);
  });

  it("says in words what is not known, and why there is none", async () => {
    own.stub.answers["/console/conference-sheet"] = { value: EMPTY_SHEET };
    await open();
    const words = await wordsOf(own.page, ".sheet");
    expect(words).toContain("Counselor not named yet");
    expect(words).toContain("How many days were missed cannot be determined");
    expect(words).toContain("Nothing is due.");
    own.stub.answers["/console/conference-sheet"] = { status: 403, words: "It is made of plans." };
    await open();
    expect(await wordsOf(own.page, "[role=alert]")).toContain("It is made of plans.");
  });

  it.each(DEVICES)("is sound on a %s, in light and dark", async (_name, viewport) => {
    await inLightAndDark(own.page, viewport, async () => {
      await open("&lang=es");
      expect(await faultsFor(own.page)).toEqual([]);
    });
  });
});
