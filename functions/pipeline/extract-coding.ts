import { isTold, type Rungs, type TellingColumn } from "../disclosure/coarsen-extract.ts";
import { EXTRACT_COLUMNS, NOT_COLLECTED, type ExtractColumn } from "../exports/extract-columns.ts";

/** The columns by which a student could be found, as they are coarsened. */
export const TELLING: readonly TellingColumn[] = EXTRACT_COLUMNS.flatMap(
  ({ name, codings, role }) =>
    role.kind === "tells"
      ? [{ name, worth: role.worth, codings: codings.map(({ coarser: to }) => unlessMissing(to)) }]
      : [],
);

/** What is missing stays missing, however coarse. */
function unlessMissing(to: (value: string) => string): (value: string) => string {
  return (value) => (value === NOT_COLLECTED ? value : to(value));
}

/** A column goes with the one of which it says a part, or whose values it tells. */
export function columnsTold(rungs: Rungs): readonly ExtractColumn[] {
  const own = EXTRACT_COLUMNS.filter((column) => isTold(column, rungs));
  return own.filter(
    ({ onlyWith, onlyWithFinest }) =>
      (onlyWith === undefined || own.some(({ name }) => name === onlyWith)) &&
      (onlyWithFinest === undefined || (rungs.get(onlyWithFinest) ?? 0) === 0),
  );
}

/** By column that tells who a student is, the student division of a release. */
export const DIVISION_OF = new Map(
  EXTRACT_COLUMNS.flatMap(({ name, role }) =>
    role.kind === "tells" ? [[name, role.division] as const] : [],
  ),
);

/** Whether a column's tabulation comes near a published statistic. */
export const isNear = ({ role }: ExtractColumn, statistic: string): boolean =>
  role.kind === "learnt" &&
  role.statistics.some((own) => statistic === own || statistic.startsWith(`${own}/`));
