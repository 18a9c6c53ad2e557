import { html } from "htl";
import type { ReconciliationRow } from "../../../functions/releases/tables.ts";
import type { Release } from "../release/release.ts";
import { bandInWords, bandOrder } from "../words/bands.js";
import { wholeNumber } from "../words/numbers.js";
import { markOf } from "../words/states.js";
import { bandBars, spokenBands } from "./band-bars.js";
import { figureTable, type TableColumn } from "./figure-table.js";
import { inGroups, markCell, placeColumn } from "./place-cell.js";
import { card, section } from "./section.js";
import { tableDownloads } from "./table-downloads.js";
import { shareColumn } from "./share-column.js";

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
        shareColumn(),
        {
          title: "Weeks so far (median)",
          isNumber: true,
          isFigure: true,
          value: ({ medianWeeks }) => medianWeeks,
          cell: ({ medianWeeks }) => (medianWeeks === null ? "too few" : wholeNumber(medianWeeks)),
        },
      ],
    }),
    figureTable<OfSchool>({
      caption: "Share of students with each problem, by school",
      rows: schools.map((group) => ({ ...group[0], problems: group })),
      isMarked: true,
      columns: [
        placeColumn<OfSchool>(),
        ...district.map(({ problem, problemName }): TableColumn<OfSchool> => {
          const of = ({ problems }: OfSchool) => problems.find((each) => each.problem === problem);
          return {
            title: problemName,
            isNumber: true,
            value: (row) => bandOrder(of(row)?.band ?? null),
            cell: (row) => shareCell(of(row)),
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

/** What most students wait for stands on top; what is hidden comes last. */
function problemBars(rows: readonly ReconciliationRow[]): HTMLElement {
  const bars = [...rows]
    .sort((a, b) => (bandOrder(b.band) ?? -1) - (bandOrder(a.band) ?? -1))
    .map(({ problemName, owner, band, state }) => ({
      name: problemName,
      band,
      state,
      of: `to mend: ${owner}`,
    }));
  return bandBars(bars, spokenBands(bars));
}

interface OfSchool extends ReconciliationRow {
  readonly problems: readonly ReconciliationRow[];
}

function shareCell(row: ReconciliationRow | undefined): Node | string {
  if (row === undefined) return markCell(markOf("not-applicable"));
  return row.band === null ? markCell(markOf(row.state)) : bandInWords(row.band);
}
