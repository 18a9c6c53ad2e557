import { loadSolver } from "../adapters/load-solver.ts";
import { highsSolver } from "../disclosure/highs-solver.ts";
import { day } from "../domain/day.ts";
import { districtId } from "../domain/ids.ts";
import { conformedVersion } from "../pipeline/conformed-manifest.ts";
import { mandateNamed } from "../pipeline/district-mandate.ts";
import { districtSuppression } from "../pipeline/district-suppression.ts";
import { protect } from "../pipeline/protect.ts";
import { publicStore, recordsStore } from "./cloud-places.ts";
import { log } from "./run-log.ts";

/** Loaded with the function, before its first call. */
const solver = loadSolver().then(highsSolver);

interface ProtectEvent {
  readonly district: string;
  readonly asOf: string;
  readonly mandate: string;
  readonly version: string;
}

/** Joins the schools' results, hides what must not be shown and renders the release. */
export async function handler({ district: id, asOf, mandate, version }: ProtectEvent) {
  const district = districtId(id);
  const places = { records: recordsStore(), public: publicStore() };
  const manifest = await conformedVersion(places.records, district, version);
  const measuring = {
    asOf: day(asOf),
    mandate: await mandateNamed(places.records, district, mandate),
  };
  const policy = await districtSuppression(places.records, district, measuring.mandate);
  const { release } = await protect(places, manifest, measuring, await solver, policy);
  log.info("protected", { district, release });
  return { district, asOf, release };
}
