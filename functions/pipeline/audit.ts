import { auditRelease, type AuditFinding } from "../disclosure/audit-release.ts";
import { keptHidden } from "../disclosure/kept-pattern.ts";
import type { LinearSolver } from "../disclosure/linear-solver.ts";
import { systemSeen } from "../disclosure/published-system.ts";
import type { FrozenRelease } from "../disclosure/school-year-of-releases.ts";
import type { SuppressionPolicy } from "../disclosure/suppression-policy.ts";
import type { DistrictId } from "../domain/ids.ts";
import { publicKeys } from "../layout.ts";
import { fromArrow } from "../releases/arrow-rows.ts";
import type { ReleaseManifest } from "../releases/manifest.ts";
import { rangesSeen, type SeenFigure } from "../releases/read-seen.ts";
import { TABLES } from "../releases/tables.ts";
import { readJson } from "./conformed-manifest.ts";
import { figuresSeen, type SeenRow } from "./figures-seen.ts";
import type { ObjectStore, Places } from "./ports.ts";
import { earlierReleases, latestOf } from "./published-releases.ts";
import { patternsOf } from "./release-pattern.ts";

/** What an attempt to find hidden students in a release came to. */
export interface ReleaseAudit {
  readonly release: string;
  readonly figures: number;
  readonly sensitiveCells: number;
  /** Empty where nobody can be found. */
  readonly findings: readonly (AuditFinding | YearFinding)[];
}

/** Shown, although an earlier release of the school year hides it, or the difference to one tells of few. */
export interface YearFinding {
  readonly kind: "differs-from-earlier";
  readonly cell: string;
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
  const earlier = await earlierReleases(places.public, district, asked.asOf);
  const year = [...earlier.map((one) => one.release), asked.release];
  const patterns = await patternsOf(places.records, district, year);
  return Promise.all(
    patterns.map((pattern, index) =>
      auditOne(places.public, district, pattern, patterns.slice(0, index), solve),
    ),
  );
}

async function auditOne(
  store: ObjectStore,
  district: DistrictId,
  { release, cube }: FrozenRelease,
  earlier: readonly FrozenRelease[],
  solve: LinearSolver,
): Promise<ReleaseAudit> {
  const folder = publicKeys.release(district, release);
  const manifest = await readJson<ReleaseManifest>(store, `${folder}manifest.json`);
  if (manifest === null) throw new Error(`release ${release} has no manifest`);
  const seen = await figuresOf(store, folder, manifest.asOf);
  const cells = new Map(cube.cells.map((cell) => [cell.id, cell]));
  const ranges = rangesSeen(seen, cells);
  const { findings, sensitiveCells } = auditRelease(cube, systemSeen(cube, ranges), solve);
  const ofYear = yearFindings(cube, ranges, earlier, manifest.protection.policy);
  return { release, figures: ranges.size, sensitiveCells, findings: [...findings, ...ofYear] };
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

function yearFindings(
  cube: FrozenRelease["cube"],
  seen: ReadonlyMap<string, unknown>,
  earlier: readonly FrozenRelease[],
  policy: SuppressionPolicy,
): readonly YearFinding[] {
  return [...keptHidden(earlier, cube, policy)].flatMap((index): readonly YearFinding[] => {
    const id = cube.cells[index]?.id;
    return id !== undefined && seen.has(id) ? [{ kind: "differs-from-earlier", cell: id }] : [];
  });
}
