import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { definitionOf, type Definition } from "./definition.ts";
import { isAssumable } from "../events/delivery.ts";
import type { Deployed, DeployedResource } from "../templates/deployed.ts";
import {
  type Execution,
  newExecution,
  redrive,
  type StartAsked,
  type Status,
  type Surroundings,
} from "./execution.ts";
import type { HistoryEvent } from "./history.ts";
import { LARGEST_STATE, runExecution } from "./run-execution.ts";
import { closeS3Of } from "./s3-of-role.ts";
import { Ended } from "./state-error.ts";
import { StatesRefusal } from "./states-refusal.ts";

/** A change of status of an execution, at the moment it happens. */
export interface StatusChange {
  readonly execution: Execution;
  readonly status: Status;
  readonly at: Date;
}

/** Step Functions: the state machines of the stacks, and their executions. */
export interface Machines {
  /**
   * Starts an execution, which goes on by itself.
   * @throws AccessDenied, and StatesRefusal with `ExecutionAlreadyExists`, `InvalidName`,
   * `StateMachineDoesNotExist` or `ValidationException`
   */
  start(asked: StartAsked): { readonly executionArn: string; readonly startDate: Date };
  /** @throws StatesRefusal `ExecutionDoesNotExist` */
  execution(executionArn: string): Execution;
  /** All executions, or those of one machine, in the order of their start; those of batches are in `batchesOf`. */
  executions(machineArn?: string): readonly Execution[];
  /** The executions of the batches of the map in which an execution is, as far as they were begun. */
  batchesOf(executionArn: string): readonly Execution[];
  events(executionArn: string): readonly HistoryEvent[];
  /** Ends an execution as ABORTED. Calls that are under way in Lambda go on. */
  stop(executionArn: string, why?: { readonly error?: string; readonly cause?: string }): void;
  /** Goes on with an execution that has not succeeded, from the state in which it ended. @throws StatesRefusal `ExecutionNotRedrivable` */
  redrive(executionArn: string): void;
  /** Gives a machine another definition, which the executions that are started from now on have. */
  update(machineArn: string, definition: string): void;
  /** Comes back when the execution has ended. */
  finished(executionArn: string): Promise<Execution>;
  /** Comes back when no execution is running. Rejects where an execution met a fault of the interpreter. */
  settled(): Promise<void>;
  onStatus(listener: (change: StatusChange) => void): void;
  close(): void;
}

export type MachinesOptions = Omit<Surroundings, "start" | "chance"> & {
  readonly deployed: Deployed;
  /** Between 0 and 1, for the jitter of retries; a half where it is left out. */
  readonly chance?: () => number;
};

interface Machine {
  readonly resource: DeployedResource;
  definition: Definition;
}

