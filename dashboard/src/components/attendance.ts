import { html } from "htl";
import type {
  AssociationRow,
  ExposureGroupRow,
} from "../../../functions/releases/tables/tables.ts";
import type { Release } from "../release/release.ts";
import { unitName } from "../words/numbers.js";
import { forest, type ForestRow } from "./forest.js";
import { intervalDots } from "./interval-dots.js";
import { inGroups } from "./place-cell.js";
import { card, cards, section } from "./section.js";

/** Mean attendance after the landmark day by what students had on it: one card per exposure. */
export function meanAttendance(release: Release): HTMLElement {
  const { landmark, sentences } = release.manifest;
  const exposures = inGroups(release.rows("exposure-groups"), ({ exposure }) => exposure)
    .filter((rows) => rows.some(({ mean }) => mean !== null))
    .toSorted((a, b) => b.length - a.length);
  return section(
    "Attendance after the landmark day",
    html`<p>
      ${
        landmark === null
          ? "The landmark day is not reached yet: until then there is nothing to compare."
          : landmark.statement
      }
    </p>`,
    cards(
      ...exposures.map((rows) =>
        card(
          `Mean attendance: ${lower(rows[0].exposureName)}`,
          intervalDots(rows.map(dotOf), sentences.attendance),
        ),
      ),
    ),
  );
}

function dotOf({ groupName, mean, low, high, state }: ExposureGroupRow) {
  return { name: groupName, rate: mean, low, high, state };
}

/** How far apart attendance is, by every method that the release gives, one card per unit. */
export function differences(release: Release): HTMLElement | null {
  const rows = release.rows("associations");
  if (rows.every(({ estimate }) => estimate === null)) return null;
  const district = rows.filter(({ level }) => level === "district");
  const bySchool = comparableBySchool(rows);
  const units = inGroups(district, ({ exposure, unit }) => `${exposure} ${unit}`);
  return section(
    "How large the difference is",
    cards(
      ...units.map((group) =>
        card(
          `${group[0].exposureName}: in ${unitName(group[0].unit)}`,
          forest(group.map(methodRow), group[0].unit, "The whole district by method"),
        ),
      ),
      bySchool.some(({ estimate }) => estimate !== null)
        ? card(
            `School by school: ${lower(bySchool[0]?.methodName ?? "")}`,
            forest(bySchool.map(schoolRow), bySchool[0]?.unit ?? "", bySchool[0]?.methodName ?? ""),
          )
        : null,
    ),
    notesOf(district),
  );
}

/** The headline where schools have it; else the difference that each school has, in the same unit. */
function comparableBySchool(rows: readonly AssociationRow[]): readonly AssociationRow[] {
  const schools = rows.filter(({ level }) => level === "school");
  const headline = schools.filter(({ isHeadline }) => isHeadline);
  if (headline.length > 0) return headline;
  return schools.filter(({ method }) => method === "welch-difference");
}

function methodRow(row: AssociationRow): ForestRow {
  const { methodName, outcome, outcomeName, isHeadline, estimate, low, high, state } = row;
  const name = outcome === "attendance-rate" ? methodName : `${methodName}: ${lower(outcomeName)}`;
  return { name, estimate, low, high, state, isWhole: isHeadline };
}

function schoolRow({ schoolName, estimate, low, high, state }: AssociationRow): ForestRow {
  return { name: schoolName, estimate, low, high, state };
}

/** Each note once, under the methods that it belongs to. */
function notesOf(rows: readonly AssociationRow[]): HTMLElement {
  const notes = inGroups(
    rows.filter(({ note }) => note !== ""),
    ({ note }) => note,
  );
  return html`<ul class="fine">
    ${notes.map((group) => {
      const methods = new Set(group.map(({ methodName }) => methodName));
      return html`<li>${[...methods].join(", ")}: ${group[0].note}</li>`;
    })}
  </ul>`;
}

function lower(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
