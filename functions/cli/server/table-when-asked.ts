import {
  type LocalTable,
  localTable,
  type TableFolders,
} from "../../adapters/table/local-table.ts";
import type { Table } from "../../pipeline/ports.ts";

/** A table that is opened with the first that is asked of it. */
export interface TableWhenAsked {
  readonly table: Table;
  readonly open: () => Promise<void>;
  /** Gives the folder free, where it was opened. */
  readonly close: () => Promise<void>;
}

/** The table of one machine. A try that failed is made again with the next question. */
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
