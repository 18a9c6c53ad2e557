/** Whether a text fits a pattern in which `*` is any text and `?` any one character. */
export function matches(text: string, pattern: string): boolean {
  return patternOf(pattern).test(text);
}

/** As `matches`, for each of the six parts of an ARN by itself; the last part may hold colons. */
export function arnMatches(arn: string, pattern: string): boolean {
  const parts = partsOf(arn);
  const patterns = partsOf(pattern);
  return (
    parts.length === patterns.length &&
    parts.every((part, index) => matches(part, patterns[index] ?? ""))
  );
}

function partsOf(arn: string): readonly string[] {
  const parts = arn.split(":");
  return [...parts.slice(0, 5), parts.slice(5).join(":")];
}

const patterns = new Map<string, RegExp>();

/** A night asks for the same patterns a hundred thousand times. */
function patternOf(pattern: string): RegExp {
  const cached = patterns.get(pattern);
  if (cached !== undefined) return cached;
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  const made = new RegExp(`^${source}$`, "s");
  patterns.set(pattern, made);
  return made;
}
