import { html } from "htl";
import type { ReleaseManifest } from "../../../../../functions/releases/manifest/manifest.ts";
import { dataWords as words } from "../../../words/methods/data.js";
import { dataTable } from "../../tables/data-table.js";

/**
 * What the requirements ask for and no record says. It cannot be determined, and it is not the
 * students' fault.
 */
export function notCollected({ reading }: Pick<ReleaseManifest, "reading">): readonly Node[] {
  const rows = reading.notCollected ?? [];
  if (rows.length === 0) return [];
  return [
    html`<h3>${words.notCollected}</h3>`,
    html`<p>${words.notCollectedMeans}</p>`,
    dataTable<(typeof rows)[number]>({
      caption: words.notCollectedCaption,
      rows,
      columns: [
        {
          title: words.requirement,
          kind: "prose",
          value: ({ requirementName }) => requirementName,
          cell: ({ requirementName }) => html`<span lang="en">${requirementName}</span>`,
        },
        {
          title: words.what,
          kind: "prose",
          value: ({ what }) => what,
          cell: ({ what }) => html`<span lang="en">${what}</span>`,
        },
        {
          title: words.file,
          value: ({ file }) => file,
          cell: ({ file }) => html`<code lang="en">${file}</code>`,
        },
        {
          title: words.decides,
          value: ({ column }) => column,
          cell: ({ column }) => html`<code lang="en">${column}</code>`,
        },
      ],
    }),
  ];
}
