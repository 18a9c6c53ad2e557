import { createReadStream, realpathSync, statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, dirname, extname, join, sep } from "node:path";
import type { IncomingFile } from "../pipeline/ports.ts";
import { incomingZip } from "./incoming-zip.ts";

/**
 * The files handed in under a path: of a folder its files in order of their names, without hidden
 * ones; of a zip its entries; else the file itself. A zip within a folder counts as its entries too,
 * as an SIS puts its nightly export there. Throws when there is nothing under the path.
 */
export async function* incomingFiles(path: string): AsyncGenerator<IncomingFile> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) {
    throw new Error(`${path} does not exist: expected a folder, a zip or a file to read`);
  }
  if (found.isDirectory()) yield* filesOfFolder(path);
  else yield* soundFilesOf(path);
}

async function* filesOfFolder(folder: string): AsyncGenerator<IncomingFile> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith(".")).sort();
  const inside = realpathSync(folder) + sep;
  for (const name of names) yield* soundFilesOf(join(folder, name), inside);
}

/**
 * What cannot be read (a broken zip, a folder in the folder, a link to nothing) must not keep the
 * rest from being read: it is handed on as one file that throws when it is opened, so that whoever
 * reads it reports it.
 */
async function* soundFilesOf(
  path: string,
  inside: string | null = null,
): AsyncGenerator<IncomingFile> {
  const files: IncomingFile[] = [];
  try {
    for await (const file of filesOfFile(path, inside)) files.push(file);
  } catch (error) {
    yield { name: basename(path), package: "", open: () => failing(error) };
    return;
  }
  yield* files;
}

// eslint-disable-next-line require-yield -- it stands for bytes that cannot be read
async function* failing(error: unknown): AsyncGenerator<Uint8Array> {
  throw error;
}

/** @param inside where the file must lie: a sender's link must not hand in what lies elsewhere */
async function* filesOfFile(path: string, inside: string | null): AsyncGenerator<IncomingFile> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new Error(`${basename(path)} is a link to nothing`);
  if (found.isDirectory()) {
    throw new Error(`${basename(path)} is a folder in a folder: hand it in by itself`);
  }
  // A pipe or a device might never end.
  if (!found.isFile()) throw new Error(`${basename(path)} is no file`);
  if (inside !== null && !realpathSync(path).startsWith(inside)) {
    throw new Error(
      `${basename(path)} is a link to a file of another folder: hand in the file itself`,
    );
  }
  if (extname(path).toLowerCase() === ".zip") yield* incomingZip(path);
  else
    yield {
      name: basename(path),
      package: basename(dirname(path)),
      open: () => createReadStream(path, { highWaterMark: 2 ** 18 }),
    };
}
