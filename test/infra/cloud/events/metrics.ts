import type { Machines } from "../machines/machine.ts";
import type { RunningLambdas } from "../functions/lambdas.ts";
import type { Queues } from "./queues.ts";

export type Dimensions = Readonly<Record<string, string>>;

/** One measured value. */
export interface Sample {
  readonly value: number;
  readonly at: Date;
}

/** The metrics of CloudWatch, as services and functions write them. */
export interface Metrics {
  /** The values after `from`, up to and with `to`. */
  samples(
    metric: { readonly namespace: string; readonly name: string; readonly dimensions: Dimensions },
    from: Date,
    to: Date,
  ): readonly Sample[];
}

interface Kept extends Sample {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Dimensions;
}

export interface MetricsOptions {
  readonly machines: Machines;
  readonly lambdas: Pick<RunningLambdas, "invocations" | "log">;
  readonly queues: Queues;
}

const OF_STATUS = {
  RUNNING: "ExecutionsStarted",
  SUCCEEDED: "ExecutionsSucceeded",
  FAILED: "ExecutionsFailed",
  ABORTED: "ExecutionsAborted",
  TIMED_OUT: "ExecutionsTimedOut",
} as const;

/** Watches from now on. A metric of a machine has a value only where something happened, never a 0. */
export function metrics({ machines, lambdas, queues }: MetricsOptions): Metrics {
  const ofMachines: Kept[] = [];
  machines.onStatus(({ execution, status, at: time }) => {
    ofMachines.push({
      namespace: "AWS/States",
      name: OF_STATUS[status],
      dimensions: { StateMachineArn: execution.machineArn },
      value: 1,
      at: time,
    });
  });
  const ofInvocations = growing(lambdas.invocations, ofInvocation);
  const inLog = growing(lambdas.log, embedded);
  return {
    samples(metric, from, to) {
      const { namespace, name, dimensions } = metric;
      if (namespace === "AWS/SQS") return ofQueue(queues, name, dimensions, from, to);
      return [ofMachines, ofInvocations(), inLog()]
        .flat()
        .filter(
          (kept) =>
            kept.namespace === namespace &&
            kept.name === name &&
            isEqual(kept.dimensions, dimensions) &&
            kept.at > from &&
            kept.at <= to,
        );
    },
  };
}

/** The values of a list that grows, each entry read once. */
function growing<T>(list: readonly T[], valuesOf: (entry: T) => readonly Kept[]) {
  const values: Kept[] = [];
  let read = 0;
  return (): readonly Kept[] => {
    for (; read < list.length; read += 1) values.push(...valuesOf(list[read] as T));
    return values;
  };
}

const isEqual = (a: Dimensions, b: Dimensions) =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([name, value]) => b[name] === value);

/** A value each minute, as SQS writes them. */
function ofQueue(
  queues: Queues,
  name: string,
  { QueueName = "" }: Dimensions,
  from: Date,
  to: Date,
): readonly Sample[] {
  if (name !== "ApproximateNumberOfMessagesVisible") {
    throw new Error(`the metric AWS/SQS ${name} is not understood`);
  }
  const samples: Sample[] = [];
  for (let time = to.getTime(); time > from.getTime(); time -= 60_000) {
    const sampledAt = new Date(time);
    samples.push({ value: queues.visible(QueueName, sampledAt), at: sampledAt });
  }
  return samples;
}

/** Each call counts as an error or as none; a call that was refused counts as no invocation. */
function ofInvocation({
  functionArn,
  invoked,
  at: time,
}: RunningLambdas["invocations"][number]): readonly Kept[] {
  const FunctionName = functionArn.split(":")[6] ?? "";
  const sample = (name: string, value: number) => ({
    ...{ namespace: "AWS/Lambda", name, value, at: time },
    dimensions: { FunctionName },
  });
  const error = "error" in invoked ? invoked.error : null;
  if (error === "Lambda.TooManyRequestsException") return [sample("Throttles", 1)];
  if (error?.startsWith("Lambda.") === true) return [];
  return [
    sample("Invocations", 1),
    sample("Errors", error === null ? 0 : 1),
    sample("Throttles", 0),
  ];
}

interface Embedded {
  readonly _aws?: {
    readonly Timestamp: number;
    readonly CloudWatchMetrics: readonly {
      readonly Namespace: string;
      readonly Dimensions: readonly (readonly string[])[];
      readonly Metrics: readonly { readonly Name: string }[];
    }[];
  };
  readonly [name: string]: unknown;
}

/** The values in a line of the embedded metric format; none in any other line. */
export function embedded(line: string): readonly Kept[] {
  if (!line.startsWith("{") || !line.includes('"CloudWatchMetrics"')) return [];
  const values = JSON.parse(line) as Embedded;
  const { Timestamp, CloudWatchMetrics } = values._aws ?? { Timestamp: 0, CloudWatchMetrics: [] };
  return CloudWatchMetrics.flatMap(({ Namespace, Dimensions: sets, Metrics: written }) =>
    sets.flatMap((set) =>
      written.flatMap(({ Name }) =>
        [values[Name]].flat().map((value) => ({
          namespace: Namespace,
          name: Name,
          dimensions: Object.fromEntries(
            set.map((dimension) => [dimension, String(values[dimension])]),
          ),
          value: Number(value),
          at: new Date(Timestamp),
        })),
      ),
    ),
  );
}
