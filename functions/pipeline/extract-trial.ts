import { coarsenExtract, coarser, type Rungs } from "../disclosure/coarsen-extract.ts";
import { RESTRICTED_USE } from "../disclosure/research-classes.ts";
import { MISSING, NOT_COLLECTED } from "../exports/extract-column.ts";
import { EXTRACT_COLUMNS, SENSITIVE } from "../exports/extract-columns.ts";
import type { BesideReleases, ToldOf } from "./extract-beside-releases.ts";
import { columnsTold, TELLING } from "./extract-coding.ts";
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

const NOT_FOR_ALL = "too many are students to whom it does not apply, or too few differ in it";
export const TOO_FEW_DIFFER = "too few students differ in it";
const TOO_FEW_ALIKE = "too few students would look alike";
const TELLS_ANOTHER = (column: string): string =>
  `it would tell ${column}, which is not told as it is`;

/** Up to so many of the students one column may leave out of the extract; where it would be more, it is coarsened. */
const MAY_BE_LEFT_OUT = 0.03;

/** An extract at some coding, as far as its students speak for it. */
export interface Trial {
  readonly rungs: Rungs;
  readonly told: ToldOf;
  readonly because: ReadonlyMap<string, string>;
}

/**
 * Leaves out students whose values few share, and coarsens until the others look alike and no
 * column tells what another is not to. Whoever is left out leaves the others fewer: so again, until
 * nothing changes.
 */
export function tried(
  settling: Settling,
  drawn: readonly StudentOfDistrict[],
  start: Rungs,
): Trial {
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
      giveUp(tooMany.column.name, tooMany.column.isForAll === true ? NOT_FOR_ALL : TOO_FEW_DIFFER);
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
    if (codingName(alike.rungs) !== codingName(rungs)) {
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

/** Two codings of one name are the same. */
export const codingName = (rungs: Rungs): string =>
  EXTRACT_COLUMNS.map(({ name }) => rungs.get(name) ?? 0).join(" ");
