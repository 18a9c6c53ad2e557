import {
  type CfnElement,
  CfnOutput,
  Duration,
  Stack,
  type StackProps,
  Validations,
} from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Function } from "aws-cdk-lib/aws-lambda";
import type { StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import { recordsKeys } from "../../functions/layout.ts";
import { alarms } from "./alarms.ts";
import { districtFunctions } from "./district-functions.ts";
import { districtMachine } from "./district-machine.ts";
import type { DistrictSurroundings } from "./district-surroundings.ts";
import { grantObjects } from "./grant-objects.ts";
import { runDefinition } from "./run-definition.ts";
import { morningSchedule, stoppedRule, unstarted, uploadRule } from "./starts.ts";
import { uploadsDefinition } from "./uploads-definition.ts";

/**
 * One district from its inbox to its editions: one function per step, the state machines that
 * combine them, and what starts and watches them. With one stack per district, every role reaches
 * one district only, and a district is added, changed or removed without touching another.
 */
export class PipelineStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & DistrictSurroundings) {
    super(scope, id, props);
    const { district, storage, operations } = props;
    const handlers = districtFunctions(this, props);
    const { arrive, watch, ...steps } = handlers;

    const run = districtMachine(this, "Run", {
      comment: `A night of ${district.name}: receive, read, assemble, measure, release, publish`,
      definition: runDefinition(new Construct(this, "Steps"), district, handlers, storage.records),
      handlers: Object.values(steps),
      // All steps at their own timeouts, with all their retries, take less than this.
      timeout: Duration.hours(8),
      operationsKey: operations.key,
    });
    // The lists that the maps process, and the results of their batches.
    const lists = [`${recordsKeys.run(district.id, "", "").slice(0, -1)}*`];
    grantObjects(run, storage.records, { get: lists, stream: lists });
    run.addToRolePolicy(
      new PolicyStatement({
        // Step Functions writes long results in parts, and checks which of them exist.
        actions: ["s3:ListMultipartUploadParts"],
        resources: lists.map((key) => storage.records.arnForObjects(key)),
      }),
    );

    const uploads = districtMachine(this, "Uploads", {
      comment: `A file that came into the inbox of ${district.name}`,
      definition: uploadsDefinition(new Construct(this, "Arrivals"), arrive, run),
      handlers: [arrive],
      timeout: Duration.hours(8),
      operationsKey: operations.key,
    });

    const deadLetters = unstarted(this);
    morningSchedule(this, district, run, operations.key, deadLetters);
    uploadRule(this, district, storage.inbox, uploads, deadLetters);
    stoppedRule(this, run, watch, deadLetters);
    letLookInto(watch, run);
    const watched = { district, run, uploads, unstarted: deadLetters };
    alarms(this, { ...watched, operators: operations.operators });
    new CfnOutput(this, "RunArn", { value: run.stateMachineArn });
    new CfnOutput(this, "UnstartedUrl", { value: deadLetters.queueUrl });
  }
}

/** Lets a function read how the executions of a machine ended. */
function letLookInto(watch: Function, run: StateMachine): void {
  const { region, partition, account } = Stack.of(run);
  const executions = (name: string) =>
    `arn:${partition}:states:${region}:${account}:execution:${name}:*`;
  watch.addToRolePolicy(
    new PolicyStatement({
      actions: ["states:GetExecutionHistory"],
      resources: [executions(run.stateMachineName)],
    }),
  );
  const logicalId = Stack.of(run).getLogicalId(run.node.defaultChild as CfnElement);
  Validations.of(watch.role ?? watch).acknowledge({
    id: `AwsSolutions-IAM5[Resource::arn:${partition}:states:${region}:<AWS::AccountId>:execution:<${logicalId}.Name>:*]`,
    reason: "the executions of this one machine, whose names are known when they start",
  });
}
