import type { Duty } from "./mandate-profile.ts";
import { MANDATES } from "./mandates.ts";
import type { Requirement } from "./requirement.ts";

/**
 * The ids that a record about a rule may name: those of every mandate, since a district may change
 * its mandate, and those of the district's own rules.
 */
export interface RuleIds {
  readonly requirements: ReadonlySet<Requirement["id"]>;
  /** The ids of each mandate, by the mandate's id. */
  readonly byMandate: ReadonlyMap<string, ReadonlySet<Requirement["id"]>>;
  readonly duties: ReadonlySet<Duty["id"]>;
  /** Those of the district's own rules, which may change between two runs. */
  readonly districtOwn: readonly string[];
}

/** @param districtOwn the ids of the rules that the district asks beyond its mandate */
export const ruleIds = (districtOwn: readonly string[]): RuleIds => ({
  requirements: new Set([
    ...MANDATES.flatMap(({ requirements }) => requirements.map(({ id }) => id)),
    ...districtOwn,
  ]),
  byMandate: new Map(
    MANDATES.map(({ id, requirements }) => [id, new Set(requirements.map((rule) => rule.id))]),
  ),
  duties: new Set(MANDATES.flatMap(({ duties }) => duties.map(({ id }) => id))),
  districtOwn,
});
