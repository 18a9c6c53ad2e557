/**
 * Each kind of state and what it comes to, side by side as the language defines them: one table of the
 * language is easier to hold against its text than many files, so longer than most.
 */
import { afterEach, describe, expect, it } from "vitest";
import { startS3Server, type S3Server } from "../../../support/stores/s3-server.ts";
import { stackClock } from "../clock.ts";
import type { Call, Invoked, Lambdas } from "../templates/deployed.ts";
import { machines, type Machines } from "./machine.ts";
import { authorityBut, deployedOf, resource, roleArn, servicesAt } from "../stand-ins.ts";

const FUNCTION = "arn:aws:lambda:us-east-2:111122223333:function:Work";
const MACHINE = "arn:aws:states:us-east-2:111122223333:stateMachine:Night";
const ROLE = roleArn("NightRole");

type Answer = (payload: never) => Invoked | Promise<Invoked>;
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

interface Night {
  readonly night: Machines;
  readonly payloads: unknown[];
  readonly clock: ReturnType<typeof stackClock>;
  readonly journal: readonly (Call & { isAllowed: boolean })[];
  run(input?: unknown, name?: string): Promise<ReturnType<Machines["execution"]>>;
}

function nightOf(
  States: Record<string, object>,
  {
    answer = (payload: unknown) => ({ payload }),
    isRefused = () => false,
    s3,
    top = {},
    chance,
  }: {
    answer?: Answer;
    isRefused?: (call: Call) => boolean;
    s3?: S3Server;
    top?: object;
    chance?: () => number;
  } = {},
): Night {
  const payloads: unknown[] = [];
  const authority = authorityBut(isRefused);
  const lambdas: Lambdas = {
    log: [],
    async invoke(functionArn, payload, caller) {
      authority.check({
        principal: caller,
        action: "lambda:InvokeFunction",
        resource: functionArn,
      });
      payloads.push(payload);
      return clock.busy(async () => answer(payload as never));
    },
    close: () => Promise.resolve(),
  };
  const clock = stackClock(new Date("2025-01-15T10:00:00Z"));
  const night = machines({
    ...{ clock, lambdas, authority },
    ...(chance !== undefined && { chance }),
    services: servicesAt(s3 === undefined ? {} : { AWS_ENDPOINT_URL_S3: s3.endpoint }),
    deployed: deployedOf(machineOf(States, top)),
  });
  closing.push(() => night.close());
  return {
    ...{ night, payloads, clock },
    journal: authority.journal,
    async run(input = {}, name) {
      const asked = { machineArn: MACHINE, input, caller: null };
      const { executionArn } = night.start({ ...asked, ...(name !== undefined && { name }) });
      const ended = await night.finished(executionArn);
      await night.settled();
      return ended;
    },
  };
}

function machineOf(States: Record<string, object>, top: object = {}) {
  return resource("AWS::StepFunctions::StateMachine", "Night", {
    DefinitionString: definition(States, top),
    RoleArn: ROLE,
  });
}

const definition = (States: Record<string, object>, top: object = {}) =>
  JSON.stringify({ QueryLanguage: "JSONata", StartAt: Object.keys(States)[0], States, ...top });

const TASK = {
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke",
  Arguments: { FunctionName: FUNCTION, Payload: "{% $states.input %}" },
  Output: "{% $states.result.Payload %}",
  End: true,
};
const thrown = (error: string): Invoked => ({ error, cause: "why" });
interface Manifest {
  readonly MapRunArn: string;
  readonly ResultFiles: Record<"SUCCEEDED" | "FAILED" | "PENDING", { Key: string }[]>;
}
const types = (night: Machines, arn: string) => night.events(arn).map(({ type }) => type);

