import { html } from "htl";
import type { RateRow } from "../../../functions/releases/tables/tables.ts";
import { linkTo } from "../release/address.js";
import type { Release } from "../release/release.ts";
import { isShown } from "../words/shares.js";
import { choice } from "./choice.js";
import { inGroups, placeColumn } from "./place-cell.js";
import { bySchool, rateDots } from "./rate-dots.js";
import { rateMatrix } from "./rate-matrix.js";
import { card, section, smallMultiples } from "./section.js";

/** What a cohort passes on its way, in order: in the staff edition alone. */
const MILESTONES = ["transition-plan", "transition-review", "transition-focus-areas"];
/** All of them together: in every edition. */
const WHOLE = "transition-coverage";
/** What comes after them, and can be seen only where this year's arrivals came to: for staff too. */
const HANDOVER = "transition-handover";

/** Schools drawn at once; the table has every one. */
const MOST_SCHOOLS = 12;

/** The rows of the transition measures that are divided by transition, in the order of a cohort's way. */
export function transitionRows(rows: readonly RateRow[]): readonly RateRow[] {
  return [...MILESTONES, WHOLE, HANDOVER].flatMap((measure) =>
    rows.filter((row) => row.measure === measure && row.breakdown === "transition"),
  );
}

const hasMilestones = (rows: readonly RateRow[]): boolean =>
  rows.some(({ measure }) => measure !== WHOLE);

/** Every cohort at one place: how many are ready and, where an edition has it, what is missing. */
export function cohortsAtPlace(rows: readonly RateRow[], place: string): HTMLElement {
  const cohorts = inGroups(rows, ({ group }) => group);
  return section(
    "How far each cohort is",
    hasMilestones(rows)
      ? smallMultiples(
          ...cohorts.map((cohort) => card(cohort[0].groupName, milestoneDots(cohort, place))),
        )
      : card(rows[0]?.measureName ?? "", cohortDots(rows, place)),
    rows.some(({ measure }) => measure === HANDOVER) ? whoIsHandedOver() : null,
  );
}

function whoIsHandedOver(): HTMLElement {
  return html`<p class="fine">
    Whether the new school received the plan is read where students arrived: for the move from grade
    8 to 9 it is of those who came to grade 9 this year, the other milestones of those who have the
    move ahead.
  </p>`;
}

/** One bar for each cohort of a place. */
function cohortDots(rows: readonly RateRow[], place: string): HTMLElement {
  const inOrder = [...rows.filter(isShown), ...rows.filter((row) => !isShown(row))];
  return rateDots(`${place}, by transition`, inOrder, ({ groupName }) => groupName, {
    asked: "every student",
    isWhole: () => false,
  });
}

/** The milestones of one cohort at one place. */
function milestoneDots(cohort: readonly RateRow[], place: string): HTMLElement {
  return rateDots(`${place}, ${cohort[0]?.groupName ?? ""}`, cohort, milestoneName(cohort), {
    asked: "every student",
    isWhole: ({ measure }) => measure === WHOLE,
  });
}

/** "1. Plan open": the order in which a cohort passes them; a measure that stands alone has its own name. */
function milestoneName(cohort: readonly RateRow[]) {
  const inOrder = [...new Set(cohort.map(({ measure }) => measure))].filter(
    (measure) => measure !== WHOLE,
  );
  return ({ measure, measureName }: RateRow): string => {
    if (inOrder.length === 0) return measureName;
    return measure === WHOLE
      ? "All of these"
      : `${inOrder.indexOf(measure) + 1}. ${measure === HANDOVER ? "Plan received by the new school" : measureName}`;
  };
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
      return [
        ruleOfMove(release, move),
        ...(hasMilestones(cohort) ? milestonesBySchool(cohort) : [readyBySchool(cohort)]),
        hasMilestones(cohort) ? milestoneTable(release, cohort) : null,
      ];
    }),
    hasMilestones(rows) || !rows.some(isShown) ? null : cohortTable(release, rows),
    hasMilestones(rows) ? null : singleMilestones(),
  );
}

/** One cohort: a line for each school, a column for each milestone, under the names that its charts have. */
const milestoneTable = (release: Release, cohort: readonly RateRow[]): HTMLElement =>
  rateMatrix(release, {
    caption: `${cohort[0]?.groupName ?? ""}: milestones by school`,
    rows: cohort,
    first: placeColumn(),
    lineOf: ({ level, school }) => `${level} ${school}`,
    columnOf: milestoneName(cohort),
  });

/** The one measure of the public edition: a line for each school, a column for each cohort. */
const cohortTable = (release: Release, rows: readonly RateRow[]): HTMLElement =>
  rateMatrix(release, {
    caption: `${rows[0]?.measureName ?? ""}, by school`,
    rows,
    first: placeColumn(),
    lineOf: ({ level, school }) => `${level} ${school}`,
    columnOf: ({ groupName }) => groupName,
  });

/** One bar for each school, the district first. */
function readyBySchool(cohort: readonly RateRow[]): HTMLElement {
  const { measureName = "", groupName = "" } = cohort[0] ?? {};
  return card(
    `${measureName}: ${groupName}`,
    rateDots(
      `${measureName}, ${groupName}, by school`,
      bySchool(cohort, true),
      ({ schoolName }) => schoolName,
      { asked: "every student", isWhole: ({ level }) => level === "district" },
    ),
  );
}

function milestonesBySchool(cohort: readonly RateRow[]): readonly HTMLElement[] {
  const schools = schoolsInOrder(cohort);
  if (schools.length === 0)
    return [html`<p class="mark">No school of the district has this move.</p>`];
  return [
    smallMultiples(
      ...schools
        .slice(0, MOST_SCHOOLS)
        .map((school) => card(school[0].schoolName, milestoneDots(school, school[0].schoolName))),
    ),
    ...(schools.length > MOST_SCHOOLS
      ? [
          html`<p class="fine">
            The charts are of the ${MOST_SCHOOLS} schools with most to do; the table has every
            school.
          </p>`,
        ]
      : []),
  ];
}

type Rows = readonly [RateRow, ...RateRow[]];

/** The schools that have the cohort, those with most to do first; those without a figure last. */
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
    ${rule.rule}
    <a href="${linkTo("mandate")}#${rule.id}">The requirement and where it is written</a>
  </p>`;
}

function singleMilestones(): HTMLElement {
  return html`<p class="fine">
    Which milestone a student is missing (plan open, review held, focus areas, plan received by the
    new school) is in the staff edition.
  </p>`;
}
