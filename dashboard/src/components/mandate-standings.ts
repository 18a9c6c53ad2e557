import { html } from "htl";
import type { StandingRow } from "../../../functions/releases/tables/tables.ts";
import { fromAddress, intoAddress } from "../release/address.js";
import type { Release } from "../release/release.ts";
import { isShown, shareInWords, shareOrder } from "../words/shares.js";
import { pick } from "./pick.js";
import { inGroups } from "./place-cell.js";
import { card, section } from "./section.js";
import { asStatus } from "./standing-status.js";
import { standingTable } from "./standing-table.js";
import { statusBars, type StatusBar } from "./status-bars.js";

type Rows = readonly [StandingRow, ...StandingRow[]];

/** Every requirement in one place that the reader chooses: the district, or one school. */
export function standingsByRule(release: Release): HTMLElement | null {
  const rows = rowsInForce(release);
  const places = inGroups(
    rows.filter(({ state }) => state !== "not-applicable"),
    ({ school }) => school,
  ).map(([{ level, school, schoolName }]) => ({
    value: school,
    label: level === "district" ? "The whole district" : schoolName,
  }));
  return section(
    "How students stand on each requirement",
    drawnFor("Place", "school", places, (school, place) => {
      const here = rows.filter((row) => row.school === school);
      const bars = inGroups(here, ({ requirement }) => requirement).map(
        ([first, ...rest]): StatusBar => ({
          name: first.requirementName,
          rows: [first, ...rest].map(asStatus),
          isWhole: first.requirement === "all",
        }),
      );
      return [
        card(
          `${place}, requirement by requirement`,
          statusBars(
            bars,
            `${place}, by requirement. ${spoken(here, ({ requirementName }) => requirementName)}`,
          ),
        ),
        standingTable(release, `${place}: students by requirement and standing`, here),
      ];
    }),
  );
}

/** One requirement that the reader chooses, school by school. */
export function standingsBySchool(release: Release): HTMLElement | null {
  const rows = rowsInForce(release);
  const options = inGroups(rows, ({ requirement }) => requirement).map(
    ([{ requirement, requirementName }]) => ({ value: requirement, label: requirementName }),
  );
  return section(
    "School by school",
    drawnFor("Requirement", "requirement", options, (requirement, name) => {
      const chosen = rows.filter((row) => row.requirement === requirement);
      const bars = inGroups(
        chosen.filter(({ state }) => state !== "not-applicable"),
        ({ level, school }) => `${level} ${school}`,
      );
      const { rule: words } =
        release.manifest.mandate.requirements.find(({ id }) => id === requirement) ?? {};
      return [
        html`<p class="fine">
          ${words ?? "A student meets all requirements only if each that applies is met."}
        </p>`,
        card(
          name,
          statusBars(
            inOrder(bars).map(barOf),
            `${name}, by school. ${spoken(chosen, ({ schoolName }) => schoolName)}`,
          ),
        ),
        standingTable(release, `${name}: students by school and standing`, chosen),
      ];
    }),
  );
}

/** The overview's chart under a mandate without reviews: all requirements together, by school, those where the fewest meet them first. */
export function standingsAtAGlance(release: Release): HTMLElement | null {
  const rows = rowsInForce(release).filter(
    ({ requirement, state }) => requirement === "all" && state !== "not-applicable",
  );
  if (!rows.some(isShown)) return null;
  const bars = inGroups(rows, ({ level, school }) => `${level} ${school}`);
  return section(
    "School by school",
    card(
      "Where students stand with all that is asked",
      statusBars(inOrder(bars).map(barOf), release.manifest.sentences.kept),
      html`<details>
        <summary>The same as a table</summary>
        ${standingTable(release, "Students by school and standing", rows)}
      </details>`,
    ),
  );
}

/** One bar for each requirement of a school that is no review. */
export function standingBarsOf(release: Release, school: string): readonly StatusBar[] {
  const reviews = new Set(release.rows("statuses").map(({ requirement }) => requirement));
  const rows = rowsInForce(release).filter(
    ({ level, requirement, state, ...row }) =>
      level === "school" &&
      row.school === school &&
      requirement !== "all" &&
      state !== "not-applicable" &&
      !reviews.has(requirement),
  );
  return inGroups(rows, ({ requirement }) => requirement).map(([first, ...rest]) => ({
    name: first.requirementName,
    rows: [first, ...rest].map(asStatus),
  }));
}

/** A requirement of another time asks nobody anything: it is listed and not drawn. */
function rowsInForce(release: Release): readonly StandingRow[] {
  const { requirements } = release.manifest.mandate;
  const past = requirements.filter(({ isInForce }) => !isInForce).map(({ id }) => id);
  return release
    .rows("standings")
    .filter(({ breakdown, requirement }) => breakdown === "all" && !past.includes(requirement));
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** A list to choose from, kept in the address, and what is drawn for the choice. */
function drawnFor(
  label: string,
  key: string,
  options: readonly Option[],
  draw: (value: string, name: string) => readonly (Node | null)[],
): HTMLElement {
  const asked = fromAddress(key);
  const first = options.find(({ value }) => value === asked) ?? options[0];
  if (first === undefined)
    return html`<p>
      This release has no answer for any requirement: nobody is under the mandate.
    </p>`;
  const parts = html`<div>${present(draw(first.value, first.label))}</div>`;
  return html`<div>
    ${pick(label, options, first.value, (value) => {
      const chosen = options.find((option) => option.value === value) ?? first;
      intoAddress(key, chosen === options[0] ? null : value);
      parts.replaceChildren(...present(draw(value, chosen.label)));
    })}
    ${parts}
  </div>`;
}

const present = (parts: readonly (Node | null)[]): readonly Node[] =>
  parts.filter((part) => part !== null);

function barOf([first, ...rest]: Rows): StatusBar {
  const { level, schoolName } = first;
  return {
    name: schoolName,
    rows: [first, ...rest].map(asStatus),
    isWhole: level === "district",
  };
}

/** Past every share. */
const NO_FIGURE = 2;

/** The district, then the schools where the fewest meet it; what has no figure comes last. */
function inOrder(bars: readonly Rows[]): readonly Rows[] {
  const metShare = (rows: Rows): number => {
    const met = rows.find(({ standing }) => standing === "met");
    return (met === undefined ? null : shareOrder(met)) ?? NO_FIGURE;
  };
  return [...bars].sort((a, b) => {
    if (a[0].level !== b[0].level) return a[0].level === "district" ? -1 : 1;
    return metShare(a) - metShare(b) || a[0].schoolName.localeCompare(b[0].schoolName, "en");
  });
}

/** What a screen reader says of the bars: how many meet it, of each; the table has the rest. */
function spoken(rows: readonly StandingRow[], nameOf: (row: StandingRow) => string): string {
  const words = rows
    .filter(({ standing }) => standing === "met")
    .filter(isShown)
    .slice(0, 8)
    .map((row) => `${nameOf(row)}: ${shareInWords(row)}`);
  return words.length === 0 ? "No share can be shown." : `Met by: ${words.join("; ")}.`;
}
