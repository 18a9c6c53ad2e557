import { describe, expect, it } from "vitest";
import type { Feed, FileVersion } from "../../../functions/sources/feeds/feed.ts";
import { day } from "../../../functions/domain/calendar/day.ts";
import { feeds } from "../../../functions/pipeline/intake/ledger.ts";
import { inForce, unreadFiles } from "../../../functions/pipeline/conform/unread-files.ts";
import { districtKinds } from "../../../functions/pipeline/intake/district-kinds.ts";
import { readStored } from "../../../functions/pipeline/conform/read-part.ts";
import { receive } from "../../../functions/pipeline/intake/receive.ts";
import { incomingFiles } from "../../../functions/adapters/incoming/incoming-files.ts";
import {
  CAST,
  CAST_EXPORTS,
  freshPlaces,
  quiet,
  RECEIVED_ON,
} from "../../support/local-district.ts";

const file = (sha256: string): FileVersion => ({
  ...{ name: "plans.csv", package: "", sha256, encoding: "utf-8", on: day("2025-01-15") },
  ...{ batch: 1, place: 0, statedMode: null },
});
const feed = (newest: string, good: string | null): Feed => ({
  ...{ kind: "plans", series: "plans.csv", mode: "bulk", newest: file(newest), older: [] },
  good: good === null ? null : file(good),
});

describe("files that nobody has read", () => {
  it.each([
    ["one that is good", feed("a", "a"), ["a"]],
    ["a newest one that was never good", feed("a", null), ["a"]],
    ["a newest one and the good one that it stands in for", feed("b", "a"), ["b", "a"]],
  ])("are looked for among those in force: %s", (_, feed, versions) => {
    expect(inForce([feed]).map(({ sha256 }) => sha256)).toEqual(versions);
  });

  it("are all of a first ingest, and then those alone that no machine has read", async () => {
    const places = await freshPlaces();
    await receive(CAST, incomingFiles(CAST_EXPORTS), places, RECEIVED_ON, quiet);
    const all = (await feeds(places.table, CAST)).map(({ newest }) => newest);
    expect((await unreadFiles(places, CAST)).map(({ sha256 }) => sha256).sort()).toEqual(
      all.map(({ sha256 }) => sha256).sort(),
    );
    const [first, ...rest] = all;
    await readStored(places.records, CAST, first!, await districtKinds(places, CAST));
    expect((await unreadFiles(places, CAST)).map(({ sha256 }) => sha256).sort()).toEqual(
      rest.map(({ sha256 }) => sha256).sort(),
    );
  });
});
