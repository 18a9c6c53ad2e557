import { createHash } from "node:crypto";

/** A file that others may begin with, by its hash and length. */
interface HashedFile {
  readonly sha256: string;
  readonly bytes: number;
}

/** The SHA-256 of bytes in chunks, and which file they begin with. */
export interface RunningHash<F> {
  push(chunk: Uint8Array): void;
  end(): { readonly sha256: string; readonly beginsWith: F | null };
}

/** @param beginnings the files that the bytes may go on from; of several it is the longest */
export function runningHash<F extends HashedFile>(beginnings: readonly F[]): RunningHash<F> {
  const hash = createHash("sha256");
  const byLength = [...beginnings].sort((a, b) => a.bytes - b.bytes);
  let next = 0;
  let bytes = 0;
  let beginsWith: F | null = null;
  return {
    push(chunk) {
      let from = 0;
      for (;;) {
        const beginning = byLength[next];
        // Where the file ends with it, it is the same file and goes on from none.
        if (beginning === undefined || beginning.bytes >= bytes + chunk.length) break;
        const until = Math.max(from, beginning.bytes - bytes);
        hash.update(chunk.subarray(from, until));
        from = until;
        if (hash.copy().digest("hex") === beginning.sha256) beginsWith = beginning;
        next++;
      }
      hash.update(from === 0 ? chunk : chunk.subarray(from));
      bytes += chunk.length;
    },
    end: () => ({ sha256: hash.digest("hex"), beginsWith }),
  };
}
