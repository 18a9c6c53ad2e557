/** The pattern of a rule: for each field of the event a list of what it may be, or a pattern of its own. */
export type EventPattern = { readonly [field: string]: EventPattern | readonly Matcher[] };
type Plain = string | number | boolean | null;
type Matcher = Plain | { readonly [kind: string]: unknown };

/**
 * Whether an event matches a pattern: every field that the pattern names has to match one of the
 * matchers in its list.
 * @throws Error for a matcher that is not understood, whether or not the event has its field
 */
export function matches(pattern: EventPattern, event: unknown): boolean {
  checkPattern(pattern);
  return isMatch(pattern, event);
}

function isMatch(pattern: EventPattern, event: unknown): boolean {
  return Object.entries(pattern).every(([field, expected]) => {
    const value = (event as Record<string, unknown> | null | undefined)?.[field];
    if (!isList(expected)) {
      return isObject(value) ? isMatch(expected, value) : isMatch(expected, undefined);
    }
    // Of a list in the event one value is enough.
    const values = Array.isArray(value) ? (value as unknown[]) : [value];
    return expected.some((matcher) => values.some((value) => isOne(matcher, value)));
  });
}

const isList = (value: unknown): value is readonly Matcher[] => Array.isArray(value);
const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

function isOne(matcher: Matcher, value: unknown): boolean {
  if (!isObject(matcher)) return value === matcher;
  const [kind = "", operand] = Object.entries(matcher)[0] ?? [];
  if (kind === "exists") return (value !== undefined) === operand;
  if (value === undefined) return false;
  switch (kind) {
    case "prefix":
      return typeof value === "string" && value.startsWith(operand as string);
    case "suffix":
      return typeof value === "string" && value.endsWith(operand as string);
    case "equals-ignore-case":
      return typeof value === "string" && value.toLowerCase() === (operand as string).toLowerCase();
    case "wildcard":
      return typeof value === "string" && wildcard(operand as string).test(value);
    default:
      // anything-but
      return !(Array.isArray(operand) ? (operand as Matcher[]) : [operand as Matcher]).some(
        (matcher) => isOne(matcher, value),
      );
  }
}

/** A star stands for any characters, none among them; `\*` is a star. */
function wildcard(text: string): RegExp {
  const parts = text
    .split(/(\\[*\\]|\*)/)
    .map((part) => (part === "*" ? ".*" : escaped(part.replace(/^\\(?=[*\\]$)/, ""))));
  return new RegExp(`^${parts.join("")}$`, "s");
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** @throws Error that names the field and what is not understood in it */
export function checkPattern(pattern: EventPattern, path = ""): void {
  for (const [field, expected] of Object.entries(pattern)) {
    const where = `${path}/${field}`;
    if (field.startsWith("$")) throw new Error(`the pattern ${where} is not understood`);
    if (isList(expected)) {
      for (const matcher of expected) checkMatcher(matcher, where);
    } else if (isObject(expected)) {
      checkPattern(expected, where);
    } else {
      throw new Error(`the pattern ${where} is no list`);
    }
  }
}

const OF_TEXT = ["prefix", "suffix", "wildcard", "equals-ignore-case"];

function checkMatcher(matcher: Matcher, where: string): void {
  if (!isObject(matcher)) return;
  const entries = Object.entries(matcher);
  const [kind = "", operand] = entries[0] ?? [];
  const isKnown =
    entries.length === 1 &&
    ((OF_TEXT.includes(kind) && typeof operand === "string" && !operand.includes("**")) ||
      (kind === "exists" && typeof operand === "boolean") ||
      kind === "anything-but");
  if (!isKnown)
    throw new Error(`the matcher ${JSON.stringify(matcher)} of ${where} is not understood`);
  if (kind === "anything-but") {
    for (const matcher of Array.isArray(operand) ? (operand as Matcher[]) : [operand as Matcher]) {
      checkMatcher(matcher, where);
    }
  }
}
