import { Duration, TimeZone, Validations } from "aws-cdk-lib";
import { EventField, Match, Rule, RuleTargetInput } from "aws-cdk-lib/aws-events";
import { LambdaFunction, SfnStateMachine } from "aws-cdk-lib/aws-events-targets";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import {
  ContextAttribute,
  Schedule,
  ScheduleExpression,
  ScheduleTargetInput,
  TimeWindow,
} from "aws-cdk-lib/aws-scheduler";
import { StepFunctionsStartExecution } from "aws-cdk-lib/aws-scheduler-targets";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { type IQueue, Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { IStateMachine } from "aws-cdk-lib/aws-stepfunctions";
import type { Construct } from "constructs";
import { inboxPrefix } from "../../functions/layout.ts";
import type { District } from "../settings/configuration.ts";

/** Dead letters of the schedule and the rules: starts and events that could not be delivered. */
export function unstarted(scope: Construct): Queue {
  const queue = new Queue(scope, "Unstarted", {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  Validations.of(queue).acknowledge({
    id: "AwsSolutions-SQS3",
    reason: "it is a queue of dead letters, of a schedule and rules rather than of another queue",
  });
  return queue;
}

/** How long and how often a start is tried again before it goes to the dead-letter queue. */
const TRYING = { maxEventAge: Duration.hours(1), retryAttempts: 20 };

/** Starts the district's run every morning, whether or not files came. */
export function morningSchedule(
  scope: Construct,
  { name, schedule, timezone }: District,
  run: IStateMachine,
  operationsKey: IKey,
  deadLetterQueue: IQueue,
): void {
  new Schedule(scope, "Morning", {
    description: `The morning run of ${name}`,
    schedule: ScheduleExpression.expression(schedule, TimeZone.of(timezone)),
    // Districts share the same five o'clock, and nobody looks before seven.
    timeWindow: TimeWindow.flexible(Duration.minutes(15)),
    key: operationsKey,
    target: new StepFunctionsStartExecution(run, {
      input: ScheduleTargetInput.fromObject({ scheduledAt: ContextAttribute.scheduledTime }),
      deadLetterQueue,
      ...TRYING,
    }),
  });
}

/** Starts `Uploads` for each file that arrives in the district's part of the inbox. */
export function uploadRule(
  scope: Construct,
  { id, name }: District,
  inbox: IBucket,
  uploads: IStateMachine,
  deadLetterQueue: IQueue,
): void {
  new Rule(scope, "Uploaded", {
    description: `A file came into the inbox of ${name}`,
    eventPattern: {
      source: ["aws.s3"],
      detailType: ["Object Created"],
      detail: {
        bucket: { name: [inbox.bucketName] },
        object: { key: Match.prefix(inboxPrefix(id)) },
      },
    },
    targets: [
      new SfnStateMachine(uploads, {
        input: RuleTargetInput.fromObject({
          key: EventField.fromPath("$.detail.object.key"),
          at: EventField.time,
        }),
        deadLetterQueue,
        ...TRYING,
      }),
    ],
  });
}

/** Calls Watch for a run that did not succeed. */
export function stoppedRule(
  scope: Construct,
  run: IStateMachine,
  watch: IFunction,
  deadLetterQueue: IQueue,
): void {
  new Rule(scope, "Stopped", {
    description: "A run failed, ran out of time or was stopped",
    eventPattern: {
      source: ["aws.states"],
      detailType: ["Step Functions Execution Status Change"],
      detail: {
        stateMachineArn: [run.stateMachineArn],
        status: ["FAILED", "TIMED_OUT", "ABORTED"],
      },
    },
    targets: [new LambdaFunction(watch, { deadLetterQueue, ...TRYING })],
  });
}
