import { writeFileSync } from "node:fs";

/** What one step took, or one whole process. */
export interface MeasuredStep {
  readonly name: string;
  readonly seconds: number;
  /** Processor time of all threads: what the step costs however busy the machine is. */
  readonly cpuSeconds: number;
  /** The highest resident memory of the process while the step ran. */
  readonly peakMiB: number;
}

export interface StepClock {
  /** Ends the step that is running and begins the next one, so that no time is between two steps. */
  begin(name: string): void;
  /** Ends the last step. */
  end(): void;
  readonly steps: readonly MeasuredStep[];
}

/** Measures the steps of this process, one after the other. */
export function stepClock(): StepClock {
  const steps: MeasuredStep[] = [];
  let running: { readonly name: string; readonly before: Usage } | null = null;
  const end = (): void => {
    if (running === null) return;
    const { name, before } = running;
    steps.push({ name, ...usedSince(before) });
    running = null;
  };
  return {
    begin(name) {
      end();
      forgetPeakMemory();
      running = { name, before: usageNow() };
    },
    end,
    steps,
  };
}

export interface Usage {
  readonly milliseconds: number;
  readonly cpuMicroseconds: number;
  readonly peakMiB: number;
}

export function usageNow(): Usage {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  return {
    milliseconds: performance.now(),
    cpuMicroseconds: userCPUTime + systemCPUTime,
    peakMiB: maxRSS / 1024,
  };
}

export function usedSince(before: Usage): Omit<MeasuredStep, "name"> {
  const now = usageNow();
  return {
    seconds: (now.milliseconds - before.milliseconds) / 1000,
    cpuSeconds: (now.cpuMicroseconds - before.cpuMicroseconds) / 1e6,
    peakMiB: now.peakMiB,
  };
}

/** Linux begins the peak anew from here; elsewhere it remains the highest since the process began. */
function forgetPeakMemory(): void {
  if (process.platform === "linux") writeFileSync("/proc/self/clear_refs", "5");
}
