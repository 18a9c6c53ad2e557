import { coarsenExtract, coarser, entropy, type Rungs } from "../disclosure/coarsen-extract.ts";
import type { Range } from "../disclosure/cube.ts";
import { RESTRICTED_USE } from "../disclosure/research-classes.ts";
import { grouped } from "../domain/grouped.ts";
import {
  EXTRACT_COLUMNS,
  MISSING,
  NOT_COLLECTED,
  SENSITIVE,
  writtenAt,
  type ExtractColumn,
} from "../exports/extract-columns.ts";
import { mayDo, tooNear, type BesideReleases, type ToldOf } from "./extract-beside-releases.ts";
import { columnsTold, isNear, TELLING } from "./extract-coding.ts";
import type { StudentOfDistrict } from "./extract-students.ts";
import { cannotBeTold, isOneForAll, learntColumns, toldBesides } from "./learnt-columns.ts";

/** What an extract is settled from. */
export interface Settling extends BesideReleases {
  /** Whether a student may be in the extract: the lot falls on most. */
  readonly isDrawn: (student: StudentOfDistrict) => boolean;
  /** By column, from 0 to 1: on whom it falls to have a value hidden. */
  readonly lot: (student: StudentOfDistrict, column: string) => number;
  /** Fewest students of a value. */
  readonly fewest: number;
}

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
const NOBODY_ASKED = "the mandate asks it of no student, or all are alike";
const TOO_FEW_DIFFER = "too few students differ in it";
const TOO_FEW_ALIKE = "too few students would look alike";
const COMES_TOO_NEAR =
  "beside what is published, its tabulation would come too near to a figure that releases hide";
const TELLS_ANOTHER = (column: string): string =>
  `it would tell ${column}, which is not told as it is`;

/** Up to so many of the students one column may leave out of the extract; where it would be more, it is coarsened. */
const MAY_BE_LEFT_OUT = 0.03;

/**
 * Finds the finest extract that gives nobody away: it coarsens until enough students look alike, lays
 * the extract beside every release of its school year, and where the two together come too near to
 * a hidden figure, coarsens the column that loses least, and looks again.
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
  for (let isRefined = false; ;) {
    const trial = tried(settling, drawn, rungs);
    trial.because.forEach((why, name) => because.set(name, why));
    rungs = trial.rungs;
    checkIsLearnt(rungs);
    const { cells, ...known } = tooNear(settling, rungs, trial.told);
    if (cells.length === 0) {
      const finest = isRefined ? rungs : refined(settling, drawn, rungs, failed);
      if (finest === rungs) {
        return { rungs, because: ofCoarse(because, rungs), told: trial.told, ...known };
      }
      isRefined = true;
      rungs = finest;
      continue;
    }
    failed.add(nameOf(rungs));
    for (const name of new Set(cells.map((cell) => givesWay(cell, rungs, drawn)))) {
      rungs = coarser(rungs, name);
      because.set(name, COMES_TOO_NEAR);
    }
  }
}

/** An extract at some coding, as far as its students speak for it. */
interface Trial {
  readonly rungs: Rungs;
  readonly told: Settled["told"];
  readonly because: ReadonlyMap<string, string>;
}

/**
 * Leaves out students whose values few share, and coarsens until the others look alike and no
 * column tells what another is not to. Whoever is left out leaves the others fewer: so again, until
 * nothing changes.
 */
