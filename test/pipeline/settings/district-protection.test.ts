import { describe, expect, it } from "vitest";
import { folderStore } from "../../../functions/adapters/folder/folder-store.ts";
import {
  districtProtection,
  setProtection,
} from "../../../functions/pipeline/settings/district-protection.ts";
import { CAST } from "../../support/local-district.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const FACT = { citation: "", status: "recalled" } as const;

describe("how a district's public figures are protected", () => {
  it("is 20 students and monthly until something is set, and then that, one setting at a time", async () => {
    const records = folderStore(scratchFolder());
    expect(await districtProtection(records, CAST, {})).toEqual({
      smallestGroup: 20,
      calendar: "monthly",
    });
    await setProtection(records, CAST, { smallestGroup: 15 });
    await setProtection(records, CAST, { calendar: "quarterly" });
    expect(await districtProtection(records, CAST, {})).toEqual({
      smallestGroup: 15,
      calendar: "quarterly",
    });
  });

  it.each([
    [14, 15],
    [15, 15],
    [25, 25],
  ])("is never under the state's own rule (%i: %i)", async (value, smallestGroup) => {
    const records = folderStore(scratchFolder());
    await setProtection(records, CAST, { smallestGroup: 15 });
    const policy = await districtProtection(records, CAST, { smallestGroup: { ...FACT, value } });
    expect(policy.smallestGroup).toBe(smallestGroup);
  });
});
