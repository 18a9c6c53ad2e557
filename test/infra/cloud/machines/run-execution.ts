import { type Execution, type Surroundings, unlessEnded } from "./execution.ts";
import { runState } from "./run-state.ts";
import { Ended, StateError } from "./state-error.ts";

/** What a state and an execution take and give at most, in bytes of UTF-8. */
export const LARGEST_STATE = 262_144;

/**
 * Goes on with an execution from where it is until it has ended, which never rejects for what AWS
 * would call a failure of the execution.
 */
export async function runExecution(
  execution: Execution,
  surroundings: Surroundings,
): Promise<void> {
  const { clock } = surroundings;
  const { TimeoutSeconds } = execution.definition;
  const deadline =
    TimeoutSeconds === undefined
      ? null
      : clock.deadline(TimeoutSeconds, () => execution.controller.abort(new Ended("TIMED_OUT")));
  try {
    const output = await states(execution, surroundings);
    end(execution, clock.now(), { status: "SUCCEEDED", output });
    execution.history.add("ExecutionSucceeded", { output: JSON.stringify(output) });
  } catch (error) {
    if (error instanceof Ended) {
      const { status, error: name, cause } = error;
      end(execution, clock.now(), { status, error: name, cause });
      const type = status === "ABORTED" ? "ExecutionAborted" : "ExecutionTimedOut";
      execution.history.add(type, { error: name, cause });
    } else if (error instanceof StateError) {
      const { error: name, cause } = error;
      end(execution, clock.now(), { status: "FAILED", error: name, cause });
      execution.history.add("ExecutionFailed", { error: name, cause });
    } else {
      end(execution, clock.now(), {
        status: "FAILED",
        error: "States.Runtime",
        cause: String(error),
      });
      execution.history.add("ExecutionFailed", { error: "States.Runtime", cause: String(error) });
      throw error;
    }
  } finally {
    deadline?.cancel();
  }
}

async function states(execution: Execution, surroundings: Surroundings): Promise<unknown> {
  for (;;) {
    const step = await unlessEnded(execution, runState(execution, surroundings));
    limit(step.output);
    if (step.next === null) return step.output;
    execution.position = { state: step.next, input: step.output, variables: step.variables };
  }
}

/** @throws StateError `States.DataLimitExceeded`, which no `States.ALL` catches */
export function limit(value: unknown): void {
  const size = Buffer.byteLength(JSON.stringify(value) ?? "");
  if (size <= LARGEST_STATE) return;
  throw new StateError(
    "States.DataLimitExceeded",
    `The state/task returned a result with a size exceeding the maximum number of bytes service limit (${size} bytes).`,
  );
}

function end(
  execution: Execution,
  stopDate: Date,
  how: Pick<Execution, "status"> & Partial<Pick<Execution, "output" | "error" | "cause">>,
): void {
  Object.assign(execution, { output: undefined, error: undefined, cause: undefined }, how, {
    stopDate,
  });
}
