import type { StackTemplate } from "./deploy.ts";
import type { Templates } from "../cloud.ts";

export type Change = (templates: Templates) => Templates;

/** The properties of a resource, for a change to write over. */
export type Properties = Record<string, unknown>;

/** A statement of a policy as a template writes it. */
export interface WrittenStatement {
  Effect: "Allow" | "Deny";
  Action: string | string[];
  Resource?: unknown;
  Condition?: Record<string, Record<string, unknown>>;
  Sid?: string;
}

/** A state as a definition writes it. */
export interface WrittenState {
  Type: string;
  Next?: string;
  Retry?: { ErrorEquals: string[] }[];
  Catch?: unknown[];
  ToleratedFailurePercentage?: number;
  ItemBatcher?: { BatchInput: Record<string, unknown> };
}

/** Changes the one resource of a type whose logical id begins so. */
export function resourceOf(
  stack: string,
  type: string,
  idBegins: string,
  change: (properties: Properties) => void,
): Change {
  return (templates) => {
    const changed = structuredClone(templates);
    const [resource, ...more] = named(changed[stack], type, idBegins);
    if (resource === undefined || more.length > 0) {
      throw new Error(`not one ${type} ${idBegins} in ${stack}`);
    }
    change(resource[1].Properties as Properties);
    return changed;
  };
}

/** Takes a resource away, and nothing that refers to it. */
export function without(stack: string, type: string, idBegins: string): Change {
  return (templates) => {
    const template = templates[stack];
    const ids = named(template, type, idBegins).map(([id]) => id);
    if (template === undefined || ids.length === 0) {
      throw new Error(`no ${type} ${idBegins} in ${stack}`);
    }
    const kept = Object.entries(template.Resources).filter(([id]) => !ids.includes(id));
    return { ...templates, [stack]: { ...template, Resources: Object.fromEntries(kept) } };
  };
}

/** Changes the statements of a policy, by the type of what holds them. */
export function statementsOf(
  stack: string,
  idBegins: string,
  change: (statements: WrittenStatement[]) => WrittenStatement[],
  type = "AWS::IAM::Policy",
): Change {
  return resourceOf(stack, type, idBegins, (properties) => {
    const document = properties["PolicyDocument"] as { Statement: WrittenStatement[] };
    const before = JSON.stringify(document.Statement);
    document.Statement = change(document.Statement);
    if (JSON.stringify(document.Statement) === before) throw new Error("nothing was changed");
  });
}

/** Changes the states of a machine. */
export function statesOf(
  stack: string,
  idBegins: string,
  change: (states: Record<string, WrittenState>) => void,
): Change {
  const type = "AWS::StepFunctions::StateMachine";
  return resourceOf(stack, type, idBegins, (properties) => {
    const [separator, parts] = (
      properties["DefinitionString"] as { "Fn::Join": [string, unknown[]] }
    )["Fn::Join"];
    if (separator !== "") throw new Error("a definition is joined with something between");
    const text = parts
      .map((part, index) => (typeof part === "string" ? part : `@@${index}@@`))
      .join("");
    const definition = JSON.parse(text) as { States: Record<string, WrittenState> };
    change(definition.States);
    const changed = JSON.stringify(definition);
    if (changed === JSON.stringify(JSON.parse(text))) throw new Error("nothing was changed");
    const joined = changed
      .split(/@@(\d+)@@/)
      .map((part, index): unknown => (index % 2 === 0 ? part : parts[Number(part)]));
    properties["DefinitionString"] = { "Fn::Join": ["", joined] };
  });
}

function named(template: StackTemplate | undefined, type: string, idBegins: string) {
  return Object.entries(template?.Resources ?? {}).filter(
    ([id, { Type }]) => Type === type && id.startsWith(idBegins),
  );
}
