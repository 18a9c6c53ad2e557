import { html } from "htl";
import type { Release } from "../release/release.ts";
import type { DataResource } from "../release/data-package.ts";
import { linkTo } from "../release/address.js";
import { counted } from "../words/numbers.js";
import { staffStatement } from "./exact-places.js";
import { markKey } from "./mark-key.js";
import { measureDefinition } from "./measure-definition.js";
import { section } from "./section.js";
import { tableDownloads } from "./table-downloads.js";

export function protection({ manifest }: Release): HTMLElement {
  return section(
    "How students are protected",
    manifest.edition === "staff" ? html`<p>${staffStatement(manifest)}</p>` : null,
    html`<p>${manifest.protection.statement}</p>`,
    html`<p>
      The smallest group with a public figure is
      ${counted(manifest.protection.smallestGroup, "student")}. Where a mark stands in place of a
      figure, this is what it means:
    </p>`,
    markKey(manifest),
    html`<p>
      <a class="onward" href="${linkTo("protection")}">How we protect students, in plain words</a>
    </p>`,
  );
}

export function requirements({ manifest }: Release): HTMLElement {
  const { mandate } = manifest;
  return section(
    "The requirements",
    html`<p>${mandate.title}. <cite>${mandate.citation}</cite></p>`,
    html`<p>
      <a class="onward" href="${linkTo("mandate")}">The mandate, requirement by requirement</a>
    </p>`,
  );
}

export function measures({ manifest }: Release): HTMLElement {
  return section(
    "Measures",
    ...manifest.measures.map(
      (measure) =>
        html`<details class="card" id=${measure.id}>
          <summary><h3>${measure.name}</h3></summary>
          ${measureDefinition(measure)}
        </details>`,
    ),
  );
}

/** The published tables with their columns, and each as a file. */
export function dictionary(release: Release): HTMLElement {
  const resources = release.dictionary?.resources ?? [];
  return section(
    "Tables and files",
    html`<p>
      Every figure of these pages is in one of these tables.
      ${
        release.dictionary === null
          ? "The data dictionary of this release is missing; the tables are complete without it."
          : html`Their columns are also described for programs in the
              <a href="${new URL("datapackage.json", release.folder).href}">data package</a>.`
      }
    </p>`,
    ...release.manifest.tables.map(({ name, rows }) => {
      const resource = resources.find((each) => each.name === name);
      return html`<section class="card">
        <div class="table-head">
          <h3>${resource?.title ?? name}</h3>
          ${tableDownloads(release, name)}
        </div>
        <p>${resource?.description ?? ""} ${counted(rows, "row")}.</p>
        ${columnsOf(resource)}
      </section>`;
    }),
  );
}

function columnsOf(resource: DataResource | undefined): Node | string {
  const fields = resource?.schema?.fields ?? [];
  if (fields.length === 0) return "";
  return html`<details>
    <summary>${counted(fields.length, "column")}</summary>
    <div class="table-scroll" role="region" tabindex="0" aria-label="Columns of ${resource?.name}">
      <table>
        <thead>
          <tr>
            ${["Column", "Title", "Type", "Definition"].map((title) => html`<th scope="col">${title}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${fields.map(
            ({ name, title, type, description }) =>
              html`<tr>
                <td><code>${name}</code></td>
                <td>${title ?? ""}</td>
                <td>${type ?? ""}</td>
                <td>${description ?? ""}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}
