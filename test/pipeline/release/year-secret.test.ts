import { describe, expect, it } from "vitest";
import { folderStore } from "../../../functions/adapters/folder/folder-store.ts";
import { recordsKeys } from "../../../functions/layout.ts";
import { chanceOfYear } from "../../../functions/pipeline/release/year-secret.ts";
import { CAST } from "../../support/local-district.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const FIRST = { hasReleases: false, isNew: false };
const LATER = { hasReleases: true, isNew: false };

describe("chanceOfYear", () => {
  it("makes a secret of 32 bytes at the first release of a year, and gives the same numbers after it", async () => {
    const records = folderStore(scratchFolder());
    const first = await chanceOfYear(records, CAST, "2021-22", FIRST);
    expect((await records.get(recordsKeys.secret(CAST, "2021-22")))?.length).toBe(32);
    const later = await chanceOfYear(records, CAST, "2021-22", LATER);
    const keys = ["a|0", "a|1", "b|0"];
    expect(keys.map(later)).toEqual(keys.map(first));
    const other = await chanceOfYear(records, CAST, "2022-23", FIRST);
    expect(keys.map(other)).not.toEqual(keys.map(first));
  });

  it("gives the first four bytes of the HMAC, big-endian", async () => {
    const records = folderStore(scratchFolder());
    await records.put(recordsKeys.secret(CAST, "2021-22"), new Uint8Array(32));
    const chance = await chanceOfYear(records, CAST, "2021-22", FIRST);
    // Its shift is 0, which needs a number from the middle of the range.
    expect(chance("statuses/all|district|all/all|0")).toBeGreaterThanOrEqual(1_542_027_536);
    expect(chance("statuses/all|district|all/all|0")).toBeLessThan(2_752_939_760);
  });

  it("refuses to go on without the secret that releases rest on, and says what a new one costs", async () => {
    const records = folderStore(scratchFolder());
    await expect(chanceOfYear(records, CAST, "2021-22", LATER)).rejects.toThrow(
      /put it back from a backup .*--public --new-secret.*average the two/,
    );
    expect(await records.size(recordsKeys.secret(CAST, "2021-22"))).toBeNull();
    await chanceOfYear(records, CAST, "2021-22", { hasReleases: true, isNew: true });
    expect(await records.size(recordsKeys.secret(CAST, "2021-22"))).toBe(32);
  });

  it("refuses a secret of another length", async () => {
    const records = folderStore(scratchFolder());
    await records.put(recordsKeys.secret(CAST, "2021-22"), new Uint8Array(31));
    await expect(chanceOfYear(records, CAST, "2021-22", LATER)).rejects.toThrow("32 bytes");
  });
});
