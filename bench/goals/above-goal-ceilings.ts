import { GOAL_CEILINGS, MOST_GOALS } from "../ceilings.ts";

/** What `npm run bench -- --goals` measured. */
export interface MeasuredGoals {
  readonly goals: number;
  readonly seconds: number;
  readonly peakMiB: number;
  /** Planted near copies that are in one cluster, of all planted. */
  readonly recall: number;
  /** Reported pairs that are no near copies, of all reported. */
  readonly falsePairs: number;
}

/** What is above its ceiling, or below its floor: a line each. More goals than the ceilings are for have none for time and memory. */
export function aboveGoalCeilings(measured: MeasuredGoals): readonly string[] {
  const { goals, seconds, peakMiB, recall, falsePairs } = measured;
  const { mostSeconds, mostMiB, leastRecall, mostFalsePairs } = GOAL_CEILINGS;
  const faults: string[] = [];
  // Not `>`: what could not be measured is above every ceiling.
  const hold = (name: string, isHeld: boolean, value: number, limit: string): void => {
    if (!isHeld)
      faults.push(`${name} of ${goals.toLocaleString("en-US")} goals: ${value}, ${limit}`);
  };
  if (goals <= MOST_GOALS) {
    hold("seconds", seconds <= mostSeconds, seconds, `at most ${mostSeconds}`);
    hold("the highest memory", peakMiB <= mostMiB, peakMiB, `at most ${mostMiB} MiB`);
  }
  hold("recall", recall >= leastRecall, recall, `at least ${leastRecall}`);
  hold("false pairs", falsePairs < mostFalsePairs, falsePairs, `less than ${mostFalsePairs}`);
  return faults;
}