/** @throws Error where a definition says what the interpreter does not understand */
export function machines(options: MachinesOptions): Machines {
  const { deployed, authority, clock, chance = () => 0.5 } = options;
  const loaded = new Map<string, Machine>(
    deployed
      .ofType("AWS::StepFunctions::StateMachine")
      .map((resource) => [resource.arn, { resource, definition: textOf(resource) }]),
  );
  for (const { resource } of loaded.values()) checkRole(deployed, resource);
  const executions = new Map<string, Execution>();
  const running = new Map<Execution, Promise<void>>();
  const listeners: ((change: StatusChange) => void)[] = [];
  const faults: unknown[] = [];
  const surroundings: Surroundings = { ...options, chance, start };

  function tell(execution: Execution): void {
    const change = { execution, status: execution.status, at: clock.now() };
    for (const listener of listeners) listener(change);
  }

  function run(execution: Execution): void {
    tell(execution);
    const work = runExecution(execution, surroundings)
      .catch((error: unknown) => void faults.push(error))
      .then(() => {
        running.delete(execution);
        tell(execution);
      });
    running.set(execution, work);
  }

  function machineOf(machineArn: string): Machine {
    const machine = loaded.get(machineArn);
    if (machine !== undefined) return machine;
    throw new StatesRefusal(
      "StateMachineDoesNotExist",
      `State Machine Does Not Exist: '${machineArn}'`,
    );
  }

  function executionOf(executionArn: string): Execution {
    const execution = executions.get(executionArn);
    if (execution !== undefined) return execution;
    throw new StatesRefusal("ExecutionDoesNotExist", `Execution Does Not Exist: '${executionArn}'`);
  }

  function start({ machineArn, name = randomUUID(), input = {}, caller }: StartAsked) {
    if (caller !== null) {
      authority.check({
        principal: caller,
        action: "states:StartExecution",
        resource: machineArn,
      });
    }
    const { resource, definition } = machineOf(machineArn);
    checkName(name);
    if (Buffer.byteLength(JSON.stringify(input)) > LARGEST_STATE) {
      const limit = `less than or equal to ${LARGEST_STATE}`;
      throw new StatesRefusal("ValidationException", `Member must have length ${limit}`);
    }
    const arn = `${machineArn.replace(":stateMachine:", ":execution:")}:${name}`;
    const earlier = executions.get(arn);
    if (earlier?.status === "RUNNING" && isDeepStrictEqual(earlier.input, input)) {
      return { executionArn: arn, startDate: earlier.startDate };
    }
    if (earlier !== undefined) {
      throw new StatesRefusal("ExecutionAlreadyExists", `Execution Already Exists: '${arn}'`);
    }
    const { RoleArn: roleArn } = resource.properties as { RoleArn: string };
    const made = { arn, name, machineArn, roleArn, definition, input };
    const execution = newExecution(clock, made);
    executions.set(arn, execution);
    run(execution);
    return { executionArn: arn, startDate: execution.startDate };
  }

  return {
    start,
    execution: executionOf,
    executions: (machineArn) =>
      [...executions.values()].filter(
        (execution) => machineArn === undefined || execution.machineArn === machineArn,
      ),
    batchesOf: (executionArn) =>
      (executionOf(executionArn).position.mapRun?.children ?? []).filter((child) => child !== null),
    events: (executionArn) => executionOf(executionArn).history.events,
    stop(executionArn, { error, cause } = {}) {
      executionOf(executionArn).controller.abort(new Ended("ABORTED", error, cause));
    },
    redrive(executionArn) {
      const execution = executionOf(executionArn);
      if (execution.status === "RUNNING" || execution.status === "SUCCEEDED") {
        const why = `Execution is ${execution.status} and cannot be redriven`;
        throw new StatesRefusal("ExecutionNotRedrivable", why);
      }
      redrive(execution);
      run(execution);
    },
    update(machineArn, definition) {
      machineOf(machineArn).definition = definitionOf(definition);
    },
    async finished(executionArn) {
      const execution = executionOf(executionArn);
      await running.get(execution);
      return execution;
    },
    async settled() {
      while (running.size > 0) await Promise.all(running.values());
      if (faults.length > 0) throw faults[0];
    },
    onStatus: (listener) => void listeners.push(listener),
    close() {
      for (const { controller } of running.keys()) controller.abort(new Ended("ABORTED"));
      closeS3Of(options.services);
    },
  };
}

function textOf({ id, properties }: DeployedResource): Definition {
  const { DefinitionString, DefinitionSubstitutions, StateMachineType } = properties as {
    DefinitionString?: unknown;
    DefinitionSubstitutions?: unknown;
    StateMachineType?: string;
  };
  if (typeof DefinitionString !== "string" || DefinitionSubstitutions !== undefined) {
    throw new Error(`the machine ${id} has no DefinitionString without substitutions`);
  }
  if (StateMachineType === "EXPRESS") throw new Error(`${id}: EXPRESS is not understood`);
  try {
    return definitionOf(DefinitionString);
  } catch (error) {
    throw new Error(`the machine ${id}: ${(error as Error).message}`, { cause: error });
  }
}

/** @throws Error where the role of a machine is one that Step Functions may not take on */
function checkRole(deployed: Deployed, { id, arn, properties }: DeployedResource): void {
  const role = String(properties["RoleArn"]);
  const source = { arn, account: arn.split(":")[4] ?? "" };
  if (deployed.byArn(role) === null) return;
  if (!isAssumable(deployed, role, "states.amazonaws.com", source)) {
    throw new Error(`the role of the machine ${id} does not trust states.amazonaws.com`);
  }
}

/** What the API refuses in a name: white space, brackets, wildcards, control characters and these. */
const REFUSED_IN_NAMES = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]/u;

function checkName(name: string): void {
  if (name.length >= 1 && name.length <= 80 && !REFUSED_IN_NAMES.test(name)) return;
  throw new StatesRefusal("InvalidName", `Invalid Name: '${name}'`);
}
