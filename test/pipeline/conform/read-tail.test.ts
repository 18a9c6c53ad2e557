import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { recordsKeys } from "../../../functions/layout.ts";
import { districtKinds } from "../../../functions/pipeline/intake/district-kinds.ts";
import { feeds } from "../../../functions/pipeline/intake/ledger.ts";
import { receive } from "../../../functions/pipeline/intake/receive.ts";
import { readStored } from "../../../functions/pipeline/conform/read-part.ts";
import type { Places } from "../../../functions/pipeline/ports.ts";
import { HEAD_BYTES } from "../../../functions/sources/read/recognize.ts";
import {
  ATTENDANCE_HEADER,
  FERNHILL,
  incoming,
  ingestFiles,
  lines,
  ORGS,
  oneTo,
  roles,
  users,
} from "../../support/ingest-files.ts";
import { Killed, dyingAfter } from "../../support/killed-run.ts";
import { everything, freshPlaces, quiet, type MemoryPlaces } from "../../support/local-district.ts";

const STUDENTS = oneTo(60);

/** A day of attendance of all students: some absent, one of them twice over. */
const ofDay = (on: string): string =>
  lines(
    ...STUDENTS.map((n) => `${String(n).padStart(4, "0")},${on},${n % 7 ? "present" : "absent"},`),
    `0007,${on},excused,0.5`,
    `0007,${on},partial,0.25`,
    `,${on},present,`,
  );

const schoolDay = (nth: number): string =>
  new Date(Date.UTC(2021, 8, 1 + nth)).toISOString().slice(0, 10);
const daysOf = (count: number): string =>
  Array.from({ length: count }, (_, nth) => ofDay(schoolDay(nth))).join("");

/** Long enough that it is recognized by its first bytes alone. */
const YESTERDAY = `${ATTENDANCE_HEADER}\n${daysOf(50)}`;
const TODAY = YESTERDAY + ofDay(schoolDay(50));

/** Places that count which bytes are read of each file as sent. */
function watching(places: MemoryPlaces) {
  const reads: { readonly key: string; readonly from: number }[] = [];
  const { records } = places;
  const watched: Places = {
    ...places,
    records: {
      ...records,
      stream(key, tag) {
        reads.push({ key, from: 0 });
        return records.stream(key, tag);
      },
      streamFrom(key, from) {
        reads.push({ key, from });
        return records.streamFrom(key, from);
      },
    },
  };
  return { places: watched, reads };
}

interface Night {
  readonly text: string;
  readonly on: string;
  readonly name?: string;
}

/** Receives and reads the attendance of some nights, one after the other. */
async function nights(places: Places, all: readonly Night[]): Promise<void> {
  for (const { text, on, name = "daily_attendance.csv" } of all) {
    await receive(FERNHILL, incoming([[name, text]]), places, day(on), quiet);
    await read(places);
  }
}

async function newest({ table }: Pick<Places, "table">) {
  const feed = (await feeds(table, FERNHILL)).at(-1);
  return feed!.newest;
}

async function read(places: Places) {
  const kinds = await districtKinds(places, FERNHILL);
  return readStored(places.records, FERNHILL, await newest(places), kinds);
}

/** What was read of the newest file, in the bytes in which it is kept. */
async function partOf(places: Places): Promise<unknown> {
  const { sha256 } = await newest(places);
  const parts = await everything(places.records, `${PARTS}${sha256}`);
  expect(Object.keys(parts)).toHaveLength(1);
  return parts;
}

/** From which byte on the newest file was read, where it was read from its middle; null where it was read whole. */
async function readFrom({ places, reads }: ReturnType<typeof watching>): Promise<number | null> {
  const key = recordsKeys.raw(FERNHILL, (await newest(places)).sha256);
  return reads.find((read) => read.key === key && read.from > 0)?.from ?? null;
}

const PARTS = `conformed/${FERNHILL}/read/`;
const TONIGHT = "2022-06-02";
const LAST_NIGHT = "2022-06-01";

/** After two nights, what is kept, and from where the second file was read. */
async function secondNight(first: Night, second: Night) {
  const watched = watching(await freshPlaces());
  await nights(watched.places, [first, second]);
  const alone = await freshPlaces();
  await nights(alone, [second]);
  expect(await partOf(watched.places)).toEqual(await partOf(alone));
  return readFrom(watched);
}

