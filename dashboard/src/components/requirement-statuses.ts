import { html } from "htl";
import type { StatusRow } from "../../../functions/releases/tables.ts";
import { linkTo } from "../release/address.js";
import type { Release } from "../release/release.ts";
import { bandOrder } from "../words/bands.js";
import { choice } from "./choice.js";
import { inGroups } from "./place-cell.js";
import { card, section } from "./section.js";
import { statusBars, type StatusBar } from "./status-bars.js";
import { statusFigures } from "./status-figures.js";
import { statusTable } from "./status-table.js";

/** Review statuses of the requirement that the reader chooses: by school, by grade, and as a table. */
export function requirementStatuses(release: Release): HTMLElement {
  const rows = release.rows("statuses");
  const options = inGroups(rows, ({ requirement }) => requirement).map(
    ([{ requirement, requirementName }]) => ({
      id: requirement,
      name: requirementName,
    }),
  );
  const allFirst = [...options].sort((a, b) => Number(b.id === "all") - Number(a.id === "all"));
  return choice({ key: "requirement", legend: "Requirement", options: allFirst }, (requirement) => {
    const chosen = rows.filter(
      (row) => row.requirement === requirement && row.state !== "not-applicable",
    );
    return [
      ruleOf(release, requirement),
      statusFigures(
        chosen.filter(({ level, breakdown }) => level === "district" && breakdown === "all"),
      ),
      bySchool(
        chosen.filter(({ breakdown }) => breakdown === "all"),
        release,
      ),
      byGrade(
        chosen.filter(({ breakdown }) => breakdown === "grade"),
        release,
      ),
      statusTable(release, chosen),
    ];
  });
}

/** The overview's chart: every requirement that is due, by school, those with the fewest on time first. */
export function schoolsAtAGlance(release: Release): HTMLElement | null {
  const rows = release
    .rows("statuses")
    .filter(
      ({ requirement, breakdown, state }) =>
        requirement === "all" && breakdown === "all" && state !== "not-applicable",
    );
  if (rows.length === 0) return null;
  const bars = inGroups(rows, ({ level, school }) => `${level} ${school}`);
  return section(
    "School by school",
    card(
      "Where students stand with all that is due",
      statusBars(inOrder(bars, "attention").map(barOf), release.manifest.sentences.kept),
      html`<details>
        <summary>The same as a table</summary>
        ${statusTable(release, rows)}
      </details>`,
    ),
  );
}

function ruleOf({ manifest }: Release, requirement: string): HTMLElement | null {
  const rule = manifest.mandate.requirements.find(({ id }) => id === requirement);
  if (rule === undefined) {
    return html`<p class="fine">
      Each student under the least favourable of the answers that are due.
    </p>`;
  }
  return html`<p class="fine">
    ${rule.rule} <cite>${rule.citation}</cite>
    <a href="${linkTo("mandate")}#${rule.id}">The rule in the mandate</a>
  </p>`;
}

function bySchool(rows: readonly StatusRow[], { manifest }: Release): HTMLElement {
  const bars = inGroups(rows, ({ level, school }) => `${level} ${school}`);
  const orders = [
    { id: "attention", name: "Fewest on time first" },
    { id: "name", name: "A to Z" },
  ];
  return section(
    "By school",
    choice({ key: "order", legend: "Order of schools", options: orders }, (order) => [
      card(
        "Where students stand with their reviews",
        statusBars(inOrder(bars, order).map(barOf), manifest.sentences.compliance),
      ),
    ]),
  );
}

type Rows = readonly [StatusRow, ...StatusRow[]];

/** The district first, as what the schools are read against. */
function inOrder(bars: readonly Rows[], order: string): readonly Rows[] {
  return [...bars].sort(([first, ...others], [second, ...rest]) => {
    if (first.level !== second.level) return first.level === "district" ? -1 : 1;
    const byName = first.schoolName.localeCompare(second.schoolName, "en");
    if (order === "name") return byName;
    return timelyShare([first, ...others]) - timelyShare([second, ...rest]) || byName;
  });
}

/** A school whose share is hidden comes last: an order must not tell what a figure may not. */
function timelyShare(rows: Rows): number {
  return bandOrder(rows.find(({ status }) => status === "timely")?.band ?? null) ?? 200;
}

function byGrade(rows: readonly StatusRow[], { manifest }: Release): HTMLElement | null {
  const district = rows.filter(({ level }) => level === "district");
  if (district.length === 0) return null;
  const bars = inGroups(district, ({ group }) => group).map(([first, ...rest]) => ({
    name: first.groupName,
    rows: [first, ...rest],
  }));
  return section(
    "By grade, all schools together",
    card(
      "Where students of each grade stand",
      statusBars(bars, `Review statuses by grade in ${manifest.district.name}`),
    ),
    html`<p class="fine">
      Grades within one school are not published: so small groups would have to be hidden nearly
      everywhere. <a href="${linkTo("protection")}">How we protect students</a>
    </p>`,
  );
}

function barOf(rows: Rows): StatusBar {
  return { name: rows[0].schoolName, rows, isWhole: rows[0].level === "district" };
}
