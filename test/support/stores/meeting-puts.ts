import type { ObjectStore } from "../../../functions/pipeline/ports.ts";

/**
 * The store with its puts of one key held until so many writers stand before it: each of them has read
 * what was there before the others. Puts after those go through.
 */
export function meetingPuts(store: ObjectStore, key: string, writers: number): ObjectStore {
  let waiting = 0;
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const meet = async (put: string): Promise<void> => {
    if (put !== key) return;
    waiting += 1;
    if (waiting >= writers) open();
    await opened;
  };
  return {
    ...store,
    put: async (...args) => (await meet(args[0]), store.put(...args)),
    putIfTag: async (...args) => (await meet(args[0]), store.putIfTag(...args)),
  };
}
