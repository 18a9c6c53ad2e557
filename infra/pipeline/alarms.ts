import { Duration } from "aws-cdk-lib";
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  Stats,
  TreatMissingData,
} from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import type { Construct } from "constructs";
import { METRICS, STEPS } from "../../functions/layout.ts";
import type { District } from "../settings/configuration.ts";

/** What the alarms of a district watch, and where they are sent. */
export interface Watched {
  readonly district: District;
  readonly run: StateMachine;
  readonly uploads: StateMachine;
  readonly unstarted: IQueue;
  readonly operators: ITopic;
}

/** Figures are stale if no run has succeeded for this many hours. */
const STALE_AFTER_HOURS = 26;

/**
 * Inform the operators of a night that failed and of files that need a person. Each alarm is named
 * for its heading in the runbook.
 */
export function alarms(scope: Construct, watched: Watched): void {
  const { district, run, uploads, unstarted } = watched;
  const alarm = alarmsTo(scope, watched);
  alarm("RunFailed", "run-failed", unsuccessful(run));
  for (const [id, step] of Object.entries(STEPS)) {
    alarm(
      `StepFailed-${id}`,
      `${step.toLowerCase().replaceAll(" ", "-")}-failed`,
      own(district, METRICS.stepFailed, Stats.SUM, Duration.minutes(5), { step }),
    );
  }
  alarm("UploadsFailed", "uploads-failed", unsuccessful(uploads));
  alarm("NotStarted", "not-started", unstarted.metricApproximateNumberOfMessagesVisible());
  // Each run reports the number; a day has at least one run.
  alarm(
    "FilesWaiting",
    "files-waiting",
    own(district, METRICS.filesWaiting, Stats.MAXIMUM, Duration.days(1)),
  );
  alarm(
    "FilesNotUsable",
    "files-not-usable",
    own(district, METRICS.filesNotUsable, Stats.MAXIMUM, Duration.days(1)),
  );
  alarm(
    "FilesUnfinished",
    "files-unfinished",
    own(district, METRICS.filesUnfinished, Stats.MAXIMUM, Duration.days(1)),
  );
  alarm(
    "DayNotCovered",
    "day-not-covered",
    own(district, METRICS.dayNotCovered, Stats.MAXIMUM, Duration.days(1)),
  );
  // Detects what causes no error: a schedule that was disabled or removed. From one morning to the
  // next it may be more than a day, because of the time window of the schedule and the duration of
  // a run.
  alarm("FiguresStale", "figures-stale", succeeded(run, Duration.hours(1)), {
    comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
    evaluationPeriods: STALE_AFTER_HOURS,
    treatMissingData: TreatMissingData.BREACHING,
  });
}

/** How many executions of a machine did not succeed. */
function unsuccessful(machine: StateMachine): IMetric {
  const anyEnding = { statistic: Stats.SUM, period: Duration.minutes(5) };
  return new MathExpression({
    // A metric without an event in a period has no value there, so the sum would have none either.
    expression: "FILL(failed, 0) + FILL(timedOut, 0) + FILL(aborted, 0)",
    period: anyEnding.period,
    usingMetrics: {
      failed: machine.metricFailed(anyEnding),
      timedOut: machine.metricTimedOut(anyEnding),
      aborted: machine.metricAborted(anyEnding),
    },
  });
}

/** How many executions of a machine succeeded; 0 if none did. */
function succeeded(machine: StateMachine, period: Duration): IMetric {
  const metric = machine.metricSucceeded({ statistic: Stats.SUM, period });
  // Without this, an alarm on a metric without values would use older ones.
  return new MathExpression({
    expression: "FILL(succeeded, 0)",
    period,
    usingMetrics: { succeeded: metric },
  });
}

/** A metric that the functions of a district write. */
const own = (
  { id }: District,
  metricName: string,
  statistic: string,
  period: Duration,
  dimensions: Readonly<Record<string, string>> = {},
): IMetric =>
  new Metric({
    namespace: METRICS.namespace,
    metricName,
    statistic,
    period,
    dimensionsMap: { service: METRICS.service, district: id, ...dimensions },
  });

/** Makes alarms that go off at one or more, unless told otherwise. */
const alarmsTo =
  (scope: Construct, { operators, district }: Watched) =>
  (
    name: string,
    heading: string,
    metric: IMetric,
    {
      comparisonOperator = ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods = 1,
      treatMissingData = TreatMissingData.NOT_BREACHING,
    } = {},
  ): void => {
    new Alarm(scope, name, {
      alarmDescription: `${district.name}: see docs/runbook.md#${heading}`,
      metric,
      threshold: 1,
      evaluationPeriods,
      comparisonOperator,
      treatMissingData,
    }).addAlarmAction(new SnsAction(operators));
  };
