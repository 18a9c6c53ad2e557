import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { generateGrandBend } from "../../fixtures/grand-bend/generate.ts";
import { districtId } from "../../functions/domain/ids.ts";
import type { MandateProfile } from "../../functions/mandates/mandate-profile.ts";
import { arrowRows, type Row } from "../independent/conformed-records.ts";
import { freshPlaces, ingestPath, publishDay } from "./local-district.ts";
import { scratchFolder } from "./scratch-folder.ts";

const DEMO = "grand-bend";

/** Both editions of one day, table by table. */
export interface BothEditions {
  readonly asOf: string;
  readonly public: { readonly [table: string]: readonly Row[] };
  readonly staff: { readonly [table: string]: readonly Row[] };
}

/** The demo published on each day, with a public release each time. */
export async function demoYear(
  days: readonly string[],
  mandate: MandateProfile,
): Promise<readonly BothEditions[]> {
  const folder = scratchFolder();
  const places = await freshPlaces(folder);
  const exportsFolder = join(folder, "exports");
  await generateGrandBend(exportsFolder);
  await ingestPath(places, exportsFolder, districtId(DEMO));
  const editions: BothEditions[] = [];
  for (const asOf of days) {
    const asked = { isAsked: true, isNewSecret: false };
    const made = await publishDay(places, asOf, districtId(DEMO), asked, mandate);
    if (made.release === null) throw new Error(`no public release came out on ${asOf}`);
    editions.push({
      asOf,
      public: await tablesIn(join(folder, "public", DEMO, "releases", made.release)),
      staff: await tablesIn(join(folder, "records/editions/staff", DEMO, made.edition)),
    });
  }
  return editions;
}

async function tablesIn(folder: string): Promise<BothEditions["public"]> {
  const tables: { [name: string]: readonly Row[] } = {};
  for (const file of (await readdir(folder)).filter((name) => name.endsWith(".arrow"))) {
    tables[file.slice(0, -".arrow".length)] = await arrowRows(join(folder, file));
  }
  return tables;
}
