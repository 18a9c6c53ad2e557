import { html } from "htl";
import { plainText } from "../../../words/language.js";
import { estimateIn } from "../../../words/formats/numbers.js";
import { listInWords } from "../../../words/formats/lists.js";
import { withinSentence } from "../../../words/formats/text.js";
import { attendanceWords as words } from "../../../words/methods/attendance.js";
import {
  estimateNote,
  exposureName,
  methodName,
  outcomeName,
  unitName,
} from "../../../words/terms/associations.js";
import { markOf } from "../../../words/terms/states.js";
import type { forest } from "../../charts/forest.ts";
import { worded } from "../../page/worded.js";
import { inGroups } from "../requirements/bar-rows.js";
import type { AssociationRow } from "./attendance.ts";

/** How far apart attendance is, by every method that the edition has: a chart for each exposure and unit, then school by school. */
export async function differences(
  rows: readonly AssociationRow[],
  place: string,
): Promise<readonly (HTMLElement | null)[]> {
  // The library that draws is read when the first chart asks for it.
  const { forest: draw } = await import("../../charts/forest.js");
  const district = rows.filter(({ level }) => level === "district");
  const charts = inGroups(district, ({ exposure, unit }) => `${exposure} ${unit}`).filter((group) =>
    group.some(({ estimate }) => estimate !== null),
  );
  return [
    html`<h3>${words.differences}</h3>`,
    html`<div class="cards">
      ${charts.map((group) => ofDistrict(group, place, draw))} ${ofSchools(rows, draw) ?? ""}
    </div>`,
    notes(district),
  ];
}

type Rows = readonly [AssociationRow, ...AssociationRow[]];

type Draw = typeof forest;

function ofDistrict(rows: Rows, place: string, draw: Draw): HTMLElement {
  const [first] = rows;
  const exposure = exposureName(first.exposure, first.exposureName);
  const unit = unitName(first.unit, first.unit);
  return html`<div class="card">
    <h4>${worded(words.forestTitle(exposure, unit))}</h4>
    ${draw({
      label: plainText(words.forestLabel(withinSentence(exposure), unit, place)),
      ...scaleOf(first.unit),
      rows: rows.map((row) => ({ ...figureOf(row), name: plainText(nameOf(row)) })),
    })}
  </div>`;
}

function nameOf(row: AssociationRow): string {
  const method = nameOfMethod(row);
  return row.outcome === "attendance-rate"
    ? method
    : `${method}: ${withinSentence(outcomeName(row.outcome, row.outcomeName))}`;
}

const nameOfMethod = ({ method, methodName: name }: AssociationRow): string =>
  methodName(method, name);

/** The headline where schools have it; else the difference that each school has, in the same unit. */
function ofSchools(rows: readonly AssociationRow[], draw: Draw): HTMLElement | null {
  const schools = rows.filter(({ level }) => level === "school");
  const headline = schools.filter(({ isHeadline }) => isHeadline);
  const comparable =
    headline.length > 0 ? headline : schools.filter(({ method }) => method === "welch-difference");
  const [first] = comparable;
  if (first === undefined || comparable.every(({ estimate }) => estimate === null)) return null;
  const method = nameOfMethod(first);
  return html`<div class="card">
    <h4>${worded(words.bySchool(withinSentence(method)))}</h4>
    ${draw({
      label: plainText(words.bySchoolLabel(method)),
      ...scaleOf(first.unit),
      rows: comparable.map((row) => ({ ...figureOf(row), name: row.schoolName })),
    })}
  </div>`;
}

/** The scale reaches at least this far, so that a very small difference looks small. */
const scaleOf = (unit: string) => ({
  unit: unitName(unit, unit),
  format: (value: number): string => estimateIn(unit, value),
  reach: unit === "percentage-points" ? 2 : 0.2,
});

const figureOf = ({ estimate, low, high, state, isHeadline }: AssociationRow) => ({
  ...{ estimate, low, high },
  isWhole: isHeadline,
  why: markOf(state),
});

/** Each caution once, with the methods that it belongs to. */
function notes(rows: readonly AssociationRow[]): HTMLElement | null {
  const groups = inGroups(
    rows.filter(({ note, estimate }) => note !== "" && estimate !== null),
    ({ note }) => note,
  );
  if (groups.length === 0) return null;
  return html`<ul class="fine">
    ${groups.map((group) => {
      const methods = [...new Set(group.map(nameOfMethod))].map((method, index) =>
        index === 0 ? method : withinSentence(method),
      );
      return html`<li>${worded(`${listInWords(methods)}: ${estimateNote(group[0].note)}`)}</li>`;
    })}
  </ul>`;
}
