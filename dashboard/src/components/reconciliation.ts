import { html } from "htl";
import type { ReconciliationRow, RecordsChangedRow } from "../../../functions/releases/tables.ts";
import type { Release } from "../release/release.ts";
import { wholeNumber } from "../words/numbers.js";
import { isShown, markOf } from "../words/states.js";
import { figureTable, type TableColumn } from "./figure-table.js";
import { inGroups, markCell, placeColumn } from "./place-cell.js";
import { section } from "./section.js";
import { tableDownloads } from "./table-downloads.js";

/** Where plans and roster disagree: what it is, who can mend it, how many students, and where. */
export function plansAgainstRoster(release: Release): HTMLElement {
  const rows = release.rows("reconciliation");
  const district = rows.filter(({ level }) => level === "district");
  const schools = inGroups(
    rows.filter(({ level }) => level === "school"),
    ({ school }) => school,
  );
  return section(
    "Plans held against the roster",
    figureTable<ReconciliationRow>({
      caption: "What does not agree, and who can mend it",
      rows: district,
      stateOf: ({ state }) => state,
      downloads: tableDownloads(release, "reconciliation"),
      columns: [
        { title: "Problem", value: ({ problemName }) => problemName },
        { title: "Cause", value: ({ cause }) => cause },
        { title: "Who can mend it", value: ({ owner }) => owner },
        { title: "What to do", value: ({ remedy }) => remedy },
        figure("Students", ({ students }) => students),
        figure("Weeks so far (middle)", ({ medianWeeks }) => medianWeeks),
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
    return number === null ? "" : wholeNumber(number);
  };
  return { title, isNumber: true, isFigure: true, value, cell };
}

/** What came, changed and went in the records since the release before. */
export function recordsChanged(release: Release): HTMLElement {
  const rows = release.rows("records-changed");
  if (rows.length === 0)
    return section(
      "Records changed since the last release",
      html`<p>
        ${
          release.manifest.previousRelease === null
            ? "This is the first release of the school year."
            : "No record was added, changed or withdrawn since the release before."
        }
      </p>`,
    );
  return section(
    "Records changed since the last release",
    figureTable<RecordsChangedRow>({
      caption: "Records added, changed and withdrawn",
      rows,
      stateOf: ({ state }) => state,
      downloads: tableDownloads(release, "records-changed"),
      columns: [
        { title: "Records", value: ({ tableName }) => tableName },
        { title: "Change", value: ({ changeName }) => changeName },
        {
          title: "How many",
          isNumber: true,
          isFigure: true,
          value: ({ records }) => records,
          cell: ({ records }) => (records === null ? "" : wholeNumber(records)),
        },
      ],
    }),
  );
}
