import { randomUUID } from "node:crypto";
import type { MapState } from "./definition.ts";
import { AccessDenied } from "../templates/deployed.ts";
import {
  type Execution,
  newExecution,
  redrive,
  type Surroundings,
  unlessEnded,
} from "./execution.ts";
import { evaluate, type Scope } from "./jsonata-template.ts";
import { type Batch, batchesOf, itemsOf } from "./map-items.ts";
import { writeResults } from "./map-results.ts";
import { runExecution } from "./run-execution.ts";
import { Ended, StateError } from "./state-error.ts";

/** A Distributed Map on its way: an execution for each batch, or null where it has not begun. */
export interface MapRun {
  readonly arn: string;
  readonly id: string;
  readonly batches: readonly Batch[];
  readonly children: (Execution | null)[];
  redriveCount: number;
}

/**
 * Runs a Distributed Map, or goes on with the run at which a redrive finds the execution: batches
 * that succeeded stay as they are.
 * @returns `$states.result`: where the results were written, or the outputs of all batches
 */
export async function runMap(
  state: MapState,
  name: string,
  execution: Execution,
  surroundings: Surroundings,
  scope: Scope,
): Promise<unknown> {
  const { position, history: events } = execution;
  const limits = await limitsOf(state, scope);
  let mapRun = position.mapRun;
  if (mapRun === undefined) {
    const items = await itemsOf(state, execution, surroundings, scope);
    mapRun = newRun(execution, labelOf(state, name), await batchesOf(state, items, scope));
    position.mapRun = mapRun;
    events.add("MapRunStarted", { mapRunArn: mapRun.arn });
  } else {
    mapRun.redriveCount += 1;
    events.add("MapRunRedriven", { mapRunArn: mapRun.arn, redriveCount: mapRun.redriveCount });
  }
  const problem = await runBatches(mapRun, limits, state, execution, surroundings);
  const written = await writeResults(state, mapRun, execution, surroundings, scope);
  if (problem !== null) {
    events.add("MapRunFailed", { error: problem.error, cause: problem.cause });
    throw problem;
  }
  events.add("MapRunSucceeded");
  return written ?? mapRun.children.map((child) => child?.output);
}

interface Limits {
  readonly atOnce: number;
  /** Failed items that are tolerated. */
  readonly count: number;
  readonly percentage: number;
}

async function limitsOf(state: MapState, scope: Scope): Promise<Limits> {
  const { MaxConcurrency, ToleratedFailureCount, ToleratedFailurePercentage } = state;
  const numberOf = async (value: unknown, otherwise: number, field: string) =>
    value === undefined ? otherwise : Number(await evaluate(value, scope, field));
  const isCounted = ToleratedFailureCount !== undefined;
  return {
    // None, and 0, stand for the ten thousand that the service allows.
    atOnce: (await numberOf(MaxConcurrency, 0, "MaxConcurrency")) || 10_000,
    count: await numberOf(ToleratedFailureCount, Infinity, "ToleratedFailureCount"),
    percentage: await numberOf(
      ToleratedFailurePercentage,
      isCounted ? 100 : 0,
      "ToleratedFailurePercentage",
    ),
  };
}

const labelOf = ({ Label }: MapState, name: string) =>
  Label ?? name.replace(/[^\w-]/g, "").slice(0, 40);

function newRun({ machineArn }: Execution, label: string, batches: readonly Batch[]): MapRun {
  const id = randomUUID();
  return {
    id,
    arn: `${machineArn.replace(":stateMachine:", ":mapRun:")}/${label}:${id}`,
    batches,
    children: batches.map(() => null),
    redriveCount: 0,
  };
}

/** Runs what is left of the batches, some at once. Returns the error for which the others were stopped. */
async function runBatches(
  mapRun: MapRun,
  limits: Limits,
  state: MapState,
  parent: Execution,
  surroundings: Surroundings,
): Promise<StateError | null> {
  const todo = mapRun.batches
    .map((_, index) => index)
    .filter((index) => mapRun.children[index]?.status !== "SUCCEEDED");
  const total = mapRun.batches.reduce((sum, { count }) => sum + count, 0);
  let failedItems = 0;
  let problem: StateError | null = null;

  const stopAll = (reason: Ended) => {
    for (const child of mapRun.children) {
      if (child?.status === "RUNNING") child.controller.abort(reason);
    }
  };
  const isTolerated = () =>
    failedItems <= limits.count && failedItems * 100 <= limits.percentage * total;

  async function worker(): Promise<void> {
    for (;;) {
      if (problem !== null || parent.controller.signal.aborted) return;
      const index = todo.shift();
      if (index === undefined) return;
      try {
        await runBatch(index, mapRun, state, parent, surroundings);
      } catch (error) {
        if (!(error instanceof StateError)) throw error;
        problem ??= error;
        return stopAll(new Ended("ABORTED"));
      }
      if (mapRun.children[index]?.status === "SUCCEEDED" || problem !== null) continue;
      failedItems += mapRun.batches[index]?.count ?? 0;
      if (isTolerated()) continue;
      problem = new StateError(
        "States.ExceedToleratedFailureThreshold",
        "The specified tolerated failure threshold was exceeded",
      );
      stopAll(new Ended("ABORTED"));
    }
  }

  const onEnd = () => stopAll(new Ended("ABORTED"));
  parent.controller.signal.addEventListener("abort", onEnd, { once: true });
  const workers = Array.from({ length: Math.min(limits.atOnce, todo.length) }, worker);
  try {
    await unlessEnded(parent, Promise.all(workers));
  } finally {
    parent.controller.signal.removeEventListener("abort", onEnd);
  }
  return problem;
}

async function runBatch(
  index: number,
  { batches, children, arn }: MapRun,
  state: MapState,
  parent: Execution,
  surroundings: Surroundings,
): Promise<void> {
  const earlier = children[index];
  if (earlier !== null && earlier !== undefined) {
    permit(surroundings, parent.roleArn, "states:RedriveExecution", earlier.arn);
    redrive(earlier);
    return runExecution(earlier, surroundings);
  }
  permit(surroundings, parent.roleArn, "states:StartExecution", parent.machineArn);
  const input = batches[index]?.input;
  const name = randomUUID();
  // A batch knows no variable of the execution that it is part of.
  const child = newExecution(surroundings.clock, {
    // arn:…:mapRun:<machine>/<label>:<id> has the executions arn:…:execution:<machine>/<label>:<name>
    arn: `${arn.replace(":mapRun:", ":execution:").replace(/:[^:]*$/, "")}:${name}`,
    name,
    machineArn: parent.machineArn,
    roleArn: parent.roleArn,
    definition: state.ItemProcessor,
    input,
  });
  children[index] = child;
  return runExecution(child, surroundings);
}

function permit(
  { authority }: Surroundings,
  principal: string,
  action: string,
  resource: string,
): void {
  try {
    authority.check({ principal, action, resource });
  } catch (error) {
    if (!(error instanceof AccessDenied)) throw error;
    throw new StateError("States.Permissions", error.message);
  }
}
