import { day, type Day } from "../../domain/calendar/day.ts";
import type { DistrictId } from "../../domain/ids.ts";
import { recordsKeys } from "../../layout.ts";
import { statedDay } from "../../sources/csv/file-names.ts";
import { foreignFormat, foreignMessage, TELLING_BYTES } from "../../sources/csv/foreign-format.ts";
import { registerFiles } from "./register-files.ts";
import { unreadable, type ReceivedAs } from "../../sources/feeds/received-as.ts";
import { exportedDays, noteRepeated, type SentBytes } from "./repeated-files.ts";
import { beginnings } from "./beginnings.ts";
import { nextBatch } from "./ledger.ts";
import { readBefore, type ReadBefore } from "./read-before.ts";
import { isStoredWhole } from "./raw-file.ts";
import { watchedFile, type Look, type WatchedFile } from "./watched-file.ts";
import type { Beginning, FileVersion } from "../../sources/feeds/feed.ts";
import {
  StoreFault,
  ChangedFile,
  type IncomingFile,
  type ObjectStore,
  type Places,
  type Progress,
} from "../ports.ts";

export interface Receiving {
  /**
   * Whether a file is read also where it stands as it did when it was read before, and what is stored
   * of it is compared with it.
   */
  readonly verify?: boolean;
  /** Told the SHA-256 of each file that was read to its end and is stored. */
  readonly onHashed?: (sha256: string) => void;
}

type Unreadable = Extract<ReceivedAs, { outcome: "unreadable" }>;

/**
 * Stores each file as sent under its SHA-256, and when all are in enters them in the ledger. One that
 * cannot be read is reported and the others go on. Where the place that it lies in cannot be read
 * (`StoreFault`) nothing is entered.
 * @param receivedOn the day, for files that state none in their names; nothing in any has happened after it
 */
export async function receive(
  district: DistrictId,
  files: AsyncIterable<IncomingFile>,
  places: Pick<Places, "records" | "table">,
  receivedOn: Day,
  progress: Progress,
  { verify = false, onHashed = () => undefined }: Receiving = {},
): Promise<readonly ReceivedAs[]> {
  const batch = await nextBatch(places.table, district);
  const before = await readBefore(places, district);
  const daysBefore = await exportedDays(places.table, district);
  const renewed = new Set<string>();
  let inUse: Promise<readonly Beginning[]> | null = null;
  const storing: Storing = {
    ...{ district, records: places.records, before, verify, onHashed, renewed },
    beginnings: () => (inUse ??= beginnings(places, district)),
  };
  const stored: (FileVersion | Unreadable)[] = [];
  const sent: SentBytes[] = [];
  const likenesses = new Map<string, string>();
  const windows1252Lines = new Map<string, number>();
  progress.step("receive", null);
  for await (const file of files) {
    stored.push(await versionOf(file, stored.length));
    progress.advance(1);
  }
  const received = stored.filter((file) => "sha256" in file);
  const entered = await registerFiles(places, district, received, windows1252Lines, batch);
  await noteRepeated(places.table, district, sent);
  await batch.close();
  await before.keep();
  progress.done();
  return stored.map((file) => {
    if (!("sha256" in file)) return file;
    const as = entered.get(file) ?? unreadable(file.name, "not entered");
    if (as.outcome === "unreadable") return as;
    const looksLike = likenesses.get(file.sha256);
    const notes = [as.note ?? "", renewed.has(file.sha256) ? RENEWED : ""];
    const note = notes.filter((text) => text !== "").join(" ");
    return { ...as, ...(looksLike !== undefined && { looksLike }), ...(note !== "" && { note }) };
  });

  async function versionOf(file: IncomingFile, place: number): Promise<FileVersion | Unreadable> {
    const look = await store(storing, file);
    if ("outcome" in look) return look;
    const { sha256, encoding, foreign, beginsWith } = look;
    windows1252Lines.set(sha256, look.windows1252Lines);
    if (foreign !== null) likenesses.set(sha256, foreign);
    const { name, package: from } = file;
    const { on, writtenOn, isStated } = daysOf(file, receivedOn, daysBefore.get(sha256));
    const came = { on, receivedOn, batch: batch.number, place };
    const version: FileVersion = {
      ...{ name, package: from, sha256, encoding, ...came, statedMode: null },
      ...(writtenOn < on && { writtenOn }),
      ...(beginsWith !== null && { beginsWith }),
    };
    if (isStated) sent.push({ sha256, on: writtenOn });
    return version;
  }
}

