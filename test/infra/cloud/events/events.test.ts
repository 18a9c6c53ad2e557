import { describe, expect, it } from "vitest";
import { objectCreated } from "./aws-events.ts";
import { stackClock } from "../clock.ts";
import type { Call, Invoked } from "../templates/deployed.ts";
import { events } from "./events.ts";
import { machines } from "../machines/machine.ts";
import { queues } from "./queues.ts";
import { schedules } from "./schedules.ts";
import { authorityBut, deployedOf, resource, roleArn, servicesAt } from "../stand-ins.ts";

const NIGHT = "arn:aws:states:us-east-2:111122223333:stateMachine:Night";
const WORK = "arn:aws:lambda:us-east-2:111122223333:function:Work";
const LETTERS = "arn:aws:sqs:us-east-2:111122223333:Letters";
const RULE = "arn:aws:events:us-east-2:111122223333:rule/Rule";
const trusting = (Service: string, Condition?: object) => ({
  AssumeRolePolicyDocument: {
    Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service }, Condition }],
  },
});
const CREATED = {
  source: ["aws.s3"],
  detail: { object: { key: [{ prefix: "inbox/" }] } },
};
const TO_NIGHT = {
  ...{ Id: "Night", Arn: NIGHT, RoleArn: roleArn("Starter") },
  DeadLetterConfig: { Arn: LETTERS },
};
const SCHEDULE = {
  ScheduleExpression: "cron(0 5 * * ? *)",
  Target: {
    ...{ Arn: NIGHT, RoleArn: roleArn("Scheduler"), DeadLetterConfig: { Arn: LETTERS } },
    Input: '{"scheduledAt":"<aws.scheduler.scheduled-time>"}',
    RetryPolicy: { MaximumRetryAttempts: 3, MaximumEventAgeInSeconds: 3600 },
  },
};

function bus({
  target = TO_NIGHT,
  pattern = CREATED,
  rule = {},
  schedule = {},
  trusts = "events.amazonaws.com",
  isRefused,
  isNotified = true,
  notifications = {},
  permission = { SourceArn: RULE },
  answer = () => ({ payload: null }),
}: {
  target?: object;
  pattern?: object;
  rule?: object;
  schedule?: object;
  trusts?: string;
  isRefused?: (call: Call) => boolean;
  isNotified?: boolean;
  notifications?: Readonly<Record<string, unknown>>;
  permission?: object;
  answer?: () => Invoked;
} = {}) {
  const clock = stackClock(new Date("2025-01-15T10:00:00Z"));
  const authority = authorityBut(isRefused);
  const source = "arn:aws:scheduler:us-east-2:111122223333:schedule-group/default";
  const notification = { NotificationConfiguration: { EventBridgeConfiguration: {} } };
  const deployed = deployedOf(
    resource("AWS::Events::Rule", "Rule", { EventPattern: pattern, Targets: [target], ...rule }),
    resource("AWS::Scheduler::Schedule", "Morning", { ...SCHEDULE, ...schedule }),
    resource("AWS::IAM::Role", "Starter", trusting(trusts)),
    resource(
      "AWS::IAM::Role",
      "Scheduler",
      trusting("scheduler.amazonaws.com", {
        StringEquals: { "aws:SourceAccount": "111122223333", "aws:SourceArn": source },
      }),
    ),
    { ...resource("AWS::S3::Bucket", "Inbox", isNotified ? notification : {}), ref: "inbox" },
    resource("Custom::S3BucketNotifications", "Notifications", notifications),
    resource("AWS::Lambda::Permission", "Permission", {
      ...{ FunctionName: WORK, Principal: "events.amazonaws.com" },
      ...{ Action: "lambda:InvokeFunction", ...permission },
    }),
    resource("AWS::StepFunctions::StateMachine", "Night", {
      DefinitionString: JSON.stringify({
        ...{ QueryLanguage: "JSONata", StartAt: "Done", States: { Done: { Type: "Succeed" } } },
      }),
      RoleArn: roleArn("Night"),
    }),
  );
  const calls: unknown[] = [];
  const callers: unknown[] = [];
  const lambdas = {
    log: [],
    invoke(_: string, payload: unknown, caller: string, context?: Call["context"]) {
      calls.push(payload);
      callers.push({ caller, source: context?.["aws:sourcearn"] });
      return Promise.resolve(answer());
    },
    close: () => Promise.resolve(),
  };
  const night = machines({ deployed, authority, clock, lambdas, services: servicesAt() });
  const receivers = { deployed, authority, clock, lambdas, machines: night, queues: queues(clock) };
  const made = {
    ...receivers,
    calls,
    callers,
    bus: events(receivers),
    schedules: schedules(receivers),
  };
  const upload = (key = "inbox/a/students.csv") =>
    made.bus.put(objectCreated({ bucket: "inbox", key, size: 1, etag: "ab" }, clock.now()));
  return { ...made, upload };
}

