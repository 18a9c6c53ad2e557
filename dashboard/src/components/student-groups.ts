import { html } from "htl";
import type { RateRow, StudentGroupRow } from "../../../functions/releases/tables/tables.ts";
import { fromAddress, intoAddress } from "../release/address.js";
import { isExactPlace } from "../release/exactness.js";
import type { Release } from "../release/release.ts";
import { gapInWords } from "../words/gaps.js";
import { wholeNumber } from "../words/numbers.js";
import { countOfStudents } from "../words/shares.js";
import { figureTable } from "./figure-table.js";
import { gapBars } from "./gap-bars.js";
import { markKey } from "./mark-key.js";
import { pick } from "./pick.js";
import { inGroups } from "./place-cell.js";
import { card, cards, section } from "./section.js";
import { shareBars, spokenShares, type ShareBar } from "./share-bars.js";
import { tableDownloads } from "./table-downloads.js";
import { shareColumn } from "./share-column.js";

/** One measure at one place by student group, both chosen by the reader and kept in the address. */
export function studentGroups(release: Release): HTMLElement {
  const rows = release.rows("student-groups");
  const measures = inGroups(rows, measureKey).map(([row]) => ({
    value: measureKey(row),
    label: row.requirementName ? `${row.measureName}, ${row.requirementName}` : row.measureName,
  }));
  const parts = html`<div></div>`;
  const chosen = {
    measure: measures.find(({ value }) => value === fromAddress("measure")) ?? measures[0],
    place: fromAddress("school") ?? "",
  };
  const redraw = (): void => {
    const measure = chosen.measure?.value ?? "";
    const own = rows.filter((row) => measureKey(row) === measure);
    const places = inGroups(own, ({ school }) => school).map(([{ school, schoolName }]) => ({
      value: school,
      label: schoolName,
    }));
    const place = places.some(({ value }) => value === chosen.place) ? chosen.place : "";
    const choose = (key: "measure" | "school", value: string): void => {
      intoAddress(key, value === "" ? null : value);
      if (key === "school") chosen.place = value;
      else chosen.measure = measures.find((one) => one.value === value);
      redraw();
      parts.querySelector<HTMLElement>(`[data-key="${key}"] select`)?.focus();
    };
    const list = (
      key: "measure" | "school",
      label: string,
      options: typeof places,
      value: string,
    ) => {
      const picked = pick(label, options, value, (next) => choose(key, next));
      picked.dataset["key"] = key;
      return picked;
    };
    parts.replaceChildren(
      html`<div class="picks">
        ${list("measure", "Measure", measures, measure)}
        ${places.length > 1 ? list("school", "District or school", places, place) : ""}
      </div>`,
      ...groupParts(
        release,
        own.filter(({ school }) => school === place),
        places.length > 1,
      ),
    );
  };
  redraw();
  return parts;
}

type Rows = readonly [StudentGroupRow, ...StudentGroupRow[]];

const measureKey = ({ measure, requirement }: StudentGroupRow): string =>
  requirement === "" ? measure : `${measure}/${requirement}`;

function groupParts(
  release: Release,
  rows: readonly StudentGroupRow[],
  isBySchool: boolean,
): readonly Node[] {
  const [first] = rows;
  if (first === undefined) return [html`<p>This release has no figures by student group.</p>`];
  const whole = wholeOf(release, first);
  const divisions = inGroups(rows, ({ division }) => division);
  const told = divisions.filter((division) => division.some(isTold));
  const silent = divisions.filter((division) =>
    division.every(({ state }) => state === "not-enough-data"),
  );
  const gaps = rows.filter(({ gapLow }) => gapLow !== null);
  const isExact = isExactPlace(release.manifest, first);
  const title = `${first.measureName} at ${first.schoolName}`;
  return [
    section(
      "Each group beside all students",
      told.length === 0
        ? html`<p class="mark">No student group has a figure here.</p>`
        : cards(
            ...told.map((division) =>
              card(division[0].divisionName, divisionBars(title, division, whole)),
            ),
          ),
      silent.length === 0 ? null : notSent(silent, whole),
      isBySchool || isExact
        ? null
        : html`<p class="fine">
            These are the groups of the district as a whole: those of a single school are too small
            for a figure.
          </p>`,
    ),
    section(
      "Gaps between groups (percentage points)",
      gaps.length === 0
        ? html`<p class="mark">
            There is no gap to show: no group and the one it is compared with both have a figure.
          </p>`
        : card("Percentage points above or below", gapBars(title, gaps)),
      isExact ? aboutExactGaps() : aboutGaps(),
    ),
    section("The same as a table", groupTable(release, title, rows)),
  ];
}

