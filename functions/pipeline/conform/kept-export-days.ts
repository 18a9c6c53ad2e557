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

/** Keeps, beside a conformed version, of which day its exports are. */
export async function keepExportDays(
  records: ObjectStore,
  { district, version, datedFiles }: ConformedManifest,
  feeds: readonly Feed[],
): Promise<void> {
  if (datedFiles === undefined) return;
  const kept: KeptDays = { version, oldest: exportDays(datedFiles, feeds) };
  await changeJson<KeptDays>(records, recordsKeys.exportDays(district), () => kept);
}

/** Of which day the exports of a conformed version are; null where that was not kept. */
export async function exportDaysOf(
  records: ObjectStore,
  { district, version }: Pick<ConformedManifest, "district" | "version">,
): Promise<ExportDays | null> {
  const kept = await readJson<KeptDays>(records, recordsKeys.exportDays(district));
  return kept?.version === version ? (kept.oldest ?? null) : null;
}
