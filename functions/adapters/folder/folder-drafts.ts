import { randomUUID } from "node:crypto";
import {
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { errorCode } from "./error-code.ts";

/** The hidden folder of a bucket in which objects are written before they take their place. */
export const DRAFTS = ".drafts";

/** A draft this old was left by a process that was killed; a younger one may still be written. */
const LEFT_BEHIND_MS = 24 * 60 * 60 * 1000;

type Write = (draft: string) => void | Promise<void>;

/**
 * Writes files whole or not at all: drafted in a folder of the same disk, then moved in one step.
 * The calls to the disk are the synchronous ones: there are thousands of small files, and the way to
 * Node's thread pool and back takes several times as long as the call itself.
 */
export interface Drafts {
  /** Puts the file in place of whatever was there. */
  replace(path: string, key: string, write: Write): Promise<void>;
  /**
   * Puts the file in place of what was there, where that still is as it should be: false, and nothing
   * moved, where it is not. Nothing else of this process runs between the question and the move.
   */
  replaceIf(path: string, key: string, isStill: () => boolean, write: Write): Promise<boolean>;
  /** Puts the file there if nothing is: false when something was, whoever was quicker. */
  add(path: string, key: string, write: Write): Promise<boolean>;
  /** As `add`, under the name that is asked for once the draft is written. */
  addNamed(write: Write, nameOf: () => DraftName): Promise<boolean>;
}

/** Where a draft goes: its path, and the key by which a fault is explained. */
export interface DraftName {
  readonly path: string;
  readonly key: string;
}

export function folderDrafts(root: string): Drafts {
  const folder = join(root, DRAFTS);
  let isPrepared = false;

  const withDraft = async <T>(write: Write, place: (draft: string) => T): Promise<T> => {
    if (!isPrepared) prepare(folder);
    isPrepared = true;
    const draft = join(folder, randomUUID());
    try {
      await write(draft);
      return place(draft);
    } catch (error) {
      rmSync(draft, { force: true });
      throw error;
    }
  };

  const addNamed: Drafts["addNamed"] = (write, nameOf) =>
    withDraft(write, (draft) => {
      const { path, key } = nameOf();
      // Unlike a move, a second name for the draft is refused where the name is taken.
      const added = inFolder(path, key, () => linkIfFree(draft, path, key));
      unlinkSync(draft);
      return added;
    });

  return {
    replace: (path, key, write) =>
      withDraft(write, (draft) => inFolder(path, key, () => renameSync(draft, path))),

    replaceIf: (path, key, isStill, write) =>
      withDraft(write, (draft) => {
        if (isStill()) {
          inFolder(path, key, () => renameSync(draft, path));
          return true;
        }
        unlinkSync(draft);
        return false;
      }),

    add: (path, key, write) => addNamed(write, () => ({ path, key })),

    addNamed,
  };
}

/** Does the last step, making the object's folder only where it is missing: most often it is there. */
function inFolder<T>(path: string, key: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw explained(key, error);
  }
  try {
    mkdirSync(dirname(path), { recursive: true });
    return step();
  } catch (error) {
    throw explained(key, error);
  }
}

function linkIfFree(draft: string, path: string, key: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
    if (statSync(path).isDirectory()) throw explained(key, error);
    return false;
  }
}

const IN_THE_WAY: ReadonlySet<string> = new Set(["EEXIST", "EISDIR", "ENOTDIR", "ENOTEMPTY"]);

function explained(key: string, error: unknown): unknown {
  if (!IN_THE_WAY.has(errorCode(error))) return error;
  return new Error(
    `key ${JSON.stringify(key)} cannot be kept in a folder: expected no object to be the folder of another`,
    { cause: error },
  );
}

function prepare(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const youngest = Date.now() - LEFT_BEHIND_MS;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const draft = statSync(path, { throwIfNoEntry: false });
    if (draft !== undefined && draft.mtimeMs < youngest) rmSync(path, { force: true });
  }
}
