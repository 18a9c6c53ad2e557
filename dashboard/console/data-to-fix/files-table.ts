import { html } from "htl";
import type { OwnerToFix } from "../../../functions/console/data-to-fix-answers.ts";
import { counted } from "../words/numbers.js";

const numbered = (numbers: string): string =>
  `${/\D/.test(numbers.replaceAll(",", "")) ? "Numbers" : "Number"} ${numbers}`;

/** What of the files one owner sends could not be used: file, column, reason, how many, and what to do. */
export const filesTable = (files: OwnerToFix["files"], ownerName: string): HTMLElement =>
  html`<table class="own-table stacked">
    <caption>
      Files that are not used whole, for: ${ownerName}. The first record after the header of a file
      has the number 1.
    </caption>
    <thead>
      <tr>
        <th scope="col">File</th>
        <th scope="col">Column</th>
        <th scope="col">Why not used</th>
        <th scope="col">Records</th>
        <th scope="col">Students touched</th>
        <th scope="col">What to do</th>
      </tr>
    </thead>
    <tbody>
      ${files.map(
        ({
          file,
          column,
          outcome,
          outcomeName,
          reason,
          records,
          recordNumbers,
          students,
          remedy,
        }) =>
          html`<tr>
            <th scope="row">
              ${file}${outcome === "used" ? "" : html`<small>${outcomeName}</small>`}
            </th>
            <td data-label="Column">${column === "" ? "–" : column}</td>
            <td data-label="Why not used">${reason === "" ? outcomeName : reason}</td>
            <td data-label="Records">
              ${records === null ? "the whole file" : counted(records, "record")}
              ${recordNumbers === "" ? "" : html`<small>${numbered(recordNumbers)}</small>`}
            </td>
            <td data-label="Students touched">
              ${students === null ? "cannot be determined" : counted(students, "student")}
            </td>
            <td data-label="What to do">
              ${remedy}
              ${
                outcome === "waiting" && column === ""
                  ? html`<a href="/decisions.html">Accept or refuse it</a>`
                  : ""
              }
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
