import { folderStore } from "../../adapters/folder/folder-store.ts";
import type { Places } from "../../pipeline/ports.ts";
import { localFolders } from "../arguments/local-places.ts";
import { tableWhenAsked } from "./table-when-asked.ts";

/** Does work with the places of one machine. */
export type WithPlaces = <T>(work: (places: Places) => Promise<T>) => Promise<T>;

export interface SharedPlaces {
  /** The table is opened only if the work uses it. */
  readonly reading: WithPlaces;
  /** The table is open from the start, so no other command writes in the meantime. */
  readonly writing: WithPlaces;
}

interface Waiting {
  readonly isWriting: boolean;
  readonly work: (places: Places) => Promise<void>;
  readonly reject: (error: unknown) => void;
}

/**
 * Places for a server that runs all day. Only one command at a time can open the table of a
 * machine, so the server opens it when it is needed and closes it when no more work waits. A
 * publish can then run beside it, and requests that read only files are answered even during a
 * publish.
 */
export function sharedPlaces(data: string): SharedPlaces {
  const folders = localFolders(data);
  const stores = { records: folderStore(folders.records), public: folderStore(folders.public) };
  const waiting: Waiting[] = [];
  let isWorking = false;
  const workOff = async (): Promise<void> => {
    isWorking = true;
    const { table, open, close } = tableWhenAsked(folders);
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      try {
        if (next.isWriting) await open();
        await next.work({ ...stores, table });
      } catch (error) {
        next.reject(error);
      }
    }
    try {
      await close();
    } catch (error) {
      // The folder is in use: all work that waits gets the error.
      for (const { reject } of waiting.splice(0)) reject(error);
    }
    isWorking = false;
    if (waiting.length > 0) await workOff();
  };
  const waitWith =
    (isWriting: boolean): WithPlaces =>
    (work) =>
      new Promise((resolve, reject) => {
        waiting.push({ isWriting, work: (places) => work(places).then(resolve, reject), reject });
        if (!isWorking) void workOff();
      });
  return { reading: waitWith(false), writing: waitWith(true) };
}
