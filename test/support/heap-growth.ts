import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** How many bytes more are held after something ran, with all that it gives back: the median of three runs, since what others gave up may be freed between. */
export function heapGrowth(run: () => unknown): number {
  const [, median = 0] = [run, run, run].map(growthOf).sort((a, b) => a - b);
  return median;
}

function growthOf(run: () => unknown): number {
  const used = (): number => {
    collectGarbage();
    collectGarbage();
    const { heapUsed, external } = process.memoryUsage();
    // A large text lies beside the heap.
    return heapUsed + external;
  };
  const before = used();
  const kept = run();
  const growth = used() - before;
  // Kept until here.
  if (kept === undefined) throw new Error("what is measured must be given back");
  return growth;
}

/** A text of so many characters in one piece, as a decoder gives it. */
export const pieceOf = (characters: number, begins: string): string =>
  Buffer.from(begins.padEnd(characters, "x")).toString("latin1");
