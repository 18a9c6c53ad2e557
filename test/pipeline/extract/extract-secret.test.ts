import { expect, it } from "vitest";
import { recordsKeys } from "../../../functions/layout.ts";
import { extractSecret } from "../../../functions/pipeline/extract/extract-secret.ts";
import { folderStore } from "../../../functions/adapters/folder/folder-store.ts";
import { districtId } from "../../../functions/domain/ids.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const CAST = districtId("cast");

it("is made once a district and school year", async () => {
  const records = folderStore(scratchFolder());
  const [first, atOnce] = await Promise.all([
    extractSecret(records, CAST, "2021-22"),
    extractSecret(records, CAST, "2021-22"),
  ]);
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(atOnce).toBe(first);
  expect(await extractSecret(records, CAST, "2021-22")).toBe(first);
  expect(await extractSecret(records, CAST, "2022-23")).not.toBe(first);
  expect(await extractSecret(records, districtId("other"), "2021-22")).not.toBe(first);
});

it("is the 32 bytes under its key", async () => {
  const records = folderStore(scratchFolder());
  await records.put(recordsKeys.extractSecret(CAST, "2021-22"), new Uint8Array(32).fill(0xab));
  expect(await extractSecret(records, CAST, "2021-22")).toBe("ab".repeat(32));
});
