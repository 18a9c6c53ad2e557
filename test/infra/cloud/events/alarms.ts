import type { Authority, Deployed, DeployedResource } from "../templates/deployed.ts";
import { metricMath } from "./metric-math.ts";
import type { Metrics, Sample } from "./metrics.ts";

export type AlarmState = "OK" | "ALARM" | "INSUFFICIENT_DATA";

export interface Evaluated {
  readonly state: AlarmState;
  /** The value of each period that was looked at, the newest first; null where there is none. */
  readonly values: readonly (number | null)[];
  /** The ARNs of who is told of this state, as far as the topic lets CloudWatch in. */
  readonly told: readonly string[];
}

export interface Alarms {
  /**
   * What an alarm comes to at a time.
   * @param idBegins how the logical id of the alarm begins
   * @param before its state so far, which `TreatMissingData: ignore` keeps
   */
  state(idBegins: string, time: Date, before?: AlarmState): Evaluated;
}

interface Properties {
  readonly ActionsEnabled?: boolean;
  readonly AlarmActions?: readonly string[];
  readonly OKActions?: readonly string[];
  readonly InsufficientDataActions?: readonly string[];
  readonly Namespace?: string;
  readonly MetricName?: string;
  readonly Dimensions?: readonly { readonly Name: string; readonly Value: string }[];
  readonly Statistic?: string;
  readonly Period?: number;
  readonly Metrics?: readonly Query[];
  readonly EvaluationPeriods: number;
  readonly DatapointsToAlarm?: number;
  readonly Threshold: number;
  readonly ComparisonOperator: string;
  readonly TreatMissingData?: "breaching" | "notBreaching" | "ignore" | "missing";
}

interface Query {
  readonly Id: string;
  readonly Expression?: string;
  readonly ReturnData?: boolean;
  readonly MetricStat?: {
    readonly Metric: Pick<Properties, "Namespace" | "MetricName" | "Dimensions">;
    readonly Period: number;
    readonly Stat: string;
  };
}

const FIELDS =
  "ActionsEnabled AlarmActions AlarmDescription AlarmName OKActions InsufficientDataActions Namespace MetricName Dimensions Statistic Period Metrics EvaluationPeriods DatapointsToAlarm Threshold ComparisonOperator TreatMissingData Tags Unit".split(
    " ",
  );

/** @throws Error where an alarm says what is not understood */
export function alarms({
  deployed,
  authority,
  metrics,
}: {
  readonly deployed: Deployed;
  readonly authority: Authority;
  readonly metrics: Metrics;
}): Alarms {
  for (const { id, properties } of deployed.ofType("AWS::CloudWatch::Alarm")) {
    const unknown = Object.keys(properties).filter((name) => !FIELDS.includes(name));
    if (unknown.length > 0) throw new Error(`${id}: ${unknown.join(", ")} is not understood`);
  }
  return {
    state(idBegins, time, before = "INSUFFICIENT_DATA") {
      const alarm = deployed.one("AWS::CloudWatch::Alarm", idBegins);
      const properties = alarm.properties as unknown as Properties;
      const values = periods(properties, metrics, time);
      const state = stateOf(properties, values, before);
      return { state, values, told: told(alarm, state, authority) };
    },
  };
}

/**
 * CloudWatch looks at two periods more than it evaluates, and goes by the newest that have a value
 * where some have none: an alarm for data that stays away comes that much later.
 */
const MORE_PERIODS = 2;

function periods(alarm: Properties, metrics: Metrics, time: Date): readonly (number | null)[] {
  const queries = alarm.Metrics ?? [single(alarm)];
  const period = Math.max(...queries.map(({ MetricStat }) => MetricStat?.Period ?? 0));
  const returned = queries.find(({ ReturnData }) => ReturnData !== false);
  if (returned === undefined || period === 0) throw new Error("an alarm has no metric");
  return Array.from({ length: alarm.EvaluationPeriods + MORE_PERIODS }, (_, index) => {
    const to = new Date(time.getTime() - index * period * 1000);
    const from = new Date(to.getTime() - period * 1000);
    return valueOf(returned, queries, metrics, from, to);
  });
}

