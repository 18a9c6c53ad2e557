import type { Progress } from "../pipeline/ports.ts";

/** Leaves a performance mark where each step begins and ends, so that a profiler can tell where time goes. */
export const markedProgress = (progress: Progress): Progress => ({
  step(name, total) {
    performance.mark(`ilp:${name}`);
    progress.step(name, total);
  },
  advance: progress.advance,
  done() {
    performance.mark("ilp:between steps");
    progress.done();
  },
});
