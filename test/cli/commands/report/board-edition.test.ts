import { beforeAll, describe, expect, it } from "vitest";
import type { LogEntry } from "../../../../functions/access/log-entry.ts";
import {
  publicBoard,
  staffBoard,
} from "../../../../functions/cli/commands/report/board-edition.ts";
import { day } from "../../../../functions/domain/calendar/day.ts";
import { districtId } from "../../../../functions/domain/ids.ts";
import { readAccessLog, WHOLE_LOG } from "../../../../functions/pipeline/console/access-log.ts";
import {
  CAST,
  CAST_EXPORTS,
  freshPlaces,
  ingestPath,
  publishDay,
  type MemoryPlaces,
} from "../../../support/local-district.ts";

const SCHOOLS = ["CAST-ALT", "CAST-ES", "CAST-HS", "CAST-MS"];

describe("the edition of a board report", { timeout: 60_000 }, () => {
  let places: MemoryPlaces;
  const isEmptyLog = async () => (await log()).length === 0;
  const log = async (): Promise<readonly LogEntry[]> =>
    (await readAccessLog(places, CAST, WHOLE_LOG, 50, null)).entries;

  beforeAll(async () => {
    places = await freshPlaces();
    await ingestPath(places, CAST_EXPORTS);
    // The day between is for staff only.
    for (const asOf of ["2022-02-15", "2022-03-15"]) await publishDay(places, asOf);
    await publishDay(places, "2022-03-14", CAST, "staff-only");
  }, 60_000);

  it.each([
    ["2022-02-15", "2022-02-15"],
    ["2022-03-15", "2022-03-15"],
    [undefined, "2022-03-15"],
  ])("is the public release of a day: %s", async (asked, asOf) => {
    const board = await publicBoard(places, CAST, asked === undefined ? undefined : day(asked));
    expect(board).toMatchObject({ asOf, districtName: "Cast School District" });
    expect(board.release).toMatch(new RegExp(`^${asOf}-`));
    expect(board.schools.map(({ id }) => id)).toEqual(SCHOOLS);
    expect(await isEmptyLog()).toBe(true);
  });

  it.each(["2022-02-14", "2022-02-16", "2022-03-14", "2022-03-16"])(
    "is no release of a day that was not released: %s",
    async (asked) => {
      await expect(publicBoard(places, CAST, day(asked))).rejects.toThrow(
        `there is no public release as of ${asked}; there is one as of 2022-03-15, 2022-02-15`,
      );
    },
  );

  it("is none of a district that has published nothing", async () => {
    const district = districtId("other");
    await expect(publicBoard(places, district, undefined)).rejects.toThrow(
      "district other has no public release yet: run ilp publish --district other --as-of <day> first, or print exact figures with --staff",
    );
    await expect(staffBoard(places, { district }, undefined)).rejects.toThrow(
      "district other has no edition yet: run ilp publish --district other --as-of <day> first",
    );
  });

  it("is no staff edition of a day without one, and nothing is noted", async () => {
    await expect(staffBoard(places, { district: CAST }, day("2022-03-13"))).rejects.toThrow(
      "there is no staff edition as of 2022-03-13; there is one as of 2022-03-15, 2022-03-14, 2022-02-15",
    );
    expect(await isEmptyLog()).toBe(true);
  });

  it.each([
    { as: undefined, who: "system account", schools: null },
    { as: "D-1", who: "D-1", schools: null },
    { as: "P-MS", who: "P-MS", schools: ["CAST-MS"] },
  ])("is the staff edition of a day for $who, with every school, and is noted", async (row) => {
    const asked = { district: CAST, ...(row.as !== undefined && { as: row.as }) };
    const board = await staffBoard(places, asked, day("2022-03-14"));
    expect(board.asOf).toBe("2022-03-14");
    expect(board.schools.map(({ id }) => id)).toEqual(SCHOOLS);
    const [last] = await log();
    expect(last).toMatchObject({
      ...{ who: row.who, kind: "see-figures", what: "board-report", through: "command" },
      ...{ schools: row.schools, students: null, subject: null, isAllowed: true },
    });
  });

  it.each([
    ["R-MS", "that does not include exact figures"],
    ["O-1", "that does not include exact figures"],
    ["N-1", "gives you no role"],
    ["Z-9", "does not have this staff id"],
  ])("is refused to %s, and that is noted", async (as, because) => {
    await expect(staffBoard(places, { district: CAST, as }, undefined)).rejects.toThrow(because);
    const [last] = await log();
    expect(last).toMatchObject({ who: as, what: "board-report", isAllowed: false, schools: null });
  });
});
