import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { protectionStep, resetProtection, timed } from "../../bench/protection-clock.ts";
import { stepClock } from "../../bench/step-clock.ts";

/** Works until so many milliseconds have passed. */
function work(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until) Math.sqrt(until);
}

/** Uses so many milliseconds of processor time. */
function compute(milliseconds: number): void {
  const before = process.cpuUsage();
  for (;;) {
    const { user, system } = process.cpuUsage(before);
    if (user + system >= milliseconds * 1000) return;
  }
}

/** A thread that fills so much memory and ends, which frees it. */
const fill = (mebibytes: number): Promise<number> =>
  new Promise((resolve, reject) => {
    new Worker(`new Uint8Array(${mebibytes * 2 ** 20}).fill(1)`, { eval: true })
      .once("error", reject)
      .once("exit", resolve);
  });

describe("stepClock", () => {
  it("gives each step its own time and the processor time of its work", () => {
    const clock = stepClock();
    clock.begin("work");
    compute(60);
    clock.begin("rest");
    clock.end();
    clock.end();
    expect(clock.steps.map(({ name }) => name)).toEqual(["work", "rest"]);
    const [busy, rest] = clock.steps;
    expect(busy!.cpuSeconds).toBeGreaterThanOrEqual(0.06);
    expect(busy!.seconds).toBeGreaterThan(0.01);
    expect(rest!.cpuSeconds).toBeLessThan(busy!.cpuSeconds);
  });

  it.runIf(process.platform === "linux")(
    "gives a step no memory of the step before it",
    async () => {
      const clock = stepClock();
      clock.begin("large");
      await fill(256);
      clock.begin("small");
      clock.end();
      const [large, small] = clock.steps;
      expect(large!.peakMiB - small!.peakMiB).toBeGreaterThan(128);
    },
  );
});

describe("protection-clock", () => {
  it("counts a call once, and no time outside of it", () => {
    resetProtection();
    const inner = timed((milliseconds: number) => (work(milliseconds), milliseconds));
    const outer = timed(() => inner(30) + inner(30));
    const before = performance.now();
    expect(outer()).toBe(60);
    work(60);
    const inAll = (performance.now() - before) / 1000;
    const { name, seconds } = protectionStep("protection");
    expect(name).toBe("protection");
    expect(seconds).toBeGreaterThanOrEqual(0.06);
    expect(seconds).toBeLessThanOrEqual(inAll - 0.06);
  });

  it("counts a call that throws, and those after it", () => {
    resetProtection();
    const refuse = timed(() => {
      work(20);
      throw new Error("refused");
    });
    for (let time = 0; time < 2; time++) expect(refuse).toThrow("refused");
    expect(protectionStep("protection").seconds).toBeGreaterThanOrEqual(0.04);
  });

  it("leaves what is no function as it is, and refuses to say nothing was spent where nothing was timed", () => {
    expect(timed(5)).toBe(5);
    resetProtection();
    expect(() => protectionStep("protection")).toThrow("no call of functions/protection was timed");
  });
});
