import type { Day } from "../domain/day.ts";
import type { Evidence } from "./answer.ts";

/** What the records say of the thing that a requirement asks for. */
export type Found =
  /** Done by `on`; `isEarliest` unless records that are not held may show an earlier day. */
  | {
      readonly kind: "done";
      readonly on: Day;
      readonly isEarliest: boolean;
      readonly evidence: readonly Evidence[];
    }
  | { readonly kind: "absent"; readonly because: string }
  /** The records that would show it are not held. */
  | { readonly kind: "unknown"; readonly because: string };

export const done = (on: Day, evidence: readonly Evidence[], isEarliest = true): Found => ({
  kind: "done",
  on,
  isEarliest,
  evidence,
});
export const absent = (because: string): Found => ({ kind: "absent", because });
export const unknown = (because: string): Found => ({ kind: "unknown", because });

/** All of several things: absent as soon as one is, unknown as soon as one is, done with the last. */
export function allOf(parts: readonly Found[]): Found {
  const missing = parts.find(({ kind }) => kind === "absent");
  if (missing !== undefined) return missing;
  const open = parts.find(({ kind }) => kind === "unknown");
  if (open !== undefined) return open;
  let last: Day | null = null;
  let isEarliest = true;
  const evidence: Evidence[] = [];
  for (const part of parts) {
    if (part.kind !== "done") continue;
    if (last === null || part.on > last) last = part.on;
    isEarliest &&= part.isEarliest;
    evidence.push(...part.evidence);
  }
  return last === null ? absent("Nothing is recorded.") : done(last, evidence, isEarliest);
}
