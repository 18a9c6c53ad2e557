import { describe, expect, it } from "vitest";
import type { Day } from "../../../functions/domain/calendar/day.ts";
import {
  fileOutcome,
  repeatedFiles,
  type Ingested,
} from "../../../functions/sources/feeds/file-outcome.ts";
import type { Feed, FileVersion } from "../../../functions/sources/feeds/feed.ts";
import type { RecognizedFile } from "../../../functions/sources/feeds/recognized-file.ts";

const version = (sha256: string, name = "plans.csv", from = ""): FileVersion => ({
  ...{ name, package: from, sha256, encoding: "utf-8" },
  ...{ on: "2021-09-01" as Day, batch: 1, place: 0, statedMode: null },
});

const feed = (newest: FileVersion, good: FileVersion | null = null): Feed => ({
  ...{ kind: "plans", series: "plans.csv", mode: "bulk", newest, good, older: [] },
});

const ingested = (before: Feed | null, after: FileVersion, latest = after): Ingested => ({
  before: new Map(before === null ? [] : [["plans", before]]),
  after: new Map([["plans", feed(after)]]),
  latest: new Map([["plans", latest]]),
});

const [A, B] = [version("a"), version("b")];
const outcome = (file: FileVersion, isRepeated: boolean, ingest: Ingested) =>
  fileOutcome({ key: "plans", file }, isRepeated, ingest);

describe("a file of an ingest", () => {
  it.each([
    ["received where its feed is new", false, ingested(null, A), "received"],
    ["received where another version was there", false, ingested(feed(B), A), "received"],
    ["known where it was there", false, ingested(feed(A), A), "known"],
    ["known where it is in the ingest twice", true, ingested(null, A), "known"],
    ["superseded where another is in force", false, ingested(feed(A), B, A), "superseded"],
    ["superseded, though it is in the ingest twice", true, ingested(null, B, A), "superseded"],
  ])("is %s", (_fact, isRepeated, ingest, expected) => {
    expect(outcome(A, isRepeated, ingest)).toEqual({
      file: "plans.csv",
      outcome: expected,
      sha256: "a",
    });
  });

  it("was in force before, where it was the good version of its feed", () => {
    expect(outcome(A, false, ingested(feed(A, A), B, A))).toMatchObject({ wasGood: true });
    expect(outcome(A, false, ingested(feed(B, B), B, A))).not.toHaveProperty("wasGood");
  });

  it("names what took its place, where another file of its name came with it", () => {
    const other = version("b", "PLANS.CSV", "north.zip");
    const superseded = outcome(A, false, ingested(null, other));
    expect(superseded).toMatchObject({ supersededBy: { sha256: "b" } });
    expect(JSON.stringify(superseded)).toContain("came with it in north.zip and");
    const ofOtherName = version("b", "plans-2021-09-02.csv");
    expect(outcome(A, false, ingested(null, ofOtherName))).not.toHaveProperty("supersededBy");
  });
});

describe("repeated files", () => {
  const sentAs = (key: string, file: FileVersion): RecognizedFile => ({
    ...{ sent: file, file, key },
    feed: feed(file),
  });

  it("are those with the bytes of an earlier file of their feed", () => {
    const [first, again] = [sentAs("plans", A), sentAs("plans", A)];
    const files = [first, sentAs("goals", A), sentAs("plans", B), again];
    expect([...repeatedFiles(files)]).toEqual([again]);
    expect(repeatedFiles(files).has(first)).toBe(false);
  });
});
