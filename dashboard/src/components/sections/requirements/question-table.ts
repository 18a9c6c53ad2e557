import { html } from "htl";
import { linkTo } from "../../../release/address.js";
import type { Edition } from "../../../release/edition.ts";
import { isShown, shareAndCount, shareOrder } from "../../../words/formats/shares.js";
import { wholeNumber } from "../../../words/formats/numbers.js";
import { requirementWords as words } from "../../../words/requirements.js";
import { breakdownGroupName } from "../../../words/terms/breakdowns.js";
import { partsInWords } from "../../../words/terms/question-parts.js";
import { markOf } from "../../../words/terms/states.js";
import { worded } from "../../page/worded.js";
import { dataTable } from "../../tables/data-table.js";
import type { TableColumn } from "../../tables/table-column.ts";
import { countsOfColumn } from "../counts-of.js";
import { filesOf } from "../files-of.js";
import { inGroups, type BarRow, type Question } from "./bar-rows.js";
import { questionName } from "./questions.js";

/** The students of one place and grade, with the share in each part. */
interface Line {
  readonly first: BarRow;
  readonly parts: ReadonlyMap<string, BarRow>;
  readonly state: string;
}

/** Every bar of the question as a row: the district first, then schools, each with its grades. */
export async function questionTable(
  question: Question,
  rows: readonly BarRow[],
  edition: Edition,
): Promise<HTMLElement | null> {
  const lines = inGroups(rows, ({ school, breakdown, group }) =>
    JSON.stringify([school, breakdown, group]),
  ).map(([first, ...rest]): Line => {
    const all = [first, ...rest];
    const shown = all.find(isShown);
    return {
      first: shown ?? first,
      parts: new Map(all.map((row) => [row.part, row])),
      state: shown === undefined ? first.state : "shown",
    };
  });
  if (lines.length === 0) return null;
  const isDrawn = ({ part }: { readonly part: string }): boolean =>
    lines.some(({ parts }) => (parts.get(part)?.high ?? 0) > 0);
  const columns: readonly TableColumn<Line>[] = [
    placeColumn,
    {
      title: words.grade,
      kind: "line",
      value: ({ first }) => breakdownGroupName(first.breakdown, first.group, first.groupName),
      cell: ({ first }) =>
        html`<span
          >${worded(breakdownGroupName(first.breakdown, first.group, first.groupName))}</span
        >`,
    },
    ...partsInWords(question.parts)
      .filter(isDrawn)
      .map(({ part, name }, at) => partColumn(part, name, at)),
    {
      title: words.students,
      kind: "number",
      foldsOnPhone: true,
      value: ({ first }) => first.n,
      cell: ({ first }) => (first.n === null ? "" : wholeNumber(first.n)),
    },
    ...countsOfColumn(
      words.countsOf,
      lines,
      ({ first }: Line) => first.drawnOn,
      edition.screen.asOf,
    ),
  ];
  return html`<section class="part">
    <h2>${words.table}</h2>
    ${dataTable<Line>({
      caption: words.tableCaption(questionName(question)),
      rows: lines,
      markOf: ({ state }) => (state === "shown" ? null : markOf(state)),
      columns,
      files: await filesOf(edition, TABLE_OF[question.parts]),
      theseRows: theseRows(question, edition),
    })}
  </section>`;
}

/** The rows as a file: identifiers as they are, and the two ends of each share as numbers. */
function theseRows({ id, parts }: Question, { screen }: Edition) {
  return {
    name: `${screen.district.id}-${screen.asOf}-${id}.csv`,
    columns: [
      ...(["level", "school", "schoolName", "breakdown", "group"] as const).map((name) => ({
        name,
        value: ({ first }: Line) => first[name],
      })),
      { name: "n", value: ({ first }: Line) => first.n },
      { name: "drawnOn", value: ({ first }: Line) => first.drawnOn },
      ...partsInWords(parts).flatMap(({ part }) => [
        { name: `${part} low`, value: (line: Line) => line.parts.get(part)?.low ?? null },
        { name: `${part} high`, value: (line: Line) => line.parts.get(part)?.high ?? null },
      ]),
    ],
  };
}

const TABLE_OF = {
  review: "statuses",
  standing: "standings",
  plan: "answers",
  transition: "answers",
} as const;

const placeColumn: TableColumn<Line> = {
  title: words.school,
  value: ({ first }) => first.schoolName,
  cell: ({ first: { level, school, schoolName } }) =>
    level === "school"
      ? html`<a lang="en" href="${linkTo("schools", { school })}">${schoolName}</a>`
      : html`<strong lang="en">${schoolName}</strong>`,
};

const partColumn = (part: string, name: string, at: number): TableColumn<Line> => ({
  title: name,
  kind: "number",
  isFigure: true,
  foldsOnPhone: at > 0,
  value: ({ parts }) => {
    const row = parts.get(part);
    return row === undefined ? null : shareOrder(row);
  },
  cell: ({ parts }) => {
    const row = parts.get(part);
    return row !== undefined && isShown(row) ? shareAndCount(row) : "";
  },
});
