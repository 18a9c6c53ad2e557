import type { Table } from "../../pipeline/ports.ts";
import { closeFolder, openFolder } from "./level-folder.ts";
import { levelTable } from "./level-table.ts";
import { moveTable } from "./move-table.ts";

/** The table of one machine, while this process holds its folder. */
export interface LocalTable {
  readonly table: Table;
  /** Writes what is under way and gives the folder free; may be called twice. */
  close(): Promise<void>;
}

/** Where one machine keeps its table. */
export interface TableFolders {
  readonly table: string;
  /** Where the version before kept it. */
  readonly tableBefore: string;
}

/**
 * Opens the table of one machine, and makes it where there is none. One process holds it at a time. A
 * table that the version before has left is moved first.
 */
export async function localTable({
  table: folder,
  tableBefore,
}: TableFolders): Promise<LocalTable> {
  await moveTable(tableBefore, folder);
  const store = await openFolder(folder);
  const { table, written } = levelTable(store);
  return {
    table,
    async close() {
      await written();
      await closeFolder(store);
    },
  };
}
