import { html } from "htl";
import type { StatusRow } from "../../../functions/releases/tables/tables.ts";
import { linkTo } from "../release/address.js";
import { isWhollyExact } from "../release/exactness.js";
import type { Release } from "../release/release.ts";
import { isShown, shareOrder } from "../words/shares.js";
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
        release,
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
      chosen.some(isShown) ? statusTable(release, chosen) : null,
    ];
  });
}

/** The overview's chart: every review that is due, by school, those with the fewest on time first. */
export function schoolsAtAGlance(release: Release): HTMLElement | null {
  const rows = release
    .rows("statuses")
    .filter(
      ({ requirement, breakdown, state }) =>
        requirement === "all" && breakdown === "all" && state !== "not-applicable",
    );
  if (!rows.some(isShown)) return null;
  const bars = inGroups(rows, ({ level, school }) => `${level} ${school}`);
  return section(
    "School by school",
    card(
      "Where students stand with all reviews that are due",
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
      A student counts as on time only if every review due so far was on time.
    </p>`;
  }
  return html`<p class="fine">
    ${rule.rule} <cite>${rule.citation}</cite>
    <a href="${linkTo("mandate")}#${rule.id}">The requirement in the mandate</a>
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

/** The district first, with which the schools are compared. */
function inOrder(bars: readonly Rows[], order: string): readonly Rows[] {
  return [...bars].sort(([first, ...others], [second, ...rest]) => {
    if (first.level !== second.level) return first.level === "district" ? -1 : 1;
    const byName = first.schoolName.localeCompare(second.schoolName, "en");
    if (order === "name") return byName;
    return onTimeShare([first, ...others]) - onTimeShare([second, ...rest]) || byName;
  });
}

/** Past every share. */
const NO_FIGURE = 2;

/** A school without a figure comes last: an order must not tell what a figure may not. */
function onTimeShare(rows: Rows): number {
  const onTime = rows.find(({ status }) => status === "on-time");
  return (onTime === undefined ? null : shareOrder(onTime)) ?? NO_FIGURE;
}

function byGrade(rows: readonly StatusRow[], { manifest }: Release): HTMLElement | null {
  const district = rows.filter(({ level }) => level === "district");
  if (!district.some(isShown)) return null;
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
    isWhollyExact(manifest)
      ? null
      : html`<p class="fine">
          Neighboring grades are together where one is small. The grades of a school are in the
          table where all of them are large enough.
          <a href="${linkTo("protection")}">How we protect students</a>
        </p>`,
  );
}

function barOf(rows: Rows): StatusBar {
  return { name: rows[0].schoolName, rows, isWhole: rows[0].level === "district" };
}
