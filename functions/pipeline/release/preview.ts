import { recordsKeys } from "../../layout.ts";
import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import { districtProtection } from "../settings/district-protection.ts";
import { countsKey, studentsKey } from "../measure/measure.ts";
import type { Measuring } from "../../metrics/students/measuring.ts";
import type { ObjectStore } from "../ports.ts";
import { TABLE_FORMATS } from "../../releases/files/render-release.ts";
import { staffLatest } from "./staff-editions.ts";
import { nameEdition, writeStaffFiles } from "./staff-files.ts";
import { trialStore } from "./trial-store.ts";

/** A staff edition that no pointer names: only who asked for it sees it. */
export interface WrittenPreview {
  readonly edition: string;
  /** Where its files are in the records bucket. */
  readonly folder: string;
  /** False when the same preview was there already. */
  readonly isNew: boolean;
}

/**
 * Writes the staff edition that a day would have under a mandate, from counts that were measured in the
 * trial's own store. Nothing outside the preview's folder is written or deleted; an earlier preview
 * under the same mandate goes once this one is whole.
 */
export async function writePreview(
  records: ObjectStore,
  manifest: ConformedManifest,
  measuring: Measuring,
): Promise<WrittenPreview> {
  const { district } = manifest;
  const folder = recordsKeys.preview(district, measuring.mandate.id);
  const trial = trialStore(records, folder);
  const policy = await districtProtection(records, district, measuring.mandate);
  const latest = await staffLatest(records, district);
  const named = await nameEdition(records, manifest, measuring, policy, latest?.editions ?? []);
  const files = `${named.edition}/`;
  const isThere = (await records.size(`${folder}${files}manifest.json`)) !== null;
  // Nobody serves a preview: who asked for it opens its files.
  const whole = { folder: files, formats: TABLE_FORMATS };
  if (!isThere) await writeStaffFiles(trial, manifest, measuring, named, whole);
  const counts = new Set(
    manifest.schools.flatMap((school) => [
      countsKey(manifest, school, measuring),
      studentsKey(manifest, school, measuring),
    ]),
  );
  const written = await records.list(folder);
  await records.delete(
    written.filter((key) => {
      const own = key.slice(folder.length);
      return !own.startsWith(files) && !counts.has(own);
    }),
  );
  return { edition: named.edition, folder: folder + files, isNew: !isThere };
}
