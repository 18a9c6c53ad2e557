import type { AwsEvent } from "./aws-events.ts";

/** How a target of a rule wants its input; the whole event where nothing is said. */
export interface TargetInput {
  readonly Input?: string;
  readonly InputPath?: string;
  readonly InputTransformer?: {
    readonly InputPathsMap?: Readonly<Record<string, string>>;
    readonly InputTemplate: string;
  };
}

/**
 * What a target gets of an event.
 * @throws Error where the template gives no JSON, or names what is not defined
 */
export function inputOf(
  { Input, InputPath, InputTransformer }: TargetInput,
  event: AwsEvent,
  rule: { readonly arn: string },
  ingestedAt: Date,
): unknown {
  if (Input !== undefined) return JSON.parse(Input) as unknown;
  if (InputPath !== undefined) return valueAt(event, InputPath);
  if (InputTransformer === undefined) return event;
  const { InputPathsMap = {}, InputTemplate } = InputTransformer;
  const { detail: _, ...withoutDetail } = event;
  const values: Readonly<Record<string, unknown>> = {
    ...Object.fromEntries(
      Object.entries(InputPathsMap).map(([name, path]) => [name, valueAt(event, path)]),
    ),
    "aws.events.rule-arn": rule.arn,
    "aws.events.rule-name": rule.arn.split("/").at(-1),
    "aws.events.event": withoutDetail,
    "aws.events.event.json": event,
    "aws.events.event.ingestion-time": ingestedAt.toISOString(),
  };
  const text = filled(InputTemplate, values);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Error(`the template of a target gives no JSON: ${text}`);
  }
}

/** Within quotation marks a value is put as text, outside of them as JSON. */
function filled(template: string, values: Readonly<Record<string, unknown>>): string {
  let isQuoted = false;
  return template.replace(/\\.|"|<([^<>]+)>/g, (all, name?: string) => {
    if (all === '"') isQuoted = !isQuoted;
    if (name === undefined) return all;
    if (!(name in values)) throw new Error(`the template of a target names <${name}>`);
    const value = values[name];
    // A path that leads nowhere leaves nothing behind.
    if (value === undefined) return "";
    const json = JSON.stringify(value);
    if (!isQuoted) return json;
    return typeof value === "string" ? json.slice(1, -1) : JSON.stringify(json).slice(1, -1);
  });
}

/** Follows a path such as `$.detail.object.key` or `$.resources[0]`. */
function valueAt(event: unknown, path: string): unknown {
  if (!/^\$(\.[\w-]+|\[\d+\])*$/.test(path)) throw new Error(`the path ${path} is not understood`);
  let value = event;
  for (const [, name, index] of path.matchAll(/\.([\w-]+)|\[(\d+)\]/g)) {
    value = (value as Record<string, unknown> | null | undefined)?.[name ?? index ?? ""];
  }
  return value;
}