function tried(settling: Settling, drawn: readonly StudentOfDistrict[], start: Rungs): Trial {
  const because = new Map<string, string>();
  let rungs = start;
  let kept = drawn;
  const giveUp = (name: string, why: string): void => {
    because.set(name, why);
    rungs = coarser(rungs, name);
    // What it left out may come back.
    kept = drawn;
  };
  for (;;) {
    const columns = learntColumns(kept, rungs, settling.fewest);
    const same = columns.find(isOneForAll);
    if (same !== undefined) {
      giveUp(same.column.name, TOO_FEW_DIFFER);
      continue;
    }
    const untold = columns.map((column) => cannotBeTold(column, settling.fewest));
    const tooMany = columns.find(
      (_, at) => (untold[at] ?? []).filter(Boolean).length > MAY_BE_LEFT_OUT * drawn.length,
    );
    if (tooMany !== undefined) {
      giveUp(tooMany.column.name, TOO_FEW_DIFFER);
      continue;
    }
    const left = kept.filter((_, at) => !untold.some((column) => column[at] === true));
    if (left.length < kept.length) {
      kept = left;
      continue;
    }
    const alike = coarsenExtract(
      kept.map((one) => ({
        tells: one.values,
        sensitive: sensitiveOf(one, rungs),
        lot: (column: string) => settling.lot(one, column),
      })),
      TELLING,
      rungs,
      RESTRICTED_USE,
      settling.fewest,
    );
    for (const [name, rung] of alike.rungs) {
      if (rung > (rungs.get(name) ?? 0)) because.set(name, TOO_FEW_ALIKE);
    }
    if (nameOf(alike.rungs) !== nameOf(rungs)) {
      rungs = alike.rungs;
      kept = drawn;
      continue;
    }
    const standing = kept.filter((_, at) => (alike.told[at] ?? null) !== null);
    const more = columns.flatMap((column) => {
      const besides = toldBesides(column, kept, rungs);
      return besides === null ? [] : [{ name: column.column.name, besides }];
    })[0];
    if (more !== undefined) giveUp(more.name, TELLS_ANOTHER(more.besides));
    else if (standing.length < kept.length) kept = standing;
    else {
      const told = new Map(kept.map((one, at) => [one, alike.told[at] ?? null]));
      return { rungs, because, told: new Map(drawn.map((one) => [one, told.get(one) ?? null])) };
    }
  }
}

/** Whether a student is chronically absent, where the extract tells it of them. */
function sensitiveOf({ values }: StudentOfDistrict, rungs: Rungs): string | null {
  const value = values.get(SENSITIVE) ?? NOT_COLLECTED;
  const isTold = columnsTold(rungs).some(({ name }) => name === SENSITIVE);
  return isTold && !(value in MISSING) ? value : null;
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
      if (failed.has(nameOf(wanted)) || !columnsTold(wanted).includes(column)) break;
      const { rungs, told } = tried(settling, drawn, wanted);
      if (nameOf(rungs) !== nameOf(wanted) || !mayDo(settling, rungs, told)) break;
      best = wanted;
    }
  }
  return best;
}

const nameOf = (rungs: Rungs): string =>
  EXTRACT_COLUMNS.map(({ name }) => rungs.get(name) ?? 0).join(" ");

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
  return values.has(NOT_COLLECTED) ? NOT_SENT : NOBODY_ASKED;
}

/** What the next rung of a column loses of information, by its worth: bits a student. */
function lossOf(column: ExtractColumn, rungs: Rungs, drawn: readonly StudentOfDistrict[]): number {
  const { name, role } = column;
  const rung = rungs.get(name) ?? 0;
  const bits = (at: number): number => {
    const values = drawn.map(({ values: own }) =>
      at < column.codings.length ? writtenAt(column, at, own.get(name) ?? NOT_COLLECTED) : "",
    );
    const counts = [...grouped(values, (value) => value)];
    return entropy(new Map(counts.map(([value, { length }]) => [value ?? "", length])));
  };
  const worth = role.kind === "tells" ? (role.worth[rung] ?? 1) : role.worth;
  return (bits(rung) - bits(rung + 1)) * worth;
}

/** The column to coarsen for a cell: of those that count it, the one that loses least. */
function givesWay(cell: string, rungs: Rungs, drawn: readonly StudentOfDistrict[]): string {
  const [statistic = "", , , key = ""] = cell.split("|");
  const columns = columnsTold(rungs);
  const counting = columns.filter((column) =>
    column.role.kind === "tells"
      ? `+${key}`.includes(`+${column.role.division}/`)
      : isNear(column, statistic),
  );
  const [first] = (counting.length > 0 ? counting : columns)
    .map((column) => ({ name: column.name, loss: lossOf(column, rungs, drawn) }))
    .sort((a, b) => a.loss - b.loss);
  if (first === undefined) {
    throw new Error("nothing is left of the extract that could be coarser: none is made");
  }
  return first.name;
}
