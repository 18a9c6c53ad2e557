import type { ClassicLevel } from "classic-level";

/** A store of LevelDB under keys of bytes and with values of text. */
export type LevelStore = ClassicLevel<Buffer, string>;

/** An item as it is written: no value where the key is deleted. */
export interface LevelEntry {
  readonly key: Buffer;
  readonly value: string | null;
}
