import { loadSolver } from "../functions/adapters/load-solver.ts";
import { auditRelease } from "../functions/disclosure/audit-release.ts";
import { cubeOf } from "../functions/disclosure/cube-of.ts";
import type { Cube } from "../functions/disclosure/cube.ts";
import { highsSolver } from "../functions/disclosure/highs-solver.ts";
import type { LinearSolver } from "../functions/disclosure/linear-solver.ts";
import { protectCube } from "../functions/disclosure/protect-cube.ts";
import { publishedSystem } from "../functions/disclosure/published-system.ts";
import type { Shows } from "../functions/disclosure/sensitivity.ts";
import { DEFAULT_SUPPRESSION } from "../functions/disclosure/suppression-policy.ts";
import { verifyWitnesses } from "../functions/disclosure/verify-witnesses.ts";
import { naiveSuppression } from "./naive-suppression.ts";
import { seededRandom } from "./random.ts";
import { syntheticState } from "./synthetic-cube.ts";
import { count, rounded, say } from "./words.ts";

const SEED = 7;

/** Protects and audits one rate of a state of each size, as counts and as bands. */
export async function disclosureBench(sizes: readonly number[]) {
  const solve = highsSolver(await loadSolver());
  const results = sizes.flatMap((schools) =>
    (["counted", "banded"] as const).map((shows) => {
      const result = protectedAndAudited(schools, shows, solve);
      say(JSON.stringify(result));
      return result;
    }),
  );
  return { disclosure: results };
}

function protectedAndAudited(schools: number, shows: Shows, solve: LinearSolver) {
  const { registry, measured } = syntheticState(schools, shows, SEED);
  const cube = cubeOf(registry, measured, DEFAULT_SUPPRESSION);
  const protection = timed(() =>
    protectCube({ cube, policy: DEFAULT_SUPPRESSION, solve, draw, start: new Set() }),
  );
  if (protection.result.kind !== "protected") {
    throw new Error(`${protection.result.cell} cannot be protected`);
  }
  const { hidden, witnesses } = protection.result;
  const verified = timed(() => verifyWitnesses(cube, hidden, witnesses));
  const audit = timed(() => auditRelease(cube, publishedSystem(cube, hidden), solve));
  const naive = naiveSuppression(cube);
  const naiveAudit = auditRelease(cube, publishedSystem(cube, naive), solve);
  const published = cube.cells.filter(({ display }) => display.kind !== "unpublished").length;
  say(`${count(schools)} schools, ${shows}: ${count(published)} published cells`);
  return {
    schools,
    shows,
    cells: cube.cells.length,
    sensitive: audit.result.sensitiveCells,
    protectSeconds: protection.seconds,
    protectCpuSeconds: protection.cpuSeconds,
    verifySeconds: verified.seconds,
    auditSeconds: audit.seconds,
    auditCpuSeconds: audit.cpuSeconds,
    peakMiB: rounded(process.resourceUsage().maxRSS / 1024, 0),
    faults: verified.result.length + audit.result.findings.length,
    largestComponent: audit.result.largestComponent,
    shareHiddenForOthers: rounded(publishedHidden(cube, hidden) / published, 4),
    naiveShareHiddenForOthers: rounded(publishedHidden(cube, naive) / published, 4),
    naiveLeaks: new Set(naiveAudit.findings.map(({ cell }) => cell)).size,
  };
}

const publishedHidden = ({ cells }: Cube, hidden: ReadonlySet<number>): number =>
  [...hidden].filter((index) => cells[index]?.display.kind !== "unpublished").length;

function timed<Result>(run: () => Result) {
  const start = performance.now();
  const before = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(before);
  return {
    result,
    seconds: rounded((performance.now() - start) / 1000, 2),
    cpuSeconds: rounded((user + system) / 1e6, 2),
  };
}

/** Chance by cell id; a release draws under its secret seed. */
function draw(id: string): number {
  let hash = SEED;
  for (const letter of id) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619);
  return seededRandom(hash)();
}