describe("events", () => {
  it("starts a machine for an event that its rule matches, as the role of the target", async () => {
    const { upload, bus: made, machines: night, authority } = bus();
    await upload();
    await upload("raw/a/students.csv");
    await night.settled();
    const executions = night.executions();
    expect(executions).toHaveLength(1);
    expect(executions[0]!.input).toMatchObject({
      "detail-type": "Object Created",
      detail: { object: { key: "inbox/a/students.csv" }, reason: "PutObject" },
    });
    expect(authority.journal).toEqual([
      {
        principal: roleArn("Starter"),
        action: "states:StartExecution",
        resource: NIGHT,
        isAllowed: true,
      },
    ]);
    // EventBridge gives each execution a name of its own, so an event that comes twice starts two.
    await upload();
    expect(night.executions()).toHaveLength(2);
    await made.settled();
  });

  it.each([
    ["does not trust EventBridge", { trusts: "scheduler.amazonaws.com" }],
    ["may not start", { isRefused: ({ action }: Call) => action === "states:StartExecution" }],
  ])("lays an event in the queue of dead letters where the role %s", async (_, options) => {
    const { upload, queues: kept, bus: made, machines: night } = bus(options);
    await upload();
    expect(night.executions()).toEqual([]);
    expect(kept.messages(LETTERS)).toMatchObject([{ body: { source: "aws.s3" } }]);
    expect(made.deliveries).toMatchObject([{ outcome: "dead letter" }]);
  });

  it("loses an event where there is no queue, or one that EventBridge may not send to", async () => {
    const trusts = "nobody";
    const { DeadLetterConfig: _, ...target } = TO_NIGHT;
    const isRefused = ({ action, principal, context }: Call) =>
      action === "sqs:SendMessage" &&
      principal === "events.amazonaws.com" &&
      context?.["aws:sourcearn"] === RULE;
    for (const options of [
      { trusts, target },
      { trusts, isRefused },
    ]) {
      const { upload, bus: made, queues: kept } = bus(options);
      await upload();
      expect(made.deliveries).toMatchObject([{ outcome: "lost" }]);
      expect(kept.messages(LETTERS)).toEqual([]);
    }
  });

  it.each([
    [2, "delivered"],
    [3, "dead letter"],
  ])("tries again a target that does not answer %i times: %s", async (times, outcome) => {
    const target = { ...TO_NIGHT, RetryPolicy: { MaximumRetryAttempts: 2 } };
    const { upload, bus: made } = bus({ target });
    made.unreachable(NIGHT, times);
    await upload();
    expect(made.deliveries).toMatchObject([{ outcome }]);
  });

  it("sends nothing for a bucket that is not to, and for a rule that is switched off", async () => {
    for (const options of [{ isNotified: false }, { rule: { State: "DISABLED" } }]) {
      const { upload, bus: made } = bus(options);
      await upload();
      expect(made.deliveries).toEqual([]);
    }
  });

  it.each([
    ["inbox", "delivered"],
    ["records", undefined],
  ])("knows what CDK configures beside a bucket: of %s %s", async (BucketName, outcome) => {
    const notifications = {
      ...{ BucketName, NotificationConfiguration: { EventBridgeConfiguration: {} } },
    };
    const { upload, bus: made } = bus({ isNotified: false, notifications });
    await upload();
    expect(made.deliveries[0]?.outcome).toBe(outcome);
  });

  it("calls a function that lets the rule in, and again what fails there", async () => {
    const target = { Id: "Work", Arn: WORK, InputPath: "$.detail.object.key" };
    const answer = () => ({ error: "a", cause: "" });
    const { upload, calls, callers, clock } = bus({ target, answer });
    await upload();
    expect(calls).toEqual(Array(3).fill("inbox/a/students.csv"));
    expect(callers).toEqual(Array(3).fill({ caller: "events.amazonaws.com", source: RULE }));
    expect(Math.round((clock.now().getTime() - Date.parse("2025-01-15T10:00:00Z")) / 1000)).toBe(
      180,
    );
    const other = bus({ target, permission: { SourceArn: `${RULE}2` } });
    await other.upload();
    expect(other.calls).toEqual([]);
    expect(other.bus.deliveries).toMatchObject([{ outcome: "lost" }]);
  });

  it("carries each change of status of a machine", async () => {
    const pattern = {
      source: ["aws.states"],
      "detail-type": ["Step Functions Execution Status Change"],
      detail: { status: ["SUCCEEDED"], stateMachineArn: [NIGHT] },
    };
    const target = { Id: "Work", Arn: WORK, InputPath: "$.detail" };
    const { machines: night, bus: made, calls } = bus({ pattern, target });
    night.start({ machineArn: NIGHT, name: "one", input: { a: 1 }, caller: null });
    await night.settled();
    await made.settled();
    expect(calls).toEqual([
      {
        executionArn: `${NIGHT.replace("stateMachine", "execution")}:one`,
        stateMachineArn: NIGHT,
        name: "one",
        status: "SUCCEEDED",
        startDate: expect.any(Number),
        stopDate: expect.any(Number),
        input: '{"a":1}',
        output: '{"a":1}',
        inputDetails: { included: true },
        outputDetails: { included: true },
        error: null,
        cause: null,
        redriveCount: 0,
      },
    ]);
  });

  it("does not load a target or a bus that is not understood", () => {
    expect(() => bus({ target: { ...TO_NIGHT, EcsParameters: {} } })).toThrow("EcsParameters");
    expect(() => bus({ rule: { EventBusName: "own" } })).toThrow("a bus of its own");
    expect(() => bus({ pattern: { source: [{ cidr: "10.0.0.0/8" }] } })).toThrow("cidr");
  });
});

