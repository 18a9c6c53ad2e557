import { isTold, type Rungs, type TellingColumn } from "../disclosure/coarsen-extract.ts";
import { writtenAt, type ExtractColumn } from "../exports/extract-column.ts";
import { EXTRACT_COLUMNS } from "../exports/extract-columns.ts";

/** The columns by which a student could be found, as they are coarsened. */
export const TELLING: readonly (TellingColumn & {
  readonly division: string;
  readonly rest: string;
})[] = EXTRACT_COLUMNS.flatMap((column) => {
  const { name, codings, role } = column;
  if (role.kind !== "tells") return [];
  const { worth, division, rest } = role;
  const own = codings.map((_, rung) => (value: string) => writtenAt(column, rung, value) ?? value);
  return [{ name, worth, division, rest, codings: own }];
});

/** A column goes with the one of which it says a part, or whose values it tells. */
export function columnsTold(rungs: Rungs): readonly ExtractColumn[] {
  const own = EXTRACT_COLUMNS.filter((column) => isTold(column, rungs));
  return own.filter(
    ({ onlyWith, onlyWithFinest }) =>
      (onlyWith === undefined || own.some(({ name }) => name === onlyWith)) &&
      (onlyWithFinest === undefined || (rungs.get(onlyWithFinest) ?? 0) === 0),
  );
}

/** Whether a column's tabulation comes near a published statistic. */
export const isNear = ({ role }: ExtractColumn, statistic: string): boolean =>
  role.kind === "learnt" &&
  role.statistics.some((own) => statistic === own || statistic.startsWith(`${own}/`));
