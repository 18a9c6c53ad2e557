import { auditRelease } from "../disclosure/audit-release.ts";
import { auditYear } from "../disclosure/audit-year.ts";
import { codedValue, type Rungs } from "../disclosure/coarsen-extract.ts";
import { widthNeeded, type Cube, type Range } from "../disclosure/cube.ts";
import type { LinearSolver } from "../disclosure/linear-solver.ts";
import { NOT_TOLD } from "../disclosure/research-classes.ts";
import { columnsTold, isNear, TELLING } from "./extract-coding.ts";
import type { StudentOfDistrict } from "./extract-students.ts";
import { extractSeen, type ExtractSeen, type ExtractTells } from "./extract-tabulations.ts";

/** A release of the school year as its readers have it. */
export interface ReleaseRead {
  readonly release: string;
  readonly asOf: string;
  readonly cube: Cube;
  readonly seen: ReadonlyMap<string, Range>;
}

/** The releases of a school year, and the students behind them. */
export interface BesideReleases {
  readonly students: readonly StudentOfDistrict[];
  /** The release that the extract belongs to. */
  readonly release: ReleaseRead;
  /** Every other release of the school year. */
  readonly others: readonly ReleaseRead[];
  readonly rootOf: (statistic: string) => string;
  readonly solve: LinearSolver;
}

/** By student of the extract the values that tell who it is; null where the student is left out. */
export type ToldOf = ReadonlyMap<StudentOfDistrict, ReadonlyMap<string, string> | null>;

/**
 * Cells that the extract, laid beside the releases of its school year, comes too near to. Those that
 * show at once come alone; a linear program is asked where there are none.
 */
export function tooNear(
  beside: BesideReleases,
  rungs: Rungs,
  told: ToldOf,
): {
  readonly cells: readonly string[];
  readonly sensitiveCells: number;
  readonly seen: ReadonlyMap<string, Range>;
} {
  const { cube } = beside.release;
  const seen = seenBeside(beside, rungs, told);
  const atOnce = shownAtOnce(beside, seen);
  if (atOnce.length > 0) return { cells: atOnce, sensitiveCells: 0, seen: seen.ranges };
  const { findings, sensitiveCells } = auditRelease(cube, seen.system, beside.solve);
  const wrong = findings.find(
    ({ kind }) => kind === "is-not-true" || kind === "contradicts-itself",
  );
  if (wrong !== undefined) throw new Error(`extract and release disagree on ${wrong.cell}`);
  return { cells: findings.map(({ cell }) => cell), sensitiveCells, seen: seen.ranges };
}

/** Whether an extract may do: what shows at once speaks against none. Only `tooNear` says that it will. */
export const mayDo = (beside: BesideReleases, rungs: Rungs, told: ToldOf): boolean =>
  shownAtOnce(beside, seenBeside(beside, rungs, told)).length === 0;

const seenBeside = (
  { release, students, rootOf }: BesideReleases,
  rungs: Rungs,
  told: ToldOf,
): ExtractSeen =>
  extractSeen(
    release.cube,
    release.seen,
    students.map((one) => ({ ...one, told: divisionsTold(told.get(one) ?? null) })),
    tellsOf(rungs, rootOf),
  );

/** Cells of which the extract alone tells too much, or together with another release of the year. */
function shownAtOnce({ release, others }: BesideReleases, seen: ExtractSeen): readonly string[] {
  const narrow = tooNarrow(release.cube, seen);
  if (narrow.length > 0) return narrow;
  const own = { cells: release.cube.cells, seen: seen.ranges };
  const ofYear = others.flatMap(({ asOf, cube: { cells }, seen: shown }) => {
    const other = { cells, seen: withHidden(cells, shown) };
    return asOf > release.asOf ? auditYear(own, other) : auditYear(other, own);
  });
  return ofYear.flatMap(({ kind, cell }) => (kind === "two-releases-tell" ? [cell] : []));
}

/** Of a figure that another release hides a reader knows what everybody does: the extract may tell it in hindsight. */
const withHidden = (
  cells: Cube["cells"],
  shown: ReadonlyMap<string, Range>,
): ReadonlyMap<string, Range> =>
  new Map(
    cells.flatMap(({ id, lower, upper, display }) =>
      display.kind === "unpublished"
        ? []
        : [[id, shown.get(id) ?? { low: lower, high: upper }] as const],
    ),
  );

const tooNarrow = ({ cells }: Cube, { system }: ExtractSeen): readonly string[] =>
  cells.flatMap((cell, at) => {
    const { low, high } = system.ranges[at] ?? { low: 0, high: 0 };
    return high - low < widthNeeded(cell) ? [cell.id] : [];
  });

const divisionsTold = (
  values: ReadonlyMap<string, string> | null,
): ReadonlyMap<string, string> | null =>
  values === null
    ? null
    : new Map(TELLING.map(({ name, division }) => [division, values.get(name) ?? NOT_TOLD]));

function tellsOf(rungs: Rungs, rootOf: ExtractTells["rootOf"]): ExtractTells {
  const columns = columnsTold(rungs);
  return {
    isTold: (statistic) => columns.some((column) => isNear(column, statistic)),
    rootOf,
    write: (division, group) => {
      const column = TELLING.find((one) => one.division === division);
      if (column === undefined) return null;
      return codedValue(column, rungs, group === "rest" ? column.rest : group);
    },
  };
}
