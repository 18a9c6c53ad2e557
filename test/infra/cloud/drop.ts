import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { putKnownSecret } from "../../support/local-district.ts";
import type { Cloud } from "./cloud.ts";

/** Puts the files of a folder into a district's part of the inbox, as its upload would. */
export async function drop(cloud: Cloud, folder: string, district = "cast"): Promise<void> {
  for (const file of readdirSync(folder)) {
    await cloud.inbox.put(`${district}/${file}`, readFileSync(join(folder, file)));
  }
}

/** Puts in the secret that tests know, so that public figures come out alike. */
export const knowSecret = (cloud: Cloud): Promise<void> => putKnownSecret(cloud.records);
