import { beforeAll, describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { districtId } from "../../../functions/domain/ids.ts";
import { recordsKeys } from "../../../functions/layout.ts";
import { publicBoard, staffBoard } from "../../../functions/pipeline/release/board-edition.ts";
import { staffLatest } from "../../../functions/pipeline/release/staff-editions.ts";
import { jsonBytes } from "../../../functions/pipeline/stored-json.ts";
import {
  CAST,
  CAST_EXPORTS,
  freshPlaces,
  ingestPath,
  publishDay,
  type MemoryPlaces,
} from "../../support/local-district.ts";

const SCHOOLS = ["CAST-ALT", "CAST-ES", "CAST-HS", "CAST-MS"];
const dayOf = (text: string | null) => (text === null ? null : day(text));

describe("the edition of a board report", { timeout: 60_000 }, () => {
  let places: MemoryPlaces;

  beforeAll(async () => {
    places = await freshPlaces();
    await ingestPath(places, CAST_EXPORTS);
    for (const asOf of ["2022-02-15", "2022-03-15"]) await publishDay(places, asOf);
    await publishDay(places, "2022-03-14", CAST, "staff-only");
  }, 60_000);

  it.each([
    ["2022-02-15", "2022-02-15"],
    ["2022-03-15", "2022-03-15"],
    [null, "2022-03-15"],
  ])("is the public release of a day: %s", async (asked, asOf) => {
    const board = await publicBoard(places.public, CAST, dayOf(asked));
    expect(board).toMatchObject({ asOf, districtName: "Cast School District" });
    expect(board.release).toMatch(new RegExp(`^${asOf}-`));
    expect(board.schools.map(({ id }) => id)).toEqual(SCHOOLS);
  });

  it.each(["2022-02-14", "2022-02-16", "2022-03-14", "2022-03-16"])(
    "is no release of a day that was not released: %s",
    async (asked) => {
      await expect(publicBoard(places.public, CAST, day(asked))).rejects.toThrow(
        `there is no public release as of ${asked}; there is one as of 2022-03-15, 2022-02-15`,
      );
    },
  );

  it.each([
    ["2022-02-15", "2022-02-15"],
    ["2022-03-14", "2022-03-14"],
    [null, "2022-03-15"],
  ])("is the staff edition of a day, with every school: %s", async (asked, asOf) => {
    const board = await staffBoard(places.records, CAST, dayOf(asked));
    expect(board.asOf).toBe(asOf);
    expect(board.release).not.toBe((await publicBoard(places.public, CAST, null)).release);
    expect(board.schools.map(({ id }) => id)).toEqual(SCHOOLS);
  });

  it("is no staff edition of a day without one", async () => {
    await expect(staffBoard(places.records, CAST, day("2022-03-13"))).rejects.toThrow(
      "there is no staff edition as of 2022-03-13; there is one as of 2022-03-15, 2022-03-14, 2022-02-15",
    );
  });

  it("names twelve of many days", async () => {
    const { records } = await freshPlaces();
    const latest = (await staffLatest(places.records, CAST))!;
    const editions = Array.from({ length: 14 }, (_, index) => ({
      ...latest.editions[0]!,
      asOf: day(`2022-03-${30 - index}`),
    }));
    await records.put(recordsKeys.staffLatest(CAST), jsonBytes({ ...latest, editions }));
    await expect(staffBoard(records, CAST, day("2022-01-01"))).rejects.toThrow(
      /one as of 2022-03-30, (?:2022-03-\d\d, ){10}2022-03-19 and 2 earlier days$/,
    );
  });

  it("is none of a district that has published nothing", async () => {
    const district = districtId("other");
    await expect(publicBoard(places.public, district, null)).rejects.toThrow(
      "district other has no public release yet: run ilp publish --district other --as-of <day> first, or print exact figures with --staff",
    );
    await expect(staffBoard(places.records, district, null)).rejects.toThrow(
      "district other has no edition yet: run ilp publish --district other --as-of <day> first",
    );
  });
});
