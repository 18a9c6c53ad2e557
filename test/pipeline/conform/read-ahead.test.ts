import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { conform } from "../../../functions/pipeline/conform/conform.ts";
import { readAhead, type ReadBeside } from "../../../functions/pipeline/conform/read-ahead.ts";
import { readStored } from "../../../functions/pipeline/conform/read-part.ts";
import { districtKinds } from "../../../functions/pipeline/intake/district-kinds.ts";
import { feeds } from "../../../functions/pipeline/intake/ledger.ts";
import { receive } from "../../../functions/pipeline/intake/receive.ts";
import type { ObjectStore, Places } from "../../../functions/pipeline/ports.ts";
import {
  ATTENDANCE_HEADER,
  FERNHILL,
  incoming,
  lines,
  ORGS,
  oneTo,
  roles,
  users,
} from "../../support/ingest-files.ts";
import { everything, freshPlaces, quiet } from "../../support/local-district.ts";

const ATTENDANCE = lines(
  ATTENDANCE_HEADER,
  ...oneTo(30).map((n) => `${String(n).padStart(4, "0")},2021-09-01,absent,`),
);
const FILES = [
  ["daily_attendance.csv", ATTENDANCE],
  ["orgs.csv", ORGS],
  ["users.csv", users(oneTo(30))],
  ["roles.csv", roles(oneTo(30))],
] as const;

const MIB_32 = 32 * 2 ** 20;

/** A store that says of its files as sent that they have so many bytes. */
const saying = (records: ObjectStore, bytes: number): ObjectStore => ({
  ...records,
  size: async (key) => {
    const size = await records.size(key);
    return size !== null && key.startsWith("raw/") ? bytes : size;
  },
});

/** A district whose files were received and not read. */
async function received(bytes: number) {
  const places = await freshPlaces();
  await receive(FERNHILL, incoming(FILES), places, day("2022-06-01"), quiet);
  return { ...places, records: saying(places.records, bytes) };
}

const kindsAhead = async (places: Places, readBeside: ReadBeside | null) => {
  const kinds = await districtKinds(places, FERNHILL);
  const reading = {
    records: places.records,
    district: FERNHILL,
    kinds,
    hashedNow: new Set<string>(),
  };
  const ahead = await readAhead(reading, await feeds(places.table, FERNHILL), readBeside);
  await Promise.all(ahead.values());
  return [...ahead.keys()].map(({ kind }) => kind);
};

describe("readAhead", () => {
  it.each([
    [MIB_32 - 1, []],
    [MIB_32, ["plain/daily_attendance.csv"]],
  ])("reads attendance alone, from 32 MiB on: of %i bytes", async (bytes, expected) => {
    const read: string[] = [];
    const beside: ReadBeside = async ({ name }) => {
      read.push(name);
    };
    expect(await kindsAhead(await received(bytes), beside)).toEqual(expected);
    expect(read).toHaveLength(expected.length);
  });

  it("reads nothing where there is nobody to do it, or it was read", async () => {
    const places = await received(MIB_32);
    expect(await kindsAhead(places, null)).toEqual([]);
    const [feed] = await feeds(places.table, FERNHILL);
    await readStored(
      ...([places.records, FERNHILL, feed!.newest] as const),
      await districtKinds(places, FERNHILL),
    );
    expect(await kindsAhead(places, () => Promise.reject(new Error("not asked")))).toEqual([]);
  });

  const conformed = (places: Places, readBeside: ReadBeside | null) =>
    conform(FERNHILL, { name: null, acceptRemovals: false }, places, quiet, readBeside);

  it("changes nothing of what is conformed", async () => {
    const alone = await received(MIB_32);
    await conformed(alone, null);
    const places = await received(MIB_32);
    let isRead = false;
    const beside: ReadBeside = async (file, kinds) => {
      await readStored(places.records, FERNHILL, file, kinds);
      isRead = true;
    };
    const { kind } = await conformed(places, beside);
    expect([kind, isRead]).toEqual(["conformed", true]);
    expect(await everything(places.records)).toEqual(await everything(alone.records));
  });

  it("fails where that reading fails, and comes to the same afterwards", async () => {
    const places = await received(MIB_32);
    const failing: ReadBeside = () => Promise.reject(new Error("out of memory"));
    await expect(conformed(places, failing)).rejects.toThrow("out of memory");
    await conformed(places, null);
    const alone = await received(MIB_32);
    await conformed(alone, null);
    expect(await everything(places.records)).toEqual(await everything(alone.records));
  });
});