function single({ Statistic = "", Period = 0, ...Metric }: Properties): Query {
  return { Id: "m1", MetricStat: { Metric, Period, Stat: Statistic } };
}

function valueOf(
  { Expression, MetricStat }: Query,
  queries: readonly Query[],
  metrics: Metrics,
  from: Date,
  to: Date,
): number | null {
  if (MetricStat !== undefined) {
    const { Namespace = "", MetricName = "", Dimensions = [] } = MetricStat.Metric;
    const dimensions = Object.fromEntries(Dimensions.map(({ Name, Value }) => [Name, Value]));
    const metric = { namespace: Namespace, name: MetricName, dimensions };
    return statistic(MetricStat.Stat, metrics.samples(metric, from, to));
  }
  return metricMath(Expression ?? "", (name) => {
    const query = queries.find(({ Id }) => Id === name);
    if (query === undefined) throw new Error(`no metric of the alarm is called ${name}`);
    return valueOf(query, queries, metrics, from, to);
  });
}

function statistic(name: string, samples: readonly Sample[]): number | null {
  if (samples.length === 0) return null;
  const values = samples.map(({ value }) => value);
  const sum = values.reduce((a, b) => a + b, 0);
  switch (name) {
    case "Sum":
      return sum;
    case "Maximum":
      return Math.max(...values);
    case "Minimum":
      return Math.min(...values);
    case "Average":
      return sum / values.length;
    case "SampleCount":
      return values.length;
    default:
      throw new Error(`the statistic ${name} is not understood`);
  }
}

function stateOf(
  alarm: Properties,
  values: readonly (number | null)[],
  before: AlarmState,
): AlarmState {
  const { EvaluationPeriods: evaluated, TreatMissingData = "missing" } = alarm;
  const toAlarm = alarm.DatapointsToAlarm ?? evaluated;
  const recent = values.slice(0, evaluated).filter((value) => value !== null);
  const real = values.filter((value) => value !== null);
  // Enough real values in the whole range spare the filling in.
  const used = recent.length === evaluated ? recent : real.slice(0, evaluated);
  const missing = evaluated - used.length;
  const breaching = used.filter((value) => isBreaching(alarm, value)).length;
  const byCount = (count: number): AlarmState => (count >= toAlarm ? "ALARM" : "OK");
  if (missing === 0) return byCount(breaching);
  switch (TreatMissingData) {
    case "breaching":
      return byCount(breaching + missing);
    case "notBreaching":
      return byCount(breaching);
    case "ignore":
      return breaching >= toAlarm ? "ALARM" : breaching + missing < toAlarm ? "OK" : before;
    case "missing":
      if (used.length === 0) return "INSUFFICIENT_DATA";
      return breaching >= Math.min(toAlarm, used.length) ? "ALARM" : "OK";
  }
}

function isBreaching({ ComparisonOperator, Threshold }: Properties, value: number): boolean {
  switch (ComparisonOperator) {
    case "GreaterThanOrEqualToThreshold":
      return value >= Threshold;
    case "GreaterThanThreshold":
      return value > Threshold;
    case "LessThanOrEqualToThreshold":
      return value <= Threshold;
    case "LessThanThreshold":
      return value < Threshold;
    default:
      throw new Error(`the comparison ${ComparisonOperator} is not understood`);
  }
}

function told(
  { arn, properties }: DeployedResource,
  state: AlarmState,
  authority: Authority,
): readonly string[] {
  const { ActionsEnabled = true, ...actions } = properties as unknown as Properties;
  if (!ActionsEnabled) return [];
  const named = {
    ALARM: actions.AlarmActions,
    OK: actions.OKActions,
    INSUFFICIENT_DATA: actions.InsufficientDataActions,
  }[state];
  return (named ?? []).filter((topic) =>
    authority.allows({
      principal: "cloudwatch.amazonaws.com",
      action: "sns:Publish",
      resource: topic,
      context: { "aws:sourceaccount": topic.split(":")[4] ?? "", "aws:sourcearn": arn },
    }),
  );
}
