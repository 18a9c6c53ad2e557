import { open } from "node:fs/promises";

/** Writes chunks to a new file. While one is on its way to the disk the next is made. */
export async function writeChunks(path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, "wx", 0o666);
  let writing: Promise<void> = Promise.resolve();
  try {
    for await (const chunk of chunks) {
      await writing;
      writing = file.writeFile(chunk);
      // It is waited for later; until then its fault is nobody's yet.
      writing.catch(() => undefined);
    }
    await writing;
  } finally {
    await writing.catch(() => undefined);
    await file.close();
  }
}
