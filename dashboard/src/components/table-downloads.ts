import { html } from "htl";
import type { ReleaseManifest } from "../../../functions/releases/manifest/manifest.ts";
import type { Release } from "../release/release.ts";

type TableName = ReleaseManifest["tables"][number]["name"];

/** The whole published table as files. */
export function tableDownloads({ manifest, folder }: Release, name: TableName): HTMLElement | null {
  const table = manifest.tables.find((each) => each.name === name);
  if (table === undefined) return null;
  const file = `${manifest.district.id}-${manifest.asOf}-${name}`;
  return html`<p class="downloads">
    <a
      href="${new URL(table.csv, folder).href}"
      download="${file}.csv"
      aria-label="Table ${name} as CSV"
      >CSV</a
    >
    <a
      href="${new URL(table.arrow, folder).href}"
      download="${file}.arrow"
      aria-label="Table ${name} as Arrow"
      >Arrow</a
    >
  </p>`;
}
