import { html } from "htl";
import type { RateRow, StudentGroupRow } from "../../../functions/releases/tables.ts";
import { fromAddress, intoAddress } from "../release/address.js";
import type { Release } from "../release/release.ts";
import { gapInWords } from "../words/gaps.js";
import { bandBars, spokenBands, type BandBar } from "./band-bars.js";
import { figureTable } from "./figure-table.js";
import { gapBars } from "./gap-bars.js";
import { pick } from "./pick.js";
import { inGroups } from "./place-cell.js";
import { card, cards, section } from "./section.js";
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
  const silent = divisions.filter((division) => !division.some(isTold));
  const gaps = rows.filter(({ gapLow }) => gapLow !== null);
  const title = `${first.measureName} at ${first.schoolName}`;
  return [
    section(
      "Each group beside all students",
      told.length === 0
        ? html`<p class="mark">No figure of a student group can be shown here.</p>`
        : cards(
            ...told.map((division) =>
              card(division[0].divisionName, divisionBars(title, division, whole)),
            ),
          ),
      silent.length === 0 ? null : notSent(silent.map(([row]) => row.divisionName)),
      isBySchool
        ? null
        : html`<p class="fine">
            Of this measure, student groups are told for the district as a whole: in one school they
            are too few.
          </p>`,
    ),
    section(
      "Gaps, as far as the bands tell them",
      gaps.length === 0
        ? html`<p class="mark">
            No gap can be told: of no two groups that belong together are both shown.
          </p>`
        : card("Percentage points above or below", gapBars(title, gaps)),
      html`<p class="fine">
        A gap is what two bands leave open, from least to greatest. Where it includes no difference
        at all, nobody can say which group is ahead. It says that groups differ, not why.
      </p>`,
    ),
    section("The same as a table", groupTable(release, title, rows)),
  ];
}

/** Whether anything is known of a group: "not enough data" of all of a division means that nobody sent it. */
const isTold = ({ state }: StudentGroupRow): boolean => state === "shown" || state === "hidden";

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
  const bars: readonly BandBar[] = [
    ...(whole === undefined
      ? []
      : [{ name: "All students", band: whole.band, state: whole.state, of: "", isWhole: true }]),
    ...division.map(({ groupName, band, state }) => ({ name: groupName, band, state, of: "" })),
  ];
  return bandBars(bars, `${title}. ${spokenBands(bars)}`);
}

function notSent(names: readonly string[]): HTMLElement {
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
    downloads: tableDownloads(release, "student-groups"),
    columns: [
      { title: "Division", value: ({ divisionName }) => divisionName },
      { title: "Group", value: ({ groupName }) => groupName },
      { title: "Held against", value: ({ heldAgainstName }) => heldAgainstName },
      shareColumn("Share of the group"),
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
