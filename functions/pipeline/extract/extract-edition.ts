import type { DistrictId } from "../../domain/ids.ts";
import { namesToTry } from "../../domain/text/nearest-name.ts";
import { definitionVersion } from "../../metrics/cube/definition-version.ts";
import type { ExtractRequest } from "./extract-store.ts";
import type { ObjectStore } from "../ports.ts";
import { staffLatest, staffManifest } from "../release/staff-editions.ts";
import type { StaffEditionEntry } from "../../editions/staff-latest.ts";

/** The staff edition that an extract is made from. */
export interface ExtractEdition extends StaffEditionEntry {
  readonly definitionVersion: string;
}

/**
 * The staff edition that is asked for, if the definitions of today would give it again.
 *
 * @throws when there is none, or it was measured by another mandate or other definitions
 */
export async function editionForExtract(
  records: ObjectStore,
  district: DistrictId,
  { edition: asked, mandate }: Pick<ExtractRequest, "edition" | "mandate">,
): Promise<ExtractEdition> {
  const latest = await staffLatest(records, district);
  const entry = latest?.editions.find(({ edition }) => edition === (asked ?? latest.edition));
  if (entry === undefined) {
    throw new Error(
      latest === null || asked === null
        ? `district ${district} has no staff edition yet: publish one first`
        : `district ${district} has no staff edition ${asked}; ${namesToTry(
            asked,
            latest.editions.map(({ edition }) => edition),
          )}`,
    );
  }
  const manifest = await staffManifest(records, district, entry.edition);
  if (manifest.definitionVersion !== definitionVersion(mandate)) {
    throw new Error(
      `edition ${entry.edition} was measured by ${manifest.mandate.title} and definitions ${manifest.definitionVersion}: name its mandate with --mandate, or publish the day again as it is measured now`,
    );
  }
  return { ...entry, definitionVersion: manifest.definitionVersion };
}
