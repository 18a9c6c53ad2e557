import { isTransient } from "../adapters/aws/transient-error.ts";
import type { DistrictId } from "../domain/ids.ts";
import { STEP_ERRORS } from "../layout.ts";
import { keepLease, takeLease } from "../pipeline/run/lease.ts";
import { cloudTable } from "./cloud-places.ts";
import { ownDistrict } from "./environment.ts";
import { log } from "./run-log.ts";

/** What is used of Lambda's context. */
export interface LambdaContext {
  getRemainingTimeInMillis(): number;
}

/** The input that every step of a run receives; in a batch it is beside the items. */
export type OfRun =
  | { readonly run: string }
  | { readonly BatchInput: { readonly run: string }; readonly Items: readonly unknown[] };

/** For how long after a function must have ended the lease is held: longer than all waits before the state machine's next call. */
const MARGIN_MS = 10 * 60_000;

/**
 * The handler of one step: it works for the district of its function alone, holds the district's lease
 * for as long as the function may be at work, and tells the state machine by `TryAgain` that another
 * try may go through.
 */
export const runStep =
  <Event extends OfRun, Result>(
    work: (event: Event, district: DistrictId) => Promise<Result>,
    lease = keepLease,
  ) =>
  async (event: Event, context: LambdaContext): Promise<Result> => {
    const district = ownDistrict();
    const run = "run" in event ? event.run : event.BatchInput.run;
    return namingTransient(async () => {
      const now = Date.now();
      const until = now + context.getRemainingTimeInMillis() + MARGIN_MS;
      await lease(cloudTable(), district, run, isoOf(now), isoOf(until));
      return work(event, district);
    });
  };

/** As `runStep`, of the step that begins a run. */
export const firstStep = <Event extends OfRun, Result>(
  work: (event: Event, district: DistrictId) => Promise<Result>,
) => runStep(work, takeLease);

/** Gives what came of a fault of a service the name by which the state machine tries again. */
export async function namingTransient<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!isTransient(error)) throw error;
    // Names of services and codes alone: the message of a service may quote a key.
    log.warn("try again", { error: error instanceof Error ? error.name : typeof error });
    const again = new Error("a service was too busy, slow or away", { cause: error });
    again.name = STEP_ERRORS.tryAgain;
    throw again;
  }
}

const isoOf = (milliseconds: number): string => new Date(milliseconds).toISOString();
