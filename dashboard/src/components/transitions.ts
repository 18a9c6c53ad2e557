import { html } from "htl";
import type { RateRow } from "../../../functions/releases/tables.ts";
import { linkTo } from "../release/address.js";
import type { Release } from "../release/release.ts";
import { markOf } from "../words/states.js";
import { choice } from "./choice.js";
import { milestoneTable } from "./milestone-table.js";
import { inGroups } from "./place-cell.js";
import { bySchool, rateDots } from "./rate-dots.js";
import { card, section, smallMultiples } from "./section.js";

/** What a cohort passes on its way, in order. */
const MILESTONES = ["transition-plan", "transition-review", "transition-focus-areas"];
/** All of them together. */
const WHOLE = "transition-coverage";
/** What comes after them, and can be seen only where this year's arrivals came to. */
const HANDOVER = "transition-handover";

/** Schools drawn at once; the table has every one. */
const MOST_SCHOOLS = 12;

/** The rows of the transition measures that are divided by transition, in the order of a cohort's way. */
export function transitionRows(rows: readonly RateRow[]): readonly RateRow[] {
  return [...MILESTONES, WHOLE, HANDOVER].flatMap((measure) =>
    rows.filter((row) => row.measure === measure && row.breakdown === "transition"),
  );
}

/** Every cohort in one place by milestone, and so what is missing for its move. */
export function cohortsByMilestone(rows: readonly RateRow[], place: string): HTMLElement {
  const cohorts = inGroups(rows, ({ group }) => group);
  return section(
    "How far each cohort is",
    cohorts.length === 0
      ? html`<p>
          The mandate in force names no review at a transition, so no cohort is followed. Reviews
          are on the page <a href="${linkTo("compliance")}">Review compliance</a>.
        </p>`
      : smallMultiples(
          ...cohorts.map((cohort) => card(cohort[0].groupName, milestoneDots(cohort, place))),
        ),
    rows.some(({ measure }) => measure === HANDOVER) ? whoIsHandedOver() : null,
  );
}

function whoIsHandedOver(): HTMLElement {
  return html`<p class="fine">
    “Handed over” is read where students arrived: for the move from grade 8 to 9 it speaks of those
    who came to grade 9 this year, the others of those who have the move ahead.
  </p>`;
}

/** The milestones of one cohort at one place: a rate with its interval, or why there is none. */
function milestoneDots(cohort: readonly RateRow[], place: string): HTMLElement {
  const states = new Set(cohort.map(({ state }) => state));
  const [state] = states;
  if (states.size === 1 && state !== undefined && state !== "shown") {
    return html`<p class="mark">${markOf(state)}</p>`;
  }
  return rateDots(`${place}, ${cohort[0]?.groupName ?? ""}`, cohort, milestoneName(cohort), {
    asked: "every student",
    isWhole: ({ measure }) => measure === WHOLE,
  });
}

/** "1. Plan open": the order in which a cohort passes them. */
function milestoneName(cohort: readonly RateRow[]) {
  const inOrder = [...new Set(cohort.map(({ measure }) => measure))].filter(
    (measure) => measure !== WHOLE,
  );
  return ({ measure, measureName }: RateRow): string =>
    measure === WHOLE ? "All of these" : `${inOrder.indexOf(measure) + 1}. ${measureName}`;
}

/** One cohort that the reader chooses, school by school, and the same as a table. */
export function cohortBySchool(release: Release): HTMLElement | null {
  const rows = transitionRows(release.rows("rates"));
  const cohorts = inGroups(rows, ({ group }) => group);
  if (cohorts.length === 0) return null;
  const options = cohorts.map(([{ group, groupName }]) => ({ id: group, name: groupName }));
  return section(
    "School by school",
    choice({ key: "move", legend: "Cohort", options }, (move) => {
      const cohort = rows.filter(({ group }) => group === move);
      const schools = schoolsInOrder(cohort);
      return [
        ruleOfMove(release, move),
        schools.length === 0
          ? html`<p class="mark">No school of the district has this move.</p>`
          : smallMultiples(
              ...schools
                .slice(0, MOST_SCHOOLS)
                .map((school) => card(school[0].schoolName, milestoneDots(school, nameOf(school)))),
            ),
        schools.length > MOST_SCHOOLS
          ? html`<p class="fine">
              Drawn are the ${MOST_SCHOOLS} schools with most to do; the table has every school.
            </p>`
          : null,
        milestoneTable(release, cohort, milestoneName(cohort)),
        cohort.some(({ measure }) => measure === HANDOVER) ? null : handoverUnknown(),
      ];
    }),
  );
}

type Rows = readonly [RateRow, ...RateRow[]];

const nameOf = ([{ schoolName }]: Rows): string => schoolName;

/** The schools that have the cohort, those with most to do first; hidden ones last. */
function schoolsInOrder(cohort: readonly RateRow[]): readonly Rows[] {
  const schools = cohort.filter(({ level }) => level === "school");
  const order = bySchool(
    schools.filter(({ measure }) => measure === WHOLE),
    true,
  ).map(({ school }) => school);
  return inGroups(
    schools.filter(({ school }) => order.includes(school)),
    ({ school }) => school,
  ).toSorted(([a], [b]) => order.indexOf(a.school) - order.indexOf(b.school));
}

/** What the mandate asks of the move, in its own words. */
function ruleOfMove({ manifest }: Release, move: string): HTMLElement | null {
  const rule = manifest.mandate.requirements.find(({ id }) => id === move);
  if (rule === undefined) return null;
  return html`<p class="fine">
    ${rule.rule} <a href="${linkTo("mandate")}#${rule.id}">The rule and where it is written</a>
  </p>`;
}

function handoverUnknown(): HTMLElement {
  return html`<p class="fine">
    Whether a plan was handed over to the next school cannot be told: no record of it was published
    in this release.
  </p>`;
}
