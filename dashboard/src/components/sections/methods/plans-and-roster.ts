import { html } from "htl";
import { linkTo } from "../../../release/address.js";
import type { Edition } from "../../../release/edition.ts";
import { marksOf } from "../../../release/marks.js";
import type { RowsByTable } from "../../../release/rows-by-table.ts";
import { wholeNumber } from "../../../words/formats/numbers.js";
import { isShown, shareAndCount, shareOrder } from "../../../words/formats/shares.js";
import { plainText } from "../../../words/language.js";
import { dataWords as words } from "../../../words/methods/data.js";
import {
  ownerName,
  problemCause,
  problemName,
  problemRemedy,
} from "../../../words/terms/record-problems.js";
import { worded } from "../../page/worded.js";
import { dataTable } from "../../tables/data-table.js";
import type { TableColumn } from "../../tables/table-column.ts";
import { filesOf } from "../files-of.js";

type ProblemRow = RowsByTable["reconciliation"];

/** Where plans and roster disagree. Problems of single students are for staff. */
export async function plansAndRoster(edition: Edition): Promise<readonly Node[]> {
  const title = html`<h3>${words.roster}</h3>`;
  if (edition.screen.edition === "public") return [title, html`<p>${words.rosterInStaff}</p>`];
  const rows = await edition.rows("reconciliation");
  const open = rows.filter(isShown).filter(({ high }) => high > 0);
  return [
    title,
    ...(rows.length > 0 && open.length === 0 ? [html`<p>${words.rosterAgrees}</p>`] : []),
    ...(open.length > 0 ? [await problemTable(edition, open)] : []),
    ...(edition.screen.scope?.names === "nobody"
      ? []
      : [html`<p><a href="${linkTo("students", { need: "fix-record" })}">${words.list}</a></p>`]),
  ];
}

/** One row for each place and problem that somebody has, the most frequent of a place first. */
async function problemTable(edition: Edition, rows: readonly ProblemRow[]): Promise<HTMLElement> {
  const places = [...new Set(rows.map(({ school }) => school))];
  return dataTable<ProblemRow>({
    caption: words.rosterCaption,
    rows: rows.toSorted(
      (a, b) =>
        places.indexOf(a.school) - places.indexOf(b.school) ||
        (shareOrder(b) ?? 0) - (shareOrder(a) ?? 0),
    ),
    marks: marksOf(edition.screen),
    files: await filesOf(edition, "reconciliation"),
    columns: COLUMNS,
  });
}

const COLUMNS: readonly TableColumn<ProblemRow>[] = [
  {
    title: words.place,
    value: ({ schoolName }) => schoolName,
    cell: ({ schoolName }) => html`<span lang="en">${schoolName}</span>`,
  },
  { title: words.problem, value: (row) => plainText(nameOf(row)) },
  {
    title: words.share,
    kind: "number",
    isFigure: true,
    value: shareOrder,
    cell: (row) => (isShown(row) ? shareAndCount(row) : ""),
  },
  {
    title: words.weeks,
    kind: "number",
    foldsOnPhone: true,
    value: ({ medianWeeks }) => medianWeeks,
    cell: ({ medianWeeks }) => (medianWeeks === null ? "" : wholeNumber(medianWeeks)),
  },
  { title: words.owner, foldsOnPhone: true, value: ({ owner }) => plainText(ownerName(owner)) },
  {
    title: words.remedy,
    kind: "prose",
    foldsOnPhone: true,
    value: (row) => plainText(problemRemedy(row.problem, row.remedy)),
    cell: ({ problem, cause, remedy }) =>
      html`<span
        >${worded(problemRemedy(problem, remedy))}<small
          >${worded(problemCause(problem, cause))}</small
        ></span
      >`,
  },
];

const nameOf = ({ problem, problemName: name }: ProblemRow): string => problemName(problem, name);
