import { Duration, TimeZone } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import {
  ContextAttribute,
  Schedule,
  ScheduleExpression,
  ScheduleTargetInput,
  TimeWindow,
} from "aws-cdk-lib/aws-scheduler";
import { StepFunctionsStartExecution } from "aws-cdk-lib/aws-scheduler-targets";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { IStateMachine } from "aws-cdk-lib/aws-stepfunctions";
import type { Construct } from "constructs";
import type { District } from "../configuration.ts";

/** Starts the run of each district every morning. A start that fails for an hour is laid in the queue of dead letters. */
export function morningSchedules(
  scope: Construct,
  districts: readonly District[],
  machine: IStateMachine,
  operationsKey: IKey,
  deadLetterQueue: IQueue,
): void {
  for (const { id, name, mandate, schedule, timezone } of districts) {
    new Schedule(scope, `Morning-${id}`, {
      description: `The morning run of ${name}`,
      schedule: ScheduleExpression.expression(schedule, TimeZone.of(timezone)),
      // Districts share the same five o'clock; nobody looks before seven.
      timeWindow: TimeWindow.flexible(Duration.minutes(15)),
      key: operationsKey,
      target: new StepFunctionsStartExecution(machine, {
        input: ScheduleTargetInput.fromObject({
          district: id,
          mandate,
          inboxPrefix: `${id}/`,
          scheduledAt: ContextAttribute.scheduledTime,
        }),
        deadLetterQueue,
        maxEventAge: Duration.hours(1),
        retryAttempts: 20,
      }),
    });
  }
}
