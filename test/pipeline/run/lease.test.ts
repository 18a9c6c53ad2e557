import { describe, expect, it } from "vitest";
import { districtId } from "../../../functions/domain/ids.ts";
import { giveBackLease, keepLease, takeLease } from "../../../functions/pipeline/run/lease.ts";
import { tableKeys } from "../../../functions/layout.ts";
import { memoryTable } from "../../support/stores/memory-table.ts";

const FERN = districtId("fern");
const instantAt = (time: string): string => `2025-01-15T${time}.000Z`;

function lease() {
  const table = memoryTable();
  type Change = typeof takeLease;
  const by = (change: Change) => (run: string, now: string, until: string) =>
    change(table, FERN, run, instantAt(now), instantAt(until));
  return {
    table,
    take: by(takeLease),
    keep: by(keepLease),
    giveBack: (run: string, now: string) => giveBackLease(table, FERN, run, instantAt(now)),
    until: async () => (await table.get(tableKeys.run(FERN, "lease")))?.["until"],
  };
}

describe("the lease of a district", () => {
  it("is held by one run until the instant it ends, and not after", async () => {
    const { take } = lease();
    await take("a", "05:00:00", "05:16:00");
    await expect(take("b", "05:15:59", "05:30:00")).rejects.toThrow(/run a .* is under way/);
    await expect(take("b", "05:15:59", "05:30:00")).rejects.toHaveProperty("name", "LeaseHeld");
    await take("b", "05:16:00", "05:30:00");
    await expect(take("a", "05:16:01", "05:30:00")).rejects.toHaveProperty("name", "LeaseHeld");
  });

  it("goes on with each step, also after it had ended by itself", async () => {
    const { take, keep } = lease();
    await take("a", "05:00:00", "05:16:00");
    await keep("a", "05:10:00", "05:26:00");
    await keep("a", "07:00:00", "07:16:00");
    await expect(take("b", "07:15:59", "07:30:00")).rejects.toHaveProperty("name", "LeaseHeld");
  });

  it("ends with the step that may go on for longest of those at work at once", async () => {
    const { take, keep, until } = lease();
    await take("a", "05:00:00", "05:16:00");
    await keep("a", "05:00:01", "05:11:01");
    expect(await until()).toBe(instantAt("05:16:00"));
  });

  it("is not taken up again once another run has held it, whether that still holds it or not", async () => {
    const { take, keep, giveBack } = lease();
    await take("a", "05:00:00", "05:16:00");
    await take("b", "05:16:00", "05:30:00");
    await expect(keep("a", "05:17:00", "05:33:00")).rejects.toHaveProperty("name", "LeaseHeld");
    await giveBack("b", "05:20:00");
    await expect(keep("a", "05:20:00", "05:36:00")).rejects.toHaveProperty("name", "LeaseLost");
    // A run that had not begun has made nothing that could be old.
    await take("a", "05:20:00", "05:36:00");
  });

  it("can be kept by no run that never took it", async () => {
    const { keep } = lease();
    await expect(keep("a", "05:00:00", "05:16:00")).rejects.toHaveProperty("name", "LeaseLost");
  });

  it("is given back by the run that holds it alone", async () => {
    const { take, giveBack, until } = lease();
    await take("a", "05:00:00", "05:16:00");
    expect(await giveBack("b", "05:01:00")).toBe(false);
    expect(await until()).toBe(instantAt("05:16:00"));
    expect(await giveBack("a", "05:02:00")).toBe(true);
    // Twice, as when nobody heard of the first time.
    expect(await giveBack("a", "05:02:00")).toBe(true);
    await take("b", "05:02:00", "05:18:00");
    expect(await giveBack("a", "05:02:01")).toBe(false);
    expect(await until()).toBe(instantAt("05:18:00"));
  });

  it("goes to one of many that ask at the same moment", async () => {
    const { take } = lease();
    const runs = Array.from({ length: 20 }, (_, index) => `run-${index}`);
    const taken = await Promise.allSettled(runs.map((run) => take(run, "05:00:00", "05:16:00")));
    expect(taken.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});
