import { createHash } from "node:crypto";
import type { DistrictId } from "../domain/ids.ts";
import { recordsKeys } from "../layout.ts";
import { detectEncoding, textDecoder, type Encoding } from "../sources/encoding.ts";
import { FILE_KINDS } from "../sources/profiles.ts";
import { HEAD_BYTES, recognise } from "../sources/recognise.ts";
import {
  closeBatch,
  dropEditions,
  editions,
  openBatch,
  putEdition,
  type Edition,
} from "./ledger.ts";
import type { IncomingFile, Places, Progress } from "./ports.ts";

/** The kind of a file that no profile knows. It is kept as sent all the same. */
export const UNKNOWN_KIND = "unknown";

/** What became of one file that was handed in. */
export type ReceivedAs =
  | {
      readonly file: string;
      /** `superseded`: a later file of the same ingest has its kind and name. */
      readonly outcome: "received" | "known" | "superseded";
      readonly sha256: string;
    }
  | { readonly file: string; readonly outcome: "unreadable"; readonly message: string };

/**
 * Stores each file as sent under its SHA-256, and when all are in notes them in the ledger. A file
 * that is already known is skipped; one that cannot be read is reported and the others go on. Of
 * two files of one kind and name the later is in force.
 */
export async function receive(
  district: DistrictId,
  files: AsyncIterable<IncomingFile>,
  { records, table }: Pick<Places, "records" | "table">,
  progress: Progress,
): Promise<readonly ReceivedAs[]> {
  const batch = await openBatch(table, district);
  const known = await editions(table, district);
  const received: ReceivedAs[] = [];
  const newest = new Map<string, Edition>();
  progress.step("receive", null);
  for await (const file of files) {
    received.push(await receiveOne(file));
    progress.advance(1);
  }
  for (const edition of newest.values()) {
    if (edition.batch === batch) await putEdition(table, district, edition);
  }
  const named = new Set([...newest.values()].filter(isRecognised).map(nameOf));
  // A file that nobody could make out and that came again under its name has been mended.
  const mended = known.filter((edition) => !isRecognised(edition) && named.has(nameOf(edition)));
  await dropEditions(table, district, mended);
  await closeBatch(table, district, batch);
  progress.done();
  const inForce = new Set([...newest.values()].map((edition) => edition.newest.sha256));
  return received.map((file) =>
    file.outcome === "unreadable" || inForce.has(file.sha256)
      ? file
      : { ...file, outcome: "superseded" },
  );

  async function receiveOne(file: IncomingFile): Promise<ReceivedAs> {
    let look: Look;
    try {
      look = await lookAt(file);
    } catch (error) {
      const message = error instanceof Error ? error.message : "cannot be read";
      return { file: file.name, outcome: "unreadable", message };
    }
    const { sha256, encoding } = look;
    const kind = recognise(file.name, look.head, FILE_KINDS).kind?.kind ?? UNKNOWN_KIND;
    const key = `${kind} ${nameOf(file)}`;
    const before = known.find(
      (edition) => edition.kind === kind && nameOf(edition) === nameOf(file),
    );
    if (before?.newest.sha256 === sha256) {
      newest.set(key, before);
      return { file: file.name, outcome: "known", sha256 };
    }
    const raw = recordsKeys.raw(district, sha256);
    if ((await records.size(raw)) === null) await records.putStream(raw, file.open());
    const good = before?.good ?? null;
    newest.set(key, { kind, name: file.name, newest: { sha256, encoding }, good, batch });
    return { file: file.name, outcome: "received", sha256 };
  }
}

const nameOf = ({ name }: { readonly name: string }): string => name.toLowerCase();

const isRecognised = ({ kind }: Edition): boolean => kind !== UNKNOWN_KIND;

interface Look {
  readonly sha256: string;
  readonly encoding: Encoding;
  readonly head: string;
}

/** One pass: the hash, the encoding of the whole and the first of the text. */
async function lookAt(file: IncomingFile): Promise<Look> {
  const hash = createHash("sha256");
  const detector = detectEncoding();
  const head: Uint8Array[] = [];
  let headBytes = 0;
  for await (const chunk of file.open()) {
    hash.update(chunk);
    detector.push(chunk);
    if (headBytes < HEAD_BYTES) head.push(chunk.slice(0, HEAD_BYTES - headBytes));
    headBytes += chunk.length;
  }
  const encoding = detector.end();
  const decoder = textDecoder(encoding);
  const text = head.map((bytes) => decoder.push(bytes)).join("");
  return { sha256: hash.digest("hex"), encoding, head: text };
}
