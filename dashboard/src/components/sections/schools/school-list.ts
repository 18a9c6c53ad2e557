import { html } from "htl";
import type { Overview } from "../../../../../functions/releases/overview/overview.ts";
import type { DueCalendar } from "../../../../../functions/releases/due/due-between.ts";
import { linkTo } from "../../../release/address.js";
import { beforeDue } from "../../../release/due-between.js";
import type { Edition } from "../../../release/edition.ts";
import type { RowsByTable } from "../../../release/rows-by-table.ts";
import { dayInWords } from "../../../words/formats/days.js";
import { wholeNumber } from "../../../words/formats/numbers.js";
import { isShown, shareAndCount, shareOrder } from "../../../words/formats/shares.js";
import { english } from "../../../words/language.js";
import { pageWords } from "../../../words/page.js";
import { schoolWords as words } from "../../../words/schools.js";
import { rateName } from "../../../words/terms/rates.js";
import { markOf } from "../../../words/terms/states.js";
import { redrawn, type Parts } from "../../page/redrawn.js";
import { dataTable } from "../../tables/data-table.js";
import type { RawColumn } from "../../tables/rows-as-csv.ts";
import type { TableColumn } from "../../tables/table-column.ts";
import { filesOf } from "../files-of.js";
import { sentences } from "../answer.js";
import { countsNote, countsOf } from "../counts-of.js";
import { barRows, inGroups } from "../requirements/bar-rows.js";
import { barsBySchool } from "../requirements/bars.js";
import { questionsOf } from "../requirements/questions.js";
import { schoolsInWords, withoutFigure } from "./schools-in-words.js";

/** Every school: one bar each, then the measures side by side. */
export const schoolList = (edition: Edition<Overview>): Parts => [
  sentences([schoolsInWords(edition.screen.places), ...withoutFigure(edition.screen.places)]),
  redrawn(
    async () => [await bars(edition), await measures(edition)],
    html`<p class="loading">${pageWords.loadingMore}</p>`,
  ),
];

async function bars(edition: Edition): Promise<HTMLElement | null> {
  const [first] = await questionsOf(edition);
  if (first === undefined) return null;
  const rows = (await barRows(first, edition)).filter(
    ({ breakdown, state }) => breakdown === "all" && state !== "not-applicable",
  );
  return barsBySchool(first, rows, await edition.manifest());
}

type RateRow = RowsByTable["rates"];

interface School {
  readonly first: RateRow;
  readonly rates: ReadonlyMap<string, RateRow>;
  readonly isShown: boolean;
}

const BREAKDOWNS: readonly string[] = ["all", "requirement"];
const MEASURES: readonly string[] = [
  "requirements-met",
  "plan-coverage",
  "review-timeliness",
  "review-held",
  "chronic-absence",
];

async function measures(edition: Edition): Promise<HTMLElement> {
  const { district, asOf } = edition.screen;
  const { mandate } = await edition.manifest();
  const ofTransitions = mandate.requirements.filter(({ kind }) => kind === "transition-review");
  const rates = (await edition.rows("rates")).filter(
    ({ measure, breakdown, group }) =>
      MEASURES.includes(measure) &&
      BREAKDOWNS.includes(breakdown) &&
      // A review at a transition is of one grade, and this rate is of all.
      !ofTransitions.some(({ id }) => id === group),
  );
  const schools = inGroups(
    rates.filter(({ level }) => level === "school"),
    ({ school }) => school,
  ).map(([first, ...rest]): School => {
    const own = [first, ...rest];
    return {
      first,
      rates: new Map(own.map((row) => [keyOf(row), row])),
      isShown: own.some(isShown),
    };
  });
  const shown = new Map(
    rates.filter((row) => row.level === "school" && isShown(row)).map((row) => [keyOf(row), row]),
  );
  const columns = [...shown.values()].sort(
    (a, b) => MEASURES.indexOf(a.measure) - MEASURES.indexOf(b.measure),
  );
  return html`<section class="part">
    <h2>${words.table}</h2>
    ${dataTable<School>({
      caption: words.list,
      rows: schools,
      markOf: ({ isShown: hasFigures, first }) => (hasFigures ? null : markOf(first.state)),
      columns: [
        schoolColumn,
        ...columns.map((named, at) =>
          rateColumn(named, at, asOf, apartIn(named, schools, mandate)),
        ),
        studentsColumn,
      ],
      theseRows: {
        name: `${district.id}-${asOf}-schools.csv`,
        columns: [
          { name: "school", value: ({ first }) => first.school },
          { name: "schoolName", value: ({ first }) => first.schoolName },
          ...columns.flatMap(rawColumnsOf),
        ],
      },
      files: await filesOf(edition, "rates"),
    })}
  </section>`;
}

const keyOf = ({ measure, group }: RateRow): string => JSON.stringify([measure, group]);

const schoolColumn: TableColumn<School> = {
  title: words.school,
  value: ({ first }) => first.schoolName,
  cell: ({ first: { school, schoolName } }) =>
    html`<a lang="en" href="${linkTo("schools", { school })}">${schoolName}</a>`,
};

/** The ends of a share, the students whom it is of, and the day of its counts. */
const rawColumnsOf = (named: RateRow): readonly RawColumn<School>[] => {
  const name = [named.measure, ...(named.group === "all" ? [] : [named.group])].join(" ");
  return (["low", "high", "n", "drawnOn"] as const).map((column) => ({
    name: `${name} ${column}`,
    value: ({ rates }) => rates.get(keyOf(named))?.[column] ?? null,
  }));
};

/** The schools of a column with counts from before a due day that others are from after. */
function apartIn(
  named: RateRow,
  schools: readonly School[],
  mandate: DueCalendar,
): ReadonlySet<RateRow> {
  const rows = schools.flatMap(({ rates }) => rates.get(keyOf(named)) ?? []);
  const before = beforeDue(mandate, rows);
  return new Set(rows.filter((_, at) => (before[at] ?? null) !== null));
}

const rateColumn = (
  named: RateRow,
  at: number,
  asOf: string,
  apart: ReadonlySet<RateRow>,
): TableColumn<School> => ({
  title: rateName({ ...named, name: named.groupName }),
  kind: "number",
  isFigure: true,
  foldsOnPhone: at > 0,
  value: ({ rates }) => {
    const row = rates.get(keyOf(named));
    return row === undefined ? null : shareOrder(row);
  },
  cell: ({ rates }) => {
    const row = rates.get(keyOf(named));
    if (row === undefined) return "";
    if (!isShown(row)) return markOf(row.state);
    const counts = countsNote(countsOf(row.drawnOn, asOf), apart.has(row));
    return counts === null
      ? shareAndCount(row)
      : html`<span>${shareAndCount(row)}<small>${counts}</small></span>`;
  },
});

const studentsColumn: TableColumn<School> = {
  title: words.students,
  kind: "number",
  foldsOnPhone: true,
  value: ({ rates }) => [...rates.values()].find(({ n }) => n !== null)?.n ?? null,
  cell: ({ rates }) => {
    const n = [...rates.values()].find((row) => row.n !== null)?.n ?? null;
    return n === null ? "" : wholeNumber(n);
  },
};

export const listTitle = ({ district, asOf }: Overview): string =>
  [pageWords.names["schools"] ?? "", english(district.name), dayInWords(asOf)].join(" · ");
