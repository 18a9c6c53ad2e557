import { beforeAll, describe, expect, it } from "vitest";
import type { LogEntry } from "../../../functions/access/log-entry.ts";
import type { LogPage } from "../../../functions/console/log-answers.ts";
import { studentKeys } from "../../../functions/hashing/student-keys.ts";
import {
  accessSecret,
  noteAccess,
  subjectOf,
} from "../../../functions/pipeline/console/access-log.ts";
import { consoleAnswer } from "../../../functions/pipeline/console/routes/console-answer.ts";
import { conformedCast } from "../../support/conformed-districts.ts";
import { CAST, CAST_DAY, publishDay, type MemoryPlaces } from "../../support/local-district.ts";
import { requestOf, textOf, valueOf } from "../../support/asked-console.ts";
import { setStaff, staffRow } from "../../support/staff-of.ts";

const STUDENT = "C-0404";

const entry = (instant: string, given: Partial<LogEntry> = {}): LogEntry => ({
  ...{
    at: instant,
    who: "K-1",
    role: "counselor",
    isDemo: false,
    kind: "see-student",
    what: "students",
  },
  ...{
    schools: ["CAST-MS"],
    students: 12,
    subject: null,
    isAllowed: true,
    because: "",
    through: "console",
  },
  ...given,
});

describe("the log as the privacy officer reads it", () => {
  let places: MemoryPlaces;
  let second = 0;
  let reads = 0;
  let most = 0;

  beforeAll(async () => {
    places = await conformedCast();
    await publishDay(places, CAST_DAY);
    await setStaff(places, [
      staffRow("O-1", "privacy-officer"),
      staffRow("P-1", "principal", ["CAST-MS"]),
    ]);
    const { records } = places;
    for (let on = 10; on < 16; on++)
      await noteAccess(records, CAST, entry(`2022-05-${on}T08:00:00.000Z`));
    await noteAccess(records, CAST, entry("2022-05-20T08:00:00.000Z", { students: 262 }));
    // A refused look has named nobody, and signing in is no look.
    await noteAccess(
      records,
      CAST,
      entry("2022-05-20T09:00:00.000Z", { isAllowed: false, students: 900 }),
    );
    await noteAccess(
      records,
      CAST,
      entry("2022-05-20T07:00:00.000Z", { kind: "open-session", students: null }),
    );
    const subject = await subjectOf(records, CAST, STUDENT);
    await noteAccess(
      records,
      CAST,
      entry("2022-05-20T10:00:00.000Z", { subject, students: 1, what: "student" }),
    );
    await noteAccess(
      records,
      CAST,
      entry("2022-01-05T10:00:00.000Z", { subject, students: 1, who: "P-1", role: "principal" }),
    );
  }, 120_000);

  const ask = async (query: string, more: Parameters<typeof requestOf>[2] = {}, staff = "O-1") =>
    consoleAnswer(
      { ...places, records: { ...places.records, get: counted } },
      { district: CAST, staff, isDemo: false, through: "console" },
      requestOf(
        `/console/log${query}`,
        new Date(Date.UTC(2022, 4, 21, 8, 0, second++)).toISOString(),
        more,
      ),
    );
  /** How many objects of the log are being read at once. */
  async function counted(key: string): Promise<Uint8Array | null> {
    if (!/access-log\/.*json$/.test(key)) return places.records.get(key);
    most = Math.max(most, ++reads);
    await Promise.resolve();
    const bytes = await places.records.get(key);
    reads--;
    return bytes;
  }
  const page = async (query: string, more: Parameters<typeof requestOf>[2] = {}) =>
    valueOf<LogPage>(await ask(query, more));

  it("puts the unusual day first, with how many students were named and what is usual", async () => {
    const { days, from, until, people } = await page("");
    expect([from, until]).toEqual(["2022-04-22", "2022-05-21"]);
    expect(days[0]).toMatchObject({
      ...{ who: "K-1", on: "2022-05-20", students: 263, looks: 3, isUnusual: true },
      because: "263 students named on May 20, 2022; this person’s usual day has 12.",
    });
    expect(days.filter(({ isUnusual }) => isUnusual)).toHaveLength(1);
    expect(people).toEqual(["K-1", "O-1"]);
    expect(most).toBeGreaterThan(1);
  });

  it.each([
    ["a key", "?from=2022-01-01", (key: string) => ({ student: key })],
    ["an id", "?from=2022-01-01", () => ({ search: STUDENT })],
  ])(
    "says who has seen one student, by %s, of the days asked for alone",
    async (_, query, more) => {
      const key = studentKeys(await accessSecret(places.records, CAST)).keyOf(STUDENT);
      const { entries, days, ofStudent } = await page(query, more(key));
      const looks = entries.filter(({ kind }) => kind === "see-student");
      expect(looks.map(({ who, at: instant }) => [who, instant.slice(0, 10)])).toEqual([
        ["K-1", "2022-05-20"],
        ["P-1", "2022-01-05"],
      ]);
      expect(days).toEqual([]);
      expect(ofStudent).toContain("is in the log as a list");
      const recent = await page("", more(key));
      expect(recent.entries.filter(({ kind }) => kind === "see-student")).toHaveLength(1);
    },
  );

  it("names nobody, whatever is typed, and says how many fit", async () => {
    const answer = await ask("", { search: "a" });
    const text = await textOf(answer);
    expect((JSON.parse(text) as LogPage).ofStudent).toMatch(/^\d+ students fit what was typed/);
    expect((JSON.parse(text) as LogPage).entries).toEqual([]);
    const unknown = await page("", { search: "Nobody Atall" });
    expect(unknown.ofStudent).toContain("No student of the current edition fits");
    // The search itself is a look at the log.
    expect(unknown.entries.map(({ kind }) => kind)).toEqual(["see-log"]);
  });

  it("gives all that is shown as a file, and refuses days that nobody can mean", async () => {
    const csv = await textOf(await ask(".csv?staff=K-1"));
    expect(csv.trim().split("\r\n")).toHaveLength(1 + 10);
    for (const query of ["?from=May", "?from=2022-05-02&until=2022-05-01", "?from=2020-01-01"]) {
      expect((await ask(query)).status, query).toBe(400);
    }
    expect((await ask("", {}, "P-1")).status).toBe(403);
  });
});
