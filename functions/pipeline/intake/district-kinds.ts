import type { DistrictId } from "../../domain/ids.ts";
import { recordsKeys } from "../../layout.ts";
import type { Profile } from "../../sources/profiles/profile.ts";
import { fileKinds, PROFILES } from "../../sources/profiles/profiles.ts";
import { parsedJson } from "../stored-json.ts";
import { contentHash } from "../../hashing/content-hash.ts";
import { sentProfiles } from "./ledger.ts";
import { rawBytes } from "./raw-file.ts";
import type { Places } from "../ports.ts";
import type { DistrictKinds } from "../../sources/profiles/district-kinds.ts";

/** A district's own profiles first, which so win over those that ship with the project. */
export async function districtKinds(
  { records, table }: Pick<Places, "records" | "table">,
  district: DistrictId,
): Promise<DistrictKinds> {
  const own: Profile[] = [];
  for (const file of await sentProfiles(table, district)) {
    // Only a valid profile is noted in the ledger.
    const bytes = await rawBytes(records, district, file);
    own.push(parsedJson<Profile>(bytes, recordsKeys.raw(district, file.sha256)));
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
