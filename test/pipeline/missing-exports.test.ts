import { cpSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fromArrow } from "../../functions/releases/arrow-rows.ts";
import type { ReleaseManifest } from "../../functions/releases/manifest.ts";
import { associations, nextSteps, rates, statuses } from "../../functions/releases/tables.ts";
import {
  CAST_DAY,
  CAST_EXPORTS,
  freshPlaces,
  ingestPath,
  publishDay,
} from "../support/local-district.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

/** The release of the cast without some of its files. */
async function releaseWithout(isMissing: (file: string) => boolean) {
  const folder = join(scratchFolder(), "exports");
  mkdirSync(folder);
  for (const file of readdirSync(CAST_EXPORTS)) {
    if (!isMissing(file)) cpSync(join(CAST_EXPORTS, file), join(folder, file));
  }
  const places = await freshPlaces();
  await ingestPath(places, folder);
  const { release } = await publishDay(places, CAST_DAY);
  const file = async (name: string) =>
    (await places.public.get(`cast/releases/${release}/${name}`)) ?? new Uint8Array();
  return {
    rates: fromArrow(rates, await file("rates.arrow")),
    statuses: fromArrow(statuses, await file("statuses.arrow")),
    nextSteps: fromArrow(nextSteps, await file("next-steps.arrow")),
    associations: fromArrow(associations, await file("associations.arrow")),
    manifest: JSON.parse(Buffer.from(await file("manifest.json")).toString()) as ReleaseManifest,
  };
}

describe("a district that sends no file of a sort", () => {
  it("has not enough data on attendance, where none came: nobody is said to be present", async () => {
    const release = await releaseWithout((file) => file.includes("Attendance"));
    const chronic = release.rates.filter(({ measure }) => measure === "chronic-absence");
    expect(chronic.length).toBeGreaterThan(4);
    expect(new Set(chronic.map(({ state }) => state))).toEqual(new Set(["not-enough-data"]));
    expect(new Set(release.associations.map(({ state }) => state))).toEqual(
      new Set(["not-enough-data"]),
    );
    const kept = release.rates.find(
      ({ measure, level, group }) =>
        measure === "review-timeliness" && level === "district" && group === "all",
    );
    expect(kept?.state).toBe("shown");
  });

  it("has not enough data on plans, where none came: nobody is said to lack one", async () => {
    const release = await releaseWithout((file) => /plans|goals|steps|reviews/.test(file));
    const aboutPlans = release.rates.filter(({ measure }) => measure !== "chronic-absence");
    expect(aboutPlans.filter(({ state }) => state === "shown")).toEqual([]);
    expect(aboutPlans.filter(({ band }) => band !== null)).toEqual([]);
    const district = release.statuses.filter(({ level }) => level === "district");
    expect(district.length).toBeGreaterThan(6);
    expect(new Set(district.map(({ state }) => state))).toEqual(new Set(["not-enough-data"]));
    expect(release.nextSteps).toEqual([]);
    expect(release.manifest.sentences.kept).toContain("no plans were sent");
    const chronic = release.rates.find(
      ({ measure, level, group }) =>
        measure === "chronic-absence" && level === "district" && group === "all",
    );
    // The few who are chronically absent are measured, and hidden for being few.
    expect(chronic?.state).toBe("hidden");
  });
});
