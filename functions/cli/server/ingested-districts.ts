import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { districtId, type DistrictId } from "../../domain/ids.ts";
import { recordsKeys } from "../../layout.ts";
import { localFolders } from "../arguments/local-places.ts";

/** The districts of a data folder that have a conformed version in use, by id. */
export function ingestedDistricts(data: string): readonly DistrictId[] {
  const { records } = localFolders(data);
  // The first folder of the key is the one that holds all districts.
  const [folder = ""] = recordsKeys.conformedLatest("").split("/", 1);
  if (!existsSync(join(records, folder))) return [];
  return readdirSync(join(records, folder))
    .filter((name) => existsSync(join(records, recordsKeys.conformedLatest(name))))
    .sort()
    .map(districtId);
}
