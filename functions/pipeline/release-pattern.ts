import { randomBytes } from "node:crypto";
import type { Cube, CubeCell, Range } from "../disclosure/cube.ts";
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

/** What the extracts of a school year told of its figures: a release after them is protected beside them, figure by figure. */
export const extractPatternsOf = async (
  records: ObjectStore,
  district: DistrictId,
  schoolYear: string,
): Promise<readonly FrozenRelease[]> =>
  (await readJson<readonly FrozenRelease[]>(
    records,
    recordsKeys.extractPatterns(district, schoolYear),
  )) ?? [];

/** Adds an extract to them: of a figure that it comes near, what it leaves open. */
export async function keepExtractPattern(
  records: ObjectStore,
  district: DistrictId,
  schoolYear: string,
  extract: string,
  cells: Cube["cells"],
  seen: ReadonlyMap<string, Range>,
): Promise<void> {
  const others = (await extractPatternsOf(records, district, schoolYear)).filter(
    ({ release }) => release !== extract,
  );
  const told = cells.flatMap((cell): readonly CubeCell[] => {
    const range = seen.get(cell.id);
    const isMore = range !== undefined && (range.low > cell.lower || range.high < cell.upper);
    return isMore
      ? [{ ...cell, display: { kind: "banded", band: { label: "", isEnd: false, ...range } } }]
      : [];
  });
  const own: FrozenRelease = {
    release: extract,
    cube: { cells: told, equations: [], conditions: [] },
    hidden: [],
  };
  const key = recordsKeys.extractPatterns(district, schoolYear);
  await records.put(key, jsonBytes([...others, own]));
}

export const keepPattern = (
  records: ObjectStore,
  district: DistrictId,
  pattern: FrozenRelease,
): Promise<void> => records.put(recordsKeys.pattern(district, pattern.release), jsonBytes(pattern));
