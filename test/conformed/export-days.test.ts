import { describe, expect, it } from "vitest";
import { exportDays, rosterFiles } from "../../functions/conformed/export-days.ts";
import { day } from "../../functions/domain/calendar/day.ts";
import type { Feed, FileVersion } from "../../functions/sources/feeds/feed.ts";

const version = (sha256: string, on: string, repeatedOn?: string): FileVersion => ({
  ...{ name: "f.csv", package: "", sha256, encoding: "utf-8", batch: 1, place: 0 },
  ...{ on: day(on), receivedOn: day(on), statedMode: null },
  ...(repeatedOn !== undefined && { repeatedOn: day(repeatedOn) }),
});
const feed = (newest: FileVersion, more: Partial<Feed> = {}): Feed => ({
  ...{ kind: "k", series: newest.sha256, mode: "bulk", newest, good: newest, older: [] },
  ...more,
});
const judged = (sha256: string, outcome: "used" | "waiting", persons: number, stays: number) => ({
  outcome,
  file: { sha256, rows: { person: { length: persons }, enrollment: { length: stays } } },
});

describe("the files of the roster", () => {
  it("are those in use that have a student, or an enrollment", () => {
    const files = [
      judged("b", "used", 2, 0),
      judged("a", "used", 1, 1),
      judged("c", "waiting", 1, 1),
    ];
    expect(rosterFiles(files)).toEqual({ person: ["a", "b"], enrollment: ["a"] });
  });
});

describe("the days of the roster", () => {
  it("are those of the newest file that has any of the records", () => {
    const feeds = [
      feed(version("a", "2022-06-01")),
      feed(version("b", "2022-05-01")),
      feed(version("c", "2022-07-01")),
    ];
    expect(exportDays({ person: ["a", "b"], enrollment: ["b"] }, feeds)).toEqual({
      person: "2022-06-01",
      enrollment: "2022-05-01",
    });
  });

  it("are those of the file in use, not of a newer one that waits", () => {
    const [waits, good, older] = [
      version("new", "2022-06-09"),
      version("good", "2022-05-01"),
      version("older", "2022-05-20"),
    ];
    const feeds = [feed(waits, { good, older: [older] })];
    expect(exportDays({ person: ["older"], enrollment: ["good"] }, feeds)).toEqual({
      person: "2022-05-20",
      enrollment: "2022-05-01",
    });
  });

  it("are later where the same bytes came again", () => {
    const feeds = [feed(version("a", "2022-05-01", "2022-07-01"))];
    expect(exportDays({ person: [], enrollment: ["a"] }, feeds)).toEqual({
      enrollment: "2022-07-01",
    });
  });

  it("are not known of a file that the ledger does not have", () => {
    expect(exportDays({ person: [], enrollment: ["gone"] }, [])).toEqual({});
  });
});
