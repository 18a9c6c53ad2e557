import { describe, expect, it } from "vitest";
import { stackClock } from "./clock.ts";

const START = new Date("2025-01-15T10:00:00Z");
const realTime = (milliseconds: number) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
const secondsOn = (clock: ReturnType<typeof stackClock>) =>
  Math.floor((clock.now().getTime() - START.getTime()) / 1000);

describe("the clock of the stacks", () => {
  it("goes on to what is waited for first, one after the other", async () => {
    const clock = stackClock(START);
    const order: [string, number][] = [];
    await Promise.all([
      clock.wait(3600).then(() => order.push(["hour", secondsOn(clock)])),
      clock.wait(60).then(() => order.push(["minute", secondsOn(clock)])),
    ]);
    expect(order).toEqual([
      ["minute", 60],
      ["hour", 3600],
    ]);
  });

  it("does not skip while a call is under way or a test holds it", async () => {
    const clock = stackClock(START);
    let hasEnded = false;
    const release = clock.hold();
    let finish: () => void = () => undefined;
    const call = clock.busy(() => new Promise<void>((resolve) => (finish = resolve)));
    const waiting = clock.wait(60).then(() => (hasEnded = true));
    await realTime(20);
    finish();
    await call;
    await realTime(20);
    expect(hasEnded).toBe(false);
    release();
    release();
    await waiting;
    expect(secondsOn(clock)).toBe(60);
  });

  it("runs as real time does while it is held", async () => {
    const clock = stackClock(START);
    const release = clock.hold();
    await clock.wait(0.05);
    expect(secondsOn(clock)).toBe(0);
    release();
  });

  it("never skips for the sake of a deadline, which rings once it is due", async () => {
    const clock = stackClock(START);
    let rings = 0;
    const forgotten = clock.deadline(50, () => (rings += 100));
    clock.deadline(60, () => (rings += 1));
    forgotten.cancel();
    await realTime(20);
    expect([rings, secondsOn(clock)]).toEqual([0, 0]);
    await clock.wait(59);
    expect(rings).toBe(0);
    await clock.wait(2);
    expect(rings).toBe(1);
  });

  it("ends a wait with the reason of its signal", async () => {
    const clock = stackClock(START);
    const release = clock.hold();
    const controller = new AbortController();
    const waiting = clock.wait(60, controller.signal);
    controller.abort(new Error("stopped"));
    await expect(waiting).rejects.toThrow("stopped");
    release();
  });
});
