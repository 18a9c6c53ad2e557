import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { incomingFiles } from "../../../functions/adapters/incoming/incoming-files.ts";
import { day } from "../../../functions/domain/calendar/day.ts";
import { feeds } from "../../../functions/pipeline/intake/ledger.ts";
import { receive } from "../../../functions/pipeline/intake/receive.ts";
import { withRepeated } from "../../../functions/pipeline/intake/repeated-files.ts";
import { exportedOn, type Feed, type FileVersion } from "../../../functions/sources/feeds/feed.ts";
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

describe("a file that was old when it came", () => {
  it.each([
    ["2022-05-20", undefined],
    ["2022-05-21", "2022-05-21"],
  ])("is of a later day again on %s: %s", (on, repeatedOn) => {
    const old = { ...A, writtenOn: day("2022-05-20") };
    const after = withRepeated({ ...feed, newest: old, good: old, older: [] }, [version("a", on)]);
    expect(after.newest.repeatedOn).toBe(repeatedOn);
  });
});

describe("files that are handed in again", () => {
  const days = async (path: string, places: MemoryPlaces, on: string, verify = false) => {
    await receive(FERNHILL, incomingFiles(path), places, day(on), quiet, { verify });
    const { newest } = (await feeds(places.table, FERNHILL))[0]!;
    return { on: newest.on, ...(await exportedDay(places)) };
  };
  const exportedDay = async (places: MemoryPlaces) => {
    const { newest } = (await feeds(places.table, FERNHILL))[0]!;
    return { exportedOn: exportedOn(newest) };
  };
  const written = (name: string, text = ORGS): string => {
    if (name.endsWith(".zip")) return zipOf({ "orgs.csv": Buffer.from(text) });
    const path = join(scratchFolder(), name);
    writeFileSync(path, text);
    return path;
  };
  const today = new Date().toISOString().slice(0, 10);

  it.each([["orgs.csv"], ["exports.zip"]])(
    "are of the day since which %s has lain there, however often and late they are",
    async (name) => {
      const path = written(name);
      const places = await freshPlaces();
      for (const verify of [false, false, true]) {
        expect(await days(path, places, "2199-06-01", verify)).toEqual({
          ...{ on: "2199-06-01", exportedOn: today },
        });
      }
    },
  );

  it.each([
    ["of the day they came first, in a copy", "orgs.csv", "2002-06-01"],
    ["of the day that the name states", "orgs-2002-06-02.csv", "2002-06-02"],
    [
      "of the day they came again, where the name states a later one",
      "orgs-2002-06-09.csv",
      "2002-06-03",
    ],
    [
      "of the day they came first, where the name states an earlier one",
      "orgs-2002-05-01.csv",
      "2002-06-01",
    ],
  ])("are %s: %s is of %s", async (_what, again, expected) => {
    const places = await freshPlaces();
    const first = await days(written("orgs.csv"), places, "2002-06-01");
    expect(first).toEqual({ on: "2002-06-01", exportedOn: "2002-06-01" });
    expect((await days(written(again), places, "2002-06-03")).exportedOn).toBe(expected);
  });

  it("are of the day they came first under another name too", async () => {
    const places = await freshPlaces();
    await days(written("orgs.csv"), places, "2002-06-01");
    await days(written("orgs_north.csv"), places, "2002-06-03");
    const all = await feeds(places.table, FERNHILL);
    expect(new Set(all.map(({ newest }) => exportedOn(newest)))).toEqual(new Set(["2002-06-01"]));
  });
});
