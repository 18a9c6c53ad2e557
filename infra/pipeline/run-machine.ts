import { type CfnElement, Duration, RemovalPolicy, Stack, Validations } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import {
  DefinitionBody,
  type IChainable,
  LogLevel,
  QueryLanguage,
  StateMachine,
  StateMachineType,
} from "aws-cdk-lib/aws-stepfunctions";
import type { Construct, IConstruct } from "constructs";
import { RECORDS_PREFIXES } from "../storage/records-bucket.ts";
import { grantObjects } from "./grant-objects.ts";

/** The state machine that composes the handlers to a district's morning. */
export function runMachine(
  scope: Construct,
  definition: IChainable,
  handlers: readonly IFunction[],
  records: IBucket,
  operationsKey: IKey,
): StateMachine {
  const machine = new StateMachine(scope, "Run", {
    comment: "One district's morning: receive, conform, measure, release, publish",
    definitionBody: DefinitionBody.fromChainable(definition),
    queryLanguage: QueryLanguage.JSONATA,
    stateMachineType: StateMachineType.STANDARD,
    // Every step at its own timeout and all its retries is less than this.
    timeout: Duration.hours(6),
    tracingEnabled: true,
    logs: {
      // Step Functions rewrites a policy of limited length for each group of another name.
      destination: new LogGroup(scope, "RunLogs", {
        logGroupName: `/aws/vendedlogs/states/${Stack.of(scope).stackName}`,
        retention: RetentionDays.ONE_YEAR,
        encryptionKey: operationsKey,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
      level: LogLevel.ALL,
      includeExecutionData: false,
    },
  });
  // The lists that the maps go over, and what their batches return.
  const runs = [`${RECORDS_PREFIXES.runs}*`];
  grantObjects(machine, records, { read: runs, write: runs });
  acknowledge(machine, handlers);
  return machine;
}

function acknowledge(machine: StateMachine, handlers: readonly IFunction[]): void {
  const { region, partition } = Stack.of(machine);
  const nameOf = (construct: IConstruct) =>
    Stack.of(construct).getLogicalId(construct.node.defaultChild as CfnElement);
  const executions = `arn:${partition}:states:${region}:<AWS::AccountId>:execution:{"Fn::Select":[6,{"Fn::Split":[":",{"Ref":"${nameOf(machine)}"}]}]}`;
  Validations.of(machine).acknowledge(
    ...handlers.map((handler) => ({
      id: `AwsSolutions-IAM5[Resource::<${nameOf(handler)}.Arn>:*]`,
      reason: "any version of this one handler",
    })),
    ...[`${executions}:*`, `${executions}/*:*`].map((resource) => ({
      id: `AwsSolutions-IAM5[Resource::${resource}]`,
      reason: "the executions of this one machine, which a map starts, watches and stops",
    })),
    {
      id: "AwsSolutions-IAM5[Resource::*]",
      reason:
        "X-Ray and the delivery of logs take no named resource; a test holds the rest to names",
    },
  );
}
