import { html } from "htl";
import type { ReleaseManifest } from "../../../../../functions/releases/manifest/manifest.ts";
import type { DataPackage, DataResource } from "../../../release/data-package.ts";
import type { Edition } from "../../../release/edition.ts";
import { readJson } from "../../../release/read-json.js";
import { wholeNumber } from "../../../words/formats/numbers.js";
import { plainText } from "../../../words/language.js";
import { fileWords as words } from "../../../words/methods/files.js";
import { tableWords, type TableWords } from "../../../words/methods/tables.js";
import type { Parts } from "../../page/redrawn.ts";
import { worded } from "../../page/worded.js";
import type { TableFile } from "../../tables/table-files.ts";
import { filesOf } from "../files-of.js";
import { dictionary } from "./dictionary.js";
import { howToRead } from "./how-to-read.js";

/** A published table as the page lists it. */
export interface ListedTable {
  readonly name: string;
  readonly rows: number;
  readonly said: TableWords;
  readonly files: readonly TableFile[];
  /** Missing where the edition has no data dictionary. */
  readonly resource: DataResource | undefined;
}

/** Every table as files, how to read them, and what each column holds. */
export async function files(edition: Edition): Promise<Parts> {
  const [{ tables }, dataPackage] = await Promise.all([
    edition.manifest(),
    readJson<DataPackage>(new URL("datapackage.json", edition.folder), "may be missing"),
  ]);
  const listed = await Promise.all(tables.map((table) => listedTable(edition, table, dataPackage)));
  return [
    html`<p>
      ${words.lead}
      ${
        dataPackage === null
          ? words.noDictionary
          : html`${words.dataPackage}
              <a href="${new URL("datapackage.json", edition.folder).href}"
                >${words.dataPackageName}</a
              >.`
      }
    </p>`,
    tableOfTables(listed),
    ...howToRead(listed),
    ...dictionary(listed),
  ];
}

async function listedTable(
  edition: Edition,
  { name, rows }: ReleaseManifest["tables"][number],
  dataPackage: DataPackage | null,
): Promise<ListedTable> {
  const resource = dataPackage?.resources?.find((each) => each.name === name);
  return {
    ...{ name, rows, resource, said: tableWords(name, resource) },
    files: await filesOf(edition, name),
  };
}

function tableOfTables(listed: readonly ListedTable[]): HTMLElement {
  return html`<div class="card plain-table">
    <table>
      <caption class="visually-hidden">
        ${words.allTables}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.table}</th>
          <th scope="col" class="number">${words.rows}</th>
          <th scope="col">${words.files}</th>
        </tr>
      </thead>
      <tbody>
        ${listed.map(
          ({ said, rows, files: own, name }) =>
            html`<tr id=${`table-${name}`}>
              <th scope="row">${worded(said.title)}<small>${worded(said.row)}</small></th>
              <td class="number">${wholeNumber(rows)}</td>
              <td>${links(said.title, own)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

const links = (title: string, files: readonly TableFile[]): HTMLElement =>
  html`<span class="downloads">
    ${files.map(
      ({ format, href, name }) =>
        html`<a href=${href} download=${name} aria-label=${plainText(words.tableAs(title, format))}
          >${format}</a
        >`,
    )}
  </span>`;
