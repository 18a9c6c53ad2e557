import { describe, expect, it } from "vitest";
import { patientRetries } from "../../../functions/adapters/aws/patient-retries.ts";

const PATIENCE = { attempts: 12, firstWaitMs: 100, longestWaitMs: 5_000 };
const throttled = { errorType: "THROTTLING" } as const;

/** The waits before each retry until the strategy gives up. */
async function waits(info: Parameters<Strategy["refreshRetryTokenForRetry"]>[1] = throttled) {
  const strategy = patientRetries(PATIENCE);
  let token = await strategy.acquireInitialRetryToken("");
  const delays: number[] = [];
  for (;;) {
    try {
      token = await strategy.refreshRetryTokenForRetry(token, info);
    } catch {
      return delays;
    }
    delays.push(token.getRetryDelay());
  }
}
type Strategy = ReturnType<typeof patientRetries>;

describe("patientRetries", () => {
  it("lets a call have its attempts, however many calls failed before it", async () => {
    const strategy = patientRetries(PATIENCE);
    for (let call = 0; call < 1_000; call += 1) {
      let token = await strategy.acquireInitialRetryToken("");
      for (let retry = 1; retry <= 11; retry += 1) {
        token = await strategy.refreshRetryTokenForRetry(token, throttled);
        expect(token.getRetryCount()).toBe(retry);
      }
      await expect(strategy.refreshRetryTokenForRetry(token, throttled)).rejects.toThrow(
        "the call was tried 12 times",
      );
    }
  });

  it("waits up to twice as long each time, and 5 seconds at most", async () => {
    const runs = await Promise.all(Array.from({ length: 300 }, () => waits()));
    const longest = runs[0]!.map((_, retry) => Math.max(...runs.map((run) => run[retry]!)));
    const shortest = runs[0]!.map((_, retry) => Math.min(...runs.map((run) => run[retry]!)));
    const most = [100, 200, 400, 800, 1_600, 3_200, 5_000, 5_000, 5_000, 5_000, 5_000];
    expect(longest).toHaveLength(most.length);
    for (const [retry, limit] of most.entries()) {
      expect(longest[retry]).toBeLessThanOrEqual(limit);
      expect(longest[retry]).toBeGreaterThan(limit * 0.9);
      expect(shortest[retry]).toBeLessThan(limit * 0.1);
    }
  });

  it.each(["CLIENT_ERROR", "SERVER_ERROR"] as const)("does not try %s again", async (errorType) => {
    expect(await waits({ errorType })).toEqual([]);
  });

  it("waits as long as the service asks, and 5 seconds at most", async () => {
    const inSeconds = async (seconds: number) => {
      const retryAfterHint = new Date(Date.now() + seconds * 1_000);
      return (await waits({ errorType: "TRANSIENT", retryAfterHint }))[0]!;
    };
    expect(await inSeconds(3)).toBeGreaterThan(2_900);
    expect(await inSeconds(3)).toBeLessThanOrEqual(3_000);
    expect(await inSeconds(60)).toBe(5_000);
    expect(await inSeconds(-60)).toBeLessThanOrEqual(100);
  });
});
