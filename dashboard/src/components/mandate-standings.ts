import { html } from "htl";
import type { StandingRow } from "../../../functions/releases/tables.ts";
import { fromAddress, intoAddress, linkTo } from "../release/address.js";
import type { Release } from "../release/release.ts";
import { bandInWords, bandOrder } from "../words/bands.js";
import { pick } from "./pick.js";
import { inGroups } from "./place-cell.js";
import { card, section } from "./section.js";
import { asStatus } from "./standing-status.js";
import { standingTable } from "./standing-table.js";
import { statusBars, type StatusBar } from "./status-bars.js";

type Rows = readonly [StandingRow, ...StandingRow[]];

/** Every rule in one place that the reader chooses: the district, or one school. */
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
    "How students stand on each rule",
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
          `${place}, rule by rule`,
          statusBars(
            bars,
            `${place}, by rule. ${spoken(here, ({ requirementName }) => requirementName)}`,
          ),
        ),
        standingTable(release, `${place}: students by rule and standing`, here),
        here.some(({ state }) => state === "hidden")
          ? html`<p class="fine">
              What is hidden of a review here may be shown there, status by status:
              <a href="${linkTo("compliance")}">Review compliance</a>.
            </p>`
          : null,
      ];
    }),
  );
}

/** One rule that the reader chooses, school by school. */
export function standingsBySchool(release: Release): HTMLElement | null {
  const rows = rowsInForce(release);
  const rules = inGroups(rows, ({ requirement }) => requirement).map(
    ([{ requirement, requirementName }]) => ({ value: requirement, label: requirementName }),
  );
  return section(
    "School by school",
    drawnFor("Rule", "requirement", rules, (requirement, rule) => {
      const chosen = rows.filter((row) => row.requirement === requirement);
      const bars = inGroups(
        chosen.filter(({ state }) => state !== "not-applicable"),
        ({ level, school }) => `${level} ${school}`,
      );
      const { rule: words } =
        release.manifest.mandate.requirements.find(({ id }) => id === requirement) ?? {};
      return [
        html`<p class="fine">
          ${words ?? "Each student under the least favourable of the answers to all rules."}
        </p>`,
        card(
          rule,
          statusBars(
            inOrder(bars).map(barOf),
            `${rule}, by school. ${spoken(chosen, ({ schoolName }) => schoolName)}`,
          ),
        ),
        standingTable(release, `${rule}: students by school and standing`, chosen),
      ];
    }),
  );
}

/** A rule of another time asks nobody anything: it is listed among the rules and not drawn. */
function rowsInForce(release: Release): readonly StandingRow[] {
  const { requirements } = release.manifest.mandate;
  const past = requirements.filter(({ isInForce }) => !isInForce).map(({ id }) => id);
  return release.rows("standings").filter(({ requirement }) => !past.includes(requirement));
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
    return html`<p>This release has no answer for any rule: nobody is under the mandate.</p>`;
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

/** The district, then the schools where the fewest meet it; a hidden share has no place in that order. */
function inOrder(bars: readonly Rows[]): readonly Rows[] {
  const metShare = (rows: Rows) =>
    bandOrder(rows.find(({ standing }) => standing === "met")?.band ?? null) ?? 200;
  return [...bars].sort((a, b) => {
    if (a[0].level !== b[0].level) return a[0].level === "district" ? -1 : 1;
    return metShare(a) - metShare(b) || a[0].schoolName.localeCompare(b[0].schoolName, "en");
  });
}

/** What a screen reader says of the bars: how many meet it, of each; the table has the rest. */
function spoken(rows: readonly StandingRow[], nameOf: (row: StandingRow) => string): string {
  const words = rows
    .filter(({ standing }) => standing === "met")
    .flatMap((row) => (row.band === null ? [] : [`${nameOf(row)}: ${bandInWords(row.band)}`]))
    .slice(0, 8);
  return words.length === 0 ? "No share can be shown." : `Met by: ${words.join("; ")}.`;
}
