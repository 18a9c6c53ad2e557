import { CANONICAL_FIELDS } from "../profiles/canonical-fields.ts";
import type { FileProfile, TableRead } from "../profiles/profile.ts";
import { DELIMITERS, fileNameOf, patternOf } from "../inspect/starter-profile.ts";
import type { SurveyedFile } from "./survey.ts";
import type { TableFit } from "./table-fit.ts";

const TELLING_COLUMNS = 3;

/** How one file is known, and what is read from it. */
export function fileProfile(
  file: SurveyedFile,
  fits: readonly TableFit[],
  reads: readonly TableRead[],
  used: ReadonlySet<string>,
): FileProfile {
  const { facts, head } = file;
  const delimiter = DELIMITERS.find((candidate) => candidate === head.delimiter);
  const table = fits[0]?.table ?? reads[0]?.table ?? "person";
  return {
    file: file.file,
    name: fileNameOf(table),
    pattern: patternOf(file.file),
    ...(facts.because === "plain-ascii" ? {} : { encoding: facts.encoding }),
    ...(head.format === "json-lines"
      ? { format: "json-lines" as const }
      : delimiter === undefined
        ? {}
        : { delimiter }),
    signature: signatureOf(file, reads, used),
    // A file of some days says nothing of the days of others.
    ...(table === "attendance" ? { mode: "append" as const } : {}),
    reads: inOneFormat(reads),
  };
}

/** The columns of what a row cannot do without, and others that are read. */
function signatureOf(
  file: SurveyedFile,
  reads: readonly TableRead[],
  used: ReadonlySet<string>,
): readonly string[] {
  const needed = reads.flatMap(({ columns }) =>
    columns.flatMap(({ from = [], isRequired }) => (isRequired === true ? from : [])),
  );
  const others = file.columns
    .map(({ name }) => name)
    .filter((name) => used.has(name) && !needed.includes(name));
  const own = [...new Set(needed)];
  return [...own, ...others.slice(0, Math.max(0, TELLING_COLUMNS - own.length))];
}

/**
 * Columns of fields without dates need no format; a format that all columns share is still written
 * at each, so that it is seen.
 */
const inOneFormat = (reads: readonly TableRead[]): readonly TableRead[] =>
  reads.map((read) => ({
    ...read,
    columns: read.columns.map((column) => {
      const is = CANONICAL_FIELDS[read.table].fields[column.to]?.is;
      const holdsDays = is === "day" || is === "end-day" || is === "school-year";
      if (holdsDays || column.dayFormats === undefined) return column;
      const { dayFormats: _, ...rest } = column;
      return rest;
    }),
  }));
