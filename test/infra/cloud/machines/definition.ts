import { compile, expressionsIn } from "./jsonata-template.ts";

export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds?: number;
  readonly BackoffRate?: number;
  readonly MaxAttempts?: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy?: "FULL" | "NONE";
}
export interface Catcher {
  readonly ErrorEquals: readonly string[];
  readonly Next: string;
  readonly Assign?: Readonly<Record<string, unknown>>;
  readonly Output?: unknown;
}

interface Common {
  readonly Next?: string;
  readonly End?: true;
  readonly Assign?: Readonly<Record<string, unknown>>;
  readonly Output?: unknown;
}
interface Trying {
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly Catcher[];
}
export interface TaskState extends Common, Trying {
  readonly Type: "Task";
  readonly Resource: string;
  readonly Arguments?: unknown;
  readonly TimeoutSeconds?: unknown;
}
export interface MapState extends Common, Trying {
  readonly Type: "Map";
  readonly Label?: string;
  readonly Items?: unknown;
  readonly ItemReader?: {
    readonly Resource: string;
    readonly ReaderConfig: { readonly InputType: string; readonly MaxItems?: unknown };
    readonly Arguments: unknown;
  };
  readonly ItemSelector?: unknown;
  readonly ItemBatcher?: { readonly MaxItemsPerBatch: unknown; readonly BatchInput?: unknown };
  readonly MaxConcurrency?: unknown;
  readonly ItemProcessor: Definition;
  readonly ResultWriter?: { readonly Resource: string; readonly Arguments: unknown };
  readonly ToleratedFailurePercentage?: unknown;
  readonly ToleratedFailureCount?: unknown;
}
export interface ChoiceState {
  readonly Type: "Choice";
  readonly Choices: readonly (Omit<Catcher, "ErrorEquals"> & { readonly Condition: unknown })[];
  readonly Default?: string;
  readonly Assign?: Readonly<Record<string, unknown>>;
  readonly Output?: unknown;
}
export type State =
  | TaskState
  | MapState
  | ChoiceState
  | ({ readonly Type: "Pass" } & Common)
  | ({ readonly Type: "Wait"; readonly Seconds?: unknown; readonly Timestamp?: unknown } & Common)
  | { readonly Type: "Succeed"; readonly Output?: unknown }
  | { readonly Type: "Fail"; readonly Error?: unknown; readonly Cause?: unknown };

/** A state machine, or the states that a Map goes through for each batch. */
export interface Definition {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
  readonly TimeoutSeconds?: number;
}

const LAMBDA = /^arn:aws[\w-]*:states:::lambda:invoke$/;
const START = /^arn:aws[\w-]*:states:::states:startExecution$/;
export const taskKind = (resource: string): "lambda" | "startExecution" | null =>
  LAMBDA.test(resource) ? "lambda" : START.test(resource) ? "startExecution" : null;

const ALWAYS = "Type Comment QueryLanguage";
const COMMON = `${ALWAYS} Next End Assign Output`;
const FIELDS: Readonly<Record<State["Type"], string>> = {
  Pass: COMMON,
  Task: `${COMMON} Resource Arguments TimeoutSeconds Retry Catch`,
  Map: `${COMMON} Label Items ItemReader ItemSelector ItemBatcher MaxConcurrency ItemProcessor ResultWriter ToleratedFailurePercentage ToleratedFailureCount Retry Catch`,
  Choice: `${ALWAYS} Choices Default Assign Output`,
  Wait: `${COMMON} Seconds Timestamp`,
  Succeed: `${ALWAYS} Output`,
  Fail: `${ALWAYS} Error Cause`,
};
const RETRIER =
  "ErrorEquals IntervalSeconds BackoffRate MaxAttempts MaxDelaySeconds JitterStrategy Comment";
const CATCHER = "ErrorEquals Next Assign Output Comment";

/**
 * A definition in which all is known to the interpreter.
 * @throws Error that names the state and the field that it does not know, or the state that is missing
 */
export function definitionOf(text: string): Definition {
  const definition = JSON.parse(text) as Definition & { readonly QueryLanguage?: string };
  if (definition.QueryLanguage !== "JSONata") {
    throw new Error("a state machine of another query language than JSONata is not understood");
  }
  checkFields(
    definition,
    "StartAt States TimeoutSeconds QueryLanguage Comment Version",
    "the machine",
  );
  checkStates(definition);
  return definition;
}

