import { describe, expect, it } from "vitest";
import { datedFiles, exportDays } from "../../functions/conformed/export-days.ts";
import { day } from "../../functions/domain/calendar/day.ts";
import type { Feed, FileVersion } from "../../functions/sources/feeds/feed.ts";

const version = (sha256: string, on: string, repeatedOn?: string): FileVersion => ({
  ...{ name: `${sha256}.csv`, package: "", sha256, encoding: "utf-8", batch: 1, place: 0 },
  ...{ on: day(on), receivedOn: day(on), statedMode: null },
  ...(repeatedOn !== undefined && { repeatedOn: day(repeatedOn) }),
});
const feed = (newest: FileVersion, more: Partial<Feed> = {}): Feed => ({
  ...{ kind: "k", series: newest.sha256, mode: "bulk", newest, good: newest, older: [] },
  ...more,
});
const judged = (
  sha256: string,
  outcome: "used" | "waiting",
  persons: number,
  enrollments: number,
  reviews = 0,
) => ({
  outcome,
  file: {
    sha256,
    rows: {
      ...{ person: { length: persons }, enrollment: { length: enrollments } },
      ...{ plan: { length: 0 }, goal: { length: 0 }, actionStep: { length: 0 } },
      ...{ review: { length: reviews }, planAssent: { length: 0 }, planComponent: { length: 0 } },
    },
  },
});
const NO_FILES = datedFiles([]);
const enrollmentDay = (feeds: readonly Feed[]) =>
  exportDays({ ...NO_FILES, enrollment: feeds.map(({ newest }) => newest.sha256) }, feeds)
    .enrollment;

describe("the files whose day matters", () => {
  it("are those in use that have a student, an enrollment, or anything of plans", () => {
    const files = [
      judged("b", "used", 2, 0),
      judged("a", "used", 1, 1),
      judged("c", "waiting", 1, 1),
      judged("d", "used", 0, 0, 1),
    ];
    expect(datedFiles(files)).toEqual({
      ...{ person: ["a", "b"], enrollment: ["a"], review: ["d"] },
      ...{ plan: [], goal: [], actionStep: [], planAssent: [], planComponent: [] },
    });
  });
});

describe("the days of exports", () => {
  it("are those of the oldest of the files that have any of the records", () => {
    const feeds = [
      feed(version("a", "2022-06-01")),
      feed(version("b", "2022-05-01")),
      feed(version("c", "2022-04-01")),
      feed(version("d", "2022-07-01"), { kind: "other" }),
    ];
    expect(exportDays({ ...NO_FILES, person: ["a", "d"], enrollment: ["a", "b"] }, feeds)).toEqual({
      person: { on: "2022-06-01", file: "a.csv" },
      enrollment: { on: "2022-05-01", file: "b.csv" },
    });
  });

  it("are those of the file in use, not of a newer one that waits", () => {
    const [waits, good, older] = [
      version("new", "2022-06-09"),
      version("good", "2022-05-01"),
      version("older", "2022-05-20"),
    ];
    const feeds = [feed(waits, { good, older: [older] })];
    expect(exportDays({ ...NO_FILES, person: ["older"], enrollment: ["good"] }, feeds)).toEqual({
      person: { on: "2022-05-20", file: "older.csv" },
      enrollment: { on: "2022-05-01", file: "good.csv" },
    });
  });

  it("are later where the same bytes came again", () => {
    expect(enrollmentDay([feed(version("a", "2022-05-01", "2022-07-01"))])).toEqual({
      on: "2022-07-01",
      file: "a.csv",
    });
  });

  it.each<[string, readonly Feed[], string]>([
    [
      "the last of the changes to one complete file",
      [
        feed(version("whole", "2022-05-01")),
        feed(version("first", "2022-05-02"), { mode: "delta" }),
        feed(version("last", "2022-06-02"), { mode: "delta" }),
      ],
      "last.csv",
    ],
    [
      "the last of changes alone",
      [
        feed(version("first", "2022-05-02"), { mode: "delta" }),
        feed(version("last", "2022-06-02"), { mode: "delta" }),
      ],
      "last.csv",
    ],
    [
      "the older of two complete files, whichever of them later changes belong to",
      [
        feed(version("north", "2022-05-01")),
        feed(version("south", "2022-05-03")),
        feed(version("change", "2022-06-02"), { mode: "delta" }),
      ],
      "north.csv",
    ],
    [
      "the complete file of another kind, which the changes do not change",
      [
        feed(version("whole", "2022-05-01"), { kind: "other" }),
        feed(version("change", "2022-06-02"), { mode: "delta" }),
      ],
      "whole.csv",
    ],
    [
      "the last of the files that add up under one name",
      [
        feed(version("may", "2022-05-31"), { mode: "append", series: "entries-2022-05-31.csv" }),
        feed(version("june", "2022-06-30"), { mode: "append", series: "entries-2022-06-30.csv" }),
      ],
      "june.csv",
    ],
    [
      "the older of files that add up under two names",
      [
        feed(version("may", "2022-05-31"), { mode: "append", series: "north.csv" }),
        feed(version("june", "2022-06-30"), { mode: "append", series: "south.csv" }),
      ],
      "may.csv",
    ],
  ])("are those of %s", (_which, feeds, file) => {
    expect(enrollmentDay(feeds)?.file).toBe(file);
  });

  it("are not known of a file that the ledger does not have", () => {
    expect(exportDays({ ...NO_FILES, person: [], enrollment: ["gone"] }, [])).toEqual({});
    expect(
      exportDays({ ...NO_FILES, person: [], enrollment: ["a", "gone"] }, [
        feed(version("a", "2022-05-01")),
      ]),
    ).toEqual({});
  });
});
