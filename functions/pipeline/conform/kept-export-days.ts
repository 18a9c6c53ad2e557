import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import { exportDays, type ExportDays } from "../../conformed/export-days.ts";
import { recordsKeys } from "../../layout.ts";
import type { Feed } from "../../sources/feeds/feed.ts";
import { changeJson } from "../change-json.ts";
import type { ObjectStore } from "../ports.ts";
import { readJson } from "../stored-json.ts";

interface KeptDays {
  /** The conformed version whose files these days are of. */
  readonly version: string;
  /** Absent where the days were noted that the newest files are of. */
  readonly oldest?: ExportDays;
}

/** Keeps, beside a conformed version, of which day its roster is. */
export async function keepExportDays(
  records: ObjectStore,
  { district, version, rosterFiles }: ConformedManifest,
  feeds: readonly Feed[],
): Promise<void> {
  if (rosterFiles === undefined) return;
  const kept: KeptDays = { version, oldest: exportDays(rosterFiles, feeds) };
  await changeJson<KeptDays>(records, recordsKeys.exportDays(district), () => kept);
}

/** Of which day the roster of a conformed version is; null where that was not kept. */
export async function exportDaysOf(
  records: ObjectStore,
  { district, version }: Pick<ConformedManifest, "district" | "version">,
): Promise<ExportDays | null> {
  const kept = await readJson<KeptDays>(records, recordsKeys.exportDays(district));
  return kept?.version === version ? (kept.oldest ?? null) : null;
}
