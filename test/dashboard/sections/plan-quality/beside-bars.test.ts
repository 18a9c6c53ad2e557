import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, openBrowser } from "../../browser.ts";
import { saidAt } from "../../charts/page/open-page.ts";
import { answerRow } from "./answer-rows.ts";

const PLANS = ["has", "none"].map((answer) => answerRow("plan-coverage", answer));
const CONTENT = ["met", "not-met"].map((answer) => answerRow("component-completeness", answer));
const review = (status: string, more: object = {}) => ({
  ...answerRow("", status),
  ...{ requirement: "all", status, statusName: status },
  ...more,
});
const REVIEWS = [review("on-time"), review("not-held")];

/** A bar, by what it stands beside; its rows as "school part". */
interface Bar {
  readonly beside: string;
  readonly href: string;
  readonly parts: string;
  readonly rows: readonly string[];
}

let browser: Browser;
const barsOf = (tables: { readonly [table: string]: readonly object[] }, school = "") =>
  saidAt<readonly Bar[]>(
    browser,
    "/requirements.html?district=cast&school=East",
    `(async () => {
      const tables = ${JSON.stringify(tables)};
      const edition = {
        rows: async (table) => tables[table] ?? [],
        manifest: async () => ({ mandate: { requirements: [] } }),
      };
      const bars = await parts.besideBars(edition, ${JSON.stringify(school)});
      return [...bars].map(([beside, { href, parts, rows }]) => ({
        beside, href, parts, rows: rows.map(({ school, part }) => (school + " " + part).trim()),
      }));
    })()`,
  );

describe.skipIf(CHROMIUM === undefined)(
  "the bars of the mandate beside which the quality of plans is read",
  () => {
    beforeAll(async () => {
      browser = await openBrowser();
    });
    afterAll(() => browser.close());

    it("are of open plans, of all reviews and of what plans must have, each with a link to what it asks", async () => {
      expect(await barsOf({ answers: [...PLANS, ...CONTENT], statuses: REVIEWS })).toEqual([
        {
          ...{ beside: "plans", parts: "plan", rows: ["has", "none"] },
          href: "./requirements.html?district=cast&requirement=plans",
        },
        {
          ...{ beside: "reviews", parts: "review", rows: ["on-time", "not-held"] },
          href: "./requirements.html?district=cast&requirement=all",
        },
        {
          ...{ beside: "content", parts: "standing", rows: ["met", "not-met"] },
          href: "./methods.html?district=cast&school=East#component-completeness",
        },
      ]);
    });

    it.each([
      [
        "the content of plans in the public edition",
        { answers: PLANS, statuses: REVIEWS },
        ["plans", "reviews"],
      ],
      [
        "reviews where the mandate has none",
        { answers: [...PLANS, ...CONTENT] },
        ["plans", "content"],
      ],
      [
        "open plans where no answer is of them",
        { answers: CONTENT, statuses: REVIEWS },
        ["reviews", "content"],
      ],
    ])("have none of %s, and the other two", async (_which, tables, others) => {
      expect((await barsOf(tables)).map(({ beside }) => beside)).toEqual(others);
    });

    it("are of all students of the school alone, and lead to that school", async () => {
      const atEast = { level: "school", school: "East", schoolName: "East" };
      const statuses = [
        ...REVIEWS,
        review("of-a-grade", { ...atEast, breakdown: "grade", group: "09" }),
        review("held-late", atEast),
      ];
      const tables = { answers: [...PLANS, ...CONTENT], statuses };
      expect(await barsOf(tables, "East")).toEqual([
        {
          ...{ beside: "reviews", parts: "review", rows: ["East held-late"] },
          href: "./requirements.html?district=cast&school=East&requirement=all",
        },
      ]);
      expect(await barsOf(tables, "West")).toEqual([]);
    });
  },
);
