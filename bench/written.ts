import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { closeFolder, openFolder } from "../functions/adapters/table/level-folder.ts";
import { localFolders } from "../functions/cli/arguments/local-places.ts";

/** Everything in a data folder: a mark for each object and each item, which another write changes. */
export interface DataFolder {
  readonly objects: ReadonlyMap<string, string>;
  readonly items: ReadonlyMap<string, string>;
}

/** How many were written or removed. */
export interface Written {
  readonly objects: number;
  readonly items: number;
}

/** Objects by size and time. The table's own files change when it is opened, so its items are read. */
export async function lookAtData(data: string): Promise<DataFolder> {
  const folders = localFolders(data);
  const objects = new Map<string, string>();
  for (const folder of [folders.records, folders.public]) addObjects(folder, objects);
  const items = new Map<string, string>();
  const store = await openFolder(folders.table, { mustExist: true });
  try {
    for await (const [key, value] of store.iterator()) {
      items.set(key.toString("base64"), createHash("sha256").update(value).digest("base64"));
    }
  } finally {
    await closeFolder(store);
  }
  return { objects, items };
}

export const writtenSince = (before: DataFolder, after: DataFolder): Written => ({
  objects: changes(before.objects, after.objects),
  items: changes(before.items, after.items),
});

function changes(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): number {
  const removed = [...before.keys()].filter((key) => !after.has(key));
  return removed.length + [...after].filter(([key, mark]) => before.get(key) !== mark).length;
}

function addObjects(folder: string, objects: Map<string, string>): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) addObjects(path, objects);
    else {
      const { size, mtimeNs } = statSync(path, { bigint: true });
      objects.set(path, `${size} ${mtimeNs}`);
    }
  }
}
