import { describe, expect, it } from "vitest";
import { recordsKeys } from "../../../functions/layout.ts";
import { conform, type Conformed } from "../../../functions/pipeline/conform/conform.ts";
import { conformedInForce } from "../../../functions/pipeline/conform/conformed-in-force.ts";
import { inactiveRecords } from "../../../functions/pipeline/conform/inactive-records.ts";
import { receive } from "../../../functions/pipeline/intake/receive.ts";
import { measuredRecordsChanged } from "../../../functions/pipeline/release/records-changed-table.ts";
import { day } from "../../../functions/domain/calendar/day.ts";
import {
  ATTENDANCE_HEADER,
  FERNHILL,
  incoming,
  ingestFiles,
  lines,
  oneTo,
  plans,
  roster,
  type HandedIn,
} from "../../support/ingest-files.ts";
import { everything, freshPlaces, quiet, type MemoryPlaces } from "../../support/local-district.ts";

const attendance = (...days: readonly string[]): HandedIn => [
  "attendance.csv",
  lines(ATTENDANCE_HEADER, ...days.map((of) => `${of},absent,1`)),
];
const APRIL = "0001,2022-04-01";
const FIRST = attendance(APRIL, "0001,2022-05-02", "0002,2022-05-02", "0004,2022-05-02");
/** One absence of May is gone, one is new; no other month and no other table changes. */
const SECOND = attendance(APRIL, "0001,2022-05-02", "0004,2022-05-02", "0004,2022-05-03");

/** The keys of the partitions of a table, of one month where one is given. */
async function keysOf({ records }: MemoryPlaces, table: string, month: string | null = null) {
  const { schools } = (await conformedInForce(records, FERNHILL))!;
  return schools
    .flatMap(({ partitions }) => partitions)
    .filter((partition) => partition.table === table && partition.month === month)
    .map(({ name, hash }) => recordsKeys.conformed(FERNHILL, name, hash));
}

type Damage = (records: MemoryPlaces["records"], key: string) => Promise<void>;

const DAMAGE: readonly (readonly [string, Damage])[] = [
  [
    "flipped in one bit",
    async (records, key) => {
      const bytes = (await records.get(key))!.slice();
      bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1;
      await records.put(key, bytes);
    },
  ],
  ["cut off", async (records, key) => records.put(key, (await records.get(key))!.slice(0, -9))],
  ["gone", (records, key) => records.delete([key])],
];
const [FLIPPED] = DAMAGE.map(([, damage]) => damage);

async function night(
  places: MemoryPlaces,
  files: readonly HandedIn[],
  verify = false,
): Promise<Conformed> {
  await receive(FERNHILL, incoming(files), places, day("2022-06-01"), quiet, { verify });
  const options = { name: null, acceptRemovals: false, verify } as const;
  const conformed = await conform(FERNHILL, options, places, quiet);
  if (conformed.kind !== "conformed") throw new Error("expected a conformed district");
  return conformed;
}

const firstNight = async (): Promise<MemoryPlaces> => {
  const places = await freshPlaces();
  await ingestFiles(places, [...roster(oneTo(8)), FIRST]);
  return places;
};

/** What a second night comes to where nothing is damaged. */
async function undamaged(files: readonly HandedIn[] = [SECOND]) {
  const places = await firstNight();
  const conformed = await night(places, files);
  return { conformed, stored: await everything(places.records, "conformed/") };
}

describe("the version before, where a partition that the night changes is damaged", () => {
  it.each(
    DAMAGE.flatMap(([how, damage]) => [
      [how, false, damage] as const,
      [how, true, damage] as const,
    ]),
  )("is stored again and compared: %s, verified: %s", async (_how, verify, damage) => {
    const whole = await undamaged();
    expect(whole.conformed.changes).toEqual([
      { table: "absence", added: 1, changed: 0, withdrawn: 1 },
    ]);
    const places = await firstNight();
    const keys = await keysOf(places, "absence", "2022-05");
    // One per school.
    expect(keys).toHaveLength(2);
    for (const key of keys) await damage(places.records, key);
    const conformed = await night(places, [SECOND], verify);
    expect(conformed).toEqual({ ...whole.conformed, madeAgain: 2 });
    expect(await everything(places.records, "conformed/")).toEqual(whole.stored);
    expect(await inactiveRecords(places.records, conformed.manifest)).toMatchObject([
      { table: "absence", key: "0002\u00002022-05-02" },
    ]);
  });

  it("is stored again also where another feed has a new version that waits or is of another month", async () => {
    const second = plans(oneTo(8)).replace("P2,0002,ILP,2022,active", "P2,0002,ILP,2022,draft");
    const files: readonly HandedIn[] = [SECOND, ["plans.csv", second]];
    const whole = await undamaged(files);
    const places = await firstNight();
    const damaged = [
      ...(await keysOf(places, "absence", "2022-05")),
      ...(await keysOf(places, "absence", "2022-04")),
      ...(await keysOf(places, "plan")),
    ];
    for (const key of damaged) await FLIPPED!(places.records, key);
    const conformed = await night(places, files);
    expect(conformed).toEqual({ ...whole.conformed, madeAgain: damaged.length });
    expect(await everything(places.records, "conformed/")).toEqual(whole.stored);
  });
});

