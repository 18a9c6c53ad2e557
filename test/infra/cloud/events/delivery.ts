import type { StackClock } from "../clock.ts";
import type { Authority, Deployed, Lambdas } from "../templates/deployed.ts";
import type { Machines } from "../machines/machine.ts";
import type { Queues } from "./queues.ts";

/** What events and schedules are delivered to and through. */
export interface Receivers {
  readonly deployed: Deployed;
  readonly authority: Authority;
  readonly lambdas: Lambdas;
  readonly machines: Machines;
  readonly queues: Queues;
  readonly clock: StackClock;
}

/** A target that does not answer for now, as against one that refuses. */
export class Unreachable extends Error {
  constructor(arn: string) {
    super(`${arn} cannot be reached`);
    this.name = "Unreachable";
  }
}

export interface RetryPolicy {
  readonly MaximumRetryAttempts?: number;
  readonly MaximumEventAgeInSeconds?: number;
}

/**
 * Tries again, ever later, what cannot be reached, and what refuses not.
 * @returns the last error, or null where it was delivered
 */
export async function delivered(
  attempt: () => Promise<void>,
  { MaximumRetryAttempts = 185, MaximumEventAgeInSeconds = 86_400 }: RetryPolicy,
  clock: StackClock,
): Promise<Error | null> {
  const from = clock.now().getTime();
  for (let retries = 0; ; retries += 1) {
    try {
      await attempt();
      return null;
    } catch (error) {
      if (!(error instanceof Unreachable)) return error as Error;
      const delay = Math.min(2 ** retries, 300);
      const age = (clock.now().getTime() - from) / 1000;
      if (retries >= MaximumRetryAttempts || age + delay > MaximumEventAgeInSeconds) return error;
      await clock.wait(delay);
    }
  }
}

/**
 * Whether a service may take on a role, by the trust policy of the role.
 * @throws Error for a condition that is not understood
 */
export function isAssumable(
  deployed: Deployed,
  roleArn: string,
  service: string,
  source: { readonly arn: string; readonly account: string },
): boolean {
  const { AssumeRolePolicyDocument } = (deployed.byArn(roleArn)?.properties ?? {}) as {
    AssumeRolePolicyDocument?: { Statement?: readonly Statement[] };
  };
  return (AssumeRolePolicyDocument?.Statement ?? []).some(
    ({ Effect, Action, Principal, Condition = {} }) =>
      Effect === "Allow" &&
      listOf(Action).includes("sts:AssumeRole") &&
      listOf(Principal?.Service).includes(service) &&
      Object.entries(Condition).every(([operator, keys]) => isFulfilled(operator, keys, source)),
  );
}

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Principal?: { readonly Service?: string | readonly string[] };
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const listOf = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === "string" ? [value] : value;

function isFulfilled(
  operator: string,
  keys: Readonly<Record<string, string | readonly string[]>>,
  source: { readonly arn: string; readonly account: string },
): boolean {
  if (!["StringEquals", "ArnEquals", "ArnLike", "StringLike"].includes(operator)) {
    throw new Error(`the condition ${operator} of a trust policy is not understood`);
  }
  return Object.entries(keys).every(([key, expected]) => {
    const values: Readonly<Record<string, string>> = {
      "aws:sourceaccount": source.account,
      "aws:sourcearn": source.arn,
    };
    const value = values[key.toLowerCase()];
    if (value === undefined) throw new Error(`the key ${key} of a trust policy is not understood`);
    return listOf(expected).some((item) =>
      operator === "StringEquals" ? item === value : isLike(item, value),
    );
  });
}

/** A star stands for any characters, as in policies. */
export function isLike(pattern: string, value: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "s").test(value);
}
