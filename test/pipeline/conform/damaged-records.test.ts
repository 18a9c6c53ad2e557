import { describe, expect, it } from "vitest";
import type { ConformedManifest } from "../../../functions/conformed/conformed-manifest.ts";
import { conform, type Conformed } from "../../../functions/pipeline/conform/conform.ts";
import { conformedInForce } from "../../../functions/pipeline/conform/conformed-in-force.ts";
import { DamagedRecords } from "../../../functions/pipeline/conform/stored-partitions.ts";
import { recordsKeys } from "../../../functions/layout.ts";
import { conformedCast } from "../../support/conformed-districts.ts";
import {
  CAST,
  CAST_DAY,
  everything,
  publishDay,
  quiet,
  type MemoryPlaces,
} from "../../support/local-district.ts";

/** The key of the partition of a table at the first school that has one. */
function keyOf({ schools }: ConformedManifest, table: string): string {
  const partition = schools
    .flatMap(({ partitions }) => partitions)
    .find((other) => other.table === table && other.rows > 0);
  return recordsKeys.conformed(CAST, partition!.name, partition!.hash);
}

async function damaged(
  places: MemoryPlaces,
  table: string,
  change: (bytes: Uint8Array) => Uint8Array,
): Promise<string> {
  const key = keyOf((await conformedInForce(places.records, CAST))!, table);
  await places.records.put(key, change((await places.records.get(key))!));
  return key;
}

const again = (places: MemoryPlaces, verify = false): Promise<unknown> =>
  conform(CAST, { name: null, acceptRemovals: false, verify }, places, quiet);

const cutOff = (bytes: Uint8Array): Uint8Array => bytes.slice(0, -9);
/** As many bytes as before, one of them another. */
function flipped(bytes: Uint8Array): Uint8Array {
  const other = bytes.slice();
  other[bytes.length - 40] = (other[bytes.length - 40] ?? 0) ^ 1;
  return other;
}

describe("conformed records that are damaged", () => {
  it.each(["student", "review", "absence"])(
    "are found where the table %s is cut off, and made again by the next ingest",
    async (table) => {
      const places = await conformedCast();
      const whole = await everything(places.records, "conformed/");
      await damaged(places, table, cutOff);
      await expect(publishDay(places, CAST_DAY)).rejects.toThrow(DamagedRecords);
      const after = await again(places);
      expect(after).toMatchObject({ kind: "conformed", isNew: false } satisfies Partial<Conformed>);
      expect(await everything(places.records, "conformed/")).toEqual(whole);
      await publishDay(places, CAST_DAY);
    },
  );

  it("are made again where one is gone", async () => {
    const places = await conformedCast();
    const whole = await everything(places.records, "conformed/");
    const key = keyOf((await conformedInForce(places.records, CAST))!, "plan");
    await places.records.delete([key]);
    await expect(publishDay(places, CAST_DAY)).rejects.toThrow("of the table plan are missing");
    await again(places);
    expect(await everything(places.records, "conformed/")).toEqual(whole);
  });

  it("are never measured where they are as long as before, and an ingest that verifies makes them again", async () => {
    const places = await conformedCast();
    const whole = await everything(places.records, "conformed/");
    const key = await damaged(places, "review", flipped);
    await expect(publishDay(places, CAST_DAY)).rejects.toThrow(
      `of the table review are damaged (${key}): run ilp ingest --district cast --verify`,
    );
    await again(places);
    expect(await everything(places.records, "conformed/")).not.toEqual(whole);
    await again(places, true);
    expect(await everything(places.records, "conformed/")).toEqual(whole);
  });
});

describe("a file as it was read, when that is damaged", () => {
  it.each([
    ["cut off", cutOff],
    ["altered", flipped],
    ["empty", () => new Uint8Array()],
  ])("is read once more where it is %s", async (_how, change) => {
    const places = await conformedCast();
    const whole = await everything(places.records, "conformed/");
    const parts = Object.keys(whole).filter((key) => key.startsWith("conformed/cast/read/"));
    expect(parts.length).toBeGreaterThan(5);
    for (const key of parts) {
      await places.records.put(key, change((await places.records.get(key))!));
    }
    // A partition is gone, so that all files are joined again.
    await places.records.delete([keyOf((await conformedInForce(places.records, CAST))!, "plan")]);
    await again(places);
    expect(await everything(places.records, "conformed/")).toEqual(whole);
  });
});
