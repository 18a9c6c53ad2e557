import { join, resolve } from "node:path";
import { embeddedDynamo } from "../../adapters/table/embedded-dynamo.ts";
import { folderStore } from "../../adapters/folder/folder-store.ts";
import type { Places } from "../../pipeline/ports.ts";

/** The folder under which one machine keeps everything, unless `--data` names another. */
export const DATA_FOLDER = ".local";

/** The folders of one machine: two buckets and the table. */
export const localFolders = (data: string) => {
  const root = resolve(data);
  return {
    records: join(root, "records"),
    public: join(root, "public"),
    table: join(root, "table"),
  };
};

/** Opens the places of one machine, does the work and closes them again, even if the work fails. */
export async function withLocalPlaces<T>(
  data: string,
  work: (places: Places) => Promise<T>,
): Promise<T> {
  const folders = localFolders(data);
  const dynamo = await embeddedDynamo(folders.table);
  try {
    return await work({
      records: folderStore(folders.records),
      public: folderStore(folders.public),
      table: dynamo.table,
    });
  } finally {
    await dynamo.close();
  }
}
