import { html } from "htl";
import type { ReconciliationRow } from "../../../functions/releases/tables.ts";
import type { Release } from "../release/release.ts";
import { counted, wholeNumber } from "../words/numbers.js";
import { isShown, markOf } from "../words/states.js";
import { countBars } from "./count-bars.js";
import { figureTable, type TableColumn } from "./figure-table.js";
import { inGroups, markCell, placeColumn } from "./place-cell.js";
import { card, section } from "./section.js";
import { tableDownloads } from "./table-downloads.js";

/** Where plans and roster disagree: what it is, who can mend it, how many students, and where. */
export function plansAgainstRoster(release: Release): HTMLElement {
  const rows = release.rows("reconciliation");
  const district = rows.filter(({ level }) => level === "district");
  const schools = inGroups(
    rows.filter(({ level }) => level === "school"),
    ({ school }) => school,
  );
  if (district.length === 0)
    return section(
      "Plans held against the roster",
      html`<p>No plans were sent, so there is nothing to hold against the roster.</p>`,
    );
  return section(
    "Plans held against the roster",
    card("Students whose records do not agree, by problem", problemBars(district)),
    figureTable<ReconciliationRow>({
      caption: "What does not agree, and who can mend it",
      rows: district,
      stateOf: ({ state }) => state,
      downloads: tableDownloads(release, "reconciliation"),
      columns: [
        { title: "Problem", value: ({ problemName }) => problemName },
        { title: "Cause", isProse: true, value: ({ cause }) => cause },
        { title: "Who can mend it", value: ({ owner }) => owner },
        { title: "What to do", isProse: true, value: ({ remedy }) => remedy },
        figure("Students", ({ students }) => students),
        figure("Weeks so far (median)", ({ medianWeeks }) => medianWeeks),
      ],
    }),
    figureTable<OfSchool>({
      caption: "Students with each problem, by school",
      rows: schools.map((group) => ({ ...group[0], problems: group })),
      isMarked: true,
      columns: [
        placeColumn<OfSchool>(),
        ...district.map(({ problem, problemName }): TableColumn<OfSchool> => {
          const of = ({ problems }: OfSchool) => problems.find((each) => each.problem === problem);
          return {
            title: problemName,
            isNumber: true,
            value: (row) => of(row)?.students ?? null,
            cell: (row) => studentsCell(of(row)),
          };
        }),
      ],
    }),
    html`<p class="fine">
      Names are never published. Inside the district, <code>ilp worklist</code> lists each student
      whose records are to be mended.
    </p>`,
  );
}

/** What most students wait for stands on top; what is hidden is not nobody, so it comes before 0. */
function problemBars(rows: readonly ReconciliationRow[]): HTMLElement {
  const bars = rows
    .map(({ problemName, owner, students, state }) => ({
      name: problemName,
      detail: `to mend: ${owner}`,
      count: students,
      state,
    }))
    .sort((a, b) => (b.count ?? 0.5) - (a.count ?? 0.5));
  const spoken = bars.map(({ name, count, state }) =>
    count === null ? `${name}: ${markOf(state)}` : `${name}: ${counted(count, "student")}`,
  );
  return countBars(bars, `${spoken.join("; ")}.`);
}

interface OfSchool extends ReconciliationRow {
  readonly problems: readonly ReconciliationRow[];
}

function studentsCell(row: ReconciliationRow | undefined): Node | string {
  if (row === undefined) return markCell(markOf("not-applicable"));
  return isShown(row) && row.students !== null
    ? wholeNumber(row.students)
    : markCell(markOf(row.state));
}

function figure(
  title: string,
  value: (row: ReconciliationRow) => number | null,
): TableColumn<ReconciliationRow> {
  const cell = (row: ReconciliationRow): string => {
    const number = value(row);
    return number === null ? "nobody" : wholeNumber(number);
  };
  return { title, isNumber: true, isFigure: true, value, cell };
}
