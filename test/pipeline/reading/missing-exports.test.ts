import { cpSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fromArrow } from "../../../functions/releases/files/arrow-rows.ts";
import type { ReleaseManifest } from "../../../functions/releases/manifest/manifest.ts";
import type { Overview } from "../../../functions/releases/overview/overview.ts";
import { associations } from "../../../functions/releases/tables/estimates.ts";
import { nextSteps } from "../../../functions/releases/tables/next-steps.ts";
import { rates } from "../../../functions/releases/tables/rates.ts";
import { statuses } from "../../../functions/releases/tables/statuses.ts";
import {
  CAST_DAY,
  CAST_EXPORTS,
  freshPlaces,
  ingestPath,
  publishDay,
} from "../../support/local-district.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

/** An edition of the cast without some of its files. */
async function editionWithout(kind: "staff" | "public", isMissing: (file: string) => boolean) {
  const folder = join(scratchFolder(), "exports");
  mkdirSync(folder);
  for (const file of readdirSync(CAST_EXPORTS)) {
    if (!isMissing(file)) cpSync(join(CAST_EXPORTS, file), join(folder, file));
  }
  const places = await freshPlaces();
  await ingestPath(places, folder);
  const { release, edition } = await publishDay(places, CAST_DAY);
  const file = async (name: string) =>
    (kind === "public"
      ? await places.public.get(`cast/releases/${release}/${name}`)
      : await places.records.get(`editions/staff/cast/${edition}/${name}`)) ?? new Uint8Array();
  return {
    rates: fromArrow(rates, await file("rates.arrow")),
    statuses: fromArrow(statuses, await file("statuses.arrow")),
    nextSteps: fromArrow(nextSteps, await file("next-steps.arrow")),
    associations: fromArrow(associations, await file("associations.arrow")),
    manifest: JSON.parse(Buffer.from(await file("manifest.json")).toString()) as ReleaseManifest,
    overview: JSON.parse(Buffer.from(await file("overview.json")).toString()) as Overview,
  };
}

describe.each(["staff", "public"] as const)(
  "the %s edition of a district that sends no file of a sort",
  (kind) => {
    it("has not enough data on attendance, where none came: nobody is said to be present", async () => {
      const edition = await editionWithout(kind, (file) => file.includes("Attendance"));
      const chronic = edition.rates.filter(
        ({ measure, state }) =>
          measure.startsWith("chronic-absence") && state !== "too-few-students",
      );
      expect(chronic.length).toBeGreaterThan(1);
      expect(new Set(chronic.map(({ state }) => state))).toEqual(new Set(["not-enough-data"]));
      const estimates = edition.associations.map(({ estimate }) => estimate);
      expect(estimates.length).toBeGreaterThan(4);
      expect(new Set(estimates)).toEqual(new Set([null]));
      const kept = edition.rates.find(
        ({ measure, level, group }) =>
          measure === "review-timeliness" && level === "district" && group === "all",
      );
      expect(kept?.state).toBe("shown");
    });

    it("has not enough data on plans, where none came: nobody is said to lack one", async () => {
      const edition = await editionWithout(kind, (file) => /plans|goals|steps|reviews/.test(file));
      const aboutPlans = edition.rates.filter(
        ({ measure }) => !measure.startsWith("chronic-absence"),
      );
      expect(aboutPlans.filter(({ low }) => low !== null)).toEqual([]);
      const district = edition.statuses.filter(
        ({ level, breakdown }) => level === "district" && breakdown === "all",
      );
      expect(district.length).toBeGreaterThan(6);
      expect(new Set(district.map(({ state }) => state))).toEqual(new Set(["not-enough-data"]));
      expect(edition.nextSteps.filter(({ low }) => low !== null)).toEqual([]);
      expect(edition.manifest.messages.kept).toEqual([
        {
          id: "no-figure",
          values: {
            state: "not-enough-data",
            level: "district",
            place: edition.manifest.district.name,
          },
        },
      ]);
      const { figures, actions, places } = edition.overview;
      expect(actions[0]?.message).toEqual({ id: "no-plans-sent", values: {} });
      expect(figures.map(({ measure, group, state }) => [measure, group, state])).toEqual([
        ["plan-coverage", "all", "not-enough-data"],
        ["review-held", "review-1", "not-enough-data"],
        ["review-held", "review-2", "not-enough-data"],
        [
          "transition-coverage",
          "transition-6",
          expect.stringMatching(/^(not-enough-data|too-few-students)$/),
        ],
      ]);
      expect(places.bars.flatMap(({ parts }) => parts)).toEqual([]);
      const chronic = edition.rates.find(
        ({ measure, level, group }) =>
          measure === "chronic-absence" && level === "district" && group === "all",
      );
      expect(chronic?.state).toBe("shown");
    });
  },
);
