import { statSync } from "node:fs";
import { resolve } from "node:path";
import type { FileStanding } from "../../pipeline/ports.ts";

/**
 * So long a file must have been left alone. What is written in the same tick of a disk's clock as the
 * change before it leaves size and times as they are; the longest tick is the 2 seconds of FAT.
 */
const SETTLED_MS = 3_000;

/**
 * How a file on disk stands: its size, its number and when it changed. The change time counts beside
 * the modification time, which whoever copies a file may set to an earlier one.
 * @param within the place in the file, where only a part of it is meant
 */
export function fileStanding(path: string, within = ""): FileStanding | null {
  const state = stateOf(path);
  if (state === null || Date.now() - state.changedMs < SETTLED_MS) return null;
  return { place: resolve(path) + within, state: state.text };
}

/** When a file was last written or put in its place; null where there is none. */
export function changedAt(path: string): Date | null {
  const state = stateOf(path);
  return state === null ? null : new Date(state.changedMs);
}

/** The same while nobody writes to the file; null where there is none. */
export const writtenState = (path: string): string | null => stateOf(path)?.text ?? null;

function stateOf(path: string): { readonly text: string; readonly changedMs: number } | null {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (stats === undefined) return null;
  const { dev, ino, size, mtimeNs, ctimeNs, mtimeMs, ctimeMs } = stats;
  const latest = mtimeMs > ctimeMs ? mtimeMs : ctimeMs;
  return { text: [dev, ino, size, mtimeNs, ctimeNs].join("-"), changedMs: Number(latest) };
}
