import type { DistrictId } from "../../domain/ids.ts";
import { recordsKeys } from "../../layout.ts";
import type { ObjectStore } from "../ports.ts";
import { changeJson } from "../change-json.ts";
import { jsonBytes, readJson } from "../stored-json.ts";
import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import { type OlderManifest, withNewNames } from "../../conformed/older-manifest.ts";

/** The conformed version in use; null before the first. */
export async function conformedInForce(
  records: ObjectStore,
  district: DistrictId,
): Promise<ConformedManifest | null> {
  const pointer = await readJson<{ version: string }>(
    records,
    recordsKeys.conformedLatest(district),
  );
  if (pointer === null) return null;
  return conformedVersion(records, district, pointer.version);
}

export async function conformedVersion(
  records: ObjectStore,
  district: DistrictId,
  version: string,
): Promise<ConformedManifest> {
  const key = recordsKeys.conformedManifest(district, version);
  const manifest = await readJson<ConformedManifest | OlderManifest>(records, key);
  if (manifest === null)
    throw new Error(`no conformed manifest under ${key}: put it back from a backup`);
  return "undatedStays" in manifest ? withNewNames(manifest) : manifest;
}

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
