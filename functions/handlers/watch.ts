import { GetExecutionHistoryCommand, SFNClient } from "@aws-sdk/client-sfn";
import { DYNAMO_PATIENCE, patientSettings } from "../adapters/aws/aws-clients.ts";
import { METRICS, STEP_ERRORS } from "../layout.ts";
import { noteFailure } from "../pipeline/run/run-failure.ts";
import { cloudTable } from "./cloud-places.ts";
import { ownDistrict } from "./environment.ts";
import { count, log } from "./run-log.ts";

/**
 * The parts that are read of an event of Step Functions about an execution that did not succeed.
 */
interface StatusEvent {
  readonly time: string;
  readonly detail: {
    readonly executionArn: string;
    readonly name: string;
    readonly status: string;
    readonly error?: string | null;
  };
}

const states = new SFNClient(patientSettings(DYNAMO_PATIENCE));

/**
 * Reports the step in which a run stopped: to the alarms by a metric, and to staff by a line in the
 * console.
 */
export async function handler({ time, detail }: StatusEvent): Promise<object> {
  const district = ownDistrict();
  const step = await stoppedIn(detail.executionArn);
  // The alarms come first: whatever stopped the run may also keep this function from the table.
  count(district, METRICS.stepFailed, 1, { step: step ?? "unknown" });
  const { name: run, status, error } = detail;
  log.error("run stopped", { district, run, status, step, error: error ?? null });
  // The run that took the lease has made newer figures, or has reported itself where it stopped.
  if (error !== STEP_ERRORS.leaseLost) {
    await noteFailure(cloudTable(), district, { run, step, at: time });
  }
  return { run, step };
}

/** The state that was entered last. The states of a run follow one another. */
async function stoppedIn(executionArn: string): Promise<string | null> {
  let nextToken: string | undefined;
  do {
    const page = await states.send(
      new GetExecutionHistoryCommand({
        executionArn,
        reverseOrder: true,
        includeExecutionData: false,
        nextToken,
      }),
    );
    for (const { stateEnteredEventDetails } of page.events ?? []) {
      if (stateEnteredEventDetails?.name !== undefined) return stateEnteredEventDetails.name;
    }
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return null;
}
