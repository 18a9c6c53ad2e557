import type { DistrictId } from "../../domain/ids.ts";
import { runningHash } from "../../hashing/running-hash.ts";
import { recordsKeys } from "../../layout.ts";
import type { FileVersion } from "../../sources/feeds/feed.ts";
import type { ObjectStore } from "../ports.ts";

/** A file as it was sent is missing, or its bytes are not those that were sent. */
export class DamagedFile extends Error {
  /** What is wrong, without the name that its sender gave the file: that may say anything. */
  readonly withoutName: string;

  constructor(
    district: string,
    { name, sha256 }: Pick<FileVersion, "name" | "sha256">,
    state: "missing" | "damaged",
  ) {
    const key = recordsKeys.raw(district, sha256);
    const remedy = `send the same file again (ilp ingest <file> --district ${district} --verify), or put ${key} back from a backup`;
    super(`the file ${name} as it was sent is ${state} (${key}): ${remedy}`);
    this.name = "DamagedFile";
    this.withoutName = `a file as it was sent is ${state} (${key}): ${remedy}`;
  }
}

/**
 * All bytes of a file as it was sent, compared with its SHA-256 while they are read.
 * @param isHashed whether this run has hashed these bytes itself when it stored them: then they are not
 *   hashed once more
 * @throws DamagedFile when it is missing, or at its end when its bytes are others
 */
export async function* rawFile(
  records: ObjectStore,
  district: DistrictId,
  file: Pick<FileVersion, "name" | "sha256">,
  isHashed = false,
): AsyncGenerator<Uint8Array> {
  const key = recordsKeys.raw(district, file.sha256);
  if ((await records.size(key)) === null) throw new DamagedFile(district, file, "missing");
  if (isHashed) {
    yield* records.stream(key);
    return;
  }
  const hash = runningHash([]);
  for await (const chunk of records.stream(key)) {
    hash.push(chunk);
    yield chunk;
  }
  if (hash.end().sha256 !== file.sha256) throw new DamagedFile(district, file, "damaged");
}

/**
 * The bytes of a small file as it was sent.
 * @throws DamagedFile when it is missing or its bytes are others
 */
export async function rawBytes(
  records: ObjectStore,
  district: DistrictId,
  file: Pick<FileVersion, "name" | "sha256">,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of rawFile(records, district, file)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Whether the bytes of a file as it was sent are stored as they were. */
export async function isStoredWhole(
  records: ObjectStore,
  district: DistrictId,
  sha256: string,
): Promise<boolean> {
  const hash = runningHash([]);
  for await (const chunk of records.stream(recordsKeys.raw(district, sha256))) hash.push(chunk);
  return hash.end().sha256 === sha256;
}
