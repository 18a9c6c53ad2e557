import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { folderStore } from "../../functions/adapters/folder/folder-store.ts";
import { CAST_EXPORTS, putKnownSecret } from "./local-district.ts";
import { ilp } from "./run-ilp.ts";
import { scratchFolder } from "./scratch-folder.ts";

/** The files of a data folder by their path, in memory so that none is left on the machine. */
type Files = ReadonlyMap<string, Uint8Array>;

let ingested: Promise<Files> | undefined;
let published: Promise<Files> | undefined;

/**
 * Fills a data folder as `ilp ingest` leaves it after the exports of the cast. A worker makes it once,
 * and each who asks has a copy. What protection leaves to chance is the same each time.
 * @returns the folder; without one of the caller's, one that is gone when the test has ended
 */
export async function ingestedFolder(data: string = scratchFolder()): Promise<string> {
  ingested ??= left(["ingest", CAST_EXPORTS]);
  return filled(data, await ingested);
}

/** As `ingestedFolder`, with the editions of 2022-03-15 published. */
export async function publishedFolder(data: string = scratchFolder()): Promise<string> {
  published ??= left(["ingest", CAST_EXPORTS], ["publish", "--as-of", "2022-03-15"]);
  return filled(data, await published);
}

/** What the commands leave in a data folder of their own. */
async function left(...commands: readonly (readonly string[])[]): Promise<Files> {
  const data = mkdtempSync(join(tmpdir(), "ilp-cast-"));
  try {
    await putKnownSecret(folderStore(join(data, "records")));
    for (const command of commands) {
      const { status, stderr } = await ilp(...command, "--district", "cast", "--data", data);
      if (status !== 0) throw new Error(stderr);
    }
    return new Map(
      readdirSync(data, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name))
        .map((path) => [relative(data, path), readFileSync(path)]),
    );
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

function filled(data: string, files: Files): string {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(data, path)), { recursive: true });
    writeFileSync(join(data, path), bytes);
  }
  return data;
}
