import type { DistrictId } from "../../domain/ids.ts";
import { recordsKeys } from "../../layout.ts";
import { profileWarnings } from "../../sources/profiles/profile-warnings.ts";
import { readJson } from "../stored-json.ts";
import { putProfile } from "./ledger.ts";
import type { FileVersion } from "../../sources/feeds/feed.ts";
import type { Places } from "../ports.ts";
import { unreadable, type ReceivedAs } from "../../sources/feeds/received-as.ts";

/** Enters a profile of the district's own in the ledger, unless it has faults. */
export async function registerProfile(
  { records, table }: Pick<Places, "records" | "table">,
  district: DistrictId,
  file: FileVersion,
): Promise<ReceivedAs> {
  const key = recordsKeys.raw(district, file.sha256);
  // Few districts have a profile of their own, and the validator takes long to load.
  const { isFaulty, validateProfile } = await import("../../sources/profiles/validate-profile.ts");
  const checked = validateProfile(await readJson<unknown>(records, key).catch(() => null));
  if (isFaulty(checked)) {
    const faults = checked.map(({ path, message }) => `${path} ${message}`).join("; ");
    return unreadable(file.name, `not a valid profile: ${faults}`);
  }
  await putProfile(table, district, file);
  const note = profileWarnings(checked)
    .map(({ path, message }) => `${path} ${message}.`)
    .join(" ");
  const { name, sha256 } = file;
  return { file: name, outcome: "profile", sha256, ...(note !== "" && { note }) };
}
