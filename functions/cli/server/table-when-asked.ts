import { embeddedDynamo, type EmbeddedDynamo } from "../../adapters/table/embedded-dynamo.ts";
import type { Table } from "../../pipeline/ports.ts";

/** A table that is opened with its first request. */
export interface TableWhenAsked {
  readonly table: Table;
  readonly open: () => Promise<void>;
  /** Closes the table, if it was opened. */
  readonly close: () => Promise<void>;
}

/**
 * The table of one machine, kept in a folder. If opening it fails, the next request tries again.
 */
export function tableWhenAsked(folder: string): TableWhenAsked {
  let opening: Promise<EmbeddedDynamo> | null = null;
  const opened = async (): Promise<Table> => {
    opening ??= embeddedDynamo(folder);
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
