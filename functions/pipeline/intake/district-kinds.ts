import type { DistrictId } from "../../domain/ids.ts";
import { recordsKeys } from "../../layout.ts";
import type { Profile } from "../../sources/profiles/profile.ts";
import { fileKinds, PROFILES } from "../../sources/profiles/profiles.ts";
import { readJson } from "../stored-json.ts";
import { contentHash } from "../../hashing/content-hash.ts";
import { sentProfiles } from "./ledger.ts";
import type { Places } from "../ports.ts";
import type { DistrictKinds } from "../../sources/profiles/district-kinds.ts";

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
  const profiles = [...own, ...PROFILES];
  const kinds = fileKinds(profiles);
  return {
    kinds,
    own: kinds.slice(
      0,
      own.reduce((sum, { files }) => sum + files.length, 0),
    ),
    version: contentHash(JSON.stringify(profiles)),
  };
}