describe("machine", () => {
  it("goes through Pass, Choice, Wait and Succeed with variables and the time of the wait", async () => {
    const { run, clock } = nightOf({
      Begin: {
        Type: "Pass",
        Assign: {
          day: "{% $substringBefore($states.context.Execution.StartTime, 'T') %}",
          files: "{% $states.input.files %}",
        },
        Output: { day: "{% $exists($day) ? $day : 'not yet' %}" },
        Next: "Any?",
      },
      "Any?": {
        Type: "Choice",
        Choices: [{ Condition: "{% $files > 0 %}", Next: "Wait" }],
        Default: "None",
      },
      Wait: { Type: "Wait", Seconds: "{% $files * 600 %}", Next: "Done" },
      Done: { Type: "Succeed", Output: "{% {'day': $day, 'was': $states.input.day} %}" },
      None: { Type: "Fail", Error: "{% 'No file on ' & $day %}", Cause: "see above" },
    });
    const before = clock.ahead;
    const ended = await run({ files: 2 });
    expect(ended).toMatchObject({
      status: "SUCCEEDED",
      output: { day: "2025-01-15", was: "not yet" },
    });
    expect(clock.ahead - before).toBeGreaterThanOrEqual(1_199_000);
    expect(ended.stopDate!.getTime() - ended.startDate.getTime()).toBeLessThan(1_205_000);
    expect(await run({ files: 0 })).toMatchObject({
      status: "FAILED",
      error: "No file on 2025-01-15",
      cause: "see above",
    });
  });

  it("waits until a Timestamp", async () => {
    const { run } = nightOf({
      Wait: { Type: "Wait", Timestamp: "2025-01-15T12:30:00Z", End: true },
    });
    const { stopDate } = await run();
    expect(stopDate!.toISOString().slice(0, 16)).toBe("2025-01-15T12:30");
  });

  it.each([
    [1, "FAILED", 2],
    [3, "FAILED", 4],
    [4, "SUCCEEDED", 5],
  ])("with %i tries more, %s after 4 failures (%i calls)", async (MaxAttempts, status, calls) => {
    let call = 0;
    const Retry = [
      { ErrorEquals: ["States.ALL"], IntervalSeconds: 10, BackoffRate: 3, MaxAttempts },
    ];
    const { run, payloads } = nightOf(
      { Work: { ...TASK, Retry } },
      { answer: () => (++call <= 4 ? thrown("Lambda.ServiceException") : { payload: 1 }) },
    );
    const { startDate, stopDate, ...ended } = await run();
    expect(ended.status).toBe(status);
    expect(payloads).toHaveLength(calls);
    // 10, 30, 90 and 270 seconds.
    const waited = [0, 10, 40, 130, 400][calls - 1]!;
    const seconds = (stopDate!.getTime() - startDate.getTime()) / 1000;
    expect(seconds).toBeGreaterThanOrEqual(waited);
    expect(seconds).toBeLessThan(waited + 5);
  });

  it("waits no longer than MaxDelaySeconds, and by chance with full jitter", async () => {
    const Retry = [
      {
        ErrorEquals: ["Slow"],
        ...{ IntervalSeconds: 100, BackoffRate: 10, MaxAttempts: 2, MaxDelaySeconds: 300 },
        JitterStrategy: "FULL",
      },
    ];
    const { run } = nightOf(
      { Work: { ...TASK, Retry } },
      { answer: () => thrown("Slow"), chance: () => 0.1 },
    );
    const { startDate, stopDate } = await run();
    // A tenth of 100 and of 300.
    expect(Math.floor((stopDate!.getTime() - startDate.getTime()) / 1000)).toBe(40);
  });

  it("catches an error by its name, and none that States.ALL leaves out", async () => {
    const Catch = [
      {
        ErrorEquals: ["Poisoned"],
        Next: "Named",
        Assign: { why: "{% $states.errorOutput.Cause %}" },
      },
      { ErrorEquals: ["States.ALL"], Next: "Other" },
    ];
    const { run } = nightOf(
      {
        Work: { ...TASK, Catch },
        Named: { Type: "Succeed", Output: "{% $why %}" },
        Other: { Type: "Fail", Error: "{% 'Work failed: ' & $states.input.Error %}" },
      },
      {
        answer: ({ error }: { error: string }) =>
          error === "Large" ? { payload: "x".repeat(262_144) } : thrown(error),
      },
    );
    expect(await run({ error: "Poisoned" })).toMatchObject({ status: "SUCCEEDED", output: "why" });
    expect(await run({ error: "Sandbox.Timedout" })).toMatchObject({
      status: "FAILED",
      error: "Work failed: Sandbox.Timedout",
    });
    expect(await run({ error: "Large" })).toMatchObject({ error: "States.DataLimitExceeded" });
  });

  it("fails an expression that gives nothing, and a choice that nothing matches", async () => {
    const nothing = nightOf({ P: { Type: "Pass", Output: "{% $states.input.a %}", End: true } });
    expect(await nothing.run({})).toMatchObject({ error: "States.QueryEvaluationError" });
    const Choices = [{ Condition: "{% $states.input.a = 1 %}", Next: "Done" }];
    const none = nightOf({ C: { Type: "Choice", Choices }, Done: { Type: "Succeed" } });
    expect(await none.run({ a: 2 })).toMatchObject({ error: "States.NoChoiceMatched" });
    const Condition = "{% $states.input.a %}";
    const text = nightOf({
      C: { Type: "Choice", Choices: [{ Condition, Next: "Done" }] },
      Done: { Type: "Succeed" },
    });
    expect(await text.run({ a: "yes" })).toMatchObject({ error: "States.QueryEvaluationError" });
  });

  it("ends a task and an execution that take too long, and skips no call that is under way", async () => {
    const States = { Work: { ...TASK, TimeoutSeconds: 60 } };
    let release: (invoked: Invoked) => void = () => undefined;
    const answer = () => new Promise<Invoked>((resolve) => (release = resolve));
    const slow = nightOf(States, { answer });
    const { executionArn } = slow.night.start({ machineArn: MACHINE, caller: null });
    await new Promise((resolve) => setTimeout(resolve, 20));
    slow.clock.skip(59);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(slow.night.execution(executionArn).status).toBe("RUNNING");
    slow.clock.skip(1);
    expect(await slow.night.finished(executionArn)).toMatchObject({
      status: "FAILED",
      error: "States.Timeout",
    });
    release({ payload: 1 });

    const wait = { Wait: { Type: "Wait", Seconds: 25, End: true } };
    const long = nightOf(wait, { top: { TimeoutSeconds: 3 } });
    const ended = await long.run();
    expect(ended).toMatchObject({ status: "TIMED_OUT", error: undefined });
    expect(types(long.night, ended.arn).at(-1)).toBe("ExecutionTimedOut");
    expect(await nightOf(wait, { top: { TimeoutSeconds: 26 } }).run()).toMatchObject({
      status: "SUCCEEDED",
    });
  });

  it("lets others go on while one execution waits", async () => {
    const Choices = [{ Condition: "{% $states.input.wait %}", Next: "Wait" }];
    const { night, clock } = nightOf({
      "Wait?": { Type: "Choice", Choices, Default: "Work" },
      Wait: { Type: "Wait", Seconds: 86_400, Next: "Done" },
      Work: { ...TASK, End: true },
      Done: { Type: "Succeed" },
    });
    const before = clock.ahead;
    night.start({ machineArn: MACHINE, input: { wait: true }, caller: null });
    const other = night.start({ machineArn: MACHINE, input: { wait: false }, caller: null });
    await night.finished(other.executionArn);
    expect(clock.ahead).toBe(before);
    await night.settled();
    expect(clock.ahead - before).toBeGreaterThan(86_000_000);
  });

  it("refuses a role that may not invoke", async () => {
    const { run } = nightOf(
      { Work: TASK },
      { isRefused: ({ action }) => action === "lambda:InvokeFunction" },
    );
    expect(await run()).toMatchObject({ status: "FAILED", error: "Lambda.AWSLambdaException" });
  });

  it("starts a name once", async () => {
    const { night, run } = nightOf({ Wait: { Type: "Wait", Seconds: 5, End: true } });
    const asked = { machineArn: MACHINE, name: "2025-01-15", input: { a: 1 }, caller: null };
    const first = night.start(asked);
    expect(night.start({ ...asked, input: { a: 1 } })).toEqual(first);
    const code = (wrong: object) => {
      try {
        night.start({ ...asked, ...wrong });
        return null;
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect(code({ input: { a: 2 } })).toBe("ExecutionAlreadyExists");
    await night.settled();
    expect(code({})).toBe("ExecutionAlreadyExists");
    expect(code({ name: "2025-01-15T10:00" })).toBe("InvalidName");
    expect(code({ name: "a".repeat(81) })).toBe("InvalidName");
    expect(code({ machineArn: `${MACHINE}2` })).toBe("StateMachineDoesNotExist");
    expect(code({ name: "b", input: "x".repeat(262_143) })).toBe("ValidationException");
    await run("x".repeat(262_142), "a".repeat(80));
  });

  it("starts another machine from a task, and names what it refuses", async () => {
    const start = {
      Type: "Task",
      Resource: "arn:aws:states:::states:startExecution",
      Arguments: { StateMachineArn: MACHINE, Name: "two", Input: { second: true } },
      Output: "{% $states.result.ExecutionArn %}",
      End: true,
    };
    const Choices = [{ Condition: "{% $states.input.second %}", Next: "Done" }];
    const States = {
      "Second?": { Type: "Choice", Choices, Default: "Start" },
      Start: start,
      Done: { Type: "Succeed" },
    };
    const { run, night } = nightOf(States);
    const { output } = await run({ second: false });
    expect(night.execution(output as string)).toMatchObject({
      status: "SUCCEEDED",
      input: { second: true },
    });
    expect(await run({ second: false })).toMatchObject({
      error: "StepFunctions.ExecutionAlreadyExistsException",
    });
    const denied = nightOf(States, {
      isRefused: ({ action, principal }) =>
        action === "states:StartExecution" && principal === ROLE,
    });
    expect(await denied.run({ second: false })).toMatchObject({
      error: "StepFunctions.AccessDeniedException",
    });
  });

  it("stops an execution, whose call goes on, and goes on with it by a redrive", async () => {
    let release: (invoked: Invoked) => void = () => undefined;
    let hasEnded = false;
    const { night, payloads } = nightOf(
      { Begin: { Type: "Pass", Assign: { a: 7 }, Next: "Work" }, Work: TASK },
      {
        answer: () =>
          payloads.length > 1
            ? { payload: "again" }
            : new Promise<Invoked>((resolve) => (release = resolve)).finally(() => {
                hasEnded = true;
              }),
      },
    );
    const { executionArn } = night.start({ machineArn: MACHINE, caller: null });
    await expect.poll(() => payloads.length).toBe(1);
    night.stop(executionArn, { error: "Stopped", cause: "by hand" });
    expect(await night.finished(executionArn)).toMatchObject({
      status: "ABORTED",
      error: "Stopped",
    });
    expect(hasEnded).toBe(false);
    release({ payload: "late" });
    night.redrive(executionArn);
    expect(await night.finished(executionArn)).toMatchObject({
      status: "SUCCEEDED",
      output: "again",
      error: undefined,
      redriveCount: 1,
    });
    expect(types(night, executionArn).filter((type) => type === "PassStateEntered")).toHaveLength(
      1,
    );
    expect(() => night.redrive(executionArn)).toThrow("SUCCEEDED");
  });

  it("re-enters the Fail state by a redrive, with the old definition", async () => {
    let isBroken = true;
    const Catch = [{ ErrorEquals: ["States.ALL"], Next: "Failed" }];
    const Failed = { Type: "Fail", Error: "Work failed" };
    const { run, night, payloads } = nightOf(
      { Work: { ...TASK, Catch }, Failed },
      { answer: () => (isBroken ? thrown("Broken") : { payload: 1 }) },
    );
    const { arn } = await run();
    isBroken = false;
    night.update(MACHINE, definition({ Work: TASK }));
    night.redrive(arn);
    expect(await night.finished(arn)).toMatchObject({ status: "FAILED", error: "Work failed" });
    expect(payloads).toHaveLength(1);
    expect(types(night, arn).slice(-3)).toEqual([
      "ExecutionRedriven",
      "FailStateEntered",
      "ExecutionFailed",
    ]);
    // Without the catch the state itself is tried again.
    isBroken = true;
    const second = await run();
    isBroken = false;
    night.redrive(second.arn);
    expect(await night.finished(second.arn)).toMatchObject({ status: "SUCCEEDED" });
  });

  it.each([
    [{ A: { Type: "Parallel", Branches: [], End: true } }, "A: the type Parallel"],
    [{ A: { Type: "Pass", Parameters: {}, End: true } }, "A: Parameters"],
    [{ A: { Type: "Pass", Next: "B" } }, "A leads to the state B"],
    [{ A: { ...TASK, Resource: "arn:aws:states:::aws-sdk:s3:getObject" } }, "aws-sdk"],
    [{ A: { Type: "Pass", Output: "{% $sum( %}", End: true } }, "A: Expected"],
    [{ A: { ...TASK, Retry: [{ ErrorEquals: ["a"], Interval: 1 }] } }, "a Retry of A: Interval"],
  ])("does not load %j", (States, message) => {
    expect(() => nightOf(States)).toThrow(message);
  });
});

describe("the role of a machine", () => {
  it.each([
    ["states.amazonaws.com", true],
    ["lambda.amazonaws.com", false],
  ])("that trusts %s is taken: %s", (Service, isTaken) => {
    const trust = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service } };
    const clock = stackClock();
    const load = () =>
      machines({
        ...{ clock, authority: authorityBut(), services: servicesAt() },
        lambdas: {
          log: [],
          invoke: () => Promise.reject(new Error()),
          close: async () => undefined,
        },
        deployed: deployedOf(
          machineOf({ Done: { Type: "Succeed" } }),
          resource("AWS::IAM::Role", "NightRole", {
            AssumeRolePolicyDocument: { Statement: [trust] },
          }),
        ),
      });
    if (isTaken) expect(load).not.toThrow();
    else expect(load).toThrow("does not trust states.amazonaws.com");
  });
});

