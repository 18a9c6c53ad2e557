// A log of 100,000 entries on a disk: the time is of a machine, so it is no fast test.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { folderStore } from "../../functions/adapters/folder/folder-store.ts";
import type { LogPage } from "../../functions/console/log-answers.ts";
import { recordsKeys } from "../../functions/layout.ts";
import { consoleAnswer } from "../../functions/pipeline/console/routes/console-answer.ts";
import type { ObjectStore, Places } from "../../functions/pipeline/ports.ts";
import { requestOf, valueOf } from "../support/asked-console.ts";
import { conformedCast } from "../support/conformed-districts.ts";
import { CAST, CAST_DAY, publishDay } from "../support/local-district.ts";
import { setStaff, staffRow } from "../support/staff-of.ts";

const ENTRIES = 100_000;
const DAYS = 30;

describe("the page of a long log", { timeout: 600_000 }, () => {
  const root = mkdtempSync(join(tmpdir(), "ilp-long-log-"));
  let places: Places;
  let second = 0;

  beforeAll(async () => {
    const cast = await conformedCast();
    await publishDay(cast, CAST_DAY);
    await setStaff(cast, [staffRow("O-1", "privacy-officer")]);
    const log = folderStore(root);
    const isOfLog = (key: string): boolean => key.startsWith(`${recordsKeys.accessLog(CAST)}2`);
    for (let place = 0; place < ENTRIES; place++) writeEntry(place);
    const storeOf = (key: string): ObjectStore => (isOfLog(key) ? log : cast.records);
    const records: ObjectStore = {
      ...cast.records,
      get: (key) => storeOf(key).get(key),
      list: (prefix) => storeOf(prefix).list(prefix),
      putIfAbsent: (key, body, type) => storeOf(key).putIfAbsent(key, body, type),
    };
    places = { ...cast, records };
  }, 600_000);
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  /** An entry of one of 200 people, spread over the days. */
  function writeEntry(place: number): void {
    const on = String(1 + (place % DAYS)).padStart(2, "0");
    const instant = new Date(Date.parse(`2022-04-${on}T08:00:00.000Z`) + place * 100).toISOString();
    const path = join(root, recordsKeys.accessLogEntry(CAST, instant, String(place)));
    if (place < DAYS) mkdirSync(dirname(path), { recursive: true });
    const entry = {
      ...{ at: instant, who: `K-${place % 200}`, role: "counselor", isDemo: false },
      ...{
        kind: "see-student",
        what: "students",
        schools: ["CAST-MS"],
        students: 1 + (place % 30),
      },
      ...{ subject: null, isAllowed: true, because: "You are counselor.", through: "console" },
    };
    writeFileSync(path, JSON.stringify(entry));
  }

  const timed = async (address: string): Promise<readonly [LogPage, number]> => {
    const reader = { district: CAST, staff: "O-1", isDemo: false, through: "console" } as const;
    const instant = new Date(Date.UTC(2022, 3, 30, 23, 0, second++)).toISOString();
    const begun = performance.now();
    const page = await valueOf<LogPage>(
      await consoleAnswer(places, reader, requestOf(address, instant)),
    );
    return [page, performance.now() - begun];
  };

  it("opens soon, and then each page and filter at once", async () => {
    const [first, opened] = await timed("/console/log");
    expect(first.all).toBeGreaterThanOrEqual(ENTRIES);
    const [again, reopened] = await timed("/console/log");
    const [filtered, inFilter] = await timed("/console/log?staff=K-7");
    expect(filtered.all).toBe(ENTRIES / 200);
    expect(again.all).toBe(first.all + 1);
    const seconds = [opened, reopened, inFilter].map((time) => (time / 1000).toFixed(2));
    console.log(`${ENTRIES} entries: first ${seconds.join(" s, again ")} s (the last filtered)`);
    // Every entry is read from the disk once after the server starts.
    expect(opened).toBeLessThan(5000);
    expect(reopened).toBeLessThan(1000);
    expect(inFilter).toBeLessThan(1000);
  });
});