describe("schedules", () => {
  const time = new Date("2025-01-15T11:00:00.000Z");

  it("starts the machine with the time of the schedule", async () => {
    const { schedules: made, machines: night } = bus();
    const fired = await made.fire("Morning", time);
    const { executionArn } = fired as { executionArn: string };
    expect(night.execution(executionArn).input).toEqual({ scheduledAt: "2025-01-15T11:00:00Z" });
  });

  it("does nothing where it is switched off", async () => {
    const { schedules: made, machines: night } = bus({ schedule: { State: "DISABLED" } });
    expect(await made.fire("Morning", time)).toEqual({ outcome: "disabled" });
    expect(night.executions()).toEqual([]);
  });

  it("lays what is refused in the queue of dead letters, where its role may send there", async () => {
    const isStart = ({ action }: Call) => action === "states:StartExecution";
    const { schedules: made, queues: kept } = bus({ isRefused: isStart });
    expect(await made.fire("Morning", time)).toMatchObject({ outcome: "dead letter" });
    expect(kept.messages(LETTERS)).toMatchObject([
      { body: { scheduledAt: "2025-01-15T11:00:00Z" } },
    ]);
    const silent = bus({ isRefused: (call) => isStart(call) || call.action === "sqs:SendMessage" });
    expect(await silent.schedules.fire("Morning", time)).toMatchObject({ outcome: "lost" });
  });

  it.each([
    [3, "started"],
    [4, "dead letter"],
  ])("tries again a target that does not answer %i times: %s", async (times, outcome) => {
    const { schedules: made } = bus();
    made.unreachable(times);
    expect(await made.fire("Morning", time)).toMatchObject({ outcome });
  });

  it("is let into its role by the conditions of the trust alone", async () => {
    const { schedules: made } = bus({ schedule: { GroupName: "other" } });
    expect(await made.fire("Morning", time)).toMatchObject({
      outcome: "dead letter",
      error: expect.stringContaining("may not take on the role"),
    });
  });
});
