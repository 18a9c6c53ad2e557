import { expect } from "vitest";
import type { ObjectStore, Places, Table } from "../../functions/pipeline/ports.ts";
import {
  CAST_DAY,
  CAST_EXPORTS,
  everything,
  freshPlaces,
  ingestPath,
  publishDay,
} from "./local-district.ts";

export class Killed extends Error {}

/** Places that let so many writes through and then fail each, as a killed process does. */
export function dyingAfter(places: Places, writes: number): Places {
  let left = writes;
  const spend = () => {
    if (left-- <= 0) throw new Killed("killed");
  };
  const store = (inner: ObjectStore): ObjectStore => ({
    ...inner,
    put: async (...args) => (spend(), inner.put(...args)),
    putIfAbsent: async (...args) => (spend(), inner.putIfAbsent(...args)),
    putIfTag: async (...args) => (spend(), inner.putIfTag(...args)),
    putStream: async (...args) => (spend(), inner.putStream(...args)),
    putNamedLast: async (...args) => (spend(), inner.putNamedLast(...args)),
    delete: async (...args) => (spend(), inner.delete(...args)),
  });
  const table: Table = {
    ...places.table,
    put: async (item) => (spend(), places.table.put(item)),
    swap: async (...args) => (spend(), places.table.swap(...args)),
    putAll: async (items) => (spend(), places.table.putAll(items)),
    deleteAll: async (keys) => (spend(), places.table.deleteAll(keys)),
  };
  return { records: store(places.records), public: store(places.public), table };
}

const run = async (places: Places) => {
  await ingestPath(places, CAST_EXPORTS);
  await publishDay(places, "2022-01-31");
  await publishDay(places, CAST_DAY);
};

/**
 * Kills a run of the cast before one write after another, starts it again, and expects the editions of a
 * run that nobody killed.
 * @param between how many writes go by from one kill to the next, after the first ten
 */
export async function expectSameEditionsWhereverKilled(between: number): Promise<void> {
  const whole = await freshPlaces();
  await run(whole);
  const editions = "editions/staff/";
  const expected = {
    ...(await everything(whole.public)),
    ...(await everything(whole.records, editions)),
  };
  expect(Object.keys(expected).length).toBeGreaterThan(20);

  let writes = 0;
  let deaths = 0;
  for (;;) {
    const places = await freshPlaces();
    try {
      await run(dyingAfter(places, writes));
      break;
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      deaths++;
    }
    await run(places);
    const stored = {
      ...(await everything(places.public)),
      ...(await everything(places.records, editions)),
    };
    expect(stored, `killed before write ${writes + 1}`).toEqual(expected);
    writes += writes < 10 ? 5 : between;
  }
  expect(deaths).toBeGreaterThan(4);
}
