import { describe, expect, it } from "vitest";
import { METRICS } from "../../../../functions/metrics/measures/metrics.ts";
import { QUALITY_CARDS } from "../../../../dashboard/src/components/sections/plan-quality/quality-cards.ts";
import { PARTS_OF } from "../../../../dashboard/src/words/terms/question-parts.ts";
import { CHROMIUM } from "../../browser.ts";
import { fixtureSite, spaced } from "../../fixture-site.ts";

const STAFF = "?district=marsh-valley-staff";

describe("the cards of plan quality", () => {
  it.each(
    QUALITY_CARDS.flatMap(({ charts }) =>
      charts.flatMap(({ measures, parts }) => measures.map((measure) => [measure, parts] as const)),
    ),
  )("draw %s with the parts of its question, in their order", (id, parts) => {
    const metric = METRICS.find((other) => other.id === id);
    const ofMetric = metric?.statistics[0]?.parts.map((part) => part.id);
    expect(Object.keys(PARTS_OF[parts].en)).toEqual(ofMetric);
    expect(Object.keys(PARTS_OF[parts].es)).toEqual(ofMetric);
  });
});

describe.skipIf(CHROMIUM === undefined)("plan quality on a page", { timeout: 60_000 }, () => {
  const site = fixtureSite();
  const section = async (page: string, query: string): Promise<string> => {
    await site.open(page, query);
    return spaced(await site.page.locator("#plan-quality").innerText());
  };

  it("says first how many students share every goal, and does not accuse", async () => {
    const words = await section("requirements", "");
    expect(words).toMatch(
      /At .+, .+ of [\d,]+ students share the text of every compared goal, word for word or nearly, with two or more other/,
    );
    expect(words).toContain("It does not say who wrote a goal first, or why.");
  });

  it("leaves an indicator that is not validated to staff, and marks it", async () => {
    expect(await section("requirements", "")).not.toContain("Measurable goals");
    expect(await section("requirements", STAFF)).toContain("Measurable goals (not validated)");
    const specific = await section("requirements", STAFF);
    expect(specific).toContain("Specific goals");
    expect(specific).not.toContain("Specific goals (not validated)");
  });

  it("stands beside what is required, at the district and at a school", async () => {
    for (const [page, query] of [
      ["requirements", STAFF],
      ["schools", `${STAFF}&school=103`],
    ] as const) {
      const words = await section(page, query);
      expect(words).toContain("Students with an open plan");
      expect(words).toContain("All reviews due so far");
      expect(words).toContain("Plans with all that is asked");
    }
  });

  it("says within how many days reviews were signed, of what the reader sees exactly alone", async () => {
    await site.open("requirements", STAFF);
    const sentence = await site.page.locator("#plan-quality .stacked-bars + .fine").innerText();
    expect(sentence).toMatch(
      /^Half of the [\d,]+ signed reviews were signed within 3 days, nine of ten within 21\. Another [\d,]+ reviews are not signed, half of them 40 days or more after the review\.$/,
    );
    expect(await section("requirements", `${STAFF}&lang=es`)).toMatch(
      /De las [\d,]+ revisiones firmadas, la mitad se firmó en un plazo de 3 días, y nueve de cada diez, en un plazo de 21 días\./,
    );
    expect(await section("schools", `${STAFF}&school=103`)).toContain("signed reviews were signed");
    const ofPrincipal = "?district=marsh-valley-principal";
    expect(await section("schools", `${ofPrincipal}&school=103`)).toContain(
      "signed reviews were signed",
    );
    for (const query of ["", ofPrincipal]) {
      expect(await section("requirements", query)).not.toMatch(/signature|signed/);
    }
  });

  it("begins the bars of all cards at one edge", async () => {
    await site.open("requirements", STAFF);
    const edges = await site.page.evaluate<readonly number[]>(
      `[...document.querySelectorAll("#plan-quality .lane")].map((lane) => Math.round(lane.getBoundingClientRect().left))`,
    );
    expect(edges.length).toBeGreaterThan(10);
    expect(new Set(edges).size).toBe(1);
  });

  it("is there as a table with a row for each answer", async () => {
    await site.open("requirements", STAFF);
    await site.page.locator("#plan-quality summary").click();
    const rows = await site.page.locator("#plan-quality tbody tr").count();
    const parts = QUALITY_CARDS.flatMap(({ charts }) =>
      charts.flatMap((chart) =>
        chart.measures.flatMap(() => Object.keys(PARTS_OF[chart.parts].en)),
      ),
    );
    expect(rows).toBe(parts.length);
  });
});
