import { publicKeys, recordsKeys } from "../../functions/layout.ts";
import type { MandateProfile } from "../../functions/mandates/rules/mandate-profile.ts";
import { arrowTables, type Row } from "../independent/conformed-records.ts";
import { conformedDemo, DEMO } from "./conformed-districts.ts";
import { publishDay } from "./local-district.ts";

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
  const places = await conformedDemo();
  const editions: BothEditions[] = [];
  for (const asOf of days) {
    const asked = { isAsked: true, isNewSecret: false };
    const made = await publishDay(places, asOf, DEMO, asked, mandate);
    if (made.release === null) throw new Error(`no public release came out on ${asOf}`);
    editions.push({
      asOf,
      public: await arrowTables(places.public, publicKeys.release(DEMO, made.release)),
      staff: await arrowTables(places.records, recordsKeys.staffEdition(DEMO, made.edition)),
    });
  }
  return editions;
}
