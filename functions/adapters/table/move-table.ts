import { existsSync } from "node:fs";
import { readdir, rename, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { TABLE } from "../../layout.ts";
import type { Item } from "../../pipeline/ports.ts";
import { closeFolder, openFolder } from "./level-folder.ts";
import type { LevelStore } from "./level-store.ts";
import { levelTable } from "./level-table.ts";

/** How dynalite began the keys of the items of our table, and what comes after the last of them. */
const ITEMS = Buffer.from(`item-${TABLE.name}~`);
const AFTER_ITEMS = Buffer.from(`item-${TABLE.name}\u007f`);

/** The folders of a move. */
interface Moving {
  /** Where the version before kept its table. */
  readonly before: string;
  /** The same after it was copied, until it is removed. */
  readonly moved: string;
  /** The copy, until the old folder has gone from its name. */
  readonly half: string;
  /** Where this version keeps its table. */
  readonly folder: string;
}

/**
 * Moves the table of the version before, which kept it by dynalite, into a folder of its own, in an order
 * in which the items are whole in some folder at any time: the copy, the old folder's name, the new
 * folder's name, the removal. A move that is killed is made again or ended by the next start. Does nothing
 * where there is no old table.
 *
 * @throws Error when another process, of either version, holds the old folder, and when both folders hold
 * a table and the old one has items that the new one lacks
 */
export async function moveTable(before: string, folder: string): Promise<void> {
  const moving = { before, moved: `${before}.moved`, half: `${folder}.moving`, folder };
  // First: another process that has just renamed it is then seen by what it has made of it.
  const old = await oldTable(before);
  try {
    await endMove(moving);
    if (old !== null) await moveOld(old, moving);
  } finally {
    // Whoever holds the old folder is the one who moves it, under its new name too.
    if (old !== null) await closeFolder(old);
  }
  await rm(moving.moved, REMOVED);
}

const REMOVED = { recursive: true, force: true } as const;

/** Null where there is none, and when another process has just moved it. */
async function oldTable(before: string): Promise<LevelStore | null> {
  if (!(await holdsTable(before))) return null;
  try {
    return await openFolder(before, { mustExist: true });
  } catch (error) {
    if (await holdsTable(before)) throw error;
    return null;
  }
}

/** LevelDB leaves a lock and a log even where it was only asked whether it had a store. */
const NO_TABLE: readonly string[] = ["LOCK", "LOG", "LOG.old"];

async function holdsTable(folder: string): Promise<boolean> {
  if (!existsSync(folder)) return false;
  return (await readdir(folder)).some((name) => !NO_TABLE.includes(name));
}

/** Ends the move that was killed after the old folder got its other name: the copy is whole. */
async function endMove({ before, moved, half, folder }: Moving): Promise<void> {
  if (!existsSync(moved) || (await holdsTable(folder))) return;
  if (!(await holdsTable(half))) {
    throw new Error(
      `the folder ${moved} holds the table of an earlier version of ilp, and its copy ${half} is gone: rename ${moved} to ${before} and try again, so that it is copied once more`,
    );
  }
  // The process that moves it, if it is still at work, has this folder open.
  const store = await openFolder(moved, { mustExist: true });
  try {
    await putInPlace(half, folder);
  } finally {
    await closeFolder(store);
  }
}

async function moveOld(old: LevelStore, { before, moved, half, folder }: Moving): Promise<void> {
  const isCopied = await holdsTable(folder);
  if (!isCopied) await copyWhole(old, half);
  else if (!(await hasAllItems(folder, old))) throw twoTables(before, folder);
  await rm(moved, REMOVED);
  // Windows renames no folder with open files.
  if (process.platform === "win32") await closeFolder(old);
  await rename(before, moved);
  if (!isCopied) await putInPlace(half, folder);
}

async function putInPlace(half: string, folder: string): Promise<void> {
  if (existsSync(folder)) {
    // No folder can get the name of one that has files. One that holds a table is not removed.
    for (const name of NO_TABLE) await rm(join(folder, name), REMOVED);
    await rmdir(folder);
  }
  await rename(half, folder);
}

async function copyWhole(old: LevelStore, half: string): Promise<void> {
  await rm(half, REMOVED);
  const store = await openFolder(half);
  try {
    await levelTable(store).table.putAll(itemsOf(old));
    // Nothing is left in the log alone, which a power cut could take.
    await store.compactRange(Buffer.of(0), Buffer.of(255));
  } finally {
    await closeFolder(store);
  }
}

/** Whether the table in the folder has each item of the old one as it is there. */
async function hasAllItems(folder: string, old: LevelStore): Promise<boolean> {
  const store = await openFolder(folder, { mustExist: true });
  try {
    const { table } = levelTable(store);
    for await (const item of itemsOf(old)) {
      if (!isDeepStrictEqual(await table.get(item), item)) return false;
    }
    return true;
  } finally {
    await closeFolder(store);
  }
}

const twoTables = (before: string, folder: string): Error =>
  new Error(
    `the folders ${before} and ${folder} both hold a table, and the first has items that the second lacks: an earlier version of ilp ran after the table was moved, or a backup of one was restored. Nothing was changed. ` +
      `To go on with ${folder}, move ${before} out of the data folder; to go on with ${before}, move ${folder} out of it; then try again`,
  );

/** The items of the table, as dynalite kept them: in the JSON of DynamoDB's protocol. */
async function* itemsOf(old: LevelStore): AsyncGenerator<Item> {
  // Loaded here alone: no other command of one machine needs it.
  const { unmarshall } = await import("@aws-sdk/util-dynamodb");
  for await (const text of old.values({ gte: ITEMS, lt: AFTER_ITEMS })) {
    yield unmarshall(JSON.parse(text) as Record<string, AttributeValue>) as Item;
  }
}
