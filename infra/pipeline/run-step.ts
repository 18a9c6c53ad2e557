import { Duration } from "aws-cdk-lib";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { JitterType, TaskInput } from "aws-cdk-lib/aws-stepfunctions";
import { LambdaInvoke } from "aws-cdk-lib/aws-stepfunctions-tasks";
import type { Construct } from "constructs";

/** One call of a handler. `event` is what the handler gets: an object, or a JSONata expression that gives one. What the handler returns is the output of the state. */
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
    // Its own retry has no jitter: a batch of schools that was throttled would come back as one.
    retryOnServiceExceptions: false,
    ...(Object.keys(assign).length > 0 && { assign }),
  });
  // Faults of the service, not of ours: an error that a handler throws comes back on a second try.
  task.addRetry({
    errors: [
      "Lambda.ClientExecutionTimeoutException",
      "Lambda.ServiceException",
      "Lambda.AWSLambdaException",
      "Lambda.SdkClientException",
      "Lambda.TooManyRequestsException",
    ],
    interval: Duration.seconds(2),
    maxAttempts: 6,
    backoffRate: 2,
    maxDelay: Duration.minutes(1),
    jitterStrategy: JitterType.FULL,
  });
  return task;
}
