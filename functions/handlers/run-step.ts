import { isTransient } from "../adapters/aws/transient-error.ts";
import type { DistrictId } from "../domain/ids.ts";
import { STEP_ERRORS } from "../layout.ts";
import { DamagedFile } from "../pipeline/intake/raw-file.ts";
import { keepLease, takeLease } from "../pipeline/run/lease.ts";
import { cloudTable } from "./cloud-places.ts";
import { ownDistrict } from "./environment.ts";
import { log } from "./run-log.ts";

/** The part of Lambda's context that is used. */
export interface LambdaContext {
  getRemainingTimeInMillis(): number;
}

/** The input that every step of a run receives; in a batch it is beside the items. */
export type OfRun =
  | { readonly run: string }
  | { readonly BatchInput: { readonly run: string }; readonly Items: readonly unknown[] };

/**
 * How long the lease is held after the latest end of a function: longer than all waits before the
 * state machine's next call.
 */
const MARGIN_MS = 10 * 60_000;

/**
 * The handler of one step. It works only for the district of its function, holds the district's
 * lease for as long as the function may run, and tells the state machine by `TryAgain` that another
 * attempt may succeed.
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

/** As `runStep`, for the step that begins a run. */
export const firstStep = <Event extends OfRun, Result>(
  work: (event: Event, district: DistrictId) => Promise<Result>,
) => runStep(work, takeLease);

/** Gives a temporary fault of a service the name that makes the state machine try again. */
export async function namingTransient<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    // The name that a sender gave a file may say anything: it does not go into the log.
    if (error instanceof DamagedFile) throw new Error(error.withoutName);
    if (!isTransient(error)) throw error;
    // Only names of services and error codes: the message of a service may quote a key.
    log.warn("try again", { error: error instanceof Error ? error.name : typeof error });
    const again = new Error("a service was too busy, slow or away", { cause: error });
    again.name = STEP_ERRORS.tryAgain;
    throw again;
  }
}

const isoOf = (milliseconds: number): string => new Date(milliseconds).toISOString();
