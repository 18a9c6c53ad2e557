import aslValidator from "asl-validator";
import jsonata from "jsonata";
import { describe, expect, it } from "vitest";
import { flattened, ofType, synthesized } from "./synthesized.ts";

interface State {
  readonly Type: string;
  readonly Assign?: Readonly<Record<string, string>>;
  readonly Arguments?: { readonly FunctionName: string; readonly Payload: unknown };
  readonly Catch?: readonly { readonly ErrorEquals: readonly string[]; readonly Next: string }[];
  readonly Choices?: readonly { readonly Condition: string; readonly Next: string }[];
  readonly Retry?: readonly {
    readonly ErrorEquals: readonly string[];
    readonly JitterStrategy: string;
  }[];
  readonly ItemProcessor?: { readonly States: Readonly<Record<string, State>> };
  readonly ItemReader?: { readonly Arguments: { readonly Bucket: string; readonly Key: string } };
  readonly ItemBatcher?: { readonly MaxItemsPerBatch: number; readonly BatchInput: object };
  readonly ResultWriter?: {
    readonly Arguments: { readonly Bucket: string; readonly Prefix: string };
  };
  readonly ToleratedFailurePercentage?: number;
  readonly Cause?: string;
  readonly Error?: string;
}

const { pipeline } = synthesized();
const [, machine] = ofType(pipeline, "AWS::StepFunctions::StateMachine")[0]!;
const definition = JSON.parse(
  flattened(machine.Properties["DefinitionString"]).replaceAll("<AWS::Partition>", "aws"),
) as { StartAt: string; QueryLanguage: string; States: Record<string, State> };
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
  district: "grand-bend",
  mandate: "effective-practice",
  asOf: "2025-01-15",
  run: "run-1",
  version: "v1",
  schoolsKey: "runs/grand-bend/run-1/schools.json",
  filesKey: "runs/grand-bend/run-1/files.json",
  isPublicAsked: false,
  isNewSecret: false,
};
const RELEASED = { district: "grand-bend", asOf: "2025-01-15", edition: "2025-01-15-cd34" };
const eventOf = (name: string, input: object = {}) =>
  evaluated(Object.fromEntries(tasks)[name]!.Arguments!.Payload, variables, input);

