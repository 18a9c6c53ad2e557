import type { DistrictId } from "../../domain/ids.ts";
import { recordsKeys, tableKeys } from "../../layout.ts";
import type { FileStanding, Places } from "../ports.ts";
import type { KeptLook } from "./watched-file.ts";

/** A file as it stood when it was read, and what was seen of it. */
type ReadFile = FileStanding & KeptLook;

/** The files that earlier ingests have read, by which an unchanged one is not read again. */
export interface ReadBefore {
  /** What was seen of a file that still stands as it did, and whose bytes are still stored; null of any other. */
  lookOf(standing: FileStanding): Promise<KeptLook | null>;
  note(standing: FileStanding, look: KeptLook): void;
  /** Keeps what was noted, where that is anything new. */
  keep(): Promise<void>;
}

/** Another version of what is seen of a file reads every file anew. */
const VERSION = 1;

/**
 * Of the files as JSON, in which each has more bytes than in DynamoDB's count: an item of it has at most
 * 400 KiB, of which the rest is for its key. A district sends some dozens of files; this is room for a
 * thousand with paths of 200 letters.
 */
const MOST_BYTES = 395 * 1_024;

export async function readBefore(
  { records, table }: Pick<Places, "records" | "table">,
  district: DistrictId,
): Promise<ReadBefore> {
  const key = tableKeys.ledger(district, "read-files");
  const item = await table.get(key);
  const kept = item?.["version"] === VERSION ? (item["files"] as readonly ReadFile[]) : [];
  const files = new Map(kept.map((file) => [file.place, file]));
  let isChanged = false;
  return {
    async lookOf({ place, state }) {
      const file = files.get(place);
      if (file?.state !== state) return null;
      const stored = await records.size(recordsKeys.raw(district, file.sha256));
      return stored === file.bytes ? file : null;
    },
    note({ place, state }, { sha256, bytes, encoding, windows1252Lines }) {
      const earlier = files.get(place);
      if (earlier?.state === state && earlier.sha256 === sha256) return;
      // Put last: the file that was read longest ago is forgotten first.
      files.delete(place);
      files.set(place, { place, state, sha256, bytes, encoding, windows1252Lines });
      isChanged = true;
    },
    async keep() {
      if (!isChanged) return;
      await table.put({ ...key, version: VERSION, files: lastOf([...files.values()]) });
    },
  };
}

/** The files that were read last, as many as the item has room for. */
function lastOf(files: readonly ReadFile[]): readonly ReadFile[] {
  let bytes = 0;
  const tooEarly = files.findLastIndex(
    (file) => (bytes += Buffer.byteLength(JSON.stringify(file))) > MOST_BYTES,
  );
  return files.slice(tooEarly + 1);
}
