/** How the bench writes numbers and lines. */
export const count = (value: number): string => value.toLocaleString("en-US");

export const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
