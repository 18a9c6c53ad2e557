import { resolve } from "node:path";
import { ClassicLevel } from "classic-level";
import type { LevelStore } from "./level-store.ts";

/** Large enough that a night's plan documents are sorted and written to files few times. */
const WRITE_BUFFER_BYTES = 16 * 1_024 * 1_024;

/**
 * Opens the store that LevelDB keeps in a folder; makes it where there is none, unless it must be there.
 * What a process that was killed had written is there. Of a last write that is not whole nothing is.
 *
 * @throws Error that names the folder, why it does not open, and what to do
 */
export async function openFolder(
  folder: string,
  { mustExist }: { readonly mustExist: boolean } = { mustExist: false },
): Promise<LevelStore> {
  const path = resolve(folder);
  if (openFolders.has(path)) throw inUse(folder);
  openFolders.add(path);
  const store: LevelStore = new ClassicLevel<Buffer, string>(path, {
    keyEncoding: "buffer",
    valueEncoding: "utf8",
    createIfMissing: !mustExist,
    writeBufferSize: WRITE_BUFFER_BYTES,
  });
  try {
    await store.open();
    return store;
  } catch (error) {
    openFolders.delete(path);
    throw refusal(folder, error);
  }
}

/** Writes what is under way and gives the folder free; may be called twice. */
export async function closeFolder(store: LevelStore): Promise<void> {
  await store.close();
  openFolders.delete(store.location);
}

/**
 * The folders open in this process. Other processes are kept out by the lock of LevelDB; a second
 * try in this process must not come that far, since closing its file would give that lock away.
 */
const openFolders = new Set<string>();

function refusal(folder: string, error: unknown): Error {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const { code, message } = cause as { readonly code?: string; readonly message?: string };
  if (code === "LEVEL_LOCKED") return inUse(folder);
  return new Error(
    `the table in the folder ${folder} does not open (${message ?? code}): expected a folder that can be written to and was last written by ilp. ` +
      `If its files are damaged, restore the data folder from a backup, or move ${folder} away and run "ilp ingest" with all exports: the table is made again, without the pseudonyms of earlier research extracts`,
    { cause },
  );
}

function inUse(folder: string): Error {
  return new Error(
    `another ilp command is using the data folder ${folder}: wait until it has ended, or stop it, then try again`,
  );
}
