import type { Catcher, MapState, State, TaskState } from "./definition.ts";
import type { Execution, Surroundings } from "./execution.ts";
import { evaluate, evaluationError, type Scope } from "./jsonata-template.ts";
import { runMap } from "./map-run.ts";
import { type Attempts, delayBeforeRetry } from "./retry.ts";
import { runTask } from "./run-task.ts";
import { isNamed, StateError } from "./state-error.ts";

/** Where an execution goes after a state, and with what; `next` is null at its end. */
export interface Step {
  readonly next: string | null;
  readonly output: unknown;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What a state gives before its own Assign and Output are looked at. */
interface Visit {
  readonly execution: Execution;
  readonly surroundings: Surroundings;
  readonly name: string;
  readonly scopeWith: (more?: Readonly<Record<string, unknown>>) => Scope;
  /** How often the state was tried again. */
  retryCount: number;
}

/**
 * Goes through the state in which the execution is.
 * @throws StateError with which the state fails
 */
export async function runState(execution: Execution, surroundings: Surroundings): Promise<Step> {
  const { state: name, input, variables } = execution.position;
  const state = execution.definition.States[name];
  if (state === undefined) throw new Error(`the state ${name} does not exist`);
  const enteredTime = surroundings.clock.now();
  execution.history.add(`${state.Type}StateEntered`, { name, input: JSON.stringify(input) });
  const visit: Visit = {
    execution,
    surroundings,
    name,
    retryCount: 0,
    scopeWith: (more = {}) => ({
      variables,
      now: surroundings.clock.now(),
      states: {
        input,
        context: contextOf(execution, name, enteredTime, visit.retryCount),
        ...more,
      },
    }),
  };
  const step = await outcome(state, visit);
  execution.history.add(`${state.Type}StateExited`, { name, output: JSON.stringify(step.output) });
  return step;
}

function outcome(state: State, visit: Visit): Promise<Step> {
  switch (state.Type) {
    case "Pass":
    case "Succeed":
      return left(state, visit, nextOf(state), {});
    case "Wait":
      return waited(state, visit);
    case "Choice":
      return chosen(state, visit);
    case "Fail":
      return failed(state, visit);
    case "Task":
    case "Map":
      return tried(state, visit);
  }
}

const nextOf = (state: State): string | null =>
  "Next" in state && state.Next !== undefined ? state.Next : null;

/** Leaves a state by its Assign and Output, both of which see the variables as they were. */
async function left(
  { Assign, Output }: { readonly Assign?: object; readonly Output?: unknown },
  { execution, scopeWith }: Visit,
  next: string | null,
  more: Readonly<Record<string, unknown>>,
): Promise<Step> {
  const scope = scopeWith(more);
  const assigned = (await evaluate(Assign ?? {}, scope, "Assign")) as object;
  const otherwise = more["errorOutput"] ?? more["result"] ?? execution.position.input;
  const output = Output === undefined ? otherwise : await evaluate(Output, scope, "Output");
  return { next, output, variables: { ...scope.variables, ...assigned } };
}

async function waited(state: Extract<State, { Type: "Wait" }>, visit: Visit): Promise<Step> {
  const { clock } = visit.surroundings;
  let seconds: number;
  if (state.Timestamp !== undefined) {
    const until = String(await evaluate(state.Timestamp, visit.scopeWith(), "Timestamp"));
    seconds = Math.max(0, (Date.parse(until) - clock.now().getTime()) / 1000);
  } else {
    seconds = Number(await evaluate(state.Seconds, visit.scopeWith(), "Seconds"));
  }
  if (!Number.isFinite(seconds) || seconds < 0) {
    throw evaluationError(`The Wait state ${visit.name} cannot wait for ${seconds} seconds`);
  }
  await clock.wait(seconds, visit.execution.controller.signal);
  return left(state, visit, nextOf(state), {});
}

async function chosen(state: Extract<State, { Type: "Choice" }>, visit: Visit): Promise<Step> {
  for (const choice of state.Choices) {
    const isTaken = await evaluate(choice.Condition, visit.scopeWith(), "Condition");
    if (typeof isTaken !== "boolean") {
      throw evaluationError(
        `The Condition of ${visit.name} gave ${JSON.stringify(isTaken)}, which is no boolean`,
      );
    }
    if (isTaken) return left(choice, visit, choice.Next, {});
  }
  if (state.Default !== undefined) return left(state, visit, state.Default, {});
  throw new StateError("States.NoChoiceMatched", `No choice of ${visit.name} matched`);
}

async function failed(state: Extract<State, { Type: "Fail" }>, visit: Visit): Promise<never> {
  const { Error: error = "", Cause: cause = "" } = state;
  const scope = visit.scopeWith();
  throw new StateError(
    String(await evaluate(error, scope, "Error")),
    String(await evaluate(cause, scope, "Cause")),
  );
}

/** Tries a Task or a Map as often as its Retry allows, and leaves it by a Catch where it still fails. */
async function tried(state: TaskState | MapState, visit: Visit): Promise<Step> {
  const { clock, chance } = visit.surroundings;
  const attempts: Attempts = new Map();
  for (;;) {
    try {
      const { execution, surroundings, scopeWith, name } = visit;
      const result =
        state.Type === "Task"
          ? await runTask(state, execution, surroundings, scopeWith())
          : await runMap(state, name, execution, surroundings, scopeWith());
      return await left(state, visit, nextOf(state), { result });
    } catch (error) {
      if (!(error instanceof StateError)) throw error;
      const delay = delayBeforeRetry(state.Retry ?? [], error, attempts, chance);
      if (delay === null) return await caught(state.Catch ?? [], error, visit);
      await clock.wait(delay, visit.execution.controller.signal);
      visit.retryCount += 1;
      delete visit.execution.position.mapRun;
    }
  }
}

async function caught(
  catchers: readonly Catcher[],
  error: StateError,
  visit: Visit,
): Promise<Step> {
  const catcher = catchers.find(({ ErrorEquals }) => isNamed(ErrorEquals, error));
  if (catcher === undefined) throw error;
  return left(catcher, visit, catcher.Next, { errorOutput: error.output });
}

function contextOf(execution: Execution, name: string, entered: Date, RetryCount: number): object {
  const { arn, machineArn, roleArn, startDate, redriveCount, input } = execution;
  return {
    Execution: {
      Id: arn,
      Name: execution.name,
      Input: input,
      RoleArn: roleArn,
      StartTime: startDate.toISOString(),
      RedriveCount: redriveCount,
    },
    StateMachine: { Id: machineArn, Name: machineArn.split(":").at(-1) },
    State: { Name: name, EnteredTime: entered.toISOString(), RetryCount },
  };
}
