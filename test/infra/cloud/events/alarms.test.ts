import { describe, expect, it } from "vitest";
import { alarms, type AlarmState } from "./alarms.ts";
import { stackClock } from "../clock.ts";
import type { Call, Invoked } from "../templates/deployed.ts";
import type { StatusChange } from "../machines/machine.ts";
import { metricMath } from "./metric-math.ts";
import { metrics } from "./metrics.ts";
import { queues } from "./queues.ts";
import { authorityBut, deployedOf, resource } from "../stand-ins.ts";

const NIGHT = "arn:aws:states:us-east-2:111122223333:stateMachine:Night";
const QUEUE = "arn:aws:sqs:us-east-2:111122223333:Letters";
const TOPIC = "arn:aws:sns:us-east-2:111122223333:Operators";
const START = new Date("2025-01-15T10:00:00Z");
const minutes = (count: number) => new Date(START.getTime() + count * 60_000);

/** What happened at which minute. */
interface Happened {
  readonly statuses?: readonly (readonly [StatusChange["status"], number])[];
  readonly invocations?: readonly (readonly [Invoked, number])[];
  readonly log?: readonly string[];
}

function alarmOf(
  properties: object,
  { statuses = [], invocations = [], log = [] }: Happened,
  isRefused?: (call: Call) => boolean,
) {
  const listeners: ((change: StatusChange) => void)[] = [];
  const clock = stackClock(START);
  const kept = queues(clock);
  const written = metrics({
    machines: { onStatus: (listener: never) => listeners.push(listener) } as never,
    lambdas: {
      log,
      invocations: invocations.map(([invoked, minute]) => ({
        functionArn: "arn:aws:lambda:us-east-2:111122223333:function:Work",
        ...{ payload: {}, invoked, at: minutes(minute) },
      })),
    },
    queues: kept,
  });
  for (const [status, minute] of statuses) {
    const execution = { machineArn: NIGHT } as StatusChange["execution"];
    for (const listener of listeners) listener({ execution, status, at: minutes(minute) });
  }
  const deployed = deployedOf(
    resource("AWS::CloudWatch::Alarm", "Alarm", {
      ...{ AlarmActions: [TOPIC], EvaluationPeriods: 1, Period: 300, Statistic: "Sum" },
      ...{ ComparisonOperator: "GreaterThanOrEqualToThreshold", Threshold: 2, ...properties },
    }),
  );
  const made = alarms({ deployed, authority: authorityBut(isRefused), metrics: written });
  return {
    clock,
    queues: kept,
    at: (minute: number, before?: AlarmState) => made.state("Alarm", minutes(minute), before),
  };
}

const ofMachine = (MetricName: string) => ({
  ...{ Namespace: "AWS/States", MetricName },
  Dimensions: [{ Name: "StateMachineArn", Value: NIGHT }],
});
const FAILED = ofMachine("ExecutionsFailed");
const failedAt = (...minutes: readonly number[]): Happened => ({
  statuses: minutes.map((minute) => ["FAILED", minute] as const),
});

