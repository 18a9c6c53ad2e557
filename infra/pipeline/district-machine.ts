import { type CfnElement, Duration, RemovalPolicy, Stack, Validations } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import {
  DefinitionBody,
  type IChainable,
  LogLevel,
  QueryLanguage,
  StateMachine,
  StateMachineType,
} from "aws-cdk-lib/aws-stepfunctions";
import type { Construct, IConstruct } from "constructs";

/** A state machine of a district, with a log of its own. */
export function districtMachine(
  scope: Construct,
  name: string,
  {
    comment,
    definition,
    handlers,
    timeout,
    operationsKey,
  }: {
    readonly comment: string;
    readonly definition: IChainable;
    /** The functions that it calls. */
    readonly handlers: readonly IFunction[];
    readonly timeout: Duration;
    readonly operationsKey: IKey;
  },
): StateMachine {
  const machine = new StateMachine(scope, name, {
    comment,
    definitionBody: DefinitionBody.fromChainable(definition),
    queryLanguage: QueryLanguage.JSONATA,
    stateMachineType: StateMachineType.STANDARD,
    timeout,
    tracingEnabled: true,
    logs: {
      // Step Functions adds each log group of another name to a policy of limited length.
      destination: new LogGroup(scope, `${name}Logs`, {
        logGroupName: `/aws/vendedlogs/states/${Stack.of(scope).stackName}-${name}`,
        retention: RetentionDays.ONE_YEAR,
        encryptionKey: operationsKey,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
      level: LogLevel.ALL,
      includeExecutionData: false,
    },
  });
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
