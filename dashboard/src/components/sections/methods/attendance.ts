import { html } from "htl";
import type { Edition } from "../../../release/edition.ts";
import type { RowsByTable } from "../../../release/rows-by-table.ts";
import { attendanceWords as words } from "../../../words/methods/attendance.js";
import type { Parts } from "../../page/redrawn.ts";
import { answer } from "../answer.js";
import { differences } from "./differences.js";
import { estimatesTable, meansTable } from "./estimate-tables.js";
import { meanAttendance } from "./mean-attendance.js";

export type AssociationRow = RowsByTable["associations"];
export type ExposureGroupRow = RowsByTable["exposure-groups"];

/** What attendance has to do with plans and goals: an association with its interval, and what it does not say. */
export async function attendance(edition: Edition): Promise<Parts> {
  const [{ messages, landmark }, estimates, means] = await Promise.all([
    edition.manifest(),
    edition.rows("associations"),
    edition.rows("exposure-groups"),
  ]);
  const { name } = edition.screen.district;
  const hasEstimates = estimates.some(({ estimate }) => estimate !== null);
  const hasMeans = means.some(({ mean }) => mean !== null);
  return [
    answer(messages.attendance),
    html`<p>
      ${
        landmark === null
          ? words.notYet
          : words.landmark(landmark.instructionalDay, landmark.minimumDaysAfter)
      }
    </p>`,
    ...(hasMeans ? meanAttendance(means, name) : []),
    ...(hasEstimates ? await differences(estimates, name) : []),
    ...(hasEstimates || hasMeans ? [caveats(edition)] : []),
    hasMeans ? await meansTable(edition, means) : null,
    hasEstimates ? await estimatesTable(edition, estimates) : null,
  ];
}

const caveats = ({ screen }: Edition): HTMLElement =>
  html`<div>
    <h3>${words.caveats}</h3>
    <ul>
      ${words.says.map((caveat) => html`<li>${caveat}</li>`)}
      ${screen.edition === "public" ? html`<li>${words.aboutTens}</li>` : ""}
    </ul>
  </div>`;
