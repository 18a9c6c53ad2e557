import { html } from "htl";
import { plainText } from "../../../words/language.js";
import { withinSentence } from "../../../words/formats/text.js";
import { attendanceWords as words } from "../../../words/methods/attendance.js";
import { exposureGroupName, exposureName } from "../../../words/terms/associations.js";
import { markOf } from "../../../words/terms/states.js";
import { worded } from "../../page/worded.js";
import { inGroups } from "../requirements/bar-rows.js";
import type { ExposureGroupRow } from "./attendance.ts";
import { meanDots } from "./mean-dots.js";

/** Mean attendance after the landmark day by what students had on it: a chart for each, goals before plans. */
export function meanAttendance(
  rows: readonly ExposureGroupRow[],
  place: string,
): readonly HTMLElement[] {
  const exposures = inGroups(rows, ({ exposure }) => exposure).filter((group) =>
    group.some(({ mean }) => mean !== null),
  );
  return [
    html`<h3>${words.means}</h3>`,
    html`<div>
      ${exposures.map((group) => {
        const [{ exposure: id, exposureName: name }] = group;
        const exposure = withinSentence(exposureName(id, name));
        return html`<div class="card">
          <h4>${worded(words.meansTitle(exposure))}</h4>
          ${meanDots({
            label: plainText(words.meansLabel(exposure, place)),
            rows: group.map((row) => ({
              name: plainText(exposureGroupName(`${id}/${row.group}`, row.groupName)),
              mean: row.mean,
              low: row.low,
              high: row.high,
              why: markOf(row.state),
            })),
          })}
        </div>`;
      })}
    </div>`,
  ];
}