describe("the state machine of a run", () => {
  it("is a definition that Step Functions takes", () => {
    expect(definition.QueryLanguage).toBe("JSONata");
    const { isValid, errors } = aslValidator(
      JSON.parse(
        JSON.stringify(definition).replace(
          /<(\w+)\.Arn>/g,
          "arn:aws:lambda:us-east-2:123456789012:function:$1",
        ),
      ),
    );
    expect(errors).toEqual([]);
    expect(isValid).toBe(true);
  });

  it("goes over files and schools in batches read from the records bucket, and tolerates no failure", () => {
    expect(maps.map(([name]) => name).sort()).toEqual(["Measure schools", "Read files"]);
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

  it("reads the lists that the steps before wrote, and keeps what the batches return under runs/", async () => {
    const places = async (name: string) => {
      const { ItemReader, ResultWriter } = states[name]!;
      return [
        await evaluated(ItemReader!.Arguments.Key, variables, {}),
        await evaluated(ResultWriter!.Arguments.Prefix, variables, {}),
      ];
    };
    expect(await places("Read files")).toEqual([
      "runs/grand-bend/run-1/files.json",
      "runs/grand-bend/run-1/read",
    ]);
    const { schoolsKey } = variables;
    expect(await places("Measure schools")).toEqual([schoolsKey, "runs/grand-bend/run-1/measure"]);
  });

  it("sends each handler its event", async () => {
    const { district, mandate, asOf, run, version } = variables;
    expect(await eventOf("Receive", { inboxPrefix: "grand-bend/" })).toEqual({
      district,
      run,
      inboxPrefix: "grand-bend/",
    });
    expect(await eventOf("Assemble")).toEqual({ phase: "assemble", district, run, asOf, mandate });
    expect(await eventOf("Release")).toEqual({
      ...{ district, asOf, mandate, version },
      ...{ isPublicAsked: false, isNewSecret: false },
    });
    const release = "2025-01-15-ab12";
    expect(await eventOf("Publish", { ...RELEASED, release })).toEqual({ district, asOf, release });
    const nothingDue = await eventOf("Publish", { ...RELEASED, release: null });
    expect(nothingDue).toEqual({ district, asOf, release: null });
  });

  it("sends each batch what all batches share, and its items", async () => {
    const { district, mandate, asOf, version } = variables;
    const batch = async (map: string, task: string, Items: readonly object[]) => {
      const BatchInput = await evaluated(states[map]!.ItemBatcher!.BatchInput, variables, {});
      return eventOf(task, { BatchInput, Items });
    };
    const files = [{ file: "students.csv", sha256: "ab12" }];
    expect(await batch("Read files", "Read a batch of files", files)).toEqual({
      BatchInput: { phase: "read", district },
      Items: files,
    });
    const schools = [{ school: "0100" }];
    expect(await batch("Measure schools", "Measure a batch of schools", schools)).toEqual({
      BatchInput: { district, asOf, mandate, version },
      Items: schools,
    });
  });

  it.each([
    [
      "the day that was asked for",
      { asOf: "2024-10-01", scheduledAt: "2025-01-15T10:00:00Z" },
      "2024-10-01",
    ],
    ["the day of the schedule", { scheduledAt: "2025-01-15T10:00:00Z" }, "2025-01-15"],
    ["the day of the start", {}, "2025-01-17"],
  ])("takes as the as-of day %s", async (_, input, asOf) => {
    const assigned = await evaluated(
      states["Begin"]!.Assign,
      {},
      { district: "a", mandate: "b", ...input },
    );
    expect(assigned).toMatchObject({ district: "a", mandate: "b", run: "run-1", asOf });
  });

  it.each([
    [{}, false, false],
    [{ public: false, newSecret: false }, false, false],
    [{ public: true }, true, false],
    [{ public: true, newSecret: true }, true, true],
  ])("makes a public release by hand only where it is asked for: %o", async (input, ...asked) => {
    const given = { district: "a", mandate: "b", asOf: "2025-01-15", ...input };
    const assigned = await evaluated(states["Begin"]!.Assign, {}, given);
    const [isPublicAsked, isNewSecret] = asked;
    expect(assigned).toMatchObject({ isPublicAsked, isNewSecret });
  });

  it("goes on without new files, stops without a school, and publishes only what is due", async () => {
    const next = async (name: string, input: object) => {
      const [choice] = states[name]!.Choices!;
      const isTaken = await evaluated(choice!.Condition, {}, input);
      return isTaken === true
        ? choice!.Next
        : (states[name] as unknown as { Default: string }).Default;
    };
    expect(await next("Anything to read?", { files: 3 })).toBe("Read files");
    expect(await next("Anything to read?", { files: 0 })).toBe("Assemble");
    expect(await next("Any school?", { schools: 2 })).toBe("Measure schools");
    expect(await next("Any school?", { schools: 0 })).toBe("No school");
    const due = { ...RELEASED, release: "2025-01-15-ab12", isToPublish: true };
    expect(await next("Anything to publish?", due)).toBe("Publish");
    const notDue = { ...RELEASED, release: null, isToPublish: false };
    expect(await next("Anything to publish?", notDue)).toBe("Released for staff");
    const onlyOldToTakeOut = { ...notDue, isToPublish: true };
    expect(await next("Anything to publish?", onlyOldToTakeOut)).toBe("Publish");
    expect(states["Released for staff"]).toMatchObject({ Type: "Succeed" });
  });

  it("tries again what the service failed to do, each call at a time of its own", () => {
    for (const [, { Retry }] of tasks) {
      expect(Retry).toHaveLength(1);
      expect(Retry![0]).toMatchObject({ JitterStrategy: "FULL", BackoffRate: 2 });
      expect(Retry![0]!.ErrorEquals).toContain("Lambda.TooManyRequestsException");
    }
  });

  it("ends a step that fails with an error that has the step's name", () => {
    const steps = Object.entries(states).filter(
      ([, { Type }]) => Type === "Task" || Type === "Map",
    );
    expect(steps).toHaveLength(6);
    for (const [name, { Catch }] of steps) {
      expect(Catch).toEqual([{ ErrorEquals: ["States.ALL"], Next: `${name} failed` }]);
      expect(states[`${name} failed`]).toMatchObject({ Type: "Fail" });
    }
  });

  it("starts every morning with the district, its mandate and its place in the inbox", () => {
    const schedules = ofType(pipeline, "AWS::Scheduler::Schedule");
    expect(schedules).toHaveLength(1);
    const { Target, ScheduleExpressionTimezone } = schedules[0]![1].Properties as {
      Target: { Input: string };
      ScheduleExpressionTimezone: string;
    };
    expect(ScheduleExpressionTimezone).toBe("America/Chicago");
    expect(JSON.parse(Target.Input)).toEqual({
      district: "grand-bend",
      mandate: "effective-practice",
      inboxPrefix: "grand-bend/",
      scheduledAt: "<aws.scheduler.scheduled-time>",
    });
  });
});
