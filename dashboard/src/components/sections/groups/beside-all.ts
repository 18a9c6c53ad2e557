import { html } from "htl";
import type { Edition } from "../../../release/edition.ts";
import { isExactPlace } from "../../../release/edition.js";
import type { RowsByTable } from "../../../release/rows-by-table.ts";
import { listInWords } from "../../../words/formats/lists.js";
import { isShown, shareInWords } from "../../../words/formats/shares.js";
import { withinSentence } from "../../../words/formats/text.js";
import { groupWords as words } from "../../../words/groups.js";
import { plainText } from "../../../words/language.js";
import { markOf } from "../../../words/terms/states.js";
import { divisionName, studentGroupName } from "../../../words/terms/student-groups.js";
import { worded } from "../../page/worded.js";
import { inGroups } from "../requirements/bar-rows.js";
import { countsNote, countsOf } from "../counts-of.js";
import { beforeDueNotes } from "../not-compared.js";
import type { Compared } from "./compared.ts";
import type { AskedGroups, GroupRow } from "./group-row.ts";
import { groupShares, type GroupShare } from "./group-shares.js";

type RateRow = RowsByTable["rates"];

const RACE = "race-ethnicity";

/** The share of each group beside that of all students: race and ethnicity first, then every other group. */
export function besideAll(
  { screen }: Edition,
  asked: AskedGroups,
  { whole, apartFromWhole }: Compared,
): HTMLElement {
  const rows = asked.rows.filter(isDrawn);
  const races = rows.filter(({ division }) => division === RACE);
  const others = rows.filter(({ division }) => division !== RACE);
  const silent = inGroups(asked.rows, ({ division }) => division).filter((division) =>
    division.every(({ state }) => state === "not-enough-data"),
  );
  return html`<section class="part">
    <h2>${words.beside}</h2>
    ${
      rows.some(isShown) ? "" : html`<p>${worded(words.noFigure(asked.what, asked.schoolName))}</p>`
    }
    ${card(divisionName(RACE, words.race), races, asked, { whole, apartFromWhole }, screen.asOf)}
    ${card(words.otherGroups, others, asked, { whole, apartFromWhole }, screen.asOf)}
    ${beforeDueNotes(rows.map(apartFromWhole))} ${silent.length === 0 ? "" : notSent(silent, whole)}
    ${
      isExactPlace(screen, asked) || asked.isBySchool || !rows.some(isShown)
        ? ""
        : html`<p class="fine">${words.ofDistrict}</p>`
    }
  </section>`;
}

/**
 * Whether a group has a bar. Groups without students or without data have none, nor have the
 * students who are in no program: they are nearly all students, for whom there is a line.
 */
const isDrawn = ({ state, group }: GroupRow): boolean =>
  state !== "not-applicable" && state !== "not-enough-data" && group !== "no";

function card(
  title: string,
  rows: readonly GroupRow[],
  { what, schoolName }: AskedGroups,
  { whole, apartFromWhole }: Pick<Compared, "whole" | "apartFromWhole">,
  asOf: string,
): HTMLElement | string {
  if (rows.length === 0) return "";
  const all = whole !== null && isShown(whole) ? whole : null;
  return html`<div class="card">
    <h3>${worded(title)}</h3>
    ${groupShares({
      rows: [
        ...(all === null ? [] : [{ ...shareOf(all, words.allStudents, asOf), isWhole: true }]),
        ...rows.map((row) =>
          shareOf(
            row,
            studentGroupName(row.division, row.group, row.groupName),
            asOf,
            apartFromWhole(row) !== null,
          ),
        ),
      ],
      reference: all && { name: words.allStudents, low: all.low, high: all.high },
      label: plainText(words.besideLabel(what, title, schoolName)),
    })}
  </div>`;
}

function shareOf(row: GroupRow | RateRow, name: string, asOf: string, isApart = false): GroupShare {
  const { n, low, high, state, drawnOn } = row;
  const counts = isShown(row) ? countsNote(countsOf(drawnOn, asOf), isApart) : null;
  return {
    ...{ name: plainText(name), n, low, high },
    words: [isShown(row) ? shareInWords(row) : markOf(state), counts]
      .filter((each) => each !== null)
      .join(", "),
  };
}

/** Where the measure itself has no data, nothing can be said of the groups. */
function notSent(
  silent: readonly (readonly [GroupRow, ...GroupRow[]])[],
  whole: RateRow | null,
): HTMLElement {
  if (whole?.state === "not-enough-data") return html`<p class="fine">${words.noData}</p>`;
  const names = silent.map(([{ division, divisionName: name }]) =>
    withinSentence(divisionName(division, name)),
  );
  return html`<p class="fine">${worded(words.notSent(listInWords(names)))}</p>`;
}
