import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { startS3Server } from "../../../support/stores/s3-server.ts";
import { scratchFolder } from "../../../support/scratch-folder.ts";
import { alarms } from "../events/alarms.ts";
import { objectCreated } from "../events/aws-events.ts";
import { stackClock } from "../clock.ts";
import { events } from "../events/events.ts";
import { runningLambdas } from "../functions/lambdas.ts";
import { machines } from "./machine.ts";
import { metrics } from "../events/metrics.ts";
import { queues } from "../events/queues.ts";
import { authorityBut, deployedOf, resource, roleArn, servicesAt } from "../stand-ins.ts";
import { statesEndpoint, type StatesEndpoint } from "./states-endpoint.ts";

const NIGHT = "arn:aws:states:us-east-2:111122223333:stateMachine:Night";
const LIST = "arn:aws:lambda:us-east-2:111122223333:function:List";
const WORK = "arn:aws:lambda:us-east-2:111122223333:function:Work";
const TOPIC = "arn:aws:sns:us-east-2:111122223333:Operators";

// Puts the list of what is to be done, over the endpoint that its environment names.
const LISTS = `export const handler = async ({ key }) => {
  const url = process.env.AWS_ENDPOINT_URL_S3 + "/records/list.json";
  await fetch(url, { method: "PUT", body: JSON.stringify([key, "b", "c"]) });
  return { key: "list.json", sfn: process.env.AWS_ENDPOINT_URL_SFN };
};`;
const WORKS = `export const handler = async ({ Items }) => {
  if (Items.includes("inbox/poisoned.csv")) throw new TypeError("poisoned");
  return Items.length;
};`;

const task = (FunctionName: string, more: object) => ({
  ...{ Type: "Task", Resource: "arn:aws:states:::lambda:invoke" },
  Arguments: { FunctionName, Payload: "{% $states.input %}" },
  Output: "{% $states.result.Payload %}",
  Retry: [{ ErrorEquals: ["Lambda.TooManyRequestsException"], IntervalSeconds: 60 }],
  ...more,
});
const DEFINITION = {
  QueryLanguage: "JSONata",
  StartAt: "List",
  States: {
    List: task(LIST, { Next: "Each" }),
    Each: {
      Type: "Map",
      ItemReader: {
        Resource: "arn:aws:states:::s3:getObject",
        ReaderConfig: { InputType: "JSON" },
        Arguments: { Bucket: "records", Key: "{% $states.input.key %}" },
      },
      ItemBatcher: { MaxItemsPerBatch: 2 },
      ItemProcessor: {
        ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
        StartAt: "Work",
        States: { Work: task(WORK, { End: true }) },
      },
      End: true,
    },
  },
};

const DEPLOYED = deployedOf(
  ...["List", "Work"].map((id) =>
    resource("AWS::Lambda::Function", id, { Handler: "index.handler", Role: roleArn(id) }),
  ),
  resource("AWS::StepFunctions::StateMachine", "Night", {
    ...{ DefinitionString: JSON.stringify(DEFINITION), RoleArn: roleArn("Night") },
  }),
  resource("AWS::IAM::Role", "Starter", {
    AssumeRolePolicyDocument: {
      Statement: [
        {
          ...{ Effect: "Allow", Action: "sts:AssumeRole" },
          Principal: { Service: "events.amazonaws.com" },
        },
      ],
    },
  }),
  {
    ...resource("AWS::S3::Bucket", "Inbox", {
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    }),
    ref: "inbox",
  },
  resource("AWS::Events::Rule", "Uploads", {
    EventPattern: { source: ["aws.s3"], detail: { bucket: { name: ["inbox"] } } },
    Targets: [
      {
        ...{ Id: "Night", Arn: NIGHT, RoleArn: roleArn("Starter") },
        InputTransformer: {
          InputPathsMap: { key: "$.detail.object.key" },
          InputTemplate: '{"key": <key>}',
        },
      },
    ],
  }),
  resource("AWS::CloudWatch::Alarm", "Failed", {
    ...{ Namespace: "AWS/States", MetricName: "ExecutionsFailed", AlarmActions: [TOPIC] },
    ...{ Dimensions: [{ Name: "StateMachineArn", Value: NIGHT }], Statistic: "Sum" },
    ...{ Period: 300, EvaluationPeriods: 1, Threshold: 1, TreatMissingData: "notBreaching" },
    ComparisonOperator: "GreaterThanOrEqualToThreshold",
  }),
);

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function executed() {
  const folder = scratchFolder();
  for (const [name, code] of Object.entries({ List: LISTS, Work: WORKS })) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "index.mjs"), code);
  }
  const s3 = await startS3Server("records");
  const services = servicesAt({ AWS_ENDPOINT_URL_S3: s3.endpoint });
  const [deployed, authority, clock] = [DEPLOYED, authorityBut(), stackClock()];

  const lambdas = runningLambdas({
    ...{ deployed, authority, services, clock },
    codeOf: ({ id }) => join(folder, id),
    endpoints: () => ({ AWS_ENDPOINT_URL_SFN: sfn.url }),
  });
  const night = machines({ deployed, authority, services, clock, lambdas });
  const sfn: StatesEndpoint = await statesEndpoint({ machines: night, authority, roleOf: roleArn });
  const kept = queues(clock);
  const receivers = { deployed, authority, lambdas, machines: night, queues: kept, clock };
  const bus = events(receivers);
  const watched = alarms({
    ...{ deployed, authority },
    metrics: metrics({ machines: night, lambdas, queues: kept }),
  });

  closing.push(
    () => night.close(),
    () => lambdas.close(),
    () => sfn.close(),
    () => s3.close(),
  );
  const upload = async (key: string) => {
    await bus.put(objectCreated({ bucket: "inbox", key, size: 1, etag: "ab" }, clock.now()));
    await night.settled();
    await bus.settled();
    return night.executions(NIGHT).at(-1)!;
  };
  return { lambdas, night, clock, upload, watched, sfn };
}

describe("stacks that are executed", () => {
  it("go from an upload over functions and a map to an output", async () => {
    const { upload, lambdas, clock, watched, night, sfn } = await executed();
    lambdas.refuse(LIST, 2);
    const before = clock.now().getTime();
    const ended = await upload("inbox/a.csv");
    expect(ended).toMatchObject({ status: "SUCCEEDED", output: [2, 1] });
    // Two refusals: 60 and 120 seconds.
    expect(Math.floor((clock.now().getTime() - before) / 60_000)).toBe(3);
    expect(watched.state("Failed", clock.now())).toMatchObject({ state: "OK", told: [] });
    const listed = night.events(ended.arn).find(({ type }) => type === "MapStateEntered");
    expect(listed).toMatchObject({
      stateEnteredEventDetails: { input: JSON.stringify({ key: "list.json", sfn: sfn.url }) },
    });
  });

  it("tell the operators of a night that failed", async () => {
    const { upload, clock, watched } = await executed();
    const ended = await upload("inbox/poisoned.csv");
    expect(ended).toMatchObject({
      status: "FAILED",
      error: "States.ExceedToleratedFailureThreshold",
    });
    expect(watched.state("Failed", clock.now())).toMatchObject({ state: "ALARM", told: [TOPIC] });
  });
});
