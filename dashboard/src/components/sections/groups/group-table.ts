import type { Edition } from "../../../release/edition.ts";
import { marksOf } from "../../../release/marks.js";
import { rawColumns } from "../../../release/raw-columns.js";
import { wholeNumber } from "../../../words/formats/numbers.js";
import { isShown, shareInWords, shareOrder } from "../../../words/formats/shares.js";
import { groupWords as words } from "../../../words/groups.js";
import { notComparedWords } from "../../../words/not-compared.js";
import { plainText } from "../../../words/language.js";
import { markOf } from "../../../words/terms/states.js";
import { divisionName, studentGroupName } from "../../../words/terms/student-groups.js";
import { dataTable } from "../../tables/data-table.js";
import type { TableColumn } from "../../tables/table-column.ts";
import { countsOfColumn } from "../counts-of.js";
import { filesOf } from "../files-of.js";
import type { Compared } from "./compared.ts";
import { gapOfRow } from "./gap-of-row.js";
import type { AskedGroups, GroupRow } from "./group-row.ts";

/** Every group of the measure at the place, with its share and its gap. */
export async function groupTable(
  edition: Edition,
  { what, schoolName, rows, measure }: AskedGroups,
  { apart }: Pick<Compared, "apart">,
): Promise<HTMLElement> {
  const { district, asOf } = edition.screen;
  return dataTable<GroupRow>({
    caption: words.tableCaption(what, schoolName),
    rows,
    columns: columnsOf(rows, asOf, apart),
    markOf: ({ state }) => (state === "shown" ? null : markOf(state)),
    marks: marksOf(edition.screen),
    theseRows: {
      name: `${district.id}-${asOf}-student-groups-${measure.replaceAll("/", "-")}.csv`,
      columns: rawColumns(rows),
    },
    files: await filesOf(edition, "student-groups"),
  });
}

const columnsOf = (
  rows: readonly GroupRow[],
  asOf: string,
  apart: Compared["apart"],
): readonly TableColumn<GroupRow>[] => [
  {
    title: words.group,
    value: (row) => plainText(studentGroupName(row.division, row.group, row.groupName)),
  },
  {
    title: words.division,
    kind: "line",
    foldsOnPhone: true,
    value: (row) => plainText(divisionName(row.division, row.divisionName)),
  },
  {
    title: words.share,
    kind: "number",
    isFigure: true,
    value: shareOrder,
    cell: (row) => (isShown(row) ? shareInWords(row) : ""),
  },
  {
    title: words.students,
    kind: "number",
    isFigure: true,
    foldsOnPhone: true,
    value: ({ n }) => n,
    cell: ({ n, count = null }) =>
      n === null
        ? ""
        : count === null
          ? wholeNumber(n)
          : words.countOf(wholeNumber(count), wholeNumber(n)),
  },
  ...countsOfColumn(words.countsOf, rows, ({ drawnOn }: GroupRow) => drawnOn, asOf),
  {
    title: words.gap,
    kind: "number",
    isFigure: true,
    foldsOnPhone: true,
    value: ({ gapLow }) => gapLow,
    cell: (row) => (apart(row) === null ? gapOfRow(row, rows) : notComparedWords.inFew),
  },
  {
    title: words.comparedWith,
    foldsOnPhone: true,
    value: ({ division, comparedWith, comparedWithName }) =>
      comparedWith === ""
        ? ""
        : plainText(studentGroupName(division, comparedWith, comparedWithName)),
  },
];
