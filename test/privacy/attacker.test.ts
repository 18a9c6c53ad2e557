// The attacker of section 7 of the protection specification, on every byte that is published.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { buildDashboard } from "../../dashboard/build.ts";
import type { YearAudit } from "../../functions/audit/audit-releases.ts";
import type { LinearSolver } from "../../functions/audit/linear-solver.ts";
import { auditPublished } from "../../functions/pipeline/release/audit.ts";
import type { ReleaseManifest } from "../../functions/releases/manifest/manifest.ts";
import { TABLES } from "../../functions/releases/tables/tables.ts";
import { readySolver } from "../audit/ready-solver.ts";
import {
  conformedDistrict,
  MONTHS_OF_YEAR,
  ONE_SCHOOL,
  publishReleases,
  RURAL,
  SEVEN_STUDENTS,
  SIX_SCHOOLS,
} from "../support/districts.ts";
import { conformedCast } from "../support/conformed-districts.ts";
import { CAST, CAST_DAY } from "../support/local-district.ts";
import { filesUnder, publicBytes, releasesIn, rowsOf, textOf } from "./release-bytes.ts";
import { attacked, boundsOf, isPossible } from "./true-counts.ts";

const DIST = fileURLToPath(new URL("../../dashboard/dist", import.meta.url));
const MONTHS = { months: MONTHS_OF_YEAR, spring: ["2022-03-31"] } as const;

let solve: LinearSolver;
beforeAll(async () => {
  solve = await readySolver();
});

const findingsOf = ({ releases, findings }: YearAudit) => [
  ...releases.flatMap((release) => release.findings),
  ...findings,
];

async function castOn(days: readonly string[]) {
  const places = await conformedCast();
  await publishReleases(places, CAST, days);
  return places;
}

describe("a reader who takes every byte", { timeout: 300_000 }, () => {
  it("bounds no count of the cast more narrowly than policy, in any month of a year", async () => {
    const places = await castOn([...MONTHS_OF_YEAR.slice(0, 7), CAST_DAY]);
    const audit = await auditPublished(places.public, CAST, null, solve);
    expect(findingsOf(audit)).toEqual([]);
    expect(audit.exact).toBe(0);
    expect(audit.releases).toHaveLength(8);
    expect(audit.releases.at(-1)!.counts).toBeGreaterThan(80);
    const all = await attacked(places, await publicBytes(places.public), CAST);
    expect(all.filter((attacked) => !isPossible(attacked, solve))).toEqual([]);
  });

  it.each([
    [SIX_SCHOOLS, MONTHS.spring, 1_000],
    [RURAL, MONTHS.spring, 1_000],
    [ONE_SCHOOL, MONTHS.months, 200],
  ])(
    "bounds no count of the district $id more narrowly than policy",
    async (district, days, counts) => {
      const places = await conformedDistrict(district);
      await publishReleases(places, district.id, days);
      const audit = await auditPublished(places.public, district.id, null, solve);
      expect(findingsOf(audit)).toEqual([]);
      expect(audit.exact).toBe(0);
      for (const release of audit.releases) expect(release.counts).toBeGreaterThan(counts);
      const all = await attacked(places, await publicBytes(places.public), district.id);
      expect(all.filter((attacked) => !isPossible(attacked, solve))).toEqual([]);
    },
  );

  it("finds the truth inside every bound, and at least one other value", async () => {
    const places = await conformedDistrict(ONE_SCHOOL);
    await publishReleases(places, ONE_SCHOOL.id, ["2022-01-31"]);
    const [january] = await attacked(places, await publicBytes(places.public), ONE_SCHOOL.id);
    const bounds = boundsOf(january!, solve);
    expect(bounds.length).toBeGreaterThan(100);
    for (const { low, high, count } of bounds) {
      expect(count).toBeGreaterThanOrEqual(low - 1e-5);
      expect(count).toBeLessThanOrEqual(high + 1e-5);
      expect(Math.floor(high + 1e-5) - Math.ceil(low - 1e-5)).toBeGreaterThanOrEqual(1);
    }
  });

  it("sees no figure of a district of seven students", async () => {
    const places = await conformedDistrict(SEVEN_STUDENTS);
    await publishReleases(places, SEVEN_STUDENTS.id, ["2022-03-31"]);
    const audit = await auditPublished(places.public, SEVEN_STUDENTS.id, null, solve);
    expect(findingsOf(audit)).toEqual([]);
    expect(audit.releases.map(({ bars }) => bars)).toEqual([0]);
    const bytes = await publicBytes(places.public);
    const [folder] = releasesIn(bytes, SEVEN_STUDENTS.id);
    const shown = TABLES.flatMap(({ name }) => rowsOf(bytes, folder!, name)).filter(
      ({ state }) => state === "shown",
    );
    expect(shown).toEqual([]);
  });
});

describe("what a release says beside its tables", { timeout: 300_000 }, () => {
  it("is no share that no table shows, and no figure in a page", async () => {
    const places = await castOn([CAST_DAY]);
    const bytes = await publicBytes(places.public);
    const [folder] = releasesIn(bytes, CAST);
    const manifest: unknown = JSON.parse(textOf(bytes.get(`${folder!}manifest.json`)!));
    const shown = new Set(
      TABLES.flatMap(({ name }) => rowsOf(bytes, folder!, name)).flatMap(({ low, high }) =>
        typeof low === "number" && typeof high === "number" ? [`${low} ${high}`] : [],
      ),
    );
    const { messages } = manifest as Pick<ReleaseManifest, "messages">;
    const said = sharesIn(messages);
    expect(said.length).toBeGreaterThan(3);
    expect(said.filter((share) => !shown.has(share))).toEqual([]);

    // Pages are built before any release: they cannot hold a figure of one.
    await buildDashboard();
    const pages = filesUnder(DIST).map((path) => readFileSync(path, "utf8"));
    expect(pages.length).toBeGreaterThan(4);
    for (const page of pages) expect(page).not.toMatch(/CAST-(ALT|ES|HS|MS)|Cast School District/);
  });

  it("is not which rows there are and how they stand, whatever the figures are", async () => {
    const bytes = await publicBytes((await castOn(["2021-12-10", CAST_DAY])).public);
    const [december, march] = releasesIn(bytes, CAST);
    // What lies between two releases: that of December is the first.
    const between = ["trend", "changes", "came-due", "records-changed"];
    const keys = (folder: string) =>
      TABLES.filter(({ name }) => !between.includes(name)).flatMap(({ name, primaryKey }) =>
        rowsOf(bytes, folder, name).map((row) => [name, ...primaryKey.map((key) => row[key])]),
      );
    // The same schools and rules, and other figures in most rows.
    expect(keys(december!).length).toBeGreaterThan(300);
    expect(keys(march!)).toEqual(keys(december!));
    const bands = (folder: string) => rowsOf(bytes, folder, "rates").map(({ band }) => band);
    expect(bands(march!)).not.toEqual(bands(december!));
  });
});

/** Every share that a value holds, however deep, as its two ends. */
function sharesIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const { low, high } = value as { readonly low?: unknown; readonly high?: unknown };
  const own = typeof low === "number" && typeof high === "number" ? [`${low} ${high}`] : [];
  return [...own, ...Object.values(value).flatMap(sharesIn)];
}
