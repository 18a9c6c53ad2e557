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

/** The item has room for a thousand; a district sends some dozens. */
const MOST_FILES = 500;

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
      await table.put({ ...key, version: VERSION, files: [...files.values()].slice(-MOST_FILES) });
    },
  };
}
