import { html } from "htl";
import type { RateRow } from "../../../functions/releases/tables.ts";
import type { Release } from "../release/release.ts";
import { markOf } from "../words/states.js";
import { choice } from "./choice.js";
import { inGroups } from "./place-cell.js";
import { bySchool, rateDots } from "./rate-dots.js";
import { rateTable } from "./rate-table.js";
import { card, section, smallMultiples } from "./section.js";

/** The headline, and the three parts of which it is made. */
const MEASURES = [
  "transition-coverage",
  "transition-plan",
  "transition-review",
  "transition-focus-areas",
];

/** The rows of the transition measures that are divided by transition. */
export function transitionRows(rows: readonly RateRow[]): readonly RateRow[] {
  return MEASURES.flatMap((measure) =>
    rows.filter((row) => row.measure === measure && row.breakdown === "transition"),
  );
}

/** Every move of the district, and which part of being ready for it is missing. */
export function readinessByMove(rows: readonly RateRow[], place: string): HTMLElement {
  const moves = inGroups(rows, ({ group }) => group);
  return section(
    "What is in place for each move",
    smallMultiples(...moves.map((move) => card(move[0].groupName, readinessOf(move, place)))),
  );
}

function readinessOf(move: readonly RateRow[], place: string): HTMLElement {
  const states = new Set(move.map(({ state }) => state));
  const [state] = states;
  if (states.size === 1 && state !== undefined && state !== "shown") {
    return html`<p class="mark">${markOf(state)}</p>`;
  }
  const title = `${place}, ${move[0]?.groupName ?? ""}`;
  return rateDots(title, move, ({ measureName }) => measureName);
}

/** One measure that the reader chooses, by school, a small multiple for each move. */
export function movesBySchool(release: Release): HTMLElement {
  const rows = transitionRows(release.rows("rates"));
  const measures = release.manifest.measures.filter(({ id }) =>
    rows.some(({ measure }) => measure === id),
  );
  return section(
    "By school",
    choice({ key: "measure", legend: "What is asked", options: measures }, (id) => {
      const measure = measures.find((each) => each.id === id);
      const chosen = rows.filter((row) => row.measure === id);
      return [
        html`<p class="fine">${measure?.definition ?? ""}</p>`,
        smallMultiples(
          ...inGroups(chosen, ({ group }) => group).map((move) =>
            card(move[0].groupName, schoolDots(move, measure?.isHigherBetter ?? true)),
          ),
        ),
        rateTable(release, `${measure?.name ?? "Rates"} by move and school`, chosen),
      ];
    }),
  );
}

function schoolDots(move: readonly RateRow[], isHigherBetter: boolean): HTMLElement {
  const applicable = bySchool(move, isHigherBetter);
  if (applicable.length === 0)
    return html`<p class="mark">No school of the district has this move.</p>`;
  const whole = applicable.map((row) => ({
    ...row,
    group: row.level === "district" ? "all" : row.group,
  }));
  return rateDots(
    `${move[0]?.measureName ?? ""}, ${move[0]?.groupName ?? ""}, by school`,
    whole,
    ({ level, schoolName }) => (level === "district" ? "District" : schoolName),
    "every student",
  );
}
