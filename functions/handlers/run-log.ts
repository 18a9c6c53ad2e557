import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import { METRICS } from "../layout.ts";
import type { Progress } from "../pipeline/ports.ts";

/** Counts, run ids and object keys only: nothing about a student is logged, ever. */
export const log = new Logger({ serviceName: "ilp-observatory" });

/** Writes one count as a CloudWatch metric, by district and any other dimensions. */
export function count(
  district: string,
  name: string,
  value: number,
  dimensions: Readonly<Record<string, string>> = {},
): void {
  const metrics = new Metrics({ namespace: METRICS.namespace, serviceName: METRICS.service });
  metrics.addDimensions({ district, ...dimensions });
  metrics.addMetric(name, MetricUnit.Count, value);
  metrics.publishStoredMetrics();
}

/** Logs each step by a line; the progress within a step is not logged. */
export const loggedProgress: Progress = {
  step: (name, total) => log.info("step", { step: name, total }),
  advance: () => undefined,
  done: () => undefined,
};
