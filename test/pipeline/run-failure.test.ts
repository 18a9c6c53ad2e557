import { describe, expect, it } from "vitest";
import { districtId } from "../../functions/domain/ids.ts";
import { takeLease } from "../../functions/pipeline/lease.ts";
import { clearFailure, lastFailure, noteFailure } from "../../functions/pipeline/run-failure.ts";
import { memoryTable } from "../support/memory-table.ts";

const FERN = districtId("fern");
const FAILURE = { run: "a", step: "Receive", at: "2025-01-15T05:00:00Z" };
const take = (table: ReturnType<typeof memoryTable>, run: string) =>
  takeLease(table, FERN, run, `2025-01-15T0${run === "a" ? 5 : 6}:00:00Z`, "2025-01-15T05:16:00Z");

describe("where the last run stopped", () => {
  it("is kept until a run has gone through", async () => {
    const table = memoryTable();
    expect(await lastFailure(table, FERN)).toBeNull();
    await take(table, "a");
    await noteFailure(table, FERN, FAILURE);
    expect(await lastFailure(table, FERN)).toEqual(FAILURE);
    await clearFailure(table, FERN);
    expect(await lastFailure(table, FERN)).toBeNull();
  });

  it("may be unknown, also before any run has begun", async () => {
    const table = memoryTable();
    await noteFailure(table, FERN, { ...FAILURE, step: null });
    expect(await lastFailure(table, FERN)).toEqual({ ...FAILURE, step: null });
  });

  it("is no news once another run has begun: word of it may come late", async () => {
    const table = memoryTable();
    await take(table, "a");
    await take(table, "b");
    await noteFailure(table, FERN, FAILURE);
    expect(await lastFailure(table, FERN)).toBeNull();
    await noteFailure(table, FERN, { ...FAILURE, run: "b" });
    expect(await lastFailure(table, FERN)).toMatchObject({ run: "b" });
  });
});
