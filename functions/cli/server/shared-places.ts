import type { Places } from "../../pipeline/ports.ts";
import { withLocalPlaces } from "../local-places.ts";

export type WithPlaces = <T>(work: (places: Places) => Promise<T>) => Promise<T>;

interface Waiting {
  readonly work: (places: Places) => Promise<void>;
  readonly reject: (error: unknown) => void;
}

/**
 * Places for a server that runs all day. One command at a time holds the table of a machine, so it is
 * opened when something is asked and given free once nothing more waits: a publish may run beside it.
 */
export function sharedPlaces(data: string): WithPlaces {
  const waiting: Waiting[] = [];
  let isOpen = false;
  const workOff = async (): Promise<void> => {
    isOpen = true;
    try {
      await withLocalPlaces(data, async (places) => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          await next.work(places);
        }
      });
    } catch (error) {
      // The places did not open: whoever waits for them hears why.
      for (const { reject } of waiting.splice(0)) reject(error);
    }
    isOpen = false;
    if (waiting.length > 0) await workOff();
  };
  return (work) =>
    new Promise((resolve, reject) => {
      waiting.push({ work: (places) => work(places).then(resolve, reject), reject });
      if (!isOpen) void workOff();
    });
}
