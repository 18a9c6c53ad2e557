import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import { Construct } from "constructs";
import type { District } from "../configuration.ts";
import type { StorageStack } from "../storage/storage-stack.ts";
import { alarms } from "./alarms.ts";
import { conformFunction } from "./conform-function.ts";
import { measureFunction } from "./measure-function.ts";
import { morningSchedules } from "./morning-schedules.ts";
import { operationsKey } from "./operations-key.ts";
import { publishFunction } from "./publish-function.ts";
import { receiveFunction } from "./receive-function.ts";
import { releaseFunction } from "./release-function.ts";
import { runDefinition } from "./run-definition.ts";
import { runMachine } from "./run-machine.ts";
import { unstartedRuns } from "./unstarted-runs.ts";

export interface PipelineStackProps extends StackProps {
  readonly storage: StorageStack;
  readonly districts: readonly District[];
  /** The folder of the bundles, one folder a handler. */
  readonly bundles: string;
}

/** From the inbox to a release: a function a step, the state machine that composes them, and what starts and watches it. */
export class PipelineStack extends Stack {
  constructor(scope: Construct, id: string, props: PipelineStackProps) {
    super(scope, id, props);
    const { storage, districts, bundles } = props;
    const key = operationsKey(this);
    const surroundings = { storage, bundles, operationsKey: key };
    const handlers = {
      receive: receiveFunction(this, surroundings),
      conform: conformFunction(this, surroundings),
      measure: measureFunction(this, surroundings),
      release: releaseFunction(this, surroundings, districts),
      publish: publishFunction(this, surroundings, districts),
    };
    // Its states are named as the handlers are.
    const definition = runDefinition(new Construct(this, "Steps"), handlers, storage.records);
    const machine = runMachine(this, definition, Object.values(handlers), storage.records, key);
    const unstarted = unstartedRuns(this);
    morningSchedules(this, districts, machine, key, unstarted);
    const topic = alarms(this, machine, unstarted, districts.length, key);
    new CfnOutput(this, "RunArn", { value: machine.stateMachineArn });
    new CfnOutput(this, "UnstartedRunsUrl", { value: unstarted.queueUrl });
    new CfnOutput(this, "OperatorsArn", { value: topic.topicArn });
  }
}
