import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { ChangedFile, type IncomingFile } from "../../pipeline/ports.ts";
import { errorCode } from "../folder/error-code.ts";
import { changedAt, fileStanding, writtenState } from "./file-standing.ts";

/** A file on disk, handed in as it is. */
export const plainFile = (path: string, from: string): IncomingFile => ({
  name: basename(path),
  package: from,
  open: () => bytesOf(path),
  standing: () => fileStanding(path),
  changedAt: () => changedAt(path),
});

/** A file that cannot be read, and says why to whoever opens it. */
export const notOpened = (name: string, from: string, message: string): IncomingFile => ({
  name,
  package: from,
  open: () => failing(message),
});

const CHUNK_BYTES = 2 ** 20;

/** @throws ChangedFile where somebody wrote to the file while it was read */
async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  const before = writtenState(path);
  try {
    const stream: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: CHUNK_BYTES });
    yield* stream;
  } catch (error) {
    throw new Error(unreadable(path, error), { cause: error });
  }
  if (writtenState(path) !== before) throw new ChangedFile();
}

/** The message about a file that the system does not let us read. */
export function unreadable(path: string, error: unknown): string {
  const code = errorCode(error);
  return code === "EACCES" || code === "EPERM"
    ? `${basename(path)} may not be read: allow it to be read, and hand it in again`
    : `${basename(path)} cannot be read from its disk${code === "" ? "" : ` (${code})`}: copy it again`;
}

// oxlint-disable-next-line require-yield -- it stands for bytes that cannot be read
async function* failing(message: string): AsyncGenerator<Uint8Array> {
  throw new Error(message);
}
