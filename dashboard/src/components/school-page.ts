import { html } from "htl";
import type { RateRow } from "../../../functions/releases/tables/tables.ts";
import { fromAddress, intoAddress } from "../release/address.js";
import { isExactPlace } from "../release/exactness.js";
import type { Release } from "../release/release.ts";
import { isShown } from "../words/shares.js";
import { figureCards } from "./figure-cards.js";
import { headlineMeasures } from "./headline-measures.js";
import { standingBarsOf } from "./mandate-standings.js";
import { nextSteps } from "./next-steps.js";
import { pick } from "./pick.js";
import { inGroups } from "./place-cell.js";
import { rateMatrix } from "./rate-matrix.js";
import { rateTable } from "./rate-table.js";
import { card, onward, section, sentence } from "./section.js";
import { statusBars, type StatusBar } from "./status-bars.js";
import { cohortsAtPlace, transitionRows } from "./transitions.js";

/** One school as its principal would print it. */
export function anySchool(release: Release): HTMLElement {
  const { schools } = release.manifest;
  const asked = fromAddress("school");
  const own = schools.find(({ id }) =>
    isExactPlace(release.manifest, { level: "school", school: id }),
  );
  // Whoever sees some schools exactly comes for those.
  const first = schools.find(({ id }) => id === asked) ?? own ?? schools[0];
  if (first === undefined) return html`<p>This release has no schools.</p>`;
  const parts = html`<div></div>`;
  const redraw = (school: School): void =>
    parts.replaceChildren(...schoolParts(release, school).filter((part) => part !== null));
  const options = schools.map(({ id, name }) => ({ value: id, label: name }));
  redraw(first);
  return html`<div>
    ${pick("School", options, first.id, (id) => {
      const school = schools.find((each) => each.id === id);
      if (school === undefined) return;
      intoAddress("school", id);
      redraw(school);
    })}
    ${parts}
  </div>`;
}

interface School {
  readonly id: string;
  readonly name: string;
}

function schoolParts(release: Release, { id, name }: School): readonly (Node | null)[] {
  const words =
    release.manifest.sentences.schools[id] ?? `There is no sentence about ${name} in this release.`;
  const rates = release
    .rows("rates")
    .filter(({ level, school }) => level === "school" && school === id);
  const here = rates.filter(({ state }) => state !== "not-applicable");
  const heading = html`<h2 class="school-name">${name}</h2>`;
  if (!here.some(isShown)) return [heading, sentence(words), furtherPages(id)];
  const moves = transitionRows(here);
  const waiting = release
    .rows("next-steps")
    .filter(({ level, school }) => level === "school" && school === id);
  return [
    heading,
    sentence(words),
    figureCards(release, headlineMeasures(here, { level: "school", school: id }), {
      trend: release.rows("trend"),
      changes: release.rows("changes"),
    }),
    requirements(release, id, words),
    moves.some(isShown) ? cohortsAtPlace(moves, name) : null,
    waiting.some(isShown)
      ? nextSteps(
          release,
          waiting,
          "Which share is waiting for what: of the school’s students under the mandate, and at a transition of those in its grade.",
        )
      : null,
    rateTable(
      release,
      "Every figure of the school",
      here.filter(({ breakdown }) => ["all", "transition", "requirement"].includes(breakdown)),
    ),
    byGrade(release, here),
    furtherPages(id),
  ];
}

const furtherPages = (id: string): HTMLElement =>
  onward(
    ["data-quality", "Data to fix"],
    ["compliance", "Beside the other schools"],
    ["mandate", "How the school stands on each requirement", { school: id }],
  );

/** The grades of a school have figures where all of them are large enough. */
function byGrade(release: Release, rows: readonly RateRow[]): HTMLElement | null {
  const grades = rows.filter(({ breakdown }) => breakdown === "grade");
  if (grades.length === 0) return null;
  return rateMatrix(release, {
    caption: "By grade",
    rows: grades,
    first: { title: "Grade", value: ({ groupName }) => groupName },
    lineOf: ({ group }) => group,
    columnOf: ({ measureName }) => measureName,
  });
}

/** Every review of the school, then every other requirement. */
function requirements(release: Release, id: string, words: string): HTMLElement | null {
  const rows = release
    .rows("statuses")
    .filter(
      ({ level, school, breakdown, state }) =>
        level === "school" && school === id && breakdown === "all" && state !== "not-applicable",
    );
  const reviews = inGroups(rows, ({ requirement }) => requirement).map(
    ([first, ...rest]): StatusBar => ({
      name: first.requirementName,
      rows: [first, ...rest],
      isWhole: first.requirement === "all",
    }),
  );
  const bars = [...reviews, ...standingBarsOf(release, id)];
  if (!bars.some((bar) => bar.rows.some(isShown))) return null;
  return section(
    "Requirements",
    card("Where students stand, by requirement", statusBars(bars, words)),
  );
}
