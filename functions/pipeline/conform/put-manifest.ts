import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import { recordsKeys } from "../../layout.ts";
import { changeJson } from "../change-json.ts";
import type { ObjectStore } from "../ports.ts";
import { jsonBytes } from "../stored-json.ts";

/**
 * Puts the version in use, but only if the version that it was made from is still in use: unchanged
 * parts are carried over from that one.
 */
export async function putManifest(
  records: ObjectStore,
  before: ConformedManifest | null,
  manifest: ConformedManifest,
): Promise<void> {
  const { district, version } = manifest;
  const key = recordsKeys.conformedLatest(district);
  await records.put(recordsKeys.conformedManifest(district, version), jsonBytes(manifest));
  await changeJson<{ readonly version: string }>(records, key, (latest) => {
    const inForce = latest?.version ?? null;
    if (inForce !== (before?.version ?? null) && inForce !== version) {
      throw new Error(
        `district ${district} was conformed by another run meanwhile: ${key} names version ${inForce}, and this run began after ${before?.version ?? "none"}; run again`,
      );
    }
    return { version };
  });
}