describe("a Distributed Map", () => {
  const MAP = {
    Type: "Map",
    MaxConcurrency: 2,
    ItemReader: {
      Resource: "arn:aws:states:::s3:getObject",
      ReaderConfig: { InputType: "JSON" },
      Arguments: { Bucket: "records", Key: "{% $states.input.key %}" },
    },
    ItemBatcher: { MaxItemsPerBatch: 3, BatchInput: { district: "{% $states.input.district %}" } },
    ItemProcessor: {
      ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
      StartAt: "Work",
      States: { Work: TASK },
    },
    ResultWriter: {
      Resource: "arn:aws:states:::s3:putObject",
      Arguments: { Bucket: "records", Prefix: "runs/one" },
    },
    End: true,
  };
  const input = { key: "items.json", district: "a" };

  async function mapOf(
    items: readonly unknown[],
    options: Parameters<typeof nightOf>[1] = {},
    more = {},
  ) {
    const s3 = await startS3Server("records");
    closing.push(() => s3.close());
    s3.bucket("records").put(
      "items.json",
      Buffer.from(JSON.stringify(items)),
      "application/json",
      false,
    );
    const made = nightOf({ Map: { ...MAP, ...more } }, { ...options, s3 });
    const written = <T>(key: string) =>
      JSON.parse(s3.bucket("records").get(key).body.toString("utf8")) as T;
    return { ...made, s3, written, keys: () => s3.bucket("records").keys("runs/", "") };
  }

  it.each([
    [0, []],
    [1, [1]],
    [3, [3]],
    [4, [3, 1]],
  ])("makes of %i items batches of %j", async (count, sizes) => {
    const { run, payloads, written, journal } = await mapOf(
      Array.from({ length: count }, (_, i) => i),
    );
    const ended = await run(input);
    const batches = payloads as { BatchInput: object; Items: number[] }[];
    expect(batches.map(({ Items }) => Items.length)).toEqual(sizes);
    for (const { BatchInput } of batches) expect(BatchInput).toEqual({ district: "a" });
    const { ResultWriterDetails } = ended.output as { ResultWriterDetails: { Key: string } };
    const { ResultFiles, MapRunArn } = written<Manifest>(ResultWriterDetails.Key);
    expect(MapRunArn).toContain(":mapRun:Night/Map:");
    expect(ResultFiles.FAILED).toEqual([]);
    const rows = count === 0 ? [] : written<{ Output: string }[]>(ResultFiles.SUCCEEDED[0]!.Key);
    expect(
      rows.map(({ Output }) => (JSON.parse(Output) as { Items: unknown[] }).Items.length),
    ).toEqual(sizes);
    const starts = journal.filter(({ action }) => action === "states:StartExecution");
    expect(starts).toHaveLength(sizes.length);
    for (const call of starts) expect(call).toMatchObject({ principal: ROLE, resource: MACHINE });
  });

  it("runs no more batches at once than it may", async () => {
    let now = 0;
    let most = 0;
    const answer = async () => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, 5));
      now -= 1;
      return { payload: 1 };
    };
    const { run } = await mapOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], { answer });
    expect(await run(input)).toMatchObject({ status: "SUCCEEDED" });
    expect(most).toBe(2);
  });

  it.each([
    [undefined, "FAILED"],
    [24, "FAILED"],
    [25, "SUCCEEDED"],
  ])("tolerates %s percent of failed items: %s of one in four", async (tolerated, status) => {
    const more = {
      MaxConcurrency: 1,
      ItemBatcher: { MaxItemsPerBatch: 1 },
      ...(tolerated !== undefined && { ToleratedFailurePercentage: tolerated }),
    };
    const { run, night, keys, written } = await mapOf(
      [1, 2, 3, 4],
      {
        answer: ({ Items }: { Items: number[] }) =>
          Items[0] === 3 ? thrown("Poisoned") : { payload: 1 },
      },
      more,
    );
    const ended = await run(input);
    expect(ended.status).toBe(status);
    expect(keys().map((key) => key.split("/").at(-1))).toEqual(
      status === "FAILED"
        ? ["FAILED_0.json", "PENDING_0.json", "SUCCEEDED_0.json", "manifest.json"]
        : ["FAILED_0.json", "SUCCEEDED_0.json", "manifest.json"],
    );
    expect(written(keys()[0]!)).toMatchObject([{ Status: "FAILED", Error: "Poisoned" }]);
    if (status === "FAILED") {
      expect(ended.error).toBe("States.ExceedToleratedFailureThreshold");
      expect(types(night, ended.arn)).toEqual([
        "ExecutionStarted",
        "MapStateEntered",
        "MapRunStarted",
        "MapRunFailed",
        "ExecutionFailed",
      ]);
    }
  });

  it.each([
    [0, "FAILED"],
    [1, "SUCCEEDED"],
  ])("tolerates %i failed items: %s of one", async (ToleratedFailureCount, status) => {
    const more = { ItemBatcher: { MaxItemsPerBatch: 1 }, ToleratedFailureCount };
    const answer = ({ Items }: { Items: number[] }): Invoked =>
      Items[0] === 1 ? thrown("Poisoned") : { payload: 1 };
    const { run } = await mapOf([1, 2], { answer }, more);
    expect((await run(input)).status).toBe(status);
  });

  it("runs by a redrive what failed and what had not begun, and nothing else", async () => {
    let isPoisoned = true;
    const answer = ({ Items }: { Items: number[] }): Invoked =>
      isPoisoned && Items[0] === 2 ? thrown("Poisoned") : { payload: Items };
    const more = {
      MaxConcurrency: 1,
      ItemBatcher: { MaxItemsPerBatch: 1 },
      ResultWriter: undefined,
    };
    const { run, night, payloads, journal } = await mapOf([1, 2, 3], { answer }, more);
    const ended = await run(input);
    expect(night.batchesOf(ended.arn).map(({ status }) => status)).toEqual(["SUCCEEDED", "FAILED"]);
    isPoisoned = false;
    night.redrive(ended.arn);
    expect(await night.finished(ended.arn)).toMatchObject({
      status: "SUCCEEDED",
      output: [[1], [2], [3]],
    });
    expect((payloads as { Items: number[] }[]).map(({ Items }) => Items[0])).toEqual([1, 2, 2, 3]);
    expect(types(night, ended.arn)).toContain("MapRunRedriven");
    expect(journal.filter(({ action }) => action === "states:RedriveExecution")).toHaveLength(1);
  });

  it("begins anew with all batches where a Retry tries the map again", async () => {
    let calls = 0;
    const answer = (): Invoked => (++calls === 2 ? thrown("Poisoned") : { payload: 1 });
    const Retry = [{ ErrorEquals: ["States.ExceedToleratedFailureThreshold"], MaxAttempts: 1 }];
    const more = { MaxConcurrency: 1, ItemBatcher: { MaxItemsPerBatch: 1 }, Retry };
    const { run, night } = await mapOf([1, 2], { answer }, more);
    const { arn, status } = await run(input);
    expect([status, calls]).toEqual(["SUCCEEDED", 4]);
    expect(types(night, arn).filter((type) => type === "MapRunStarted")).toHaveLength(2);
  });

  it("stops the other batches beyond what is tolerated, and writes them among the failed", async () => {
    const releases: (() => void)[] = [];
    const answer = ({ Items }: { Items: number[] }) =>
      Items[0] === 2
        ? thrown("Poisoned")
        : new Promise<Invoked>((resolve) => releases.push(() => resolve({ payload: 1 })));
    const more = { ItemBatcher: { MaxItemsPerBatch: 1 } };
    const { night, keys, written } = await mapOf([1, 2, 3], { answer }, more);
    const { executionArn } = night.start({ machineArn: MACHINE, input, caller: null });
    await expect.poll(() => night.batchesOf(executionArn).at(0)?.status).toBe("ABORTED");
    for (const release of releases) release();
    expect(await night.finished(executionArn)).toMatchObject({ status: "FAILED" });
    expect(written(keys()[0]!)).toMatchObject([
      { Status: "ABORTED" },
      { Status: "FAILED", Error: "Poisoned" },
    ]);
  });

  it("gives a batch no variable of the execution that it is part of", async () => {
    const s3 = await startS3Server("records");
    closing.push(() => s3.close());
    s3.bucket("records").put("items.json", Buffer.from("[1]"), "application/json", false);
    const task = { ...TASK, Arguments: { FunctionName: FUNCTION, Payload: "{% $day %}" } };
    const ItemProcessor = { ...MAP.ItemProcessor, States: { Work: task } };
    const { run, night } = nightOf(
      {
        Begin: { Type: "Pass", Assign: { day: "2025-01-15" }, Next: "Map" },
        Map: { ...MAP, ItemProcessor },
      },
      { s3 },
    );
    const { arn } = await run(input);
    expect(night.batchesOf(arn)).toMatchObject([{ error: "States.QueryEvaluationError" }]);
  });

  it("fails where its role may not start the batches, and where the list is not there", async () => {
    const { run } = await mapOf([1], {
      isRefused: ({ action, principal }) =>
        action === "states:StartExecution" && principal === ROLE,
    });
    expect(await run(input)).toMatchObject({ error: "States.Permissions" });
    expect(await run({ ...input, key: "none.json" })).toMatchObject({
      error: "States.ItemReaderFailed",
    });
  });

  it("stops its batches when the execution is stopped", async () => {
    let calls = 0;
    const releases: (() => void)[] = [];
    const answer = () => {
      calls += 1;
      return new Promise<Invoked>((resolve) => releases.push(() => resolve({ payload: 1 })));
    };
    const { night } = await mapOf([1, 2, 3, 4, 5, 6, 7], { answer });
    const { executionArn } = night.start({ machineArn: MACHINE, input, caller: null });
    await expect.poll(() => calls).toBe(2);
    night.stop(executionArn);
    expect(await night.finished(executionArn)).toMatchObject({ status: "ABORTED" });
    for (const release of releases) release();
    await night.settled();
    expect(night.batchesOf(executionArn).map(({ status }) => status)).toEqual([
      "ABORTED",
      "ABORTED",
    ]);
    expect(calls).toBe(2);
  });
});
