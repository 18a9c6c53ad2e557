import { coarsenExtract, coarser, entropy, type Rungs } from "../disclosure/coarsen-extract.ts";
import { RESTRICTED_USE } from "../disclosure/research-classes.ts";
import { grouped } from "../domain/grouped.ts";
import {
  EXTRACT_COLUMNS,
  NOT_COLLECTED,
  SENSITIVE,
  type ExtractColumn,
} from "../exports/extract-columns.ts";
import { mayDo, tooNear, type BesideReleases, type ToldOf } from "./extract-beside-releases.ts";
import { columnsTold, DIVISION_OF, isNear, TELLING } from "./extract-coding.ts";
import type { StudentOfDistrict } from "./extract-students.ts";

/** What an extract is settled from. */
export interface Settling extends BesideReleases {
  /** Whether the lot takes a student into the extract. */
  readonly isDrawn: (student: StudentOfDistrict) => boolean;
  /** From 0 to 1: on whom it falls to have a value hidden. */
  readonly lot: (student: StudentOfDistrict) => number;
  /** Fewest students of a value. */
  readonly fewest: number;
}

export interface Settled {
  /** The columns that are told, each with the rung of its coding. */
  readonly columns: readonly { readonly column: ExtractColumn; readonly rung: number }[];
  /** By column that is coarser than it could be, or left out, why. */
  readonly because: ReadonlyMap<string, string>;
  /** By student of the extract the values that are told; null where the student is left out, or not drawn. */
  readonly told: ToldOf;
  readonly sensitiveCells: number;
}

const NOT_SENT = "the exports do not say";
export const TOO_FEW_DIFFER = "too few students differ in it";
const TOO_FEW_ALIKE = "too few students would look alike";
const COMES_TOO_NEAR =
  "beside what is published, its tabulation would come too near to a figure that releases hide";

/**
 * Finds the finest extract that gives nobody away: it coarsens until enough students look alike, lays
 * the extract beside every release of its school year, and where the two together come too near to
 * a hidden figure, coarsens the column that gives way first, and looks again.
 *
 * @throws when nothing would be left to learn from it
 */
export function settleExtract(settling: Settling): Settled {
  const { students, isDrawn } = settling;
  const because = new Map<string, string>();
  const drawn = students.filter((one) => one.isUnderMandate && isDrawn(one));
  let rungs: Rungs = new Map(
    EXTRACT_COLUMNS.flatMap((column): readonly (readonly [string, number])[] => {
      const why = nothingToTell(column, drawn);
      if (why === null) return [];
      because.set(column.name, why);
      return [[column.name, column.codings.length]];
    }),
  );
  const failed = new Set<string>();
  for (let isRefined = false; ;) {
    const trial = tried(settling, drawn, rungs);
    noteCoarser(rungs, trial.rungs, TOO_FEW_ALIKE, because);
    rungs = trial.rungs;
    const { cells, sensitiveCells } = tooNear(settling, rungs, trial.told);
    if (cells.length === 0) {
      const finest = isRefined ? rungs : refined(settling, drawn, rungs, failed, because);
      if (finest === rungs) return { ...settledAs(trial), because, sensitiveCells };
      isRefined = true;
      rungs = finest;
      continue;
    }
    failed.add(nameOf(rungs));
    for (const name of new Set(cells.map((cell) => givesWay(cell, rungs, drawn)))) {
      const next = coarser(rungs, name);
      noteCoarser(rungs, next, COMES_TOO_NEAR, because);
      rungs = next;
    }
  }
}

/** An extract at some coding. */
interface Trial {
  readonly rungs: Rungs;
  readonly told: Settled["told"];
}

/** Coarsens further until enough students look alike. */
function tried(settling: Settling, drawn: readonly StudentOfDistrict[], start: Rungs): Trial {
  const isSensitiveTold = columnsTold(start).some(({ name }) => name === SENSITIVE);
  const { rungs, told: values } = coarsenExtract(
    drawn.map((one) => ({
      tells: one.values,
      sensitive: isSensitiveTold ? (one.values.get(SENSITIVE) ?? null) : null,
      lot: settling.lot(one),
    })),
    TELLING,
    start,
    RESTRICTED_USE,
    settling.fewest,
  );
  return { rungs, told: new Map(drawn.map((one, at) => [one, values[at] ?? null])) };
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
  because: Map<string, string>,
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
      const isCoarser = [...rungs].some(([name, rung]) => rung > (wanted.get(name) ?? 0));
      if (isCoarser || !mayDo(settling, rungs, told)) break;
      best = wanted;
    }
    if ((best.get(column.name) ?? 0) === 0) because.delete(column.name);
  }
  return best;
}

const nameOf = (rungs: Rungs): string =>
  EXTRACT_COLUMNS.map(({ name }) => rungs.get(name) ?? 0).join(" ");

/** @throws when nothing would be left to learn */
function settledAs({ rungs, told }: Trial): Pick<Settled, "columns" | "told"> {
  const columns = columnsTold(rungs).map((column) => ({
    column,
    rung: rungs.get(column.name) ?? 0,
  }));
  if (!columns.some(({ column }) => column.role.kind === "learnt")) {
    throw new Error("the district has too few students for an extract: none is made");
  }
  return { columns, told };
}

const finer = (rungs: Rungs, name: string): Rungs =>
  new Map([...rungs, [name, (rungs.get(name) ?? 1) - 1]]);

/** Why a column has nothing to tell of anybody; null where it has. */
function nothingToTell(
  { name }: ExtractColumn,
  students: readonly StudentOfDistrict[],
): string | null {
  const values = new Set(students.map(({ values: own }) => own.get(name)));
  if (values.size > 1) return null;
  return values.has(NOT_COLLECTED) ? NOT_SENT : TOO_FEW_DIFFER;
}

function noteCoarser(before: Rungs, now: Rungs, why: string, because: Map<string, string>): void {
  for (const [name, rung] of now) {
    if (rung > (before.get(name) ?? 0)) because.set(name, why);
  }
}

/** What the next rung of a column loses of information, by its worth: bits a student. */
function lossOf(column: ExtractColumn, rungs: Rungs, drawn: readonly StudentOfDistrict[]): number {
  const { name, role, codings } = column;
  const rung = rungs.get(name) ?? 0;
  const bits = (at: number): number => {
    const coding = codings[at];
    if (coding === undefined) return 0;
    const values = drawn.map(({ values: own }) => coding.coarser(own.get(name) ?? NOT_COLLECTED));
    return entropy(
      new Map([...grouped(values, (value) => value)].map(([v, { length }]) => [v, length])),
    );
  };
  const worth =
    role.kind === "tells" ? (role.worth[rung] ?? 1) : role.kind === "learnt" ? role.worth : 1;
  return (bits(rung) - bits(rung + 1)) * worth;
}

/** The column to coarsen for a cell: of those that count it, the one that loses least. */
function givesWay(cell: string, rungs: Rungs, drawn: readonly StudentOfDistrict[]): string {
  const [statistic = "", , , key = ""] = cell.split("|");
  const columns = columnsTold(rungs);
  const counting = columns.filter((column) => {
    const division = DIVISION_OF.get(column.name);
    return division === undefined
      ? isNear(column, statistic)
      : key.split("+").some((one) => one.startsWith(`${division}/`));
  });
  const [first] = (counting.length > 0 ? counting : columns)
    .map((column) => ({ name: column.name, loss: lossOf(column, rungs, drawn) }))
    .sort((a, b) => a.loss - b.loss);
  if (first === undefined) {
    throw new Error("nothing is left of the extract that could be coarser: none is made");
  }
  return first.name;
}
