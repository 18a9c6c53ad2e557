import { html } from "htl";
import { isWhollyExact, type Edition } from "../../../release/edition.js";
import { stateMarks } from "../../../release/marks.js";
import { rawColumns } from "../../../release/raw-columns.js";
import { estimateIn, wholeNumber } from "../../../words/formats/numbers.js";
import { plainText } from "../../../words/language.js";
import { attendanceWords as words } from "../../../words/methods/attendance.js";
import { meanInWords } from "../../../words/methods/means.js";
import {
  exposureGroupName,
  exposureName,
  methodName,
  outcomeName,
  unitName,
} from "../../../words/terms/associations.js";
import { markOf } from "../../../words/terms/states.js";
import { dataTable } from "../../tables/data-table.js";
import type { TableColumn } from "../../tables/table-column.ts";
import { filesOf } from "../files-of.js";
import type { AssociationRow, ExposureGroupRow } from "./attendance.ts";

/** The means that are drawn above, as a table. */
export async function meansTable(
  edition: Edition,
  rows: readonly ExposureGroupRow[],
): Promise<HTMLElement> {
  return dataTable<ExposureGroupRow>({
    caption: words.meansTable,
    rows,
    markOf: ({ state }) => (state === "shown" ? null : markOf(state)),
    marks: stateMarks(rows),
    files: await filesOf(edition, "exposure-groups"),
    columns: [
      {
        title: words.group,
        value: ({ exposure, group, groupName }) =>
          plainText(exposureGroupName(`${exposure}/${group}`, groupName)),
      },
      exposureColumn<ExposureGroupRow>(),
      {
        title: words.mean,
        kind: "number",
        isFigure: true,
        value: ({ mean }) => mean,
        cell: ({ mean }) => (mean === null ? "" : meanInWords(mean)),
      },
      {
        title: words.interval,
        kind: "number",
        isFigure: true,
        foldsOnPhone: true,
        value: ({ low }) => low,
        cell: ({ low, high }) =>
          low === null || high === null ? "" : words.limits(meanInWords(low), meanInWords(high)),
      },
    ],
  });
}

/** Every estimate, by place and method. */
export async function estimatesTable(
  edition: Edition,
  rows: readonly AssociationRow[],
): Promise<HTMLElement> {
  const { district, asOf } = edition.screen;
  return dataTable<AssociationRow>({
    caption: words.estimatesTable,
    rows,
    markOf: ({ state }) => (state === "shown" ? null : markOf(state)),
    marks: stateMarks(rows),
    files: await filesOf(edition, "associations"),
    theseRows: {
      name: `${district.id}-${asOf}-associations-shown.csv`,
      columns: rawColumns(rows),
    },
    columns: [
      ...NAMES,
      ...(rows.some(({ outcome }) => outcome !== ATTENDANCE) ? [OUTCOME] : []),
      ...figures(isWhollyExact(edition.screen)),
    ],
  });
}

type Exposed = Pick<ExposureGroupRow, "exposure" | "exposureName">;

const exposureColumn = <Row extends Exposed>(): TableColumn<Row> => ({
  title: words.exposure,
  foldsOnPhone: true,
  value: ({ exposure, exposureName: name }) => plainText(exposureName(exposure, name)),
});

const NAMES: readonly TableColumn<AssociationRow>[] = [
  {
    title: words.place,
    value: ({ schoolName }) => schoolName,
    cell: ({ schoolName }) => html`<span lang="en">${schoolName}</span>`,
  },
  { title: words.method, value: (row) => plainText(methodName(row.method, row.methodName)) },
  exposureColumn<AssociationRow>(),
];

/** The outcome of nearly every estimate, of which the captions speak. */
const ATTENDANCE = "attendance-rate";

const OUTCOME: TableColumn<AssociationRow> = {
  title: words.outcome,
  foldsOnPhone: true,
  value: (row) => plainText(outcomeName(row.outcome, row.outcomeName)),
};

const figures = (isExact: boolean): readonly TableColumn<AssociationRow>[] => [
  {
    title: words.estimate,
    kind: "number",
    isFigure: true,
    value: ({ estimate }) => estimate,
    cell: ({ estimate, unit }) => (estimate === null ? "" : estimateIn(unit, estimate)),
  },
  {
    title: words.interval,
    kind: "number",
    isFigure: true,
    foldsOnPhone: true,
    value: ({ low }) => low,
    cell: ({ low, high, unit }) =>
      low === null || high === null
        ? words.noInterval
        : words.limits(estimateIn(unit, low), estimateIn(unit, high)),
  },
  {
    title: isExact ? words.students : words.studentsAbout,
    kind: "number",
    isFigure: true,
    foldsOnPhone: true,
    value: ({ students }) => students,
    cell: ({ students }) => (students === null ? "" : wholeNumber(students)),
  },
  { title: words.unit, foldsOnPhone: true, value: ({ unit }) => plainText(unitName(unit, unit)) },
];
