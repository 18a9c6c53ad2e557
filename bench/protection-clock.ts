import { usageNow, usedSince, type MeasuredStep } from "./step-clock.ts";

type AnyFunction = (...args: readonly unknown[]) => unknown;

const spent = { calls: 0, seconds: 0, cpuSeconds: 0, peakMiB: 0 };
let isInside = false;

/** The same function, whose time counts as protection. What it calls back outside counts with it, and a call within another counts once. */
export function timed<T>(exported: T): T {
  if (typeof exported !== "function") return exported;
  const inner = exported as unknown as AnyFunction;
  const outer: AnyFunction = (...args) => {
    if (isInside) return inner(...args);
    isInside = true;
    const before = usageNow();
    try {
      return inner(...args);
    } finally {
      const used = usedSince(before);
      spent.calls++;
      spent.seconds += used.seconds;
      spent.cpuSeconds += used.cpuSeconds;
      spent.peakMiB = used.peakMiB;
      isInside = false;
    }
  };
  return outer as unknown as T;
}

/** Begins the count anew. */
export function resetProtection(): void {
  Object.assign(spent, { calls: 0, seconds: 0, cpuSeconds: 0, peakMiB: 0 });
}

/** What protection took since the count began. @throws when no call of it was timed: the steps run by a bundle of their own */
export function protectionStep(name: string): MeasuredStep {
  const { calls, ...used } = spent;
  if (calls === 0) throw new Error("no call of functions/protection was timed");
  return { name, ...used };
}
