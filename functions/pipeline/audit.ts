import { auditRelease, type AuditFinding } from "../disclosure/audit-release.ts";
import { auditYear, type YearFinding } from "../disclosure/audit-year.ts";
import type { Range } from "../disclosure/cube.ts";
import type { LinearSolver } from "../disclosure/linear-solver.ts";
import { systemSeen } from "../disclosure/published-system.ts";
import type { FrozenRelease } from "../disclosure/school-year-of-releases.ts";
import type { DistrictId } from "../domain/ids.ts";
import { publicKeys } from "../layout.ts";
import { fromArrow } from "../releases/arrow-rows.ts";
import type { ReleaseManifest } from "../releases/manifest.ts";
import { rangesSeen, type SeenFigure } from "../releases/read-seen.ts";
import { TABLES } from "../releases/tables.ts";
import { readJson } from "./conformed-manifest.ts";
import { figuresSeen, type SeenRow } from "./figures-seen.ts";
import type { ObjectStore, Places } from "./ports.ts";
import { latestOf, otherReleases } from "./published-releases.ts";
import { patternsOf } from "./release-pattern.ts";

/** What an attempt to find hidden students in a release came to. */
export interface ReleaseAudit {
  readonly release: string;
  readonly figures: number;
  readonly sensitiveCells: number;
  /** Empty where nobody can be found. */
  readonly findings: readonly (AuditFinding | YearFinding)[];
}

/**
 * Reads a published release as anybody can, table by table, and tries to work out what it hides;
 * then beside each earlier release of its school year. It knows nothing of how it was protected but
 * which figures there are and how they add up.
 * @param release the release, or null for the current one
 */
export async function auditPublished(
  places: Pick<Places, "records" | "public">,
  district: DistrictId,
  release: string | null,
  solve: LinearSolver,
): Promise<readonly ReleaseAudit[]> {
  const latest = await latestOf(places.public, district);
  const asked = latest?.releases.find((one) => one.release === (release ?? latest.release));
  if (asked === undefined) throw new Error(`district ${district} has no release ${release ?? ""}`);
  const others = await otherReleases(places.public, district, asked);
  // Listed newest first; a correction is a release of its own, and what it corrects is still public.
  const listed = (latest?.releases ?? []).map((one) => one.release).reverse();
  const until = listed.indexOf(asked.release);
  const year = listed.filter(
    (one, at) => one === asked.release || (at < until && others.includes(one)),
  );
  const patterns = await patternsOf(places.records, district, year);
  const seen = await Promise.all(
    patterns.map(async (pattern) => ({
      pattern,
      cells: pattern.cube.cells,
      seen: await rangesOf(places.public, district, pattern),
    })),
  );
  return seen.map((one, at) => {
    const { cube, release } = one.pattern;
    const { findings, sensitiveCells } = auditRelease(cube, systemSeen(cube, one.seen), solve);
    const ofYear = seen.slice(0, at).flatMap((earlier) => auditYear(earlier, one));
    return {
      release,
      figures: one.seen.size,
      sensitiveCells,
      findings: [...findings, ...ofYear],
    };
  });
}

/** What a reader knows of each cell of a release from its published tables alone. */
export async function rangesOf(
  store: ObjectStore,
  district: DistrictId,
  { release, cube }: FrozenRelease,
): Promise<ReadonlyMap<string, Range>> {
  const folder = publicKeys.release(district, release);
  const manifest = await readJson<ReleaseManifest>(store, `${folder}manifest.json`);
  if (manifest === null) throw new Error(`release ${release} has no manifest`);
  const cells = new Map(cube.cells.map((cell) => [cell.id, cell]));
  return rangesSeen(await figuresOf(store, folder, manifest.asOf), cells);
}

/** Every figure about students in the tables of a release; of a trend those of its own day. */
async function figuresOf(
  store: ObjectStore,
  folder: string,
  asOf: string,
): Promise<readonly SeenFigure[]> {
  const seen: SeenFigure[] = [];
  for (const definition of TABLES) {
    const bytes = await store.get(`${folder}${definition.name}.arrow`);
    if (bytes === null) throw new Error(`${folder} has no table ${definition.name}`);
    const rows = fromArrow(definition, bytes) as readonly SeenRow[];
    for (const row of rows) {
      if (definition.name === "trend" && row["asOf"] !== asOf) continue;
      seen.push(...figuresSeen(definition.name, row));
    }
  }
  return seen;
}
