import { loadSolver } from "../adapters/load-solver.ts";
import { highsSolver } from "../disclosure/highs-solver.ts";
import type { Day } from "../domain/day.ts";
import type { DistrictId } from "../domain/ids.ts";
import type { MandateProfile } from "../mandates/mandate-profile.ts";
import { conformedInForce } from "../pipeline/conformed-manifest.ts";
import { districtSuppression } from "../pipeline/district-suppression.ts";
import type { Places, Progress } from "../pipeline/ports.ts";
import { protect } from "../pipeline/protect.ts";
import { publish, type Published } from "../pipeline/publish.ts";
import { noteWorklistRelease, replaceWorklists, worklistRelease } from "../pipeline/worklist.ts";
import { CommandError } from "./command-error.ts";
import { measureSchools } from "./school-pool.ts";

/** What `ilp publish` did. */
export interface PublishReport extends Published {
  readonly district: string;
  readonly schoolsMeasured: number;
}

/** Measures, protects and publishes a district as of a day: what `ilp publish` does. */
export async function publishRelease(
  places: Places,
  data: string,
  district: DistrictId,
  asOf: Day,
  mandate: MandateProfile,
  progress: Progress,
  minimumGroup: number | null = null,
): Promise<PublishReport> {
  const manifest = await conformedInForce(places.records, district);
  if (manifest === null) {
    throw new CommandError(
      `nothing is ingested for district ${district}: run ilp ingest <folder> --district ${district} first`,
    );
  }
  const today = new Date().toISOString().slice(0, 10);
  if (asOf > today) {
    throw new CommandError(`${asOf} has not come yet: figures are true for a day up to ${today}`);
  }
  const measuring = { asOf, mandate };
  const schoolsMeasured = await measureSchools(data, places.records, manifest, measuring, progress);
  progress.step("protect", null);
  const policy = await districtSuppression(places.records, district, mandate, minimumGroup);
  const { release } = await protect(places, manifest, measuring, await solver(), policy);
  progress.step("publish", null);
  const published = await publish(places, district, release, new Date().toISOString());
  progress.done();
  if (published.isCurrent && (await worklistRelease(places.table, district)) !== release) {
    progress.step("write worklist", manifest.schools.length);
    await replaceWorklists(places, manifest, told(manifest.schools, progress), measuring);
    progress.done();
    await noteWorklistRelease(places.table, district, release);
  }
  return { district, schoolsMeasured, ...published };
}

type Solver = ReturnType<typeof highsSolver>;
let loaded: Promise<Solver> | null = null;

/** The solver, loaded once however many releases are made. */
export const solver = (): Promise<Solver> => (loaded ??= loadSolver().then(highsSolver));

/** Each of them, told to the progress when the next is asked for. */
function* told<T>(all: readonly T[], progress: Progress): Generator<T> {
  for (const one of all) {
    yield one;
    progress.advance(1);
  }
}
