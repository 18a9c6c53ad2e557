import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { runStep } from "../../functions/handlers/run-step.ts";
import { ENVIRONMENT } from "../../functions/layout.ts";

const MINUTES = 60_000;

describe("a step of a run", () => {
  beforeEach(() => {
    vi.stubEnv(ENVIRONMENT.district, "fern");
    vi.stubEnv(ENVIRONMENT.table, "table");
    vi.stubEnv("AWS_REGION", "us-east-2");
  });
  afterEach(() => vi.unstubAllEnvs());

  // Waits of the state machine between two calls of a run: 2 minutes at the longest, and what a start takes.
  it("holds the lease until ten minutes after its function must have ended", async () => {
    const held: number[] = [];
    const step = runStep(
      () => Promise.resolve("done"),
      (_table, district, run, now, until) => {
        expect([district, run]).toEqual(["fern", "run-1"]);
        held.push(Date.parse(until) - Date.parse(now));
        return Promise.resolve();
      },
    );
    const context = { getRemainingTimeInMillis: () => 15 * MINUTES };
    expect(await step({ run: "run-1" }, context)).toBe("done");
    await step({ BatchInput: { run: "run-1" }, Items: [] }, context);
    expect(held).toEqual([25 * MINUTES, 25 * MINUTES]);
  });

  it("does nothing where the lease is refused, and fails by that error's own name", async () => {
    let isDone = false;
    const refused = Object.assign(new Error("held"), { name: "LeaseHeld" });
    const step = runStep(
      () => Promise.resolve((isDone = true)),
      () => Promise.reject(refused),
    );
    await expect(step({ run: "run-1" }, { getRemainingTimeInMillis: () => 1 })).rejects.toBe(
      refused,
    );
    expect(isDone).toBe(false);
  });
});
