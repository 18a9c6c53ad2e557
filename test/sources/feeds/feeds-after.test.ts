import { describe, expect, it } from "vitest";
import type { Day } from "../../../functions/domain/calendar/day.ts";
import {
  feedsAfter,
  latestByFeed,
  nowRecognized,
} from "../../../functions/sources/feeds/feeds-after.ts";
import type { Feed, FileVersion } from "../../../functions/sources/feeds/feed.ts";
import {
  UNKNOWN_KIND,
  type RecognizedFile,
} from "../../../functions/sources/feeds/recognized-file.ts";

const version = (sha256: string, batch: number, place = 0): FileVersion => ({
  ...{ name: "plans.csv", package: "", sha256, encoding: "utf-8" },
  ...{ on: "2021-09-01" as Day, batch, place, statedMode: null },
});

const feed = (newest: FileVersion, more: Partial<Feed> = {}): Feed => ({
  ...{ kind: "plans", series: "plans.csv", mode: "bulk", newest, good: null, older: [] },
  ...more,
});

const sentAs = (key: string, file: FileVersion, more: Partial<Feed> = {}): RecognizedFile => ({
  ...{ sent: file, file, key },
  feed: feed(file, more),
});

const [A, B, C] = [version("a", 1), version("b", 2), version("c", 3)];

describe("the feeds after an ingest", () => {
  it("begin with the first file of their series", () => {
    const after = feedsAfter(new Map(), [sentAs("plans", A)]);
    expect(after.get("plans")).toEqual(feed(A));
  });

  it("have the later of two files of an ingest, whichever is named first", () => {
    for (const files of [
      [sentAs("plans", B), sentAs("plans", C)],
      [sentAs("plans", C), sentAs("plans", B)],
    ]) {
      expect(latestByFeed(files).get("plans")).toBe(C);
      expect(feedsAfter(new Map([["plans", feed(A)]]), files).get("plans")?.newest).toBe(C);
    }
  });

  it("are the same objects where the latest file of the ingest is in force already", () => {
    const before = new Map([["plans", feed(A, { good: A })]]);
    const sentAgain = version("a", 2, 1);
    const files = [sentAs("plans", version("b", 2, 0)), sentAs("plans", sentAgain)];
    expect(feedsAfter(before, files).get("plans")).toBe(before.get("plans"));
  });

  it("take the earlier file of the ingest where the latest is known and was never good", () => {
    const before = new Map([["plans", feed(A)]]);
    const files = [sentAs("plans", version("b", 2, 0)), sentAs("plans", version("a", 2, 1))];
    expect(feedsAfter(before, files).get("plans")).not.toBe(before.get("plans"));
  });

  it("take the mode of the newest file, and keep it where an earlier file comes late", () => {
    const before = new Map([["plans", feed(B)]]);
    const modeAfter = (file: FileVersion) =>
      feedsAfter(before, [sentAs("plans", file, { mode: "append" })]).get("plans")?.mode;
    expect(modeAfter(C)).toBe("append");
    expect(modeAfter(A)).toBe("bulk");
  });

  it.each([
    ["after a later change", version("change", 2), 3, 3],
    ["before that change", version("change", 4), 3, 1],
    ["where the change is older than the whole file", version("change", 0), 3, 1],
  ])(
    "hold a whole file sent again from its new place %s, else keep it",
    (_when, change, availableIn, heldFrom) => {
      const before = new Map([
        ["plans", feed(A, { good: A })],
        ["change", feed(change, { mode: "delta", series: "change" })],
      ]);
      const again = feedsAfter(before, [sentAs("plans", version("a", availableIn))]).get("plans");
      expect(again?.newest.batch).toBe(heldFrom);
      expect(again?.good?.batch).toBe(heldFrom);
    },
  );
});

describe("a file that nobody could make out", () => {
  const unknown = feed(A, { kind: UNKNOWN_KIND });

  it.each([
    ["came again under its name and is recognized", feed({ ...B, name: "PLANS.csv" }), true],
    ["came again under another name", feed({ ...B, name: "goals.csv" }), false],
    ["came again and is still not recognized", feed(B, { kind: UNKNOWN_KIND }), false],
  ])("is forgotten or not where it %s", (_fact, newest, isForgotten) => {
    expect(nowRecognized([unknown, feed(A)], [newest])).toEqual(isForgotten ? [unknown] : []);
  });
});
