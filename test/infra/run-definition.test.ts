import aslValidator from "asl-validator";
import jsonata from "jsonata";
import { describe, expect, it } from "vitest";
import { STEP_ERRORS, STEPS } from "../../functions/layout.ts";
import { flattened, ofType, synthesized } from "./synthesized.ts";

interface State {
  readonly Type: string;
  readonly Next?: string;
  readonly Arguments?: { readonly FunctionName: string; readonly Payload: unknown };
  readonly Catch?: unknown;
  readonly Choices?: readonly { readonly Condition: string; readonly Next: string }[];
  readonly Default?: string;
  readonly Retry?: readonly {
    readonly ErrorEquals: readonly string[];
    readonly MaxAttempts: number;
    readonly JitterStrategy?: string;
  }[];
  readonly ItemProcessor?: { readonly States: Readonly<Record<string, State>> };
  readonly ItemReader?: { readonly Arguments: { readonly Bucket: string; readonly Key: string } };
  readonly ItemBatcher?: { readonly MaxItemsPerBatch: number; readonly BatchInput: object };
  readonly ResultWriter?: {
    readonly Arguments: { readonly Bucket: string; readonly Prefix: string };
  };
  readonly ToleratedFailurePercentage?: number;
}

const { pipeline } = synthesized();

function machineOf(name: string) {
  const [, machine] = ofType(pipeline, "AWS::StepFunctions::StateMachine").find(([id]) =>
    id.startsWith(name),
  )!;
  return JSON.parse(
    flattened(machine.Properties["DefinitionString"]).replaceAll("<AWS::Partition>", "aws"),
  ) as { StartAt: string; QueryLanguage: string; States: Record<string, State> };
}
const definition = machineOf("Run");
const uploads = machineOf("Uploads");
const states = definition.States;
const maps = Object.entries(states).filter(([, { Type }]) => Type === "Map");
const tasks = [
  ...Object.entries(states),
  ...maps.flatMap(([, { ItemProcessor }]) => Object.entries(ItemProcessor!.States)),
].filter(([, { Type }]) => Type === "Task");

/** Evaluates every `{% … %}` in a template. */
async function evaluated(template: unknown, variables: object, input: object): Promise<unknown> {
  if (typeof template === "string") {
    const expression = /^\{%(.*)%\}$/s.exec(template)?.[1];
    if (expression === undefined) return template;
    const context = { Execution: { Name: "run-1", StartTime: "2025-01-17T11:00:00.000Z" } };
    return jsonata(expression).evaluate({}, { ...variables, states: { input, context } });
  }
  const entries = Object.entries(template as object).map(async ([name, value]) => [
    name,
    await evaluated(value, variables, input),
  ]);
  return Object.fromEntries((await Promise.all(entries)) as [string, unknown][]);
}

const variables = {
  run: "run-1",
  asOf: "2025-01-15",
  isPublicAsked: false,
  isNewSecret: false,
  acceptRemovals: true,
  version: "v1",
  schoolsKey: "runs/grand-bend/run-1/schools.json",
  filesKey: "runs/grand-bend/run-1/files.json",
};
const MANDATE = "effective-practice";
const eventOf = (name: string, input: object = {}) =>
  evaluated(Object.fromEntries(tasks)[name]!.Arguments!.Payload, variables, input);

