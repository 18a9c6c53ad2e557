import { describe, expect, it } from "vitest";
import { districtId } from "../../functions/domain/ids.ts";
import { recordsKeys } from "../../functions/layout.ts";
import { conformedInForce } from "../../functions/pipeline/conform/conformed-in-force.ts";
import { jsonBytes } from "../../functions/pipeline/stored-json.ts";
import { memoryStore } from "../support/stores/memory-store.ts";

const CAST = districtId("cast");

describe("a manifest written through conform version 13", () => {
  it("is read by the names of today", async () => {
    const records = memoryStore();
    const put = (key: string, value: unknown) =>
      records.put(key, jsonBytes(value), "application/json");
    const files = ["not-recognised", "used"].map((outcome, file) => ({ name: `${file}`, outcome }));
    await put(recordsKeys.conformedLatest(CAST), { version: "v" });
    await put(recordsKeys.conformedManifest(CAST, "v"), { undatedStays: 3, files });
    expect(await conformedInForce(records, CAST)).toEqual({
      undatedEnrollments: 3,
      files: [
        { name: "0", outcome: "not-recognized" },
        { name: "1", outcome: "used" },
      ],
    });
  });
});
