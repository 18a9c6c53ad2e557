import { Aws, Duration } from "aws-cdk-lib";
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Stats,
  TreatMissingData,
} from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Topic } from "aws-cdk-lib/aws-sns";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import type { Construct } from "constructs";

/** Tells the operators, through one topic, of a morning without figures. Each alarm is named for its heading in the runbook. */
export function alarms(
  scope: Construct,
  machine: StateMachine,
  unstarted: IQueue,
  districts: number,
  operationsKey: IKey,
): Topic {
  const topic = operatorsTopic(scope, operationsKey);
  const anyEnding = { statistic: Stats.SUM, period: Duration.minutes(5) };
  alarm(scope, topic, {
    name: "RunFailed",
    heading: "run-failed",
    metric: new MathExpression({
      expression: "failed + timedOut + aborted",
      period: anyEnding.period,
      usingMetrics: {
        failed: machine.metricFailed(anyEnding),
        timedOut: machine.metricTimedOut(anyEnding),
        aborted: machine.metricAborted(anyEnding),
      },
    }),
    threshold: 1,
  });
  alarm(scope, topic, {
    name: "RunNotStarted",
    heading: "run-not-started",
    metric: unstarted.metricApproximateNumberOfMessagesVisible(),
    threshold: 1,
  });
  // Catches what makes no error: a schedule that was switched off or removed.
  alarm(scope, topic, {
    name: "FiguresStale",
    heading: "figures-stale",
    metric: machine.metricSucceeded({ statistic: Stats.SUM, period: Duration.days(1) }),
    comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
    threshold: districts,
    treatMissingData: TreatMissingData.BREACHING,
  });
  return topic;
}

function operatorsTopic(scope: Construct, operationsKey: IKey): Topic {
  const topic = new Topic(scope, "Operators", {
    displayName: "ILP Observatory",
    masterKey: operationsKey,
    enforceSSL: true,
  });
  // A topic with a policy has lost the default one, which let the alarms of its account in.
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
      actions: ["sns:Publish"],
      resources: [topic.topicArn],
      conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
    }),
  );
  return topic;
}

function alarm(
  scope: Construct,
  topic: Topic,
  {
    name,
    heading,
    comparisonOperator = ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData = TreatMissingData.NOT_BREACHING,
    ...props
  }: {
    readonly name: string;
    readonly heading: string;
    readonly metric: IMetric;
    readonly threshold: number;
    readonly comparisonOperator?: ComparisonOperator;
    readonly treatMissingData?: TreatMissingData;
  },
): void {
  new Alarm(scope, name, {
    alarmDescription: `docs/runbook.md#${heading}`,
    comparisonOperator,
    treatMissingData,
    evaluationPeriods: 1,
    ...props,
  }).addAlarmAction(new SnsAction(topic));
}
