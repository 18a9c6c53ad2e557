import { Duration } from "aws-cdk-lib";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { JitterType, TaskInput } from "aws-cdk-lib/aws-stepfunctions";
import { LambdaInvoke } from "aws-cdk-lib/aws-stepfunctions-tasks";
import type { Construct } from "constructs";
import { STEP_ERRORS } from "../../functions/layout.ts";

/**
 * One call of a handler. `event` is the handler's input: an object, or a JSONata expression for
 * one. What the handler returns is the output of the state.
 */
export function runStep(
  scope: Construct,
  name: string,
  handler: IFunction,
  event: string | Readonly<Record<string, string>>,
  assign: Readonly<Record<string, string>> = {},
): LambdaInvoke {
  const task = LambdaInvoke.jsonata(scope, name, {
    lambdaFunction: handler,
    payload: typeof event === "string" ? TaskInput.fromText(event) : TaskInput.fromObject(event),
    outputs: "{% $states.result.Payload %}",
    // The default retry has no jitter: throttled batches of schools would all come back at the same
    // moment.
    retryOnServiceExceptions: false,
    ...(Object.keys(assign).length > 0 && { assign }),
  });
  // Faults of services: of Lambda, and of S3 and DynamoDB once the handler's own retries are used
  // up.
  task.addRetry({
    errors: [
      STEP_ERRORS.tryAgain,
      "Lambda.ClientExecutionTimeoutException",
      "Lambda.ServiceException",
      "Lambda.AWSLambdaException",
      "Lambda.SdkClientException",
      "Lambda.TooManyRequestsException",
    ],
    interval: Duration.seconds(2),
    maxAttempts: 8,
    backoffRate: 2,
    maxDelay: Duration.minutes(2),
    jitterStrategy: JitterType.FULL,
  });
  // A function that ran out of time or was killed: every step may run twice, and continues where it
  // was. If it fails a third time, a person must look at it.
  task.addRetry({
    errors: ["Sandbox.Timedout", "States.Timeout", "Lambda.Unknown", "Runtime.ExitError"],
    interval: Duration.seconds(30),
    maxAttempts: 2,
    backoffRate: 2,
    jitterStrategy: JitterType.FULL,
  });
  // Another run of the district is under way, or was killed and its lease has not ended yet.
  task.addRetry({
    errors: [STEP_ERRORS.leaseHeld],
    interval: Duration.minutes(1),
    maxAttempts: 240,
    backoffRate: 1,
  });
  return task;
}
