import type { Call } from "../templates/deployed.ts";
import { ACCOUNT } from "../templates/physical-names.ts";
import { condition, type Context } from "./policy-conditions.ts";
import { matches } from "./policy-patterns.ts";

/** Whom a statement of a resource's policy is about. */
export type Principal =
  | { readonly kind: "anyone" }
  /** The account, which leaves the decision to the policies of its roles. */
  | { readonly kind: "account" }
  | { readonly kind: "role"; readonly arn: string }
  | { readonly kind: "service"; readonly name: string };

/** One statement of a policy, read once for many calls. */
export interface Statement {
  readonly effect: "Allow" | "Deny";
  /** Null in the policy of a role, which is about that role. */
  readonly principals: readonly Principal[] | null;
  /** Whether the statement speaks of the call; of whom it speaks is left open. */
  covers(call: Call, context: Context): boolean;
}

const DOCUMENT_KEYS = ["Version", "Id", "Statement"];
const STATEMENT_KEYS = ["Sid", "Effect", "Principal", "Action", "Resource", "Condition"];

/** Whose policy it is: a role's rights, those over a resource, or who may act as a role. */
export type PolicyKind = "role" | "resource" | "trust";

/**
 * The statements of a policy.
 *
 * @param place names the policy in messages
 * @throws Error where something in it is not understood
 */
export function statementsOf(
  document: unknown,
  kind: PolicyKind,
  place: string,
): readonly Statement[] {
  const written = objectOf(document, DOCUMENT_KEYS, place);
  if (written["Version"] !== "2012-10-17") {
    throw new Error(`${place}: version ${String(written["Version"])} is not understood`);
  }
  return listOf(written["Statement"]).map((statement) => statementOf(statement, kind, place));
}

function statementOf(written: unknown, kind: PolicyKind, place: string): Statement {
  const { Effect, Principal, Action, Resource, Condition } = objectOf(
    written,
    STATEMENT_KEYS,
    place,
  );
  if (Effect !== "Allow" && Effect !== "Deny") {
    throw new Error(`${place}: effect ${String(Effect)} is not understood`);
  }
  const actions = patternsOf(Action, place).map((action) => action.toLowerCase());
  if (actions.length === 0) throw new Error(`${place}: a statement names no action`);
  if ((Principal === undefined) !== (kind === "role")) {
    throw new Error(`${place}: expected a principal ${kind === "role" ? "nowhere" : "everywhere"}`);
  }
  // A trust policy names no resource: it is about the role that has it.
  const resources = kind === "trust" ? ["*"] : patternsOf(Resource, place);
  if (resources.length === 0) throw new Error(`${place}: a statement names no resource`);
  const isMet = condition(Condition, place);
  return {
    effect: Effect,
    principals: Principal === undefined ? null : principalsOf(Principal, place),
    covers: (call, context) =>
      actions.some((action) => matches(call.action.toLowerCase(), action)) &&
      resources.some((resource) => matches(call.resource, resource)) &&
      isMet(context),
  };
}

/** @throws Error where the principal is none of a service, a role, the account and everybody */
export function principalsOf(written: unknown, place: string): readonly Principal[] {
  if (written === "*") return [{ kind: "anyone" }];
  return Object.entries(written as object).flatMap(([kind, named]) =>
    listOf(named).map((name) => principalOf(kind, String(name), place)),
  );
}

function principalOf(kind: string, name: string, place: string): Principal {
  if (kind === "Service") return { kind: "service", name };
  if (kind === "AWS") {
    if (name === "*") return { kind: "anyone" };
    if (name === ACCOUNT || name === `arn:aws:iam::${ACCOUNT}:root`) return { kind: "account" };
    if (/^arn:aws:iam::\d{12}:role\/[^*?]+$/.test(name)) return { kind: "role", arn: name };
  }
  throw new Error(`${place}: principal ${kind} ${name} is not understood`);
}

function patternsOf(written: unknown, place: string): readonly string[] {
  return listOf(written ?? []).map((pattern) => {
    if (typeof pattern !== "string") throw new Error(`${place}: a pattern is no text`);
    if (pattern.includes("${")) {
      throw new Error(`${place}: variable in ${pattern} is not understood`);
    }
    return pattern;
  });
}

function objectOf(
  value: unknown,
  keys: readonly string[],
  place: string,
): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) throw new Error(`${place}: expected an object`);
  const unknown = Object.keys(value).find((key) => !keys.includes(key));
  if (unknown !== undefined) throw new Error(`${place}: ${unknown} is not understood`);
  return value as Readonly<Record<string, unknown>>;
}

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as unknown[]) : [value];