describe("an attendance file that goes on", () => {
  it("is read from where the one of the night before ended, and comes to the same", async () => {
    expect(YESTERDAY.length).toBeGreaterThan(HEAD_BYTES);
    const from = await secondNight(
      { text: YESTERDAY, on: LAST_NIGHT },
      { text: TODAY, on: TONIGHT },
    );
    expect(from).toBe(YESTERDAY.length);
  });

  it("may have a new name, which its rejects then have", async () => {
    const from = await secondNight(
      { text: YESTERDAY, on: LAST_NIGHT, name: "daily_attendance_2022-06-01.csv" },
      { text: TODAY, on: TONIGHT, name: "daily_attendance_2022-06-02.csv" },
    );
    expect(from).toBe(YESTERDAY.length);
  });

  it("is read on night after night", async () => {
    const watched = watching(await freshPlaces());
    const texts = [YESTERDAY, TODAY, TODAY + ofDay(schoolDay(51))];
    const dated = texts.map((text, nth) => ({ text, on: `2022-06-0${nth + 1}` }));
    await nights(watched.places, dated);
    expect(await readFrom(watched)).toBe(TODAY.length);
    const alone = await freshPlaces();
    await nights(alone, dated.slice(-1));
    expect(await partOf(watched.places)).toEqual(await partOf(alone));
  });

  const changed = TODAY.replace("0007,2021-09-03,absent", "0007,2021-09-03,present");
  const short = `${ATTENDANCE_HEADER}\n${daysOf(20)}`;
  it.each([
    ["has a record corrected", YESTERDAY, changed],
    ["goes on within the line at which the earlier one was cut", TODAY.slice(0, -100), TODAY],
    ["was so short that it was recognized by less", short, YESTERDAY],
    ["leaves a value open", YESTERDAY, `${TODAY}0001,2021-12-01,present,"\n`],
    ["is shorter now", TODAY, YESTERDAY],
  ])("is read whole where it %s", async (_what, first, second) => {
    const from = await secondNight({ text: first, on: LAST_NIGHT }, { text: second, on: TONIGHT });
    // One that turned out to be broken at its end was first read from the middle.
    expect(from === null || second.endsWith('"\n')).toBe(true);
  });

  it.each([
    ["2024-06-01", true],
    ["2024-06-02", false],
    ["2024-06-03", false],
    ["1921-09-01", false],
  ])("is read whole where a day, %s, was out of the range of June 1, 2022", async (on, isTail) => {
    const text = `${YESTERDAY}0001,${on},absent,\n`;
    const from = await secondNight(
      { text, on: LAST_NIGHT },
      { text: `${text}0002,2024-06-02,absent,\n`, on: TONIGHT },
    );
    expect(from !== null).toBe(isTail);
  });

  it("is read on all the same where both came on one day", async () => {
    const text = `${YESTERDAY}0001,1921-09-01,absent,\n`;
    const more = `${text}0002,1921-09-02,absent,\n`;
    const from = await secondNight({ text, on: TONIGHT }, { text: more, on: TONIGHT });
    expect(from).toBe(text.length);
  });

  it("is read whole where nobody has read the earlier one", async () => {
    const watched = watching(await freshPlaces());
    const files = incoming([["daily_attendance.csv", YESTERDAY]]);
    await receive(FERNHILL, files, watched.places, day(LAST_NIGHT), quiet);
    await nights(watched.places, [{ text: TODAY, on: TONIGHT }]);
    expect((await newest(watched.places)).beginsWith).toMatchObject({ bytes: YESTERDAY.length });
    expect(await readFrom(watched)).toBeNull();
  });

  it("is read whole where what was read of the earlier one is cut off", async () => {
    const watched = watching(await freshPlaces());
    await nights(watched.places, [{ text: YESTERDAY, on: LAST_NIGHT }]);
    const { records } = watched.places;
    for (const key of await records.list(PARTS)) {
      await records.put(key, (await records.get(key))!.slice(0, -100));
    }
    await nights(watched.places, [{ text: TODAY, on: TONIGHT }]);
    expect(await readFrom(watched)).toBeNull();
    const alone = await freshPlaces();
    await nights(alone, [{ text: TODAY, on: TONIGHT }]);
    expect(await partOf(watched.places)).toEqual(await partOf(alone));
  });

  it("ends in the same bytes wherever a night is killed", async () => {
    const files = (attendance: string) =>
      [
        ["orgs.csv", ORGS],
        ["users.csv", users(STUDENTS)],
        ["roles.csv", roles(STUDENTS)],
        ["daily_attendance.csv", attendance],
      ] as const;
    const evening = await freshPlaces();
    await ingestFiles(evening, files(YESTERDAY), { on: LAST_NIGHT });
    const tonight = (places: Places) => ingestFiles(places, files(TODAY), { on: TONIGHT });
    const copied = (): MemoryPlaces => ({
      ...{ records: evening.records.copy(), public: evening.public.copy() },
      table: evening.table.copy(),
    });
    const whole = copied();
    await tonight(whole);
    const kept = await everything(whole.records);
    let kills = 0;
    for (; ; kills++) {
      const places = copied();
      try {
        await tonight(dyingAfter(places, kills));
        break;
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
      }
      await tonight(places);
      expect(await everything(places.records)).toEqual(kept);
    }
    expect(kills).toBeGreaterThan(5);
  });
});
