import type { Retrier } from "./definition.ts";
import { isNamed, type StateError } from "./state-error.ts";

/** How often each Retry of a state was used; a new entry into the state begins at nothing. */
export type Attempts = Map<Retrier, number>;

/**
 * Seconds until the state is tried again, or null where no Retry names the error or the one that
 * does is used up.
 * @param chance between 0 and 1, for `JitterStrategy: FULL`
 */
export function delayBeforeRetry(
  retriers: readonly Retrier[],
  error: StateError,
  attempts: Attempts,
  chance: () => number,
): number | null {
  const retrier = retriers.find(({ ErrorEquals }) => isNamed(ErrorEquals, error));
  if (retrier === undefined) return null;
  const { IntervalSeconds = 1, BackoffRate = 2, MaxAttempts = 3, MaxDelaySeconds } = retrier;
  const used = attempts.get(retrier) ?? 0;
  if (used >= MaxAttempts) return null;
  attempts.set(retrier, used + 1);
  const delay = Math.min(IntervalSeconds * BackoffRate ** used, MaxDelaySeconds ?? Infinity);
  return retrier.JitterStrategy === "FULL" ? delay * chance() : delay;
}