const aboutGaps = (): HTMLElement =>
  html`<p class="fine">
    A gap goes from the least to the greatest that the two shares leave open, with what their
    dividing lines may have been moved. Where it includes no difference at all, it is unclear which
    group is ahead. It says that groups differ, not why.
  </p>`;

const aboutExactGaps = (): HTMLElement =>
  html`<p class="fine">
    Gaps are exact. In a group of few students one student more or fewer moves the share by many
    points: the table says how many there are. A gap says that groups differ, not why.
  </p>`;

/** Whether anybody is known to be in the group. */
const isTold = ({ state }: StudentGroupRow): boolean =>
  state !== "not-enough-data" && state !== "not-applicable";

function wholeOf(release: Release, row: StudentGroupRow): RateRow | undefined {
  return release
    .rows("rates")
    .find(
      ({ measure, school, breakdown, group }) =>
        measure === row.measure &&
        school === row.school &&
        (row.requirement === ""
          ? breakdown === "all"
          : breakdown === "transition" && group === row.requirement),
    );
}

function divisionBars(
  title: string,
  division: readonly StudentGroupRow[],
  whole: RateRow | undefined,
): HTMLElement {
  const bars: readonly ShareBar[] = [
    ...(whole === undefined ? [] : [{ ...barOf(whole, "All students"), isWhole: true }]),
    ...division
      .filter(({ state }) => state !== "not-applicable")
      .map((row) => barOf(row, row.groupName)),
  ];
  return shareBars(bars, `${title}. ${spokenShares(bars)}`);
}

function barOf(row: RateRow | StudentGroupRow, name: string): ShareBar {
  const { low, high, state } = row;
  return { name, low, high, state, of: countOfStudents(row) };
}

/** Where the measure itself has no data, nothing can be said of the groups. */
function notSent(silent: readonly Rows[], whole: RateRow | undefined): HTMLElement {
  if (whole?.state === "not-enough-data")
    return html`<p class="fine">There is not enough data for this measure yet.</p>`;
  const names = silent.map(([row]) => row.divisionName);
  return html`<p class="fine">
    Not in the exports of this district, so not enough data: ${names.join(", ").toLowerCase()}. They
    come with the roster’s demographics and programs.
  </p>`;
}

function groupTable(
  release: Release,
  caption: string,
  rows: readonly StudentGroupRow[],
): HTMLElement {
  return figureTable({
    caption,
    rows,
    stateOf: ({ state }) => state,
    key: markKey(release.manifest),
    downloads: tableDownloads(release, "student-groups"),
    columns: [
      { title: "Student group", value: ({ divisionName }) => divisionName },
      { title: "Group", value: ({ groupName }) => groupName },
      { title: "Compared with", value: ({ comparedWithName }) => comparedWithName },
      shareColumn(release, "Share of the group"),
      {
        title: "Students (n)",
        isNumber: true,
        isFigure: true,
        value: ({ n }) => n,
        cell: ({ n }) => (n === null ? "" : wholeNumber(n)),
      },
      {
        title: "Gap in points",
        isNumber: true,
        isFigure: true,
        value: ({ gapLow }) => gapLow,
        cell: (row) => gapInWords(row),
      },
    ],
  });
}
