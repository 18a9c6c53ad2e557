import { coarser, type Rungs } from "../disclosure/coarsen-extract.ts";
import type { Range } from "../disclosure/cube.ts";
import { NOT_APPLICABLE, NOT_COLLECTED, type ExtractColumn } from "../exports/extract-column.ts";
import { EXTRACT_COLUMNS } from "../exports/extract-columns.ts";
import { mayDo, tooNear, type ToldOf } from "./extract-beside-releases.ts";
import { columnsTold } from "./extract-coding.ts";
import type { StudentOfDistrict } from "./extract-students.ts";
import { codingName, TOO_FEW_DIFFER, tried, type Settling } from "./extract-trial.ts";
import { givesWay, lossOf } from "./gives-way.ts";

/** The finest extract that gives nobody away. */
export interface Settled {
  /** By column the rung of its coding; one that is not here is as fine as can be. */
  readonly rungs: Rungs;
  /** By column that is coarser than it could be, or left out, why. */
  readonly because: ReadonlyMap<string, string>;
  /** By student who was drawn the values that tell who it is; null where the student is left out. */
  readonly told: ToldOf;
  readonly sensitiveCells: number;
  /** What a reader knows of the cells of the release who has the extract too, by cell id. */
  readonly seen: ReadonlyMap<string, Range>;
}

const NOT_SENT = "the exports do not say";
const NOBODY_ASKED = "it applies to no student";
const COMES_TOO_NEAR =
  "beside what is published, its tabulation would come too near to a figure that releases hide";

/**
 * Finds the finest extract that gives nobody away: it coarsens until enough students look alike, lays
 * the extract beside every release of its school year, and where the two together come too near to
 * a hidden figure, coarsens what loses least, and looks again.
 *
 * @throws when nothing would be left to learn from it
 */
export function settleExtract(settling: Settling): Settled {
  const drawn = settling.students.filter((one) => one.isUnderMandate && settling.isDrawn(one));
  const because = new Map<string, string>();
  const failed = new Set<string>();
  let rungs: Rungs = new Map();
  for (const column of EXTRACT_COLUMNS) {
    const why = nothingToTell(column, drawn);
    if (why === null) continue;
    because.set(column.name, why);
    rungs = new Map([...rungs, [column.name, column.codings.length]]);
  }
  for (;;) {
    const trial = tried(settling, drawn, rungs);
    trial.because.forEach((why, name) => because.set(name, why));
    rungs = trial.rungs;
    checkIsLearnt(rungs);
    const { cells, ...known } = tooNear(settling, rungs, trial.told);
    if (cells.length === 0) {
      const settled = { rungs, told: trial.told, ...known };
      const best = finest(settling, drawn, settled, failed);
      return { ...best, because: ofCoarse(because, best.rungs) };
    }
    failed.add(codingName(rungs));
    for (const name of new Set(cells.flatMap((cell) => givesWay(cell, rungs, drawn)))) {
      rungs = coarser(rungs, name);
      because.set(name, COMES_TOO_NEAR);
    }
  }
}

/** What is settled, or what is finer and does as well. */
function finest(
  settling: Settling,
  drawn: readonly StudentOfDistrict[],
  settled: Omit<Settled, "because">,
  failed: ReadonlySet<string>,
): Omit<Settled, "because"> {
  const wanted = refined(settling, drawn, settled.rungs, failed);
  if (wanted === settled.rungs) return settled;
  const { rungs, told } = tried(settling, drawn, wanted);
  const { cells, ...known } = tooNear(settling, rungs, told);
  return cells.length === 0 ? { rungs, told, ...known } : settled;
}

/**
 * What gave way early may find room once something else has: it is tried again, the dearest first.
 * @returns the same rungs where nothing has
 */
function refined(
  settling: Settling,
  drawn: readonly StudentOfDistrict[],
  settled: Rungs,
  failed: ReadonlySet<string>,
): Rungs {
  let best = settled;
  const dearest = EXTRACT_COLUMNS.filter(
    (column) => (best.get(column.name) ?? 0) > 0 && nothingToTell(column, drawn) === null,
  )
    .map((column) => ({ column, loss: lossOf(column, finer(best, column.name), drawn) }))
    .sort((a, b) => b.loss - a.loss);
  for (const { column } of dearest) {
    while ((best.get(column.name) ?? 0) > 0) {
      const wanted = finer(best, column.name);
      if (failed.has(codingName(wanted)) || !columnsTold(wanted).includes(column)) break;
      const { rungs, told } = tried(settling, drawn, wanted);
      if (codingName(rungs) !== codingName(wanted) || !mayDo(settling, rungs, told)) break;
      best = wanted;
    }
  }
  return best;
}

const finer = (rungs: Rungs, name: string): Rungs =>
  new Map([...rungs, [name, (rungs.get(name) ?? 1) - 1]]);

/** The reasons of those that are coarse in the end. */
const ofCoarse = (
  because: ReadonlyMap<string, string>,
  rungs: Rungs,
): ReadonlyMap<string, string> =>
  new Map([...because].filter(([name]) => (rungs.get(name) ?? 0) > 0));

/** @throws when nothing would be left to learn */
function checkIsLearnt(rungs: Rungs): void {
  if (columnsTold(rungs).some(({ role }) => role.kind === "learnt")) return;
  throw new Error("the district has too few students for an extract: none is made");
}

/** Why a column has nothing to tell of anybody; null where it has. */
function nothingToTell(
  { name }: ExtractColumn,
  students: readonly StudentOfDistrict[],
): string | null {
  const values = new Set(students.map(({ values: own }) => own.get(name)));
  if (values.size > 1) return null;
  if (values.has(NOT_COLLECTED)) return NOT_SENT;
  // That all are alike would tell of each.
  return values.has(NOT_APPLICABLE) ? NOBODY_ASKED : TOO_FEW_DIFFER;
}
