import type { Readers } from "../infra/cloud/readers.ts";

/** One line of the table of faults. */
export interface FaultRow {
  readonly fault: string;
  /** How often it was injected. */
  readonly injected: number;
  readonly readers: string;
  readonly run: string;
  readonly next: string;
}

/** The table of faults in Markdown. */
export function faultTable(rows: readonly FaultRow[]): string {
  const lines = rows.map(({ fault, injected, readers, run, next }) => [
    ...[fault, String(injected), readers, run, next],
  ]);
  const head = [
    "fault",
    "injected",
    "what readers saw",
    "what the run did",
    "what the next run did",
  ];
  return [head, head.map(() => "---"), ...lines]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

/**
 * What readers saw, in words: only whole editions. Where a reader saw anything else, it is among
 * the `faults`, which the test checks.
 */
export function looksOf(...all: readonly Readers[]): string {
  const looks = all.reduce((sum, { looks: count }) => sum + count, 0);
  return `at each of ${looks} looks a whole edition: the one before or the one after`;
}
