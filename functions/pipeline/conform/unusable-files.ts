import type { DistrictId } from "../../domain/ids.ts";
import { recordsKeys } from "../../layout.ts";
import { conformedInForce } from "./conformed-in-force.ts";
import { withNewOutcome, type OlderFile } from "../../conformed/older-manifest.ts";
import type { ConformedFile } from "../../conformed/conformed-manifest.ts";
import { jsonBytes, readJson } from "../stored-json.ts";
import type { ObjectStore } from "../ports.ts";

/**
 * What each file came to when the district was last conformed: as the version in use says, or, of
 * files that nothing could be made of, as was kept. Null where none was ever handed in.
 */
export async function unusableFiles(
  records: ObjectStore,
  district: DistrictId,
): Promise<readonly ConformedFile[] | null> {
  const unusable = await readJson<{ readonly files: readonly (ConformedFile | OlderFile)[] }>(
    records,
    recordsKeys.unusable(district),
  );
  if (unusable !== null && unusable.files.length > 0) return unusable.files.map(withNewOutcome);
  return (await conformedInForce(records, district))?.files ?? null;
}

/**
 * Stores how files were judged of which nothing could be conformed; removes it once something was
 * conformed.
 */
export async function keepUnusableFiles(
  records: ObjectStore,
  district: DistrictId,
  files: readonly ConformedFile[],
): Promise<void> {
  const key = recordsKeys.unusable(district);
  if (files.length === 0 && (await records.size(key)) === null) return;
  await records.put(key, jsonBytes({ files }));
}
