import { html } from "htl";
import { linkTo } from "../../../release/address.js";
import type { Edition } from "../../../release/edition.ts";
import { dayInWords } from "../../../words/formats/days.js";
import { isShown, shareAndCount, shareOrder } from "../../../words/formats/shares.js";
import { wholeNumber } from "../../../words/formats/numbers.js";
import { plainText } from "../../../words/language.js";
import { requirementWords as words } from "../../../words/requirements.js";
import { groupName, partsInWords } from "../../../words/terms.js";
import { worded } from "../../page/worded.js";
import { dataTable, type TableColumn } from "../../tables/data-table.js";
import { tableFiles } from "../../tables/table-files.js";
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
    { title: words.grade, value: ({ first }) => groupName(first), cell: ({ first }) => html`<span>${worded(groupName(first))}</span>` },
    ...partsInWords(question.parts)
      .filter(isDrawn)
      .map(({ part, name }, at) => partColumn(part, name, at)),
    {
      title: words.students,
      isNumber: true,
      value: ({ first }) => first.n,
      cell: ({ first }) => (first.n === null ? "" : wholeNumber(first.n)),
    },
    {
      title: words.countsOf,
      value: ({ first }) => first.drawnOn,
      cell: ({ first }) => (first.drawnOn === null ? "" : dayInWords(first.drawnOn)),
    },
  ];
  const manifest = await edition.manifest();
  return html`<section class="part">
    <h2>${words.table}</h2>
    ${dataTable<Line>({
      caption: plainText(words.tableCaption(questionName(question))),
      rows: lines,
      stateOf: ({ state }) => state,
      columns,
      files: tableFiles(edition, manifest, TABLE_OF[question.parts]),
    })}
  </section>`;
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
  isNumber: true,
  isFigure: true,
  priority: at === 0 ? 1 : 2,
  value: ({ parts }) => {
    const row = parts.get(part);
    return row === undefined ? null : shareOrder(row);
  },
  cell: ({ parts }) => {
    const row = parts.get(part);
    return row !== undefined && isShown(row) ? shareAndCount(row) : "";
  },
});
