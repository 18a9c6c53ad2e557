import type { MemoryPlaces } from "../local-district.ts";
import { freshPlaces } from "../local-district.ts";

const kept = new Map<string, Promise<MemoryPlaces>>();

/**
 * Places after steps that cost much and are the same for many tests: a worker makes them once, and
 * each who asks has a copy.
 * @param what names the steps, such as "the cast ingested"
 */
export async function keptPlaces(
  what: string,
  make: (places: MemoryPlaces) => Promise<unknown>,
): Promise<MemoryPlaces> {
  let made = kept.get(what);
  if (made === undefined) {
    made = freshPlaces().then(async (places) => {
      await make(places);
      return places;
    });
    kept.set(what, made);
  }
  const { records, public: open, table } = await made;
  return { records: records.copy(), public: open.copy(), table: table.copy() };
}