describe("alarms", () => {
  it.each([
    [[1], "OK"],
    [[1, 4], "ALARM"],
    // A period begins after its first moment and ends with its last.
    [[0, 4], "OK"],
    [[4, 5], "ALARM"],
  ])(
    "with two failures in five minutes to alarm, failures at minute %j are %s",
    (minutes, state) => {
      expect(alarmOf(FAILED, failedAt(...minutes)).at(5).state).toBe(state);
    },
  );

  it.each([
    ["GreaterThanThreshold", 2, "OK"],
    ["GreaterThanThreshold", 1, "ALARM"],
    ["LessThanThreshold", 2, "OK"],
    ["LessThanThreshold", 3, "ALARM"],
    ["LessThanOrEqualToThreshold", 2, "ALARM"],
    ["LessThanOrEqualToThreshold", 1, "OK"],
  ])("of two failures %s %i says %s", (ComparisonOperator, Threshold, state) => {
    const properties = { ...FAILED, ComparisonOperator, Threshold };
    expect(alarmOf(properties, failedAt(1, 2)).at(5).state).toBe(state);
  });

  it.each([
    ["breaching", "ALARM"],
    ["notBreaching", "OK"],
    ["missing", "INSUFFICIENT_DATA"],
    [undefined, "INSUFFICIENT_DATA"],
    ["ignore", "OK"],
  ])("without any value, treated as %s, is %s", (TreatMissingData, state) => {
    const properties = { ...FAILED, ...(TreatMissingData !== undefined && { TreatMissingData }) };
    expect(alarmOf(properties, {}).at(5, "OK").state).toBe(state);
  });

  it("goes by the newest value for two periods more before missing data is breaching", () => {
    const properties = {
      ...ofMachine("ExecutionsSucceeded"),
      ...{ Threshold: 1, ComparisonOperator: "LessThanThreshold", TreatMissingData: "breaching" },
    };
    const { at: stateAt } = alarmOf(properties, { statuses: [["SUCCEEDED", 3]] });
    expect([5, 10, 15, 20].map((minute) => stateAt(minute).state)).toEqual([
      "OK",
      "OK",
      "OK",
      "ALARM",
    ]);
    const Metrics = [
      { Id: "e", Expression: "FILL(m, 0)" },
      {
        ...{ Id: "m", ReturnData: false },
        MetricStat: { Metric: ofMachine("ExecutionsSucceeded"), Period: 300, Stat: "Sum" },
      },
    ];
    const { ComparisonOperator } = properties;
    const filled = alarmOf(
      { Metrics, ComparisonOperator, Threshold: 1 },
      {
        statuses: [["SUCCEEDED", 3]],
      },
    );
    expect([5, 10].map((minute) => filled.at(minute).state)).toEqual(["OK", "ALARM"]);
  });

  it.each([
    [1, [3, 4], "OK"],
    [2, [3, 4, 8, 9], "ALARM"],
    [2, [3, 4, 8, 9, 11], "ALARM"],
    [2, [3, 4, 8, 11], "OK"],
  ])("counts breaching periods, %i of three to alarm", (_, minutes, state) => {
    const properties = {
      ...{ ...FAILED, EvaluationPeriods: 3, DatapointsToAlarm: 2 },
      TreatMissingData: "notBreaching",
    };
    expect(alarmOf(properties, failedAt(...minutes)).at(15).state).toBe(state);
  });

  it.each([
    ["failed + timedOut", "OK"],
    ["FILL(failed, 0) + FILL(timedOut, 0)", "ALARM"],
  ])(
    "adds metrics by %s, which gives nothing where one of them has no value",
    (Expression, state) => {
      const query = (Id: string, name: string) => ({
        ...{ Id, ReturnData: false },
        MetricStat: { Metric: ofMachine(name), Period: 300, Stat: "Sum" },
      });
      const Metrics = [
        { Id: "e", Expression, ReturnData: true },
        query("failed", "ExecutionsFailed"),
        query("timedOut", "ExecutionsTimedOut"),
      ];
      const { at: stateAt } = alarmOf(
        { Metrics, Threshold: 2, TreatMissingData: "notBreaching" },
        failedAt(1, 2),
      );
      expect(stateAt(5).state).toBe(state);
    },
  );

  it("counts errors of a function, and no refused call among its invocations", () => {
    const failed = { error: "PoisonedSchool", cause: "" };
    const throttled = { error: "Lambda.TooManyRequestsException", cause: "" };
    const invocations = [
      [failed, 1],
      [throttled, 2],
      [{ payload: 1 }, 3],
    ] as const;
    const valueOf = (MetricName: string, Statistic = "Sum") =>
      alarmOf(
        {
          ...{ Namespace: "AWS/Lambda", MetricName, Statistic },
          Dimensions: [{ Name: "FunctionName", Value: "Work" }],
        },
        { invocations },
      ).at(5).values[0];
    expect(valueOf("Errors")).toBe(1);
    expect(valueOf("Errors", "Average")).toBe(0.5);
    expect(valueOf("Invocations")).toBe(2);
    expect(valueOf("Throttles")).toBe(1);
  });

  it("sees the messages of a queue while they are there", () => {
    const {
      queues: kept,
      clock,
      at: stateAt,
    } = alarmOf(
      {
        ...{ Namespace: "AWS/SQS", MetricName: "ApproximateNumberOfMessagesVisible" },
        ...{ Dimensions: [{ Name: "QueueName", Value: "Letters" }], Statistic: "Maximum" },
        Threshold: 1,
      },
      {},
    );
    clock.skip(150);
    kept.send(QUEUE, "a");
    clock.skip(600);
    kept.purge(QUEUE);
    expect([2, 5, 12, 16, 17].map((minute) => stateAt(minute).state)).toEqual([
      "OK",
      "ALARM",
      "ALARM",
      "ALARM",
      "OK",
    ]);
  });

  it("reads the embedded metrics that functions print", () => {
    const line = (district: string, count: number | number[], minute: number) =>
      JSON.stringify({
        _aws: {
          Timestamp: minutes(minute).getTime(),
          CloudWatchMetrics: [
            {
              ...{ Namespace: "ILP", Dimensions: [["district"]] },
              Metrics: [{ Name: "FilesWaiting", Unit: "Count" }],
            },
          ],
        },
        ...{ district, FilesWaiting: count },
      });
    const log = [
      "not json",
      '{"level":"INFO"}',
      line("a", 1, 1),
      line("a", [1, 2], 2),
      line("b", 9, 3),
    ];
    const valueAt = (Statistic: string, district: string) =>
      alarmOf(
        {
          ...{ Namespace: "ILP", MetricName: "FilesWaiting", Statistic },
          Dimensions: [{ Name: "district", Value: district }],
        },
        { log },
      ).at(5).values[0];
    expect(
      ["Sum", "Maximum", "Minimum", "SampleCount"].map((statistic) => valueAt(statistic, "a")),
    ).toEqual([4, 2, 1, 3]);
    expect(valueAt("Sum", "b")).toBe(9);
    expect(valueAt("Sum", "c")).toBeNull();
  });

  it("tells of an alarm whom CloudWatch may tell", () => {
    expect(alarmOf(FAILED, failedAt(1, 2)).at(5).told).toEqual([TOPIC]);
    expect(alarmOf(FAILED, failedAt(1)).at(5).told).toEqual([]);
    expect(alarmOf({ ...FAILED, ActionsEnabled: false }, failedAt(1, 2)).at(5).told).toEqual([]);
    const isRefused = ({ principal, action }: Call) =>
      principal === "cloudwatch.amazonaws.com" && action === "sns:Publish";
    expect(alarmOf(FAILED, failedAt(1, 2), isRefused).at(5).told).toEqual([]);
  });

  it("does not load what is not understood", () => {
    expect(() => alarmOf({ ...FAILED, ExtendedStatistic: "p90" }, {})).toThrow("ExtendedStatistic");
  });
});

describe("metric math", () => {
  const values: Record<string, number> = { a: 6, b: 3 };
  const math = (expression: string) => metricMath(expression, (name) => values[name] ?? null);
  it.each([
    ["a + b", 9],
    ["a - b - 1", 2],
    ["a / b * 2", 4],
    ["(a + b) * 2.5", 22.5],
    ["a + none", null],
    ["a + FILL(none, 1)", 7],
  ])("%s", (expression, value) => expect(math(expression)).toBe(value));
  it.each(["RATE(a)", "a +", "a b", "a > b", "SUM([a, b])"])(
    "does not understand %s",
    (expression) => {
      expect(() => math(expression)).toThrow("the expression");
    },
  );
});
