import { createHash, randomUUID } from "node:crypto";
import jsonata from "jsonata";
import { StateError } from "./state-error.ts";

/** What expressions see: `$states` and the variables of the execution. */
export interface Scope {
  readonly states: Readonly<Record<string, unknown>>;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What `$now()` and `$millis()` say. */
  readonly now: Date;
}

/** Step Functions' own functions, which JSONata does not have. */
const OWN = {
  partition: (list: unknown[], size: number) =>
    Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
      list.slice(index * size, (index + 1) * size),
    ),
  range: (from: number, to: number, step: number) =>
    Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step),
  hash: (text: string, algorithm: string) =>
    createHash(algorithm.replace("-", "").toLowerCase()).update(text).digest("hex"),
  uuid: () => randomUUID(),
  parse: (text: string) => JSON.parse(text) as unknown,
};

const isExpression = (text: string) => text.startsWith("{%") && text.endsWith("%}");
const compiled = new Map<string, ReturnType<typeof jsonata>>();

/** @throws Error where the text of an expression is no JSONata */
export function compile(text: string): ReturnType<typeof jsonata> {
  const cached = compiled.get(text);
  if (cached !== undefined) return cached;
  const expression = jsonata(text.slice(2, -2).trim());
  compiled.set(text, expression);
  return expression;
}

/** Every expression within a value, as text with its braces. */
export function expressionsIn(value: unknown): string[] {
  if (typeof value === "string") return isExpression(value) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(expressionsIn);
}

/**
 * A value in which each `{% … %}` stands for what it gives.
 * @throws StateError `States.QueryEvaluationError` where an expression fails or gives nothing
 */
export async function evaluate(value: unknown, scope: Scope, field: string): Promise<unknown> {
  if (typeof value === "string") {
    return isExpression(value) ? result(value, scope, field) : value;
  }
  if (Array.isArray(value)) {
    return Promise.all(value.map((item) => evaluate(item, scope, field)));
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(
    async ([name, inner]) => [name, await evaluate(inner, scope, `${field}/${name}`)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

async function result(
  text: string,
  { states, variables, now }: Scope,
  field: string,
): Promise<unknown> {
  let given: unknown;
  try {
    given = await compile(text).evaluate(
      {},
      { ...variables, ...OWN, now: () => now.toISOString(), millis: () => now.getTime(), states },
    );
  } catch (error) {
    const { message } = error as { message: string };
    throw evaluationError(
      `The JSONata expression '${text}' specified for the field '${field}' threw an error during evaluation. ${message}`,
    );
  }
  if (given === undefined) {
    throw evaluationError(
      `The JSONata expression '${text}' specified for the field '${field}' returned nothing (undefined).`,
    );
  }
  if (typeof given === "function") {
    throw evaluationError(
      `The JSONata expression '${text}' specified for the field '${field}' returned an unsupported result type.`,
    );
  }
  // JSONata marks its lists with properties of its own.
  return JSON.parse(JSON.stringify(given)) as unknown;
}

export const evaluationError = (cause: string) =>
  new StateError("States.QueryEvaluationError", cause);