/** What files are stored by. */
interface Storing {
  readonly district: DistrictId;
  readonly records: ObjectStore;
  readonly before: ReadBefore;
  readonly verify: boolean;
  readonly onHashed: (sha256: string) => void;
  /** The SHA-256 of each file of which what was stored was damaged. */
  readonly renewed: Set<string>;
  /** Asked for with the first file that is read: where none is, nothing is. */
  readonly beginnings: () => Promise<readonly Beginning[]>;
}

/** The day that a file is of, and since when its bytes are known to be as they are. */
function daysOf(file: IncomingFile, receivedOn: Day, dayBefore: Day | undefined) {
  const stated = statedDay(file.name) ?? statedDay(file.package);
  // A day still to come is a slip, and would keep every later file out until then.
  const on = earlier(receivedOn, stated);
  const changed = file.changedAt?.() ?? null;
  const changedOn = changed === null ? null : day(changed.toISOString().slice(0, 10));
  // Without a day in its name, what came before is taken for a copy.
  const copied = stated === null ? (dayBefore ?? null) : null;
  return { on, writtenOn: earlier(earlier(on, changedOn), copied), isStated: stated !== null };
}

const earlier = (on: Day, other: Day | null): Day => (other !== null && other < on ? other : on);

/** Reads a file once, storing it meanwhile; one that stands as it did when it was read before is not read. */
async function store(storing: Storing, file: IncomingFile): Promise<Look | Unreadable> {
  const { district, records, before, verify, onHashed, beginnings: inUse } = storing;
  const standing = file.standing?.() ?? null;
  const read = standing === null || verify ? null : await before.lookOf(standing);
  if (read !== null) {
    const { name } = file;
    const foreign = await looksLike(records, district, { name, sha256: read.sha256 });
    return { ...read, foreign, beginsWith: null };
  }
  const watched = watchedFile(file, await inUse());
  try {
    const keyOf = () => recordsKeys.raw(district, watched.look().sha256);
    const isNew = await records.putNamedLast(watched.open, keyOf);
    if (isNew) onHashed(watched.look().sha256);
    else if (verify) await replaceDamaged(storing, watched);
  } catch (error) {
    const fault = error instanceof ChangedFile ? error : watched.fault();
    // What keeps the bytes from being stored is no fault of the file.
    if (fault === null || fault instanceof StoreFault) throw error;
    return unreadable(file.name, fault instanceof Error ? fault.message : "cannot be read");
  }
  if (standing !== null) before.note(standing, watched.look());
  return watched.look();
}

const RENEWED = "What was stored of it was damaged: it is stored again.";

/** Stores the bytes of a file over those under its hash, where these are others. */
async function replaceDamaged(
  { records, district, renewed }: Storing,
  { open, look }: WatchedFile,
): Promise<void> {
  const { sha256 } = look();
  if (await isStoredWhole(records, district, sha256)) return;
  await records.putStream(recordsKeys.raw(district, sha256), same());
  renewed.add(sha256);

  async function* same(): AsyncGenerator<Uint8Array> {
    yield* open();
    if (look().sha256 !== sha256) throw new ChangedFile();
  }
}

/** Of a stored file that no profile knows: what its first bytes say that it is; null where they do not. */
export async function looksLike(
  records: ObjectStore,
  district: DistrictId,
  { name, sha256 }: { readonly name: string; readonly sha256: string },
): Promise<string | null> {
  let first = new Uint8Array();
  for await (const chunk of records.stream(recordsKeys.raw(district, sha256))) {
    first = new Uint8Array([...first, ...chunk.subarray(0, TELLING_BYTES - first.length)]);
    if (first.length >= TELLING_BYTES) break;
  }
  const foreign = foreignFormat(first, name);
  return foreign === null ? null : foreignMessage(foreign);
}