function checkStates({ StartAt, States }: Definition): void {
  const isThere = (name: string | undefined, where: string) => {
    if (name === undefined || States[name] === undefined) {
      throw new Error(`${where} leads to the state ${name}, which does not exist`);
    }
  };
  isThere(StartAt, "the start");
  for (const [name, state] of Object.entries(States)) {
    checkState(name, state);
    const catches = "Catch" in state ? (state.Catch ?? []) : [];
    for (const { Next } of catches) isThere(Next, `a Catch of ${name}`);
    if (state.Type === "Choice") {
      for (const { Next } of state.Choices) isThere(Next, name);
      if (state.Default !== undefined) isThere(state.Default, name);
    } else if (state.Type !== "Succeed" && state.Type !== "Fail" && state.End !== true) {
      isThere(state.Next, name);
    }
  }
}

function checkState(name: string, state: State): void {
  const fields = FIELDS[state.Type] as string | undefined;
  if (fields === undefined) throw new Error(`${name}: the type ${state.Type} is not understood`);
  checkFields(state, fields, name);
  const { QueryLanguage = "JSONata" } = state as { QueryLanguage?: string };
  if (QueryLanguage !== "JSONata") throw new Error(`${name}: ${QueryLanguage} is not understood`);
  for (const expression of expressionsIn(state)) {
    try {
      compile(expression);
    } catch (error) {
      throw new Error(`${name}: ${(error as Error).message}`, { cause: error });
    }
  }
  if (state.Type === "Task" || state.Type === "Map") {
    for (const retrier of state.Retry ?? []) checkFields(retrier, RETRIER, `a Retry of ${name}`);
    for (const catcher of state.Catch ?? []) checkFields(catcher, CATCHER, `a Catch of ${name}`);
  }
  if (state.Type === "Task" && taskKind(state.Resource) === null) {
    throw new Error(`${name}: the resource ${state.Resource} is not understood`);
  }
  if (state.Type === "Choice") {
    for (const choice of state.Choices)
      checkFields(choice, "Condition Next Assign Output Comment", name);
  }
  if (state.Type === "Map") checkMap(name, state);
}

function checkMap(name: string, state: MapState): void {
  const { ItemReader, ItemBatcher, ResultWriter, ItemProcessor } = state;
  const { ProcessorConfig } = ItemProcessor as { ProcessorConfig?: { Mode?: string } };
  if (ProcessorConfig?.Mode !== "DISTRIBUTED") {
    throw new Error(`${name}: a Map in another mode than DISTRIBUTED is not understood`);
  }
  checkFields(ProcessorConfig, "Mode ExecutionType", `the processor of ${name}`);
  checkFields(ItemProcessor, "ProcessorConfig StartAt States Comment", `the processor of ${name}`);
  checkStates(ItemProcessor);
  if (ItemBatcher !== undefined) checkFields(ItemBatcher, "MaxItemsPerBatch BatchInput", name);
  if (ItemReader !== undefined) {
    checkFields(ItemReader, "Resource ReaderConfig Arguments", `the reader of ${name}`);
    checkFields(ItemReader.ReaderConfig, "InputType MaxItems", `the reader of ${name}`);
    if (!/^arn:aws[\w-]*:states:::s3:getObject$/.test(ItemReader.Resource)) {
      throw new Error(`${name}: the reader ${ItemReader.Resource} is not understood`);
    }
    if (ItemReader.ReaderConfig.InputType !== "JSON") {
      throw new Error(`${name}: items as ${ItemReader.ReaderConfig.InputType} are not understood`);
    }
  }
  if (ResultWriter === undefined) return;
  checkFields(ResultWriter, "Resource Arguments", `the writer of ${name}`);
  if (!/^arn:aws[\w-]*:states:::s3:putObject$/.test(ResultWriter.Resource)) {
    throw new Error(`${name}: the writer ${ResultWriter.Resource} is not understood`);
  }
}

function checkFields(value: object, fields: string, where: string): void {
  const names = fields.split(" ");
  const unknown = Object.keys(value).filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`${where}: ${unknown.join(", ")} is not understood`);
}
