import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, openBrowser } from "../../browser.ts";
import { saidAt } from "../../charts/page/open-page.ts";
import { answerRow, unshownRow } from "./answer-rows.ts";

/** Bars of goals that are specific: one per list of answers. */
const cardsOf = (...bars: readonly (readonly { readonly answer: string }[])[]) => [
  {
    charts: [
      {
        chart: { measures: ["goals-specific"], parts: "goal-indicator" },
        bars: bars.map((rows) => rows.map((row) => ({ ...row, part: row.answer }))),
      },
    ],
  },
];

let browser: Browser;
/** The rows of the table, its head first, each as the words of its cells. */
const tableOf = (cards: object, language = "en") =>
  saidAt<readonly (readonly string[])[]>(
    browser,
    `/requirements.html?lang=${language}`,
    `(async () => {
      const edition = {
        screen: { asOf: "2022-05-20" },
        manifest: async () => ({ tables: [], district: { id: "cast" }, asOf: "2022-05-20" }),
      };
      const fold = await parts.qualityTable(${JSON.stringify(cards)}, "Cast", edition);
      fold.open = true;
      document.querySelector("main").replaceChildren(fold);
      return [...fold.querySelectorAll("tr")].map((row) =>
        [...row.children].map((cell) => cell.innerText.replaceAll(/\\s+/g, " ").trim()));
    })()`,
  );

describe.skipIf(CHROMIUM === undefined)("plan quality as a table", () => {
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  const MET = answerRow("goals-specific", "all-goals", {
    low: 0.75,
    high: 0.75,
    n: 1200,
    count: 900,
  });

  it("names measure and answer in the reader's words, with the share and of how many students", async () => {
    const cards = cardsOf([MET, answerRow("goals-specific", "no-goals", { low: 0, high: 0.05 })]);
    expect(await tableOf(cards)).toEqual([
      ["Measure", "Where students stand", "Share of students", "Students (n)"],
      ["Specific goals", "All goals meet it", "75% · 900", "1,200"],
      ["Specific goals", "No goals", "at most 5%", "40"],
    ]);
    expect((await tableOf(cards, "es"))[1]).toEqual([
      ...["Metas específicas", "Todas las metas lo cumplen", "75 % · 900", "1,200"],
    ]);
  });

  it("says why a row has no figure, and writes no number for it", async () => {
    const few = unshownRow("goals-specific", "some-goals");
    const none = unshownRow("goals-specific", "no-goals", "not-enough-data");
    expect((await tableOf(cardsOf([MET, few], [none]))).slice(2)).toEqual([
      ["Specific goals", "Some goals meet it", "too few students to show", ""],
      ["Specific goals", "No goals", "not enough data", ""],
    ]);
  });
});
