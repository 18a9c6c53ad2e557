import { describe, expect, it } from "vitest";
import { KEPT_DAYS } from "../../../functions/layout.ts";
import { day } from "../../../functions/domain/calendar/day.ts";
import {
  keepErrorReport,
  removeExpiredReports,
} from "../../../functions/pipeline/state-reports/kept-error-reports.ts";
import { FERNHILL } from "../../support/ingest-files.ts";
import { memoryStore } from "../../support/stores/memory-store.ts";

const bytes = new TextEncoder().encode("a report");
const about = (sha256: string, readOn: string) => ({
  sha256,
  profile: "pims",
  readOn: day(readOn),
});
const KEY = "restricted/fernhill/state-errors/ab12";

describe("an error report that is kept", () => {
  it("lies under its hash, with what is said of it, for 90 days", async () => {
    const records = memoryStore();
    const kept = await keepErrorReport(records, FERNHILL, about("ab12", "2022-06-14"), bytes);
    expect(KEPT_DAYS.stateErrors).toBe(90);
    expect(kept).toEqual({
      ...{ sha256: "ab12", profile: "pims", readOn: "2022-06-14", keptUntil: "2022-09-12" },
    });
    expect(await records.list("")).toEqual([KEY, `${KEY}.json`]);
    expect(await records.get(KEY)).toEqual(bytes);
  });

  it.each([
    ["2022-09-11", 2],
    ["2022-09-12", 2],
    ["2022-09-13", 0],
  ])("on %s is there still with %i objects", async (today, objects) => {
    const records = memoryStore();
    await keepErrorReport(records, FERNHILL, about("ab12", "2022-06-14"), bytes);
    await removeExpiredReports(records, FERNHILL, day(today));
    expect(await records.list("")).toHaveLength(objects);
  });

  it("is written again when it is read again, so that its age in the store begins anew", async () => {
    const records = memoryStore();
    const written: string[] = [];
    const noting = {
      ...records,
      put: (key: string, body: Uint8Array, type?: string) => {
        written.push(key);
        return records.put(key, body, type);
      },
    };
    await keepErrorReport(noting, FERNHILL, about("ab12", "2022-06-14"), bytes);
    await keepErrorReport(noting, FERNHILL, about("ab12", "2022-06-20"), bytes);
    expect(written.filter((key) => key === KEY)).toHaveLength(2);
  });

  it("is kept longer when it is read again, and no other district's is removed", async () => {
    const records = memoryStore();
    await keepErrorReport(records, FERNHILL, about("ab12", "2022-06-14"), bytes);
    await keepErrorReport(records, FERNHILL, about("ab12", "2022-06-20"), bytes);
    await records.put("restricted/fernhill-2/state-errors/ab12.json", bytes);
    await removeExpiredReports(records, FERNHILL, day("2022-09-13"));
    expect(await records.list("")).toEqual([
      ...["restricted/fernhill-2/state-errors/ab12.json", KEY, `${KEY}.json`],
    ]);
  });
});
