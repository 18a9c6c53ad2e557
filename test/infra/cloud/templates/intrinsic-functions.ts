/** What the functions of a template may ask about; each throws where there is nothing of that name. */
export interface Scope {
  /** The stack and the resource whose properties are resolved, for messages. */
  readonly place: string;
  ref(name: string): unknown;
  attribute(id: string, name: string): unknown;
  imported(exportName: string): unknown;
}

/** What `AWS::NoValue` stands for: the property or the entry that has it is left out. */
export const NO_VALUE = Symbol("AWS::NoValue");

/**
 * A value of a template with its references and functions replaced by what they give.
 *
 * @throws Error that names stack, resource and function where a function is unknown or does not fit
 */
export function resolved(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) {
    return value.map((entry) => resolved(entry, scope)).filter((entry) => entry !== NO_VALUE);
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const called = entries.find(([name]) => name === "Ref" || name.startsWith("Fn::"));
  if (called !== undefined) {
    if (entries.length > 1) throw failure(scope, called[0], "to stand alone in its object");
    return result(called[0], called[1], scope);
  }
  return Object.fromEntries(
    entries
      .map(([name, inner]): [string, unknown] => [name, resolved(inner, scope)])
      .filter(([, inner]) => inner !== NO_VALUE),
  );
}

function result(name: string, argument: unknown, scope: Scope): unknown {
  switch (name) {
    case "Ref":
      return scope.ref(text(argument, name, scope));
    case "Fn::GetAtt":
      return attribute(argument, scope);
    case "Fn::ImportValue":
      return scope.imported(text(resolved(argument, scope), name, scope));
    case "Fn::Join": {
      const [separator, list] = pair(argument, name, scope);
      const parts = listOf(resolved(list, scope), name, scope);
      return parts.map((part) => text(part, name, scope)).join(text(separator, name, scope));
    }
    case "Fn::Split": {
      const [separator, whole] = pair(argument, name, scope);
      return text(resolved(whole, scope), name, scope).split(text(separator, name, scope));
    }
    case "Fn::Select": {
      const [index, list] = pair(argument, name, scope);
      const entry = listOf(resolved(list, scope), name, scope)[Number(resolved(index, scope))];
      if (entry === undefined) throw failure(scope, name, `an entry at index ${String(index)}`);
      return entry;
    }
    case "Fn::Sub":
      return substituted(argument, scope);
    default:
      throw new Error(`${scope.place}: ${name} is not understood`);
  }
}

function attribute(argument: unknown, scope: Scope): unknown {
  const [id = "", ...names] = Array.isArray(argument)
    ? argument.map((part) => text(part, "Fn::GetAtt", scope))
    : text(argument, "Fn::GetAtt", scope).split(".");
  return scope.attribute(id, names.join("."));
}

/** `${Name}`, `${Id.Attribute}`, names given beside the text, and `${!Name}` for `${Name}` itself. */
function substituted(argument: unknown, scope: Scope): string {
  const [template, given] = Array.isArray(argument)
    ? pair(argument, "Fn::Sub", scope)
    : [argument, {}];
  const values = resolved(given, scope) as Readonly<Record<string, unknown>>;
  return text(template, "Fn::Sub", scope).replace(/\$\{(!?)([^}]*)\}/g, (_, literal, name) => {
    const named = String(name);
    if (literal === "!") return `\${${named}}`;
    const value =
      named in values
        ? values[named]
        : named.includes(".")
          ? attribute(named, scope)
          : scope.ref(named);
    return text(value, "Fn::Sub", scope);
  });
}

function pair(argument: unknown, name: string, scope: Scope): readonly [unknown, unknown] {
  const list = listOf(argument, name, scope);
  if (list.length !== 2) throw failure(scope, name, "two arguments");
  return [list[0], list[1]];
}

function listOf(value: unknown, name: string, scope: Scope): readonly unknown[] {
  if (!Array.isArray(value)) throw failure(scope, name, "a list");
  return value as unknown[];
}

function text(value: unknown, name: string, scope: Scope): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  throw failure(scope, name, "a text");
}

function failure(scope: Scope, name: string, expected: string): Error {
  return new Error(`${scope.place}: ${name} does not fit: expected ${expected}`);
}
