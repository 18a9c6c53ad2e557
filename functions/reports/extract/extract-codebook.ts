import { longDay } from "../../domain/calendar/long-day.ts";
import {
  EXTRACT_FILE,
  protectionSentences,
  type AboutExtract,
  type ExtractedColumn,
} from "./about-extract.ts";
import { MISSING } from "./extract-column.ts";

/** The codebook of an extract as Markdown, made from what the extract says of itself. */
export function extractCodebook(about: AboutExtract): string {
  const { flow } = about;
  return `${[
    `# ${about.title}`,
    `Extract ${about.extract}, for restricted use: ${cell(about.purpose)}. It may not be passed on, joined with other data to find students, or kept longer than the agreement says.`,
    `Made from staff edition ${about.edition} of ${about.district}: school year ${about.schoolYear}, as of ${longDay(about.asOf)}, by ${about.mandate}, definitions ${about.definitionVersion}.`,
    "## The file",
    `\`${EXTRACT_FILE}\`: one row per student of a grade that the mandate covers, ${about.students} rows in the order of their codes. UTF-8, comma, a header (RFC 4180).`,
    table(
      ["", "students"],
      [
        ["Counted by a school of the district on the date of the data", String(flow.counted)],
        ["of them in a grade that the mandate covers", String(flow.underMandate)],
        ["left out at random, or exempt", String(flow.notSampled)],
        ["left out for a rare value or a small equivalence class", String(flow.suppressed)],
        ["rows", String(about.students)],
      ],
    ),
    "## How students are protected",
    list(protectionSentences(about)),
    "## Where a value is missing",
    table(["value", "meaning"], Object.entries(MISSING)),
    "## Columns",
    ...about.columns.flatMap(columnText),
    ...(about.leftOut.length === 0
      ? []
      : [
          "## Columns that are not in this extract",
          list(about.leftOut.map(({ name, because }) => `\`${name}\`: ${because}`)),
        ]),
    "## How to cite",
    `${about.title}. Extract ${about.extract}, staff edition ${about.edition}.`,
  ].join("\n\n")}\n`;
}

function columnText(column: ExtractedColumn): readonly string[] {
  const { name, title, definition, universe, source, treatment, values, valid, topCode } = column;
  const isNumber = column.type === "number" || column.type === "month";
  const rows = [
    ...(isNumber ? [["", `a ${column.type}`, String(valid)]] : []),
    ...values.map(({ value, label, students }) => [`\`${value}\``, label, String(students)]),
  ];
  return [
    `### ${name}: ${title}`,
    definition,
    list([
      `Universe: ${universe}`,
      `Source: ${source}`,
      `Protection: ${treatment}`,
      ...(topCode === null ? [] : [`${topCode} stands for ${topCode} or more.`]),
    ]),
    ...(rows.length === 0 ? [] : [table(["value", "label", "students"], rows)]),
  ];
}

const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join("\n");

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows]
    .map((row) => `| ${row.map(cell).join(" | ")} |`)
    .join("\n");

/** A line break or a bar would end the cell. */
const cell = (text: string): string => text.replaceAll(/\s+/g, " ").replaceAll("|", "\\|");
