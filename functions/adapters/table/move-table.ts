import { existsSync } from "node:fs";
import { readdir, rename, rm } from "node:fs/promises";
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { TABLE } from "../../layout.ts";
import type { Item } from "../../pipeline/ports.ts";
import { closeFolder, openFolder } from "./level-folder.ts";
import type { LevelStore } from "./level-store.ts";
import { levelTable } from "./level-table.ts";

/** How dynalite began the keys of the items of our table, and what comes after the last of them. */
const ITEMS = Buffer.from(`item-${TABLE.name}~`);
const AFTER_ITEMS = Buffer.from(`item-${TABLE.name}\u007f`);

/**
 * Moves the table of the version before, which kept it by dynalite, into a folder of its own. The new
 * folder comes to its name when it is whole, and the old one goes last, so a move that is killed is made
 * again from the start. Does nothing where there is no old table.
 *
 * @throws Error when another process, of either version, holds the old folder
 */
export async function moveTable(before: string, folder: string): Promise<void> {
  const moved = `${before}.moved`;
  if (await holdsTable(before)) {
    // Whoever holds the old folder is the one who moves it.
    const old = await openOld(before);
    if (old === null) return;
    try {
      if (!existsSync(folder)) await copyWhole(old, folder);
    } finally {
      await closeFolder(old);
    }
    await rm(moved, REMOVED);
    await rename(before, moved);
  }
  if (existsSync(moved)) await rm(moved, REMOVED);
}

const REMOVED = { recursive: true, force: true } as const;

/** LevelDB leaves a lock and a log even where it was only asked whether it had a store. */
const NO_TABLE: readonly string[] = ["LOCK", "LOG", "LOG.old"];

async function holdsTable(folder: string): Promise<boolean> {
  if (!existsSync(folder)) return false;
  return (await readdir(folder)).some((name) => !NO_TABLE.includes(name));
}

/** Null when another process has just moved it. */
async function openOld(before: string): Promise<LevelStore | null> {
  try {
    return await openFolder(before, { mustExist: true });
  } catch (error) {
    if (await holdsTable(before)) throw error;
    return null;
  }
}

async function copyWhole(old: LevelStore, folder: string): Promise<void> {
  const half = `${folder}.moving`;
  await rm(half, REMOVED);
  const store = await openFolder(half);
  try {
    await levelTable(store).table.putAll(itemsOf(old));
    // Nothing is left in the log alone, which a power cut could take.
    await store.compactRange(Buffer.of(0), Buffer.of(255));
  } finally {
    await closeFolder(store);
  }
  await rename(half, folder);
}

/** The items of the table, as dynalite kept them: in the JSON of DynamoDB's protocol. */
async function* itemsOf(old: LevelStore): AsyncGenerator<Item> {
  // Loaded here alone: no other command of one machine needs it.
  const { unmarshall } = await import("@aws-sdk/util-dynamodb");
  for await (const text of old.values({ gte: ITEMS, lt: AFTER_ITEMS })) {
    yield unmarshall(JSON.parse(text) as Record<string, AttributeValue>) as Item;
  }
}
