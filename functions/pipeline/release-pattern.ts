import { randomBytes } from "node:crypto";
import type { FrozenRelease } from "../disclosure/school-year-of-releases.ts";
import type { DistrictId } from "../domain/ids.ts";
import { recordsKeys } from "../layout.ts";
import { jsonBytes, readJson } from "./conformed-manifest.ts";
import type { ObjectStore } from "./ports.ts";

/**
 * The secret of a district's school year: made once, so that a release made again is the same, and
 * one for the year, so that the lot falls on the same figures in each of its releases and what is
 * hidden does not grow with their number.
 */
export async function seedOfYear(
  records: ObjectStore,
  district: DistrictId,
  schoolYear: string,
): Promise<string> {
  const key = recordsKeys.seed(district, schoolYear);
  // Of two runs at once the first one's holds for both.
  if ((await records.size(key)) === null) await records.putIfAbsent(key, randomBytes(32));
  const seed = await records.get(key);
  if (seed === null) throw new Error(`no seed under ${key}`);
  return Buffer.from(seed).toString("hex");
}

/** What releases showed and hid. @throws when it is not kept: beside an unknown pattern nothing is safe */
export async function patternsOf(
  records: ObjectStore,
  district: DistrictId,
  releases: readonly string[],
): Promise<readonly FrozenRelease[]> {
  return Promise.all(
    releases.map(async (release) => {
      const key = recordsKeys.pattern(district, release);
      const pattern = await readJson<FrozenRelease>(records, key);
      if (pattern === null) {
        throw new Error(
          `no pattern under ${key}: without it nothing can be published safely beside ${release}`,
        );
      }
      return pattern;
    }),
  );
}

export const keepPattern = (
  records: ObjectStore,
  district: DistrictId,
  pattern: FrozenRelease,
): Promise<void> => records.put(recordsKeys.pattern(district, pattern.release), jsonBytes(pattern));
