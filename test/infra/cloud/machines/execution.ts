import type { StackClock } from "../clock.ts";
import type { Definition } from "./definition.ts";
import type { Authority, Lambdas, Services } from "../templates/deployed.ts";
import { history, type History } from "./history.ts";
import type { MapRun } from "./map-run.ts";
import type { Ended } from "./state-error.ts";

export type Status = "RUNNING" | "SUCCEEDED" | "FAILED" | "ABORTED" | "TIMED_OUT";

/** One execution of a machine, or of one batch of a map. */
export interface Execution {
  readonly arn: string;
  readonly name: string;
  readonly machineArn: string;
  readonly roleArn: string;
  /** The definition with which it was started, which a redrive keeps. */
  readonly definition: Definition;
  readonly input: unknown;
  readonly startDate: Date;
  readonly history: History;
  status: Status;
  stopDate: Date | undefined;
  output: unknown;
  error: string | undefined;
  cause: string | undefined;
  redriveCount: number;
  /** Where it is, and where a redrive goes on. */
  position: Position;
  /** Ends it from outside. */
  controller: AbortController;
}

/** An execution that begins now. */
export function newExecution(
  clock: StackClock,
  made: Pick<Execution, "arn" | "name" | "machineArn" | "roleArn" | "definition" | "input">,
): Execution {
  const execution: Execution = {
    ...made,
    startDate: clock.now(),
    history: history(() => clock.now()),
    status: "RUNNING",
    stopDate: undefined,
    output: undefined,
    error: undefined,
    cause: undefined,
    redriveCount: 0,
    position: { state: made.definition.StartAt, input: made.input, variables: {} },
    controller: new AbortController(),
  };
  const { input, roleArn } = made;
  execution.history.add("ExecutionStarted", { input: JSON.stringify(input), roleArn });
  return execution;
}

/** Has an execution that stopped go on where it stopped. */
export function redrive(execution: Execution): void {
  execution.status = "RUNNING";
  execution.stopDate = undefined;
  execution.error = undefined;
  execution.cause = undefined;
  execution.redriveCount += 1;
  execution.controller = new AbortController();
  execution.history.add("ExecutionRedriven", { redriveCount: execution.redriveCount });
}

export interface Position {
  readonly state: string;
  readonly input: unknown;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The run of the map that the state is, once it has begun. */
  mapRun?: MapRun;
}

/** What executions reach beyond themselves. */
export interface Surroundings {
  readonly clock: StackClock;
  readonly lambdas: Lambdas;
  readonly authority: Authority;
  readonly services: Services;
  /** Between 0 and 1, for the jitter of retries. */
  readonly chance: () => number;
  /** Starts an execution of a machine for a role. */
  readonly start: (asked: StartAsked) => {
    readonly executionArn: string;
    readonly startDate: Date;
  };
}

export interface StartAsked {
  readonly machineArn: string;
  readonly name?: string;
  /** Any JSON; `{}` where it is left out. */
  readonly input?: unknown;
  /** The ARN of the role that starts it, or null for somebody who may do everything. */
  readonly caller: string | null;
}

/** The reason for which an execution was ended from outside. */
export const endOf = (execution: Execution): Ended => execution.controller.signal.reason as Ended;

/** What work gives, or, where the execution is ended first, a rejection; the work itself goes on. */
export function unlessEnded<T>(execution: Execution, work: Promise<T>): Promise<T> {
  const { signal } = execution.controller;
  // Work that is left alone may still fail.
  work.catch(() => undefined);
  if (signal.aborted) return Promise.reject(endOf(execution));
  return new Promise((resolve, reject) => {
    const stop = () => reject(endOf(execution));
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
