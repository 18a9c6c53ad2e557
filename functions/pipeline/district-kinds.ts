import type { DistrictId } from "../domain/ids.ts";
import { recordsKeys } from "../layout.ts";
import type { Profile } from "../sources/profile.ts";
import { fileKinds, PROFILES, type FileKind } from "../sources/profiles.ts";
import { readJson } from "./conformed-manifest.ts";
import { contentHash } from "./content-hash.ts";
import { sentProfiles } from "./ledger.ts";
import type { Places } from "./ports.ts";

/** The kinds of files that a district's exports may be of, and a name for this set of profiles. */
export interface DistrictKinds {
  readonly kinds: readonly FileKind[];
  readonly version: string;
}

/** A district's own profiles first, which so win over those that ship with the project. */
export async function districtKinds(
  { records, table }: Pick<Places, "records" | "table">,
  district: DistrictId,
): Promise<DistrictKinds> {
  const own: Profile[] = [];
  for (const { sha256 } of await sentProfiles(table, district)) {
    const key = recordsKeys.raw(district, sha256);
    // Only a valid profile is noted in the ledger.
    const profile = await readJson<Profile>(records, key);
    if (profile === null) throw new Error(`no profile under ${key}`);
    own.push(profile);
  }
  return kindsOf([...own, ...PROFILES]);
}

export function kindsOf(profiles: readonly Profile[]): DistrictKinds {
  return { kinds: fileKinds(profiles), version: contentHash(JSON.stringify(profiles)) };
}
