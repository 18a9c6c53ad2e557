import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { recordsKeys } from "../../../functions/layout.ts";
import { conform } from "../../../functions/pipeline/conform/conform.ts";
import { conformedInForce } from "../../../functions/pipeline/conform/conformed-in-force.ts";
import { jsonBytes, readJson } from "../../../functions/pipeline/stored-json.ts";
import {
  protectionSetting,
  setProtection,
} from "../../../functions/pipeline/settings/district-protection.ts";
import { formerDays, noteMade } from "../../../functions/pipeline/release/from-old-releases.ts";
import type { ObjectStore } from "../../../functions/pipeline/ports.ts";
import { staffLatest } from "../../../functions/pipeline/release/staff-editions.ts";
import { conformedCast } from "../../support/conformed-districts.ts";
import {
  CAST,
  CAST_DAY,
  CAST_EXPORTS,
  ingestPath,
  publishDay,
  quiet,
} from "../../support/local-district.ts";
import { meetingPuts } from "../../support/stores/meeting-puts.ts";
import { memoryStore } from "../../support/stores/memory-store.ts";

// The lists alone: that no run removes what another is writing is for the lease of the district.
describe("two flips at once", () => {
  it("list both staff editions, the later day first", async () => {
    const places = await conformedCast();
    const records = meetingPuts(places.records, recordsKeys.staffLatest(CAST), 2);
    const days = [CAST_DAY, "2022-01-31"];
    const [march, january] = await Promise.all(
      days.map((asOf) => publishDay({ ...places, records }, asOf, CAST, "staff-only")),
    );
    const latest = (await staffLatest(places.records, CAST))!;
    expect(latest.editions.map(({ asOf }) => asOf)).toEqual(days);
    expect(latest.edition).toBe(march!.edition);
    expect([march!.isCurrent, latest.editions[1]!.edition]).toEqual([true, january!.edition]);
  });

  it("take two days off the list of those to make again", async () => {
    const records = memoryStore();
    const key = recordsKeys.formerDays(CAST);
    const days = ["2021-10-01", "2021-11-01", "2021-12-01"].map((on) => day(on));
    await records.put(key, jsonBytes({ days, toMake: days }));
    const meeting = meetingPuts(records, key, 2);
    await Promise.all([0, 2].map((index) => noteMade(meeting, CAST, days[index]!)));
    expect(await formerDays(records, CAST)).toEqual({ days, toMake: [days[1]] });
  });

  it("keep what each of them sets of the protection", async () => {
    const records = memoryStore();
    const meeting = meetingPuts(records, recordsKeys.protectionSetting(CAST), 2);
    await Promise.all([
      setProtection(meeting, CAST, { smallestGroup: 15 }),
      setProtection(meeting, CAST, { calendar: "quarterly" }),
    ]);
    expect(await protectionSetting(records, CAST)).toEqual({
      ...{ smallestGroup: 15, calendar: "quarterly" },
    });
  });

  it("put no version in force over one that came since the run began", async () => {
    const places = await conformedCast();
    const key = recordsKeys.conformedLatest(CAST);
    const before = (await conformedInForce(places.records, CAST))!;
    const other = { version: "of-another-run" };
    const records: ObjectStore = {
      ...places.records,
      // Another run flips just before this one reads what to change.
      getTagged: async (read) => {
        if (read === key) await places.records.put(key, jsonBytes(other));
        return places.records.getTagged(read);
      },
    };
    const named = { name: "Another name", acceptRemovals: false };
    await expect(conform(CAST, named, { ...places, records }, quiet)).rejects.toThrow(
      `district cast was conformed by another run meanwhile: ${key} names version of-another-run, and this run began after ${before.version}`,
    );
    expect(await readJson(places.records, key)).toEqual(other);
    await places.records.put(key, jsonBytes({ version: before.version }));
    expect((await ingestPath(places, CAST_EXPORTS)).conformed.kind).toBe("conformed");
  });
});
