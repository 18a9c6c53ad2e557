import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { incomingFiles } from "../../../functions/adapters/incoming/incoming-files.ts";
import { day } from "../../../functions/domain/calendar/day.ts";
import { feeds } from "../../../functions/pipeline/intake/ledger.ts";
import { receive } from "../../../functions/pipeline/intake/receive.ts";
import { withRepeated } from "../../../functions/pipeline/intake/repeated-files.ts";
import type { Feed, FileVersion } from "../../../functions/sources/feeds/feed.ts";
import { FERNHILL, ORGS } from "../../support/ingest-files.ts";
import { freshPlaces, quiet, type MemoryPlaces } from "../../support/local-district.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";
import { zipOf } from "../../support/zip-of.ts";

const version = (sha256: string, on: string, more: Partial<FileVersion> = {}): FileVersion => ({
  ...{ name: "f.csv", package: "", sha256, encoding: "utf-8", batch: 1, place: 0 },
  ...{ on: day(on), statedMode: null },
  ...more,
});
const A = version("a", "2022-06-01");
const B = version("b", "2022-06-02");
const feed: Feed = { kind: "k", series: "s", mode: "bulk", newest: B, good: A, older: [A] };

describe("a file that comes again byte for byte", () => {
  it.each([["2022-05-31"], ["2022-06-01"]])("is of its own day still, on %s", (on) => {
    expect(withRepeated(feed, [version("a", on), version("c", "2022-07-01")])).toBe(feed);
  });

  it("is of the later day wherever it stands", () => {
    const again = { ...A, repeatedOn: "2022-06-03" };
    const sent = [version("a", "2022-06-02"), version("a", "2022-06-03")];
    const after = withRepeated(feed, sent);
    expect(after).toEqual({ ...feed, good: again, older: [again] });
    expect(withRepeated(after, sent)).toBe(after);
    expect(withRepeated(after, [version("a", "2022-06-04")]).good?.repeatedOn).toBe("2022-06-04");
  });
});

describe("a folder that is handed in again", () => {
  const ingestFrom =
    (path: string) =>
    async (places: MemoryPlaces, on: string, verify = false) => {
      await receive(FERNHILL, incomingFiles(path), places, day(on), quiet, verify);
      return (await feeds(places.table, FERNHILL))[0]?.newest.repeatedOn;
    };

  it.each([["orgs.csv"], ["exports.zip"]])(
    "is not sent again where %s has lain there since before, and is where it was put there since",
    async (name) => {
      const path = name.endsWith(".zip")
        ? zipOf({ "orgs.csv": Buffer.from(ORGS) })
        : join(scratchFolder(), name);
      if (!name.endsWith(".zip")) writeFileSync(path, ORGS);
      const ingest = ingestFrom(path);
      // The file is of the day of this test: long before the first of these days, and after the others.
      const later = await freshPlaces();
      expect(await ingest(later, "2199-06-01")).toBeUndefined();
      expect(await ingest(later, "2199-06-02")).toBeUndefined();
      expect(await ingest(later, "2199-06-03", true)).toBeUndefined();
      const earlier = await freshPlaces();
      expect(await ingest(earlier, "2002-06-01")).toBeUndefined();
      expect(await ingest(earlier, "2002-06-01")).toBeUndefined();
      expect(await ingest(earlier, "2002-06-02")).toBe("2002-06-02");
    },
  );
});
