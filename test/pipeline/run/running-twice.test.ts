import { describe, expect, it } from "vitest";
import { staffLatest } from "../../../functions/pipeline/release/staff-editions.ts";
import {
  CAST,
  CAST_DAY,
  CAST_EXPORTS,
  everything,
  freshPlaces,
  ingestPath,
  publishDay,
} from "../../support/local-district.ts";

describe("running twice", () => {
  it("changes no byte of what is stored, and says so", async () => {
    const places = await freshPlaces();
    await ingestPath(places, CAST_EXPORTS);
    await publishDay(places, CAST_DAY);
    const before = [await everything(places.records), await everything(places.public)];

    const again = await ingestPath(places, CAST_EXPORTS);
    expect(again.received.map(({ outcome }) => outcome)).toEqual(again.received.map(() => "known"));
    expect(again.conformed).toMatchObject({ kind: "conformed", isNew: false });
    expect(await publishDay(places, CAST_DAY)).toMatchObject({ isNew: false, isCurrent: true });
    expect([await everything(places.records), await everything(places.public)]).toEqual(before);
  });

  it("gives an equal release from equal files in another place", async () => {
    const [here, there] = [await freshPlaces(), await freshPlaces()];
    for (const places of [here, there]) {
      await ingestPath(places, CAST_EXPORTS);
      await publishDay(places, CAST_DAY);
    }
    expect(await everything(there.public)).toEqual(await everything(here.public));
  });

  it("keeps the edition of the latest day current when a day in the past is published, which is for staff only", async () => {
    const places = await freshPlaces();
    await ingestPath(places, CAST_EXPORTS);
    const { edition } = await publishDay(places, CAST_DAY);
    const open = await everything(places.public);
    expect(await publishDay(places, "2021-12-01")).toMatchObject({
      isNew: true,
      isCurrent: false,
      release: null,
    });
    const latest = await staffLatest(places.records, CAST);
    expect(latest?.edition).toBe(edition);
    expect(latest?.editions.map(({ asOf }) => asOf)).toEqual(["2022-03-15", "2021-12-01"]);
    expect(await everything(places.public)).toEqual(open);
  });
});
