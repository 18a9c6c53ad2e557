import { describe, expect, it } from "vitest";
import type { Cloud } from "./cloud.ts";
import { faultsFor, type ServiceRequest } from "./endpoints/faults.ts";
import type { Interception } from "./functions/lambdas.ts";
import { killAtEachWrite } from "./kills.ts";
import { noteWrites } from "./writes.ts";

const of = (operation: string, key: string | null, items: readonly string[]): ServiceRequest => ({
  ...{ service: key === null ? "dynamodb" : "s3", operation, caller: "role", place: "", key },
  items: items.map((item) => ({ key: item, text: item })),
});

/**
 * One function that writes two objects, and three items at once.
 * @param isSkipping writes no object that is there
 */
function written(isSkipping = false) {
  const faults = faultsFor(1);
  const done: string[] = [];
  let interception: Interception | undefined;
  let isKilled = false;
  const cloud = {
    faults,
    functionOf: () => ({ arn: "arn", properties: { Role: "role" } }),
    lambdas: {
      intercept(_: string, given: Interception) {
        interception = given;
        return () => (interception = undefined);
      },
      kill() {
        isKilled = true;
        return 1;
      },
    },
  } as unknown as Cloud;

  async function write(request: ServiceRequest): Promise<void> {
    if (isSkipping && request.key !== null && done.includes(request.key)) return;
    const before = await faults.before(request);
    if (before === "cut") return;
    const all = request.key === null ? request.items.map(({ key }) => key) : [request.key];
    done.push(...all.slice(0, typeof before === "object" ? before?.taken : undefined));
    await faults.after(request);
  }
  async function run() {
    isKilled = false;
    for (const request of [
      of("PutObject", "a", []),
      of("BatchWriteItem", null, ["x", "y", "z"]),
      of("PutObject", "b", []),
    ]) {
      if (!isKilled) await write(request);
    }
    return { payload: isKilled };
  }
  /** Calls the function; true where it was killed. */
  async function call(): Promise<boolean> {
    const invoked = await (interception ?? (() => run()))({ run: "r" }, run);
    return "payload" in invoked && invoked.payload === true;
  }
  return { cloud, call, done };
}

async function noted() {
  const { cloud, call } = written();
  const writes = noteWrites(cloud, ["publish"]);
  await call();
  return writes;
}

describe("kills at each write", () => {
  it("are counted before: requests, and the objects and items in them", async () => {
    const { sums, entries } = await noted();
    expect(sums).toEqual({ publish: { requests: 3, entries: 5 } });
    expect([...entries.values()].every(({ isDone }) => isDone)).toBe(true);
  });

  it.each([false, true])("come before and after each; written anew or not: %s", async (isNot) => {
    const { cloud, call, done } = written(isNot);
    const kills = killAtEachWrite(cloud, ["publish"]);
    const doneAtKills: string[] = [];
    for (let tries = 0; tries < 100 && (await call()); tries += 1) {
      doneAtKills.push([...new Set(done)].join(""));
    }
    // Two for each object, and four for three items of which one is after one and before the next.
    expect(doneAtKills).toEqual(["", "a", "a", "ax", "axy", "axyz", "axyz", "axyzb"]);
    expect(kills.counts).toEqual({ publish: 8 });
    expect(kills.missedOf(await noted())).toEqual([]);
  });

  it("are missed where a write does not come", async () => {
    const kills = killAtEachWrite(written().cloud, ["publish"]);
    const missed = kills.missedOf(await noted());
    expect(missed).toHaveLength(10);
    expect(missed.filter((name) => /^(before|after) publish: a$/.test(name))).toHaveLength(2);
  });
});
