import { taskKind, type TaskState } from "./definition.ts";
import { AccessDenied } from "../templates/deployed.ts";
import { type Execution, type Surroundings, unlessEnded } from "./execution.ts";
import { evaluate, type Scope } from "./jsonata-template.ts";
import { limit } from "./run-execution.ts";
import { StateError } from "./state-error.ts";
import { StatesRefusal } from "./states-refusal.ts";

/**
 * Does what a Task asks for, once.
 * @returns `$states.result`
 * @throws StateError as the service that was asked names it, or `States.Timeout`
 */
export async function runTask(
  state: TaskState,
  execution: Execution,
  surroundings: Surroundings,
  scope: Scope,
): Promise<unknown> {
  const { history } = execution;
  const given = (await evaluate(state.Arguments ?? {}, scope, "Arguments")) as Arguments;
  limit(given);
  const seconds =
    state.TimeoutSeconds === undefined
      ? null
      : Number(await evaluate(state.TimeoutSeconds, scope, "TimeoutSeconds"));
  const [, , , , , service = "", action = ""] = state.Resource.split(":");
  const about = { resourceType: service, resource: action };
  history.add("TaskScheduled", {
    ...about,
    region: execution.machineArn.split(":")[3],
    parameters: JSON.stringify(given),
  });
  history.add("TaskStarted", about);
  try {
    const asked =
      taskKind(state.Resource) === "lambda"
        ? invoked(given, execution, surroundings)
        : started(given, execution, surroundings);
    const result = await within(seconds, asked, execution, surroundings);
    limit(result);
    history.add("TaskSucceeded", { ...about, output: JSON.stringify(result) });
    return result;
  } catch (error) {
    if (error instanceof StateError) {
      const type = error.error === "States.Timeout" ? "TaskTimedOut" : "TaskFailed";
      history.add(type, { ...about, error: error.error, cause: error.cause });
    }
    throw error;
  }
}

interface Arguments {
  readonly FunctionName?: string;
  readonly Payload?: unknown;
  readonly StateMachineArn?: string;
  readonly Name?: string;
  readonly Input?: unknown;
}

async function invoked(
  { FunctionName = "", Payload = {} }: Arguments,
  { roleArn }: Execution,
  { lambdas }: Surroundings,
): Promise<unknown> {
  try {
    const answer = await lambdas.invoke(FunctionName, Payload, roleArn);
    if ("error" in answer) throw new StateError(answer.error, answer.cause);
    return { ExecutedVersion: "$LATEST", Payload: answer.payload, StatusCode: 200 };
  } catch (error) {
    if (error instanceof AccessDenied) {
      const cause = `User: ${error.message} (Service: AWSLambda; Status Code: 403; Error Code: AccessDeniedException)`;
      throw new StateError("Lambda.AWSLambdaException", cause);
    }
    throw error;
  }
}

// Asynchronous, so that a refusal is a rejection as for all other tasks.
async function started(
  { StateMachineArn = "", Name, Input = {} }: Arguments,
  { roleArn }: Execution,
  { start }: Surroundings,
): Promise<unknown> {
  await Promise.resolve();
  try {
    const { executionArn, startDate } = start({
      machineArn: StateMachineArn,
      ...(Name !== undefined && { name: Name }),
      input: typeof Input === "string" ? (JSON.parse(Input) as unknown) : Input,
      caller: roleArn,
    });
    return { ExecutionArn: executionArn, StartDate: startDate.toISOString() };
  } catch (error) {
    if (error instanceof AccessDenied) {
      throw new StateError("StepFunctions.AccessDeniedException", error.message);
    }
    if (error instanceof StatesRefusal) {
      throw new StateError(`StepFunctions.${error.code}Exception`, error.message);
    }
    throw error;
  }
}

/** What a task gives within its time. A call that is under way in Lambda goes on all the same. */
function within<T>(
  seconds: number | null,
  work: Promise<T>,
  execution: Execution,
  { clock }: Surroundings,
): Promise<T> {
  if (seconds === null) return unlessEnded(execution, work);
  let deadline: { cancel(): void } | undefined;
  const late = new Promise<never>((_, reject) => {
    deadline = clock.deadline(seconds, () =>
      reject(new StateError("States.Timeout", `The task is not done after ${seconds} seconds`)),
    );
  });
  return unlessEnded(execution, Promise.race([work, late])).finally(() => deadline?.cancel());
}
