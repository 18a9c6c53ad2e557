import type { Rungs } from "../../functions/disclosure/coarsen-extract.ts";
import type { Cube, CubeCell } from "../../functions/disclosure/cube.ts";
import type { StudentId } from "../../functions/domain/ids.ts";
import { EXTRACT_COLUMNS } from "../../functions/exports/extract-columns.ts";
import type { StudentOfDistrict } from "../../functions/pipeline/extract-students.ts";

/** A hidden cell of a cube. */
export const cell = (id: string, count: number, upper: number, need: number): CubeCell => ({
  ...{ id, table: "rates", count, lower: 0, upper, need, cost: 1 },
  display: { kind: "hidden" },
});
/** Cells that no equation ties. */
export const cubeOf = (...cells: readonly CubeCell[]): Cube => ({
  cells,
  equations: [],
  conditions: [],
});

export const HIDDEN = "plan-coverage|not-counted|district|sex/female";

/** Students of one sex: so many with a plan and so many without, of each so many left to the lot. */
export function students(
  sex: string | null,
  [withPlan, without]: readonly [number, number],
  grade = "07",
): readonly StudentOfDistrict[] {
  return Array.from({ length: withPlan + without }, (_, at) => ({
    student: `${sex ?? ""}${grade}${at}` as StudentId,
    place: "school A",
    isUnderMandate: true,
    isExempt: false,
    parts: new Map([["plan-coverage", at < withPlan ? "counted" : "not-counted"]]),
    groups: new Map([["grade", grade], ...(sex === null ? [] : [["sex", sex] as const])]),
    values: new Map([["sex", sex ?? "another-or-not-said"]]),
  }));
}

/** All columns left out but these. */
export const onlyTold = (...told: readonly string[]): Rungs =>
  new Map(
    EXTRACT_COLUMNS.filter(({ name }) => !told.includes(name)).map(({ name, codings }) => [
      name,
      codings.length,
    ]),
  );
