import { beforeAll, describe, expect, it } from "vitest";
import type { LogEntry } from "../../../../functions/access/log-entry.ts";
import { boardAsked } from "../../../../functions/cli/commands/report/board-asked.ts";
import { day } from "../../../../functions/domain/calendar/day.ts";
import { readAccessLog, WHOLE_LOG } from "../../../../functions/pipeline/console/access-log.ts";
import {
  CAST,
  CAST_EXPORTS,
  freshPlaces,
  ingestPath,
  publishDay,
  type MemoryPlaces,
} from "../../../support/local-district.ts";

describe("the figures that a board report is asked for", { timeout: 60_000 }, () => {
  let places: MemoryPlaces;
  const asked = (more: Partial<Parameters<typeof boardAsked>[1]>) =>
    boardAsked(places, { district: CAST, ...more });
  const log = async (): Promise<readonly LogEntry[]> =>
    (await readAccessLog(places, CAST, WHOLE_LOG, 50, null)).entries;

  beforeAll(async () => {
    places = await freshPlaces();
    await ingestPath(places, CAST_EXPORTS);
    await publishDay(places, "2022-03-15");
  }, 60_000);

  it("are public ones where nothing else is asked for, of which no look is noted", async () => {
    const { release } = await asked({ asOf: day("2022-03-15") });
    expect(await places.public.get(`cast/releases/${release}/overview.json`)).not.toBeNull();
    expect(await log()).toEqual([]);
  });

  it("are no exact ones of a day without an edition, and nothing is noted", async () => {
    await expect(asked({ staff: true, asOf: day("2022-03-14") })).rejects.toThrow(
      "there is no staff edition as of 2022-03-14",
    );
    expect(await log()).toEqual([]);
  });

  it.each([
    { who: "system account", as: {}, schools: null },
    { who: "D-1", as: { as: "D-1" }, schools: null },
    { who: "P-MS", as: { as: "P-MS" }, schools: ["CAST-MS"] },
  ])("are exact ones for $who, which is noted", async ({ who, as, schools }) => {
    const { release } = await asked({ staff: true, ...as });
    expect(await places.public.get(`cast/releases/${release}/overview.json`)).toBeNull();
    const own = (await log()).filter((entry) => entry.who === who);
    expect(own).toHaveLength(1);
    expect(own[0]).toMatchObject({
      ...{ kind: "see-figures", what: "board-report", through: "command", schools },
      ...{ students: null, subject: null, isAllowed: true },
    });
  });

  it.each([
    ["R-MS", "that does not include exact figures"],
    ["O-1", "that does not include exact figures"],
    ["N-1", "gives you no role"],
    ["Z-9", "does not have this staff id"],
  ])("are refused to %s, which is noted", async (as, because) => {
    await expect(asked({ staff: true, as })).rejects.toThrow(because);
    const own = (await log()).filter(({ who }) => who === as);
    expect(own).toHaveLength(1);
    expect(own[0]).toMatchObject({ what: "board-report", isAllowed: false, schools: null });
  });
});
