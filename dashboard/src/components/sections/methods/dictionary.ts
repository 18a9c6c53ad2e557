import { html } from "htl";
import type { DataField } from "../../../release/data-package.ts";
import { wholeNumber } from "../../../words/formats/numbers.js";
import { plainText } from "../../../words/language.js";
import { fileWords as words } from "../../../words/methods/files.js";
import { worded } from "../../page/worded.js";
import type { ListedTable } from "./files.ts";

/** What each column of each table holds; nothing where the edition has no data dictionary. */
export function dictionary(tables: readonly ListedTable[]): readonly HTMLElement[] {
  const described = tables.filter(({ resource }) => (resource?.schema?.fields ?? []).length > 0);
  if (described.length === 0) return [];
  return [
    html`<h3>${words.dictionary}</h3>`,
    html`<p>${words.dictionaryLead} ${words.inEnglish}</p>`,
    html`<div>
      ${described.map(({ said, name, resource }) => {
        const fields = resource?.schema?.fields ?? [];
        return html`<details class="card" id=${`columns-${name}`}>
          <summary>
            <h4>${worded(said.title)}</h4>
            <span class="fine">${words.columns(wholeNumber(fields.length))}</span>
          </summary>
          ${columnsOf(said.title, fields)}
        </details>`;
      })}
    </div>`,
  ];
}

function columnsOf(title: string, fields: readonly DataField[]): HTMLElement {
  const heads = [words.column, words.title, words.type, words.definition];
  const caption = plainText(words.columnsOf(title));
  return html`<div class="plain-table wide" role="region" tabindex="0" aria-label=${caption}>
    <table>
      <caption class="visually-hidden">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody lang="en">
        ${fields.map(
          ({ name, title: columnTitle, type, description }) =>
            html`<tr>
              <th scope="row"><code>${name}</code></th>
              <td>${columnTitle ?? ""}</td>
              <td>${type ?? ""}</td>
              <td class="prose">${description ?? ""}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
