import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { conform } from "../../../functions/pipeline/conform/conform.ts";
import { readAhead, type ReadBeside } from "../../../functions/pipeline/conform/read-ahead.ts";
import { readStored } from "../../../functions/pipeline/conform/read-part.ts";
import { districtKinds } from "../../../functions/pipeline/intake/district-kinds.ts";
import { feeds } from "../../../functions/pipeline/intake/ledger.ts";
import { receive } from "../../../functions/pipeline/intake/receive.ts";
import type { Places } from "../../../functions/pipeline/ports.ts";
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

const MIB = 2 ** 20;

/** A store that says how many bytes the files as sent have, by their names. */
async function saying(places: Places, mib: Sizes): Promise<Places> {
  const { records, table } = places;
  const bytesOf = new Map(
    (await feeds(table, FERNHILL)).map(({ newest: { name, sha256 } }) => [
      `raw/${FERNHILL}/${sha256}`,
      (mib[name] ?? 0) * MIB,
    ]),
  );
  return {
    ...places,
    records: { ...records, size: async (key) => bytesOf.get(key) ?? records.size(key) },
  };
}

interface Sizes {
  readonly [file: string]: number;
}

/** A district whose files were received and not read. */
async function received(mib: Sizes) {
  const places = await freshPlaces();
  await receive(FERNHILL, incoming(FILES), places, day("2022-06-01"), quiet);
  return await saying(places, mib);
}

const LARGE = { "daily_attendance.csv": 32 };

const kindsAhead = async (places: Places, readBeside: ReadBeside | null) => {
  const kinds = await districtKinds(places, FERNHILL);
  const reading = { records: places.records, district: FERNHILL, kinds };
  const ahead = await readAhead(reading, await feeds(places.table, FERNHILL), readBeside);
  await Promise.all(ahead.values());
  return [...ahead.keys()].map(({ kind }) => kind);
};

const NO_READING: ReadBeside = (files) => files.map(() => Promise.resolve());

describe("readAhead", () => {
  it.each([
    ["attendance from 32 MiB on", { "daily_attendance.csv": 32 }, ["daily_attendance"]],
    ["no less of it", { "daily_attendance.csv": 32 - 1 / MIB }, []],
    // 26 MiB take as long as 312 of attendance: not more than 216 and 96 for compiling.
    [
      "no others",
      { "daily_attendance.csv": 216, "users.csv": 26, "roles.csv": 9 },
      ["daily_attendance"],
    ],
    [
      "others where this thread would be the later one",
      { "daily_attendance.csv": 215, "users.csv": 26, "roles.csv": 9, "orgs.csv": 1 },
      ["daily_attendance", "roles"],
    ],
    ["others without attendance", { "users.csv": 9, "roles.csv": 8, "orgs.csv": 1 }, ["roles"]],
  ])("reads %s", async (_which, sizes, expected) => {
    const places = await received(sizes);
    expect(await kindsAhead(places, NO_READING)).toEqual(
      expected.map((name) => expect.stringContaining(`/${name}.csv`)),
    );
  });

  it("reads no files of changes, which a later complete file may contain", async () => {
    const { records, table } = await received(LARGE);
    const kinds = await districtKinds({ records, table }, FERNHILL);
    const changes = (await feeds(table, FERNHILL)).map((feed) => ({
      ...feed,
      mode: "delta" as const,
    }));
    const reading = { records, district: FERNHILL, kinds };
    expect(await readAhead(reading, changes, NO_READING)).toEqual(new Map());
  });

  it("reads nothing where there is nobody to do it, or it was read", async () => {
    const places = await received(LARGE);
    expect(await kindsAhead(places, null)).toEqual([]);
    const [feed] = await feeds(places.table, FERNHILL);
    await readStored(
      ...([places.records, FERNHILL, feed!.newest] as const),
      await districtKinds(places, FERNHILL),
    );
    const failing: ReadBeside = () => [Promise.reject(new Error("not asked"))];
    expect(await kindsAhead(places, failing)).toEqual([]);
  });

  const conformed = (places: Places, readBeside: ReadBeside | null) =>
    conform(FERNHILL, { name: null, acceptRemovals: false }, places, quiet, readBeside);

  /** So that attendance and roles are read beside. */
  const SHARED = { ...LARGE, "users.csv": 19, "roles.csv": 9, "orgs.csv": 1 };

  it("changes nothing of what is conformed", async () => {
    const alone = await received(SHARED);
    await conformed(alone, null);
    const places = await received(SHARED);
    const read: string[] = [];
    const beside: ReadBeside = (files, kinds) => {
      let last = Promise.resolve();
      return files.map((file) => {
        last = last.then(async () => {
          await readStored(places.records, FERNHILL, file, kinds);
          read.push(file.name);
        });
        return last;
      });
    };
    const { kind } = await conformed(places, beside);
    expect([kind, ...read]).toEqual(["conformed", "daily_attendance.csv", "roles.csv"]);
    expect(await everything(places.records)).toEqual(await everything(alone.records));
  });

  it("fails where that reading fails, and comes to the same afterwards", async () => {
    const places = await received(SHARED);
    const failing: ReadBeside = (files) =>
      files.map(() => Promise.reject(new Error("out of memory")));
    await expect(conformed(places, failing)).rejects.toThrow("out of memory");
    await conformed(places, null);
    const alone = await received(SHARED);
    await conformed(alone, null);
    expect(await everything(places.records)).toEqual(await everything(alone.records));
  });
});