describe("the version before, where the files as sent do not give it any more", () => {
  /** The attendance file as sent is gone, and what was read of it. */
  async function withoutAttendance(places: MemoryPlaces) {
    const { files } = (await conformedInForce(places.records, FERNHILL))!;
    const { sha256 } = files.find(({ name }) => name === "attendance.csv")!;
    const parts = await places.records.list("conformed/fernhill/read/");
    const gone = parts.filter((key) => key.includes(sha256));
    expect(gone).toHaveLength(1);
    // A good version that another follows is read for its comparison: this one is not to be.
    await places.records.delete([...gone, recordsKeys.raw(FERNHILL, sha256)]);
  }

  it("stops the night where that file is itself in use or compared with, and names it", async () => {
    const places = await firstNight();
    await withoutAttendance(places);
    for (const key of await keysOf(places, "absence", "2022-05"))
      await FLIPPED!(places.records, key);
    await expect(night(places, [SECOND])).rejects.toThrow(
      /the file attendance\.csv as it was sent is missing \(raw\/fernhill\/[0-9a-f]{64}\): send the same file again/,
    );
    // It is sent again, and all is as if nothing had been damaged.
    const whole = await undamaged();
    await night(places, [FIRST, SECOND]);
    const manifest = await conformedInForce(places.records, FERNHILL);
    expect(manifest?.schools).toEqual(whole.conformed.manifest.schools);
  });

  it("goes on where that file is damaged and is read again only to make the version before", async () => {
    const [name, first] = FIRST;
    // No roster has this student: to name the record its file is read once more with every join.
    const unknown: HandedIn = [name, `${first as string}9999,2022-05-02,absent,1\n`];
    const places = await freshPlaces();
    const { manifest } = await ingestFiles(places, [...roster(oneTo(8)), unknown]);
    const { sha256 } = manifest.files.find((file) => file.name === name)!;
    await FLIPPED!(places.records, recordsKeys.raw(FERNHILL, sha256));
    for (const key of await keysOf(places, "absence", "2022-05")) {
      await FLIPPED!(places.records, key);
    }
    expect(await night(places, [SECOND])).toMatchObject({
      ...{ isNew: true, changes: [], madeAgain: 0 },
      notCompared: [{ table: "absence", month: "2022-05", records: 3 }],
    });
  });

  it("goes on where the records are joined otherwise now, and says what it cannot tell", async () => {
    const whole = await undamaged();
    const places = await firstNight();
    const before = (await conformedInForce(places.records, FERNHILL))!;
    // As from an earlier version of the project, which stored the same records otherwise: no file gives these bytes.
    const other = "0".repeat(32);
    const schools = before.schools.map((school) => ({
      ...school,
      partitions: school.partitions.map((partition) =>
        partition.month === "2022-05" ? { ...partition, hash: other } : partition,
      ),
    }));
    const key = recordsKeys.conformedManifest(FERNHILL, before.version);
    const bytes = new TextEncoder().encode(JSON.stringify({ ...before, schools }));
    await places.records.put(key, bytes);
    const conformed = await night(places, [SECOND]);
    const notCompared = [{ table: "absence" as const, month: "2022-05", records: 3 }];
    expect(conformed).toEqual({ ...whole.conformed, changes: [], notCompared });
    expect(await inactiveRecords(places.records, conformed.manifest)).toEqual([]);
    const changed = await measuredRecordsChanged(
      places.records,
      conformed.manifest,
      before.version,
    );
    expect(changed).toEqual([
      {
        key: {
          ...{ table: "absence", tableName: "Absences" },
          ...{ change: "not-compared", changeName: "Not compared" },
        },
        records: 3,
      },
    ]);
    // The next night has a whole version before it, and compares again.
    const third = await night(places, [FIRST]);
    expect(third).toMatchObject({
      changes: [{ table: "absence", added: 1, changed: 0, withdrawn: 1 }],
      notCompared: [],
    });
  });
});
