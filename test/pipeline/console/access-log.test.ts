import { describe, expect, it } from "vitest";
import type { LogEntry } from "../../../functions/access/log-entry.ts";
import { districtId } from "../../../functions/domain/ids.ts";
import { tableKeys } from "../../../functions/layout.ts";
import {
  noteAccess,
  readAccessLog,
  subjectOf,
  WHOLE_LOG,
} from "../../../functions/pipeline/console/access-log.ts";
import { MalformedCursor } from "../../../functions/pipeline/ports.ts";
import { CAST, everything, freshPlaces } from "../../support/local-district.ts";

const entry = (given: Partial<LogEntry> = {}): LogEntry => ({
  ...{ at: "2022-03-15T08:00:00.000Z", who: "S-1", role: "principal", isDemo: false },
  ...{ kind: "see-student", what: "students", schools: ["A"], students: 3, subject: null },
  ...{ isAllowed: true, because: "You are principal of North.", through: "console" },
  ...given,
});

describe("the access log", () => {
  it("keeps two looks of one instant, and nothing that was written changes", async () => {
    const places = await freshPlaces();
    await noteAccess(places.records, CAST, entry());
    const before = await everything(places.records, "access-log/");
    await noteAccess(places.records, CAST, entry({ who: "S-2" }));
    await noteAccess(places.records, CAST, entry());
    const after = await everything(places.records, "access-log/");
    expect(Object.keys(after)).toHaveLength(3);
    expect(after).toMatchObject(before);
    const { entries } = await readAccessLog(places, CAST, WHOLE_LOG, 10, null);
    expect(entries.map(({ who }) => who).sort()).toEqual(["S-1", "S-1", "S-2"]);
  });

  it("is read the newest first, page by page, none twice and none left out", async () => {
    const places = await freshPlaces();
    const instants = [
      "2022-03-14T23:59:59.999Z",
      "2022-03-15T00:00:00.000Z",
      "2022-03-15T08:00:00.000Z",
      "2022-03-16T00:00:00.000Z",
    ];
    for (const instant of instants) await noteAccess(places.records, CAST, entry({ at: instant }));
    const read: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof readAccessLog>> = await readAccessLog(
        places,
        CAST,
        WHOLE_LOG,
        2,
        after,
      );
      read.push(...page.entries.map(({ at: instant }) => instant));
      after = page.next;
    } while (after !== null);
    expect(read).toEqual(instants.toReversed());
    await expect(readAccessLog(places, CAST, WHOLE_LOG, 2, "../raw")).rejects.toThrow(
      MalformedCursor,
    );
  });

  it.each<[string, Partial<typeof WHOLE_LOG>, number]>([
    ["from the day before", { from: "2022-03-14" }, 2],
    ["from the day itself", { from: "2022-03-15" }, 2],
    ["from the day after", { from: "2022-03-16" }, 0],
    ["until the day before", { until: "2022-03-14" }, 0],
    ["until the day itself", { until: "2022-03-15" }, 2],
    ["of one who looked", { who: "S-2" }, 1],
    ["of a school, and of the whole district", { school: "A" }, 2],
    ["of another school, and of the whole district", { school: "B" }, 1],
    ["of a kind", { kind: "see-figures" }, 1],
  ])("finds %s", async (_name, filter, many) => {
    const places = await freshPlaces();
    await noteAccess(places.records, CAST, entry());
    await noteAccess(
      places.records,
      CAST,
      entry({ who: "S-2", kind: "see-figures", schools: null }),
    );
    const { entries } = await readAccessLog(places, CAST, { ...WHOLE_LOG, ...filter }, 10, null);
    expect(entries).toHaveLength(many);
  });

  it("reads what versions before noted in the table", async () => {
    const places = await freshPlaces();
    const instant = "2021-12-01T07:00:00.000Z";
    await places.table.put({
      ...tableKeys.formerAccess(CAST, instant, "0123abcd"),
      ...{
        reader: "this machine",
        because: "You opened this list.",
        path: "/staff/worklist",
        school: "A",
        at: instant,
      },
    });
    await noteAccess(places.records, CAST, entry());
    const { entries } = await readAccessLog(places, CAST, WHOLE_LOG, 10, null);
    expect(entries.map(({ who, what }) => [who, what])).toEqual([
      ["S-1", "students"],
      ["this machine", "worklist"],
    ]);
  });

  it("has one name for a student that is not the student's, and another in another district", async () => {
    const { records } = await freshPlaces();
    const name = await subjectOf(records, CAST, "C-0401");
    expect(name).toMatch(/^[0-9a-f]{24}$/);
    expect(await subjectOf(records, CAST, "C-0401")).toBe(name);
    expect(await subjectOf(records, CAST, "C-0402")).not.toBe(name);
    expect(await subjectOf(records, districtId("other"), "C-0401")).not.toBe(name);
  });
});
