import { html } from "htl";
import type { ReleaseManifest } from "../../../../../functions/releases/manifest/manifest.ts";
import { choose, fromAddress, onChoice } from "../../../release/address.js";
import { groupWords as words } from "../../../words/groups.js";
import { english } from "../../../words/language.js";
import { pick } from "../../page/pick.js";
import { askedGroups, measureOf, nameOfMeasure } from "./asked-groups.js";
import type { GroupRow } from "./group-row.ts";

/** The lists to choose a measure and a place from. They stay while the groups are drawn anew, and follow Back. */
export function groupPicks(
  rows: readonly GroupRow[],
  manifest: Pick<ReleaseManifest, "schools" | "district">,
): HTMLElement {
  const { schools, district } = manifest;
  const asked = askedGroups(rows, manifest);
  const measures = new Map(rows.map((row) => [measureOf(row), nameOfMeasure(row)]));
  const withGroups = new Set(rows.map(({ school }) => school));
  const places = [
    { value: "", label: english(district.name) },
    ...schools
      .filter(({ id }) => withGroups.has(id) || id === fromAddress("school"))
      .map(({ id, name }) => ({ value: id, label: english(name) })),
  ];
  const measurePick = pick(
    words.measure,
    [...measures].map(([value, label]) => ({ value, label })),
    asked?.measure ?? "",
    (measure) => choose({ measure }),
  );
  const placePick = pick(words.place, places, asked?.school ?? "", (school) =>
    choose({ school: school === "" ? null : school }),
  );
  onChoice(() => {
    const now = askedGroups(rows, manifest);
    show(measurePick, now?.measure ?? "");
    show(placePick, now?.school ?? "");
  });
  return html`<div class="picks">${measurePick}${places.length > 1 ? placePick : ""}</div>`;
}

function show(picked: HTMLElement, value: string): void {
  const select = picked.querySelector("select");
  if (select !== null) select.value = value;
}
