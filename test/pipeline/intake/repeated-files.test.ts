import { cp, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { incomingFiles } from "../../../functions/adapters/incoming/incoming-files.ts";
import { day } from "../../../functions/domain/calendar/day.ts";
import { feeds } from "../../../functions/pipeline/intake/ledger.ts";
import { receive } from "../../../functions/pipeline/intake/receive.ts";
import { withRepeated } from "../../../functions/pipeline/intake/repeated-files.ts";
import type { Feed, FileVersion } from "../../../functions/sources/feeds/feed.ts";
import { FERNHILL, ORGS } from "../../support/ingest-files.ts";
import { freshPlaces, quiet, type MemoryPlaces } from "../../support/local-district.ts";

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
  let folder = "";
  let copy = "";
  let places: MemoryPlaces;
  const ingest = async (path: string, on: string, verify = false) => {
    await receive(FERNHILL, incomingFiles(path), places, day(on), quiet, verify);
    return (await feeds(places.table, FERNHILL))[0]?.newest.repeatedOn;
  };
  const settle = async (path: string) => {
    // Long ago enough to be known as settled but for its change time.
    await utimes(join(path, "orgs.csv"), new Date(0), new Date(0));
    await new Promise((resolve) => setTimeout(resolve, 3_100));
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "ilp-again-"));
    copy = await mkdtemp(join(tmpdir(), "ilp-again-"));
    await writeFile(join(folder, "orgs.csv"), ORGS);
    await settle(folder);
    places = await freshPlaces();
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
    await rm(copy, { recursive: true });
  });

  it("is not sent again where nobody has touched its files, and is where somebody has", async () => {
    expect(await ingest(folder, "2022-06-01")).toBeUndefined();
    expect(await ingest(folder, "2022-06-02")).toBeUndefined();
    expect(await ingest(folder, "2022-06-02", true)).toBeUndefined();
    await cp(folder, copy, { recursive: true });
    expect(await ingest(copy, "2022-06-03")).toBe("2022-06-03");
  }, 30_000);
});
