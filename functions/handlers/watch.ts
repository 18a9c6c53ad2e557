import { GetExecutionHistoryCommand, SFNClient } from "@aws-sdk/client-sfn";
import { DYNAMO_PATIENCE, patientSettings } from "../adapters/aws/aws-clients.ts";
import { METRICS, STEP_ERRORS } from "../layout.ts";
import { noteFailure } from "../pipeline/run/run-failure.ts";
import { cloudTable } from "./cloud-places.ts";
import { ownDistrict } from "./environment.ts";
import { count, log } from "./run-log.ts";

/** What is read of an event of Step Functions about an execution that did not go through. */
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

/** Names the step in which a run stopped: to the alarms by a metric, and to staff by a line in the console. */
export async function handler({ time, detail }: StatusEvent): Promise<object> {
  const district = ownDistrict();
  const step = await stoppedIn(detail.executionArn);
  // The alarms first: what stopped the run may keep the table away from this function too.
  count(district, METRICS.stepFailed, 1, { step: step ?? "unknown" });
  const { name: run, status, error } = detail;
  log.error("run stopped", { district, run, status, step, error: error ?? null });
  // What came in between has made newer figures, or has said itself where it stopped.
  if (error !== STEP_ERRORS.leaseLost) {
    await noteFailure(cloudTable(), district, { run, step, at: time });
  }
  return { run, step };
}

/** The state that was entered last: the states of a run come one after the other. */
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
