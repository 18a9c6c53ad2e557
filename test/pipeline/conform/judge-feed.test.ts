import { describe, expect, it } from "vitest";
import type { Day } from "../../../functions/domain/calendar/day.ts";
import type { CanonicalRows } from "../../../functions/sources/read/canonical-rows.ts";
import { UNSTATED } from "../../../functions/sources/read/record-state.ts";
import { heldColumns, type ReadFile, noRows } from "../../../functions/join/rows/held-rows.ts";
import type { RemovalRuling } from "../../../functions/conformed/removal-rulings.ts";
import { olderGood, type Feed, type FileVersion } from "../../../functions/sources/feeds/feed.ts";
import { removalsOf } from "../../../functions/conformed/removal-guard.ts";
import { outcomeOf } from "../../../functions/pipeline/conform/judge-feed.ts";

const GUARDS = { maximumRejectShare: 0.1, maximumRemovalShare: 0.2, minimumRecords: 0 };

const version = (sha256: string): FileVersion => ({
  ...{ name: "students.csv", package: "", sha256, encoding: "utf-8" },
  ...{ on: "2021-09-01" as Day, batch: 1, place: 0, statedMode: null },
});
const NEWEST = version("b");

/** A file of so many students, with so many rejected records. */
const file = (students: number, rejected = 0, minimumRecords = 0): ReadFile =>
  ({
    ...{ name: "students.csv", sha256: "b" },
    reading: {
      ...{ outcome: "used", records: students + rejected, rejected },
      kind: { guards: { ...GUARDS, minimumRecords } },
    },
    rows: {
      ...noRows(),
      person: heldColumns(
        Array.from({ length: students }, (_, record) => ({
          ...{ ...UNSTATED, record },
          row: { student: `S-${record}` } as CanonicalRows["person"],
        })),
      ),
    },
    attendance: null,
  }) as unknown as ReadFile;

const feed = (mode: Feed["mode"], good: FileVersion | null = null): Feed => ({
  ...{ kind: "students", series: "students.csv", mode, newest: NEWEST, good, older: [] },
});

const outcome = (
  read: ReadFile,
  before: ReadFile | null,
  { mode = "bulk", ruling = null }: { mode?: Feed["mode"]; ruling?: RemovalRuling | null } = {},
) =>
  outcomeOf(
    read,
    before === null ? null : removalsOf(read, { file: before, rejected: new Set() }),
    feed(mode, before === null ? null : version("a")),
    { rulingOn: () => ruling },
  );

describe("a version of a file", () => {
  it.each([
    ["a tenth of 20 records is rejected", file(18, 2), null, "used"],
    ["more than a tenth of 20 records is rejected", file(17, 3), null, "stopped"],
    ["more than a tenth of 19 records is rejected", file(16, 3), null, "used"],
    ["more than a tenth of 19 is, and there is a good version", file(16, 3), file(16), "stopped"],
    ["all of 2 records are rejected", file(0, 2), null, "stopped"],
    ["it has no record and is the first", file(0), null, "used"],
    ["it has no record and there is a good version", file(0), file(1), "stopped"],
    ["it has as many records as the profile asks for", file(5, 0, 5), null, "used"],
    ["it has one record fewer than the profile asks for", file(4, 0, 5), null, "stopped"],
    ["a fifth of the students are gone", file(80), file(100), "used"],
    ["more than a fifth of the students are gone", file(79), file(100), "waiting"],
  ] as const)("is used, stopped or waits where %s", (_fact, read, before, expected) => {
    expect(outcome(read, before)).toBe(expected);
  });

  it("waits where it adds to files of other names: it takes the place of the one of its own name", () => {
    expect(outcome(file(79), file(100), { mode: "append" })).toBe("waiting");
    expect(outcome(file(80), file(100), { mode: "append" })).toBe("used");
    expect(outcome(file(0), file(100), { mode: "append" })).toBe("stopped");
  });

  it("is used where it removes many and somebody has accepted that, or where it only changes some", () => {
    expect(outcome(file(10), file(100), { ruling: "accepted" })).toBe("used");
    expect(outcome(file(10), file(100), { mode: "delta" })).toBe("used");
  });

  it("does not remove records of the one before that were rejected", () => {
    const rejected = new Set(Array.from({ length: 21 }, (_, index) => 79 + index));
    const before = { file: file(100), rejected };
    const removals = removalsOf(file(79), before);
    expect(removals).toEqual([]);
    expect(outcomeOf(file(79), removals, feed("bulk"), { rulingOn: () => null })).toBe("used");
  });

  it("is refused where somebody has said so, and only where it would have waited", () => {
    expect(outcome(file(79), file(100), { ruling: "refused" })).toBe("refused");
    expect(outcome(file(80), file(100), { ruling: "refused" })).toBe("used");
  });

  it("says what it removes of each type, and nothing of a type that it has whole", () => {
    expect(removalsOf(file(79), { file: file(100), rejected: new Set() })).toEqual([
      { type: "person", before: 100, gone: 21 },
    ]);
  });
});

describe("the older good version", () => {
  it.each([
    ["none where there is no good one", null, null],
    ["none where the newest is the good one", version("b"), null],
    ["the good one where the newest is another", version("a"), version("a")],
  ] as const)("is %s", (_fact, good, expected) => {
    expect(olderGood(feed("bulk", good))).toEqual(expected);
  });
});
