import type { ExtractLog } from "../pipeline/extract-store.ts";
import { printable } from "./printable.ts";
import { columns } from "./text-columns.ts";

/** What `ilp extract` prints of an extract: what is in it, what is not and why, and where it lies. */
export function extractText(log: ExtractLog, records: string): string {
  const { extract, release, flow, rows, insider, files, sensitiveCells } = log;
  const lines = log.columns
    .filter(({ isTold, because }) => !isTold || because !== null)
    .map(({ name, isTold, because }) => [
      `  ${name}`,
      isTold ? "coarser" : "left out",
      because ?? "",
    ]);
  const told = log.columns.filter(({ isTold }) => isTold).map(({ name }) => name);
  return [
    `${extract} of release ${release}, for ${printable(log.purpose)}`,
    `${rows} of ${flow.underMandate} students under the mandate: ${flow.notDrawn} not drawn, ${flow.stoodOut} left out because they stood out`,
    `columns: ${told.join(", ")}`,
    ...(lines.length === 0
      ? []
      : [columns(["not as it could be", "", "because"], lines).trimEnd()]),
    `none of the ${sensitiveCells} sensitive counts of its release can be worked out with it; it was laid beside the other releases of ${log.schoolYear} figure by figure, and later ones will be`,
    `rows that are alone by what could find a student: ${insider.byWhatTells}`,
    `rows that are alone by all that is in them: ${insider.byEverything} of ${rows}, so who knows a student well may know the row: give it to nobody without an agreement`,
    ...files.map((file) => `  ${records}/${file}`),
    "",
  ].join("\n");
}

/** What `ilp extract --list` prints. */
export const listText = (logs: readonly ExtractLog[]): string =>
  logs.length === 0
    ? "no extract was made\n"
    : columns(
        ["extract", "release", "rows", "made on", "for", "taken back for"],
        logs.map(({ extract, release, rows, madeAt, purpose }) => [
          extract,
          release,
          `${rows} rows`,
          madeAt.slice(0, 10),
          printable(purpose),
          logs.find(({ replaces }) => replaces === extract)?.extract ?? "",
        ]),
      );
