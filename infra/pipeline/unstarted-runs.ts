import { Duration, Validations } from "aws-cdk-lib";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";

/** Dead letters of the schedules: each is the input of a run that could not be started. */
export function unstartedRuns(scope: Construct): Queue {
  const queue = new Queue(scope, "UnstartedRuns", {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  Validations.of(queue).acknowledge({
    id: "AwsSolutions-SQS3",
    reason: "it is a queue of dead letters, of schedules rather than of another queue",
  });
  return queue;
}
