import { giveBackLease } from "../pipeline/run/lease.ts";
import { clearFailure } from "../pipeline/run/run-failure.ts";
import { runAsked } from "./run-input.ts";
import { ENVIRONMENT } from "../layout.ts";
import { cloudTable } from "./cloud-places.ts";
import { ownDistrict, variable } from "./environment.ts";
import { log } from "./run-log.ts";
import { firstStep, namingTransient } from "./run-step.ts";

interface TakeEvent {
  readonly phase: "take";
  readonly run: string;
  /** When the run started, as an ISO instant. */
  readonly startedAt: string;
  /** The input of the run as it was given. */
  readonly input: unknown;
}
interface GiveBackEvent {
  readonly phase: "give-back";
  readonly run: string;
}

const take = firstStep(async ({ run, startedAt, input }: TakeEvent, district) => {
  const asked = runAsked(input, startedAt, variable(ENVIRONMENT.timezone));
  log.info("began", { district, run, ...asked });
  return { run, ...asked };
});

/**
 * It may be called twice: after the lease was given back another run may have it, and nothing is
 * left to do.
 */
const giveBack = ({ run }: GiveBackEvent): Promise<object> =>
  namingTransient(async () => {
    const district = ownDistrict();
    const table = cloudTable();
    const now = new Date().toISOString();
    if (await giveBackLease(table, district, run, now)) await clearFailure(table, district, now);
    log.info("ended", { district, run });
    return { run };
  });

/** Begins a run if no other run of the district is under way, and ends it. */
export const handler = (
  event: TakeEvent | GiveBackEvent,
  context: Parameters<typeof take>[1],
): Promise<object> => (event.phase === "take" ? take(event, context) : giveBack(event));
