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

/** What the alarms of a district look at, and whom they tell. */
export interface Watched {
  readonly district: District;
  readonly run: StateMachine;
  readonly uploads: StateMachine;
  readonly unstarted: IQueue;
  readonly operators: ITopic;
}

/** After so many hours in which no run went through, figures are stale. */
const STALE_AFTER_HOURS = 26;

/** Tell the operators of a night that did not go through and of files that need a person. Each alarm is named for its heading in the runbook. */
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
  // Each run tells how many; a day holds at least one.
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
  // Catches what makes no error: a schedule that was switched off or removed. From one morning to the
  // next it may be more than a day, by the window of the schedule and the time that a run takes.
  alarm("FiguresStale", "figures-stale", succeeded(run, Duration.hours(1)), {
    comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
    evaluationPeriods: STALE_AFTER_HOURS,
    treatMissingData: TreatMissingData.BREACHING,
  });
}

/** How many executions of a machine did not go through. */
function unsuccessful(machine: StateMachine): IMetric {
  const anyEnding = { statistic: Stats.SUM, period: Duration.minutes(5) };
  return new MathExpression({
    // A metric without an event in a period has no value there, and the sum would have none either.
    expression: "FILL(failed, 0) + FILL(timedOut, 0) + FILL(aborted, 0)",
    period: anyEnding.period,
    usingMetrics: {
      failed: machine.metricFailed(anyEnding),
      timedOut: machine.metricTimedOut(anyEnding),
      aborted: machine.metricAborted(anyEnding),
    },
  });
}

/** How many executions of a machine went through, 0 where none did. */
function succeeded(machine: StateMachine, period: Duration): IMetric {
  const metric = machine.metricSucceeded({ statistic: Stats.SUM, period });
  // By itself a metric without values would have the alarm look for older ones first.
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

/** Makes alarms that ring at one or more, unless something else is said. */
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
