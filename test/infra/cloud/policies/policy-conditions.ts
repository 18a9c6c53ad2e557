import { arnMatches, matches } from "./policy-patterns.ts";

/** Condition keys in lower case; a key with several values, such as the leading keys, has a list. */
export type Context = Readonly<Record<string, string | readonly string[]>>;

/**
 * The keys that a call's context may hold. A condition on any other is refused, since it would find
 * its key missing on this machine and there on AWS.
 */
const KNOWN_KEYS =
  /^(aws:(securetransport|sourcearn|sourceaccount|principalarn|principalaccount)|s3:(prefix|delimiter|max-keys|if-none-match|if-match|objectcreationoperation)|dynamodb:leadingkeys|kms:(viaservice|calleraccount|encryptioncontext:.+))$/;

/** The keys that AWS gives as a list, also where there is one value. */
const LISTS: ReadonlySet<string> = new Set(["dynamodb:leadingkeys"]);

interface Operator {
  /** Whether one value of the context fits one value of the policy. */
  fits(actual: string, expected: string): boolean;
  /** Whether it asks that nothing fits. */
  readonly isNegative?: boolean;
}

const equal = (actual: string, expected: string): boolean => actual === expected;

const OPERATORS: Readonly<Record<string, Operator>> = {
  StringEquals: { fits: equal },
  StringNotEquals: { fits: equal, isNegative: true },
  StringLike: { fits: matches },
  StringNotLike: { fits: matches, isNegative: true },
  ArnEquals: { fits: arnMatches },
  ArnLike: { fits: arnMatches },
  Bool: { fits: (actual, expected) => actual.toLowerCase() === expected.toLowerCase() },
};

/**
 * Reads the `Condition` of a statement once, for many calls.
 *
 * @param place names the policy in messages
 * @returns whether a context meets all of its conditions
 * @throws Error where an operator or a key is not understood
 */
export function condition(written: unknown, place: string): (context: Context) => boolean {
  if (written === undefined) return () => true;
  const tests = entriesOf(written).flatMap(([operator, keys]) =>
    entriesOf(keys).map(([key, values]) =>
      test(operator, key.toLowerCase(), textsOf(values), place),
    ),
  );
  return (context) => tests.every((isMet) => isMet(context));
}

function test(
  written: string,
  key: string,
  expected: readonly string[],
  place: string,
): (context: Context) => boolean {
  if (!KNOWN_KEYS.test(key)) throw new Error(`${place}: condition key ${key} is not understood`);
  if (written === "Null") {
    return (context) => expected.includes(String(context[key] === undefined));
  }
  const [, set, name = "", ifExists] =
    /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(written) ?? [];
  const operator = OPERATORS[name];
  if (operator === undefined) throw new Error(`${place}: operator ${written} is not understood`);
  if (set === undefined && LISTS.has(key)) {
    throw new Error(`${place}: ${key} has several values: expected ForAllValues or ForAnyValue`);
  }
  for (const value of expected) {
    if (value.includes("${")) throw new Error(`${place}: variable in ${value} is not understood`);
  }

  const isNegative = operator.isNegative === true;
  const availability = (actual: string): boolean =>
    expected.some((value) => operator.fits(actual, value)) !== isNegative;
  return (context) => {
    const value = context[key];
    const actual = value === undefined ? [] : typeof value === "string" ? [value] : value;
    if (actual.length === 0) {
      // As on AWS, where a list that is missing has no value that would not fit.
      return set === "ForAllValues" || ifExists !== undefined || (isNegative && set === undefined);
    }
    if (set === "ForAnyValue") return actual.some(availability);
    return actual.every(availability);
  };
}

const entriesOf = (value: unknown): [string, unknown][] => Object.entries(value as object);

function textsOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? (value as unknown[]) : [value]).map(String);
}
