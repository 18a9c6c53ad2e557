import { describe, expect, it } from "vitest";
import { folderStore } from "../../functions/adapters/folder-store.ts";
import { districtId } from "../../functions/domain/ids.ts";
import { mandateById } from "../../functions/mandates/mandates.ts";
import {
  districtSuppression,
  setSuppression,
} from "../../functions/pipeline/district-suppression.ts";
import { EFFECTIVE_PRACTICE } from "../support/local-district.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

const DISTRICT = districtId("anywhere");

describe("the policy that protects a district's figures", () => {
  it("hides groups of fewer than ten where nothing is set", async () => {
    const records = folderStore(scratchFolder());
    const { minimumGroup } = await districtSuppression(records, DISTRICT, EFFECTIVE_PRACTICE);
    expect(minimumGroup).toBe(10);
  });

  it("is as the district sets it, and as one run asks for", async () => {
    const records = folderStore(scratchFolder());
    await setSuppression(records, DISTRICT, { minimumGroup: 20 });
    const inForce = (asked: number | null) =>
      districtSuppression(records, DISTRICT, EFFECTIVE_PRACTICE, asked);
    expect((await inForce(null)).minimumGroup).toBe(20);
    expect((await inForce(12)).minimumGroup).toBe(12);
  });

  it("never falls below the state's own rule", async () => {
    const records = folderStore(scratchFolder());
    const delaware = mandateById("DE");
    expect(delaware.smallestGroup?.value).toBe(16);
    await setSuppression(records, DISTRICT, { minimumGroup: 8 });
    const { minimumGroup } = await districtSuppression(records, DISTRICT, delaware, 5);
    expect(minimumGroup).toBe(16);
  });

  it("refuses what no safe policy has, and sets nothing then", async () => {
    const records = folderStore(scratchFolder());
    await expect(setSuppression(records, DISTRICT, { minimumGroup: 4 })).rejects.toThrow(
      "a safe policy has 5 to 30",
    );
    await expect(setSuppression(records, DISTRICT, { minimumGroup: 31 })).rejects.toThrow(
      "a safe policy has 5 to 30",
    );
    const { minimumGroup } = await districtSuppression(records, DISTRICT, EFFECTIVE_PRACTICE);
    expect(minimumGroup).toBe(10);
  });
});
