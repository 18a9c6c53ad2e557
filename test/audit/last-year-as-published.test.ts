import { describe, expect, it } from "vitest";
import { notAsPublished, publishedBefore } from "../../functions/audit/last-year-as-published.ts";
import type { ReadRelease, SeenRow } from "../../functions/audit/reading/read-release.ts";
import { seenBars } from "../../functions/audit/seen-bars.ts";
import { strictRows } from "../../functions/audit/strict-rows.ts";
import { knownNumbers } from "../../functions/audit/explained-numbers.ts";
import { rateRow, shown } from "../releases/release-rows.ts";

const published: SeenRow = { ...rateRow({ measure: "plan-coverage", ...shown("70-79") }) };
const before = publishedBefore([
  { manifest: { asOf: "2021-05-28" }, tables: { rates: [published] } } as unknown as ReadRelease,
]);
const manifest = {
  ...{ asOf: "2022-03-15", release: "2022-03-15-abc", previousRelease: null, schools: [] },
  ...{ district: { id: "cast", name: "Cast" }, measures: [], protection: { smallestGroup: 20 } },
  landmark: { instructionalDay: 60, minimumDaysAfter: 20 },
  mandate: { title: "Good practice", requirements: [] },
};
const releaseWith = (...rows: readonly SeenRow[]) =>
  ({ manifest, tables: { "last-year": rows } }) as unknown as ReadRelease;

describe("the rates of the year before in a release", () => {
  const asPublished: SeenRow = { ...published, asOf: "2021-05-28" };

  it("are nothing new where they are as they were published", () => {
    expect(notAsPublished(releaseWith(asPublished), before)).toEqual([]);
  });

  it.each([
    ["another day", { asOf: "2021-05-31" }],
    ["another band", { ...shown("60-69") }],
    ["another number of students", { n: 1 }],
    ["another group", { breakdown: "grade", group: "08" }],
  ])("are found where they have %s", (_name, given) => {
    const findings = notAsPublished(releaseWith({ ...asPublished, ...given }), before);
    expect(findings.map(({ kind }) => kind)).toEqual(["exact-number"]);
  });

  it("are no figures of this year: no bar, no day and no number of it", () => {
    const release = releaseWith(asPublished);
    expect(seenBars(release)).toEqual([]);
    expect(strictRows(release, knownNumbers(release, []), new Set(["2022-03-15"]))).toEqual([]);
    expect(knownNumbers(release, []).students.size).toBe(0);
  });

  it("are found where a row is told twice", () => {
    const release = releaseWith(asPublished, asPublished);
    const findings = strictRows(release, knownNumbers(release, []), new Set());
    expect(findings.map(({ where }) => where)).toEqual([expect.stringContaining("two rows")]);
  });
});
