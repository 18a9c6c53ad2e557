import {
  type LocalTable,
  localTable,
  type TableFolders,
} from "../../adapters/table/local-table.ts";
import type { Table } from "../../pipeline/ports.ts";

/** A table that is opened with its first request. */
export interface TableWhenAsked {
  readonly table: Table;
  readonly open: () => Promise<void>;
  /** Closes the table, if it was opened. */
  readonly close: () => Promise<void>;
}

/** The table of one machine. If opening it fails, the next request tries again. */
export function tableWhenAsked(folders: TableFolders): TableWhenAsked {
  let opening: Promise<LocalTable> | null = null;
  const opened = async (): Promise<Table> => {
    opening ??= localTable(folders);
    try {
      return (await opening).table;
    } catch (error) {
      opening = null;
      throw error;
    }
  };
  return {
    table: {
      get: async (key) => (await opened()).get(key),
      put: async (item) => (await opened()).put(item),
      putIfAbsent: async (item) => (await opened()).putIfAbsent(item),
      swap: async (item, before) => (await opened()).swap(item, before),
      putAll: async (items) => (await opened()).putAll(items),
      deleteAll: async (keys) => (await opened()).deleteAll(keys),
      query: async (query) => (await opened()).query(query),
    },
    open: async () => {
      await opened();
    },
    close: async () => {
      await (await opening)?.close();
    },
  };
}
