import { describe, expect, it } from "vitest";
import { districtId } from "../../../functions/domain/ids.ts";
import { takeLease } from "../../../functions/pipeline/run/lease.ts";
import {
  clearFailure,
  lastFailure,
  noteFailure,
} from "../../../functions/pipeline/run/run-failure.ts";
import { memoryTable } from "../../support/stores/memory-table.ts";

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
    await clearFailure(table, FERN, "2025-01-15T06:00:00.000Z");
    expect(await lastFailure(table, FERN)).toBeNull();
    await noteFailure(table, FERN, { ...FAILURE, at: "2025-01-15T06:00:01Z" });
    expect(await lastFailure(table, FERN)).toMatchObject({ run: "a" });
  });

  it.each([
    ["2025-01-15T05:59:59Z", null],
    // It is dated in whole seconds, so it may be the later of the two.
    ["2025-01-15T06:00:00Z", { run: "a" }],
    ["2025-01-15T06:00:01Z", { run: "a" }],
  ])(
    "is no news once the same run has gone through by a redrive: stopped at %s",
    async (instant, noted) => {
      const table = memoryTable();
      await take(table, "a");
      await noteFailure(table, FERN, FAILURE);
      await clearFailure(table, FERN, "2025-01-15T06:00:00.900Z");
      await noteFailure(table, FERN, { ...FAILURE, at: instant });
      const failure = await lastFailure(table, FERN);
      if (noted === null) expect(failure).toBeNull();
      else expect(failure).toMatchObject(noted);
    },
  );

  it("is that of the run that stopped last, in whatever order word of them comes", async () => {
    const table = memoryTable();
    const later = { run: "a", step: "Release", at: "2025-01-15T05:10:00Z" };
    await noteFailure(table, FERN, later);
    await noteFailure(table, FERN, FAILURE);
    expect(await lastFailure(table, FERN)).toEqual(later);
  });

  it("may be that of a run that could not take the lease", async () => {
    const table = memoryTable();
    await take(table, "a");
    const failure = { run: "b", step: "Take the lease" };
    await noteFailure(table, FERN, { ...failure, at: "2025-01-15T05:15:59Z" });
    expect(await lastFailure(table, FERN)).toBeNull();
    await noteFailure(table, FERN, { ...failure, at: "2025-01-15T05:16:00Z" });
    expect(await lastFailure(table, FERN)).toMatchObject(failure);
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