describe("the state machines of a district", () => {
  it.each([
    ["Run", definition],
    ["Uploads", uploads],
  ])("are definitions that Step Functions takes: %s", (_, machine) => {
    expect(machine.QueryLanguage).toBe("JSONata");
    const { isValid, errors } = aslValidator(
      JSON.parse(
        JSON.stringify(machine).replace(
          /<(\w+)(\.Arn)?>/g,
          "arn:aws:lambda:us-east-2:123456789012:function:$1",
        ),
      ),
    );
    expect(errors).toEqual([]);
    expect(isValid).toBe(true);
  });

  it("go over files and schools in batches read from the records bucket, and tolerate no failure", () => {
    expect(maps.map(([name]) => name).sort()).toEqual([STEPS.measure, STEPS.read]);
    for (const [, map] of maps) {
      expect(map.ItemProcessor).toMatchObject({ ProcessorConfig: { Mode: "DISTRIBUTED" } });
      expect(map.ItemReader).toMatchObject({ ReaderConfig: { InputType: "JSON" } });
      expect(map.ItemBatcher!.MaxItemsPerBatch).toBeGreaterThan(0);
      expect(map.ItemReader!.Arguments.Bucket).toBe(map.ResultWriter!.Arguments.Bucket);
      expect(map.ItemReader!.Arguments.Bucket).toMatch(/^<Records/);
      // Left out it is 0.
      expect(map.ToleratedFailurePercentage ?? 0).toBe(0);
    }
  });

  it("read the lists that the steps before wrote, and keep what the batches return under runs/", async () => {
    const places = async (name: string) => {
      const { ItemReader, ResultWriter } = states[name]!;
      return [
        await evaluated(ItemReader!.Arguments.Key, variables, {}),
        await evaluated(ResultWriter!.Arguments.Prefix, variables, {}),
      ];
    };
    const { filesKey, schoolsKey } = variables;
    expect(await places(STEPS.read)).toEqual([filesKey, "runs/grand-bend/run-1/read"]);
    expect(await places(STEPS.measure)).toEqual([schoolsKey, "runs/grand-bend/run-1/measure"]);
  });

  it("send each handler its event", async () => {
    const { run, asOf, version } = variables;
    const input = { asOf, anything: 1 };
    expect(await eventOf(STEPS.lease, input)).toEqual({
      ...{ phase: "take", run, startedAt: "2025-01-17T11:00:00.000Z", input },
    });
    expect(await eventOf(STEPS.receive)).toEqual({ run });
    expect(await eventOf(STEPS.assemble)).toEqual({ run, acceptRemovals: true });
    expect(await eventOf(STEPS.release)).toEqual({
      ...{ run, asOf, mandate: MANDATE, version },
      ...{ isPublicAsked: false, isNewSecret: false },
    });
    const release = "2025-01-15-ab12";
    expect(await eventOf(STEPS.publish, { release })).toEqual({ run, release });
    expect(await eventOf(STEPS.end)).toEqual({ phase: "give-back", run });
  });

  it("send each batch what all batches share, and its items", async () => {
    const { run, asOf, version } = variables;
    const batch = async (map: string, task: string, Items: readonly object[]) => {
      const BatchInput = await evaluated(states[map]!.ItemBatcher!.BatchInput, variables, {});
      return eventOf(task, { BatchInput, Items });
    };
    const files = [{ sha256: "ab12" }];
    expect(await batch(STEPS.read, "Read a batch of files", files)).toEqual({
      BatchInput: { run },
      Items: files,
    });
    const schools = [{ school: "0100" }];
    expect(await batch(STEPS.measure, "Measure a batch of schools", schools)).toEqual({
      BatchInput: { run, asOf, mandate: MANDATE, version },
      Items: schools,
    });
  });

  it("go on without new files, and publish only what is due", async () => {
    const next = async (name: string, input: object) => {
      const [choice] = states[name]!.Choices!;
      const isTaken = await evaluated(choice!.Condition, {}, input);
      return isTaken === true ? choice!.Next : states[name]!.Default;
    };
    expect(await next("Anything to read?", { files: 1 })).toBe(STEPS.read);
    expect(await next("Anything to read?", { files: 0 })).toBe(STEPS.assemble);
    const released = { asOf: "2025-01-15", edition: "2025-01-15-cd34" };
    const due = { ...released, release: "2025-01-15-ab12" };
    expect(await next("Anything to publish?", due)).toBe(STEPS.publish);
    expect(await next("Anything to publish?", { ...released, release: null })).toBe(STEPS.end);
    expect(states[STEPS.publish]!.Next).toBe(STEPS.end);
  });

  it("try again what a service failed to do, what ran out of time or was killed, and what another run keeps waiting", () => {
    for (const [, { Retry }] of tasks) {
      expect(Retry).toHaveLength(3);
      const [service, ended, lease] = Retry!;
      expect(service).toMatchObject({ JitterStrategy: "FULL", BackoffRate: 2, MaxAttempts: 8 });
      for (const error of [STEP_ERRORS.tryAgain, "Lambda.TooManyRequestsException"]) {
        expect(service!.ErrorEquals).toContain(error);
      }
      expect(ended).toMatchObject({ MaxAttempts: 2 });
      expect(ended!.ErrorEquals).toEqual(
        expect.arrayContaining(["Sandbox.Timedout", "Runtime.ExitError"]),
      );
      expect(lease).toMatchObject({ ErrorEquals: [STEP_ERRORS.leaseHeld], MaxAttempts: 240 });
    }
  });

  it("go over a list again where Step Functions could not read it or write what came of it", () => {
    const maps = Object.values(states).filter(({ Type }) => Type === "Map");
    expect(maps).toHaveLength(2);
    for (const { Retry } of maps) {
      expect(Retry).toEqual([
        expect.objectContaining({
          ErrorEquals: ["States.ItemReaderFailed", "States.ResultWriterFailed"],
          ...{ MaxAttempts: 5, BackoffRate: 2, JitterStrategy: "FULL" },
        }),
      ]);
    }
  });

  it("end a run where it stands, so that a redrive goes on there: nothing catches an error, no state fails on purpose", () => {
    const steps = Object.entries(states).filter(([, { Type }]) => /Task|Map/.test(Type));
    expect(steps.map(([name]) => name).sort()).toEqual(Object.values(STEPS).sort());
    for (const [, { Catch }] of steps) expect(Catch).toBeUndefined();
    expect(Object.values(states).map(({ Type }) => Type)).not.toContain("Fail");
  });

  it("start every morning in the district's time zone", () => {
    const schedules = ofType(pipeline, "AWS::Scheduler::Schedule");
    expect(schedules).toHaveLength(1);
    const { Target, ScheduleExpressionTimezone } = schedules[0]![1].Properties as {
      Target: { Input: string };
      ScheduleExpressionTimezone: string;
    };
    expect(ScheduleExpressionTimezone).toBe("America/Chicago");
    expect(JSON.parse(Target.Input)).toEqual({ scheduledAt: "<aws.scheduler.scheduled-time>" });
  });
});
