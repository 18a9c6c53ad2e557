// A year of monthly releases of each district, attacked jointly, under several secrets and mandates.
import { beforeAll, describe, expect, it } from "vitest";
import { drawingKey, drawingsOfYear } from "../../functions/audit/drawings-of-year.ts";
import type { LinearSolver } from "../../functions/audit/linear-solver.ts";
import { readRelease } from "../../functions/audit/reading/read-release.ts";
import { seenBars } from "../../functions/audit/seen-bars.ts";
import { districtId, type DistrictId } from "../../functions/domain/ids.ts";
import type { MandateProfile } from "../../functions/mandates/rules/mandate-profile.ts";
import { mandateById } from "../../functions/mandates/rules/mandates.ts";
import { auditPublished } from "../../functions/pipeline/release/audit.ts";
import type { Places } from "../../functions/pipeline/ports.ts";
import { readySolver } from "../audit/ready-solver.ts";
import { publicBytes, releasesIn, type PublicBytes } from "../privacy/release-bytes.ts";
import { attacked, drawingOf, filesOf, isPossible } from "../privacy/true-counts.ts";
import { unlabelled } from "../privacy/unlabelled.ts";
import { conformedDemo } from "../support/conformed-districts.ts";
import {
  conformedDistrict,
  MADE_DISTRICTS,
  MONTHS_OF_YEAR,
  publishReleases,
} from "../support/districts.ts";
import { EFFECTIVE_PRACTICE } from "../support/local-district.ts";

const GRAND_BEND = districtId("grand-bend");

let solve: LinearSolver;
beforeAll(async () => {
  solve = await readySolver();
});

/** Publishes a year, attacks it, and holds what the attack takes for certain to the truth. */
async function attackYear(
  places: Places,
  district: DistrictId,
  mandate: MandateProfile,
): Promise<void> {
  await publishReleases(places, district, MONTHS_OF_YEAR, mandate);
  const audit = await auditPublished(places.public, district, null, solve);
  const counts = audit.releases.reduce((sum, release) => sum + release.counts, 0);
  console.log(
    `${district}, ${mandate.id}: ${counts} counts bounded, ${audit.drawn} over all drawings, ${audit.exact} exact`,
  );
  expect([...audit.findings, ...audit.releases.flatMap(({ findings }) => findings)]).toEqual([]);
  expect(audit.exact).toBe(0);
  const bytes = await publicBytes(places.public);
  const all = await attacked(places, bytes, district);
  expect(all).toHaveLength(MONTHS_OF_YEAR.length);
  expect(all.filter((attacked) => !isPossible(attacked, solve))).toEqual([]);
  await holdDrawingsToTruth(places, bytes, district);
  for (const folder of releasesIn(bytes, district)) {
    const without = await unlabelled(places, district, MONTHS_OF_YEAR[0]!, mandate, bytes, folder);
    expect(without).toEqual([]);
  }
}

/** What all drawings of a bar together leave possible holds the counts that it was drawn from. */
async function holdDrawingsToTruth(
  places: Places,
  bytes: PublicBytes,
  district: DistrictId,
): Promise<void> {
  const folders = releasesIn(bytes, district);
  const { possible } = drawingsOfYear(
    folders.map((folder) => {
      const { release } = readRelease(filesOf(bytes, folder));
      const { release: name, asOf, definitionVersion: definitions } = release.manifest;
      return { release: name, asOf, definitions, bars: seenBars(release) };
    }),
  );
  for (const folder of folders) {
    for (const bar of Object.values((await drawingOf(places, district, folder)).bars)) {
      possible.get(drawingKey(bar))?.forEach(({ low, high }, part) => {
        expect(bar.counts[part]).toBeGreaterThanOrEqual(low);
        expect(bar.counts[part]).toBeLessThanOrEqual(high);
      });
    }
  }
}

describe("a year of monthly releases", () => {
  it.each(MADE_DISTRICTS.flatMap((district) => [0, 1, 2].map((secret) => ({ district, secret }))))(
    "gives no count of the district $district.id away under secret $secret",
    async (made) => {
      const places = await conformedDistrict(made.district, made.secret);
      await attackYear(places, made.district.id, EFFECTIVE_PRACTICE);
    },
  );

  it.each(["effective-practice", "KY", "PA", "TX"])(
    "gives no count of the demo away under the mandate %s",
    async (mandate) => {
      const places = await conformedDemo();
      await attackYear(places, GRAND_BEND, mandateById(mandate));
    },
  );
});
