import type { DistrictId } from "../../domain/ids.ts";
import { publicKeys } from "../../layout.ts";
import type { ReleaseManifest } from "../../releases/manifest/manifest.ts";
import type { ObjectStore } from "../ports.ts";
import { readJson } from "../stored-json.ts";
import { latestPublic } from "./public-releases.ts";

/** The public release that stands beside a staff edition, or why none does. */
export type ReleaseBeside =
  | { readonly state: "comparable"; readonly manifest: ReleaseManifest }
  /** The last one was made by other definitions, rules or columns, as before an upgrade. */
  | { readonly state: "made-otherwise"; readonly asOf: string; readonly nextDueOn: string | null }
  | { readonly state: "none" };

/** The public release of the latest day up to the edition's, where it is made as the edition is. */
export async function releaseBeside(
  store: ObjectStore,
  district: DistrictId,
  { asOf, definitionVersion, format }: ReleaseManifest,
): Promise<ReleaseBeside> {
  const latest = await latestPublic(store, district);
  const release = latest?.releases.find((listed) => listed.asOf <= asOf);
  if (latest === null || release === undefined) return { state: "none" };
  const key = `${publicKeys.release(district, release.release)}manifest.json`;
  const manifest = await readJson<ReleaseManifest>(store, key);
  if (manifest?.definitionVersion !== definitionVersion || manifest.format !== format) {
    return { state: "made-otherwise", asOf: release.asOf, nextDueOn: latest.nextDueOn };
  }
  return { state: "comparable", manifest };
}
