import type { DistrictId } from "../../domain/ids.ts";
import { MANDATES } from "../../mandates/rules/mandates.ts";
import { mandateSetting } from "../settings/district-mandate.ts";
import type { ObjectStore } from "../ports.ts";

/** The ids that a record about a rule may name: of every mandate, since a district may change it, and of the district's own rules. */
export interface KnownRules {
  readonly requirements: ReadonlySet<string>;
  /** Those of each mandate, by its id. */
  readonly byMandate: ReadonlyMap<string, ReadonlySet<string>>;
  readonly duties: ReadonlySet<string>;
  /** Those of the district's own rules, which may change between two runs. */
  readonly districtOwn: readonly string[];
}

export async function knownRules(records: ObjectStore, district: DistrictId): Promise<KnownRules> {
  const setting = await mandateSetting(records, district);
  const districtOwn = (setting?.overlay?.requirements ?? []).map(({ id }) => id);
  return {
    requirements: new Set([
      ...MANDATES.flatMap(({ requirements }) => requirements.map(({ id }) => id)),
      ...districtOwn,
    ]),
    byMandate: new Map(
      MANDATES.map(({ id, requirements }) => [id, new Set(requirements.map((one) => one.id))]),
    ),
    duties: new Set(MANDATES.flatMap(({ duties }) => duties.map(({ id }) => id))),
    districtOwn,
  };
}
