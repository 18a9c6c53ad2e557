import type { ExtractLog } from "../../pipeline/extract/extract-store.ts";
import { printable } from "../arguments/printable.ts";
import { columns } from "../arguments/text-columns.ts";

/** What `ilp extract` prints of an extract: what is in it, what is not and why, and where it lies. */
export function extractText(log: ExtractLog, records: string): string {
  const { extract, edition, flow, rows, unique, files } = log;
  const lines = log.columns
    .filter(({ isIncluded, because }) => !isIncluded || because !== null)
    .map(({ name, isIncluded, because }) => [
      `  ${name}`,
      isIncluded ? "recoded" : "left out",
      because ?? "",
    ]);
  const included = log.columns.filter(({ isIncluded }) => isIncluded).map(({ name }) => name);
  return [
    `${extract} of staff edition ${edition}, for ${printable(log.purpose)}`,
    `${rows} of ${flow.underMandate} students under the mandate: ${flow.notSampled} left out at random or exempt, ${flow.suppressed} left out for a rare value or a small equivalence class`,
    `columns: ${included.join(", ")}`,
    ...(lines.length === 0
      ? []
      : [columns(["not at the finest level", "", "because"], lines).trimEnd()]),
    `rows that are unique in the quasi-identifiers: ${unique.byQuasiIdentifiers}`,
    `rows that are unique in all columns: ${unique.byAllColumns} of ${rows}, so who knows a student well may know the row: give it to nobody without an agreement`,
    ...files.map((file) => `  ${records}/${file}`),
    "",
  ].join("\n");
}

/** What `ilp extract --list` prints. */
export const listText = (logs: readonly ExtractLog[]): string =>
  logs.length === 0
    ? "no extract was made\n"
    : columns(
        ["extract", "edition", "rows", "made on", "for", "withdrawn for"],
        logs.map(({ extract, edition, rows, madeAt, purpose }) => [
          extract,
          edition,
          `${rows} rows`,
          madeAt.slice(0, 10),
          printable(purpose),
          logs.find(({ replaces }) => replaces === extract)?.extract ?? "",
        ]),
      );
