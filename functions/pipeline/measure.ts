import type { Day } from "../domain/day.ts";
import { schoolYearOf } from "../domain/school-year.ts";
import { recordsKeys } from "../layout.ts";
import type { MandateProfile } from "../mandates/mandate-profile.ts";
import { assessedStudents } from "../metrics/assessed-students.ts";
import { measureSchool } from "../metrics/school-partial.ts";
import type { ConformedManifest, ConformedSchool } from "./conformed-manifest.ts";
import { contentHash } from "./content-hash.ts";
import { definitionVersion } from "./definition-version.ts";
import type { ObjectStore } from "./ports.ts";
import { holdingsOf, sentIn } from "./holdings.ts";
import { readSchool } from "./read-school.ts";
import { schoolKey } from "./school-key.ts";
import { stalePlansSince } from "./stale-plans.ts";
import { worklistEntries } from "./worklist-entries.ts";

/** What a figure is measured by and for. */
export interface Measuring {
  readonly asOf: Day;
  readonly mandate: MandateProfile;
}

/** Where a school's partial rests: named by all it was made from, so that equal input is not measured again. */
export function partialKey(
  manifest: ConformedManifest,
  school: ConformedSchool,
  { asOf, mandate }: Measuring,
): string {
  const partitions = school.partitions.map(({ name, hash }) => `${name} ${hash}`);
  const holds = JSON.stringify([holdingsOf(manifest, schoolYearOf(asOf)), sentIn(manifest)]);
  const stale = stalePlansSince(manifest, asOf) ?? "";
  const definitions = definitionVersion(mandate);
  const hash = contentHash(asOf, definitions, holds, stale, school.name, ...partitions);
  return recordsKeys.partial(manifest.district, schoolKey(school.id), hash);
}

/** Where the school's worklist rests beside its partial: it names students, and no page reads it. */
export const worklistKey = (
  manifest: ConformedManifest,
  school: ConformedSchool,
  measuring: Measuring,
): string => partialKey(manifest, school, measuring).replace(/\.json$/, "-worklist.json");

/** Measures one school, and works out its worklist, unless its partial is there already. Returns whether it had to. */
export async function measure(
  records: ObjectStore,
  manifest: ConformedManifest,
  school: ConformedSchool,
  measuring: Measuring,
): Promise<boolean> {
  const key = partialKey(manifest, school, measuring);
  if ((await records.size(key)) !== null) return false;
  const year = schoolYearOf(measuring.asOf);
  const read = await readSchool(records, manifest.district, school, year, sentIn(manifest));
  const context = {
    ...measuring,
    holds: holdingsOf(manifest, year),
    stalePlansSince: stalePlansSince(manifest, measuring.asOf),
  };
  const students = assessedStudents(read, context);
  const partial = measureSchool(read, students, context);
  const entries = worklistEntries(read, students, school.name, context);
  await records.put(worklistKey(manifest, school, measuring), compactJson(entries));
  // Last, since a school that has its partial counts as measured.
  await records.put(key, compactJson(partial));
  return true;
}

const compactJson = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
