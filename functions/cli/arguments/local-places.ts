import { join, resolve } from "node:path";
import { folderStore } from "../../adapters/folder/folder-store.ts";
import { localFault } from "../../adapters/local-fault.ts";
import type { Places } from "../../pipeline/ports.ts";

/** The folder under which one machine keeps everything, unless `--data` names another. */
export const DATA_FOLDER = ".local";

/** The folders of one machine: two buckets and the table, with the one that the version before has left. */
export const localFolders = (data: string) => {
  const root = resolve(data);
  return {
    records: join(root, "records"),
    public: join(root, "public"),
    table: join(root, "items"),
    tableBefore: join(root, "table"),
  };
};

/**
 * Opens the places of one machine, does the work and closes them again, even if the work fails. A full
 * disk and a damaged table are named, with what to do.
 */
export async function withLocalPlaces<T>(
  data: string,
  work: (places: Places) => Promise<T>,
): Promise<T> {
  try {
    return await withPlaces(data, work);
  } catch (error) {
    const fault = localFault(error, resolve(data));
    throw fault === null ? error : new Error(fault, { cause: error });
  }
}

async function withPlaces<T>(data: string, work: (places: Places) => Promise<T>): Promise<T> {
  const folders = localFolders(data);
  // Loaded when it is needed, since it loads native code.
  const { localTable } = await import("../../adapters/table/local-table.ts");
  const { table, close } = await localTable(folders);
  try {
    return await work({
      records: folderStore(folders.records),
      public: folderStore(folders.public),
      table,
    });
  } finally {
    await close();
  }
}
