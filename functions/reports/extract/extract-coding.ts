import { isIncluded, type Levels, type QuasiIdentifier } from "./coarsen-extract.ts";
import { writtenAt, type ExtractColumn } from "./extract-column.ts";
import { EXTRACT_COLUMNS } from "./extract-columns.ts";

/** The quasi-identifiers, as they are recoded. */
export const QUASI_IDENTIFIERS: readonly QuasiIdentifier[] = EXTRACT_COLUMNS.flatMap((column) => {
  const { name, codings, role } = column;
  if (role.kind !== "quasi-identifier") return [];
  const own = codings.map(
    (_, level) => (value: string) => writtenAt(column, level, value) ?? value,
  );
  return [{ name, worth: role.worth, codings: own }];
});

/** The columns that an extract has at some levels. A column goes with the one that it is a part of, or whose values it would reveal. */
export function columnsIncluded(levels: Levels): readonly ExtractColumn[] {
  const own = EXTRACT_COLUMNS.filter((column) => isIncluded(column, levels));
  return own.filter(
    ({ onlyWith, onlyWithFinest }) =>
      (onlyWith === undefined || own.some(({ name }) => name === onlyWith)) &&
      (onlyWithFinest === undefined || (levels.get(onlyWithFinest) ?? 0) === 0),
  );
}
