import type { DistrictId } from "../domain/ids.ts";
import type { Reject } from "../domain/reject.ts";
import { recordsKeys } from "../layout.ts";
import { FILE_KINDS } from "../sources/profiles.ts";
import {
  conformedInForce,
  jsonBytes,
  type ConformedFile,
  type ConformedManifest,
  type ConformedSchool,
  type FileOutcome,
  type RejectCount,
} from "./conformed-manifest.ts";
import { CONFORM_VERSION } from "./conform-version.ts";
import { contentHash } from "./content-hash.ts";
import { joinEditions } from "./join-editions.ts";
import { editions, putEdition, type Edition } from "./ledger.ts";
import { writePlanDocuments } from "./plan-documents.ts";
import type { ObjectStore, Places, Progress } from "./ports.ts";
import type { ReadFile } from "./read-file.ts";
import { storeSchools, type StoredSchool } from "./store-schools.ts";

/** Nothing usable was handed in: nothing is conformed and nothing published. */
export interface NothingUsable {
  readonly kind: "nothing-usable";
  readonly files: readonly ConformedFile[];
}
export interface Conformed {
  readonly kind: "conformed";
  readonly isNew: boolean;
  readonly manifest: ConformedManifest;
}

/**
 * Makes the conformed version of all editions in force: reads each file as it was stored, joins
 * them, writes the partitions that are new, the rejects and the plan documents, and last the
 * manifest. Whatever it is interrupted in, running it again comes to the same.
 */
export async function conform(
  district: DistrictId,
  districtName: string | null,
  { records, table }: Pick<Places, "records" | "table">,
  progress: Progress,
): Promise<Conformed | NothingUsable> {
  const inForce = await editions(table, district);
  const before = await conformedInForce(records, district);
  const madeFrom = madeFromOf(inForce, districtName);
  if (before !== null && before.madeFrom === madeFrom) {
    return { kind: "conformed", isNew: false, manifest: before };
  }

  progress.step("conform", inForce.length);
  const { joined, read, rejects } = await joinEditions(records, district, inForce, progress);
  const used = read.filter(({ outcome }) => outcome === "used").map(({ file }) => file);
  progress.done();

  const files = read
    .map(({ edition, file, outcome }) =>
      conformedFile(edition, file, outcome, rejects.get(file.sha256) ?? []),
    )
    // By name and not by arrival, so that equal files make an equal version; stable, since a good
    // edition follows the newest that it stands in for.
    .sort((a, b) => compareText(`${a.kind} ${a.name}`, `${b.kind} ${b.name}`));
  if (joined.schools.size === 0 || joined.stays.size === 0)
    return { kind: "nothing-usable", files };

  for (const { file } of read) {
    const all = [...file.rejects, ...(rejects.get(file.sha256) ?? [])];
    if (all.length > 0) await writeQuarantine(records, district, file.sha256, all);
  }
  const name = districtName ?? joined.name ?? before?.districtName ?? district;
  progress.step("write partitions and plan documents", joined.schools.size);
  const schools: ConformedSchool[] = [];
  await writePlanDocuments({ records, table }, district, joined, before, storedSchools());
  progress.done();
  const manifest = manifestOf(
    district,
    name,
    madeFrom,
    schools,
    files,
    countRejects(read, rejects),
  );
  await putManifest(records, manifest);
  for (const { edition, file, outcome } of read) {
    const isNewest = file.sha256 === edition.newest.sha256;
    if (outcome === "used" && isNewest && edition.good?.sha256 !== file.sha256) {
      await putEdition(table, district, { ...edition, good: edition.newest });
    }
  }
  return { kind: "conformed", isNew: manifest.version !== before?.version, manifest };

  /** Each school as its partitions are stored: its plan documents are on their way meanwhile. */
  async function* storedSchools(): AsyncGenerator<StoredSchool> {
    for await (const stored of storeSchools(records, district, joined, used, before)) {
      schools.push(stored.school);
      progress.advance(1);
      yield stored;
    }
  }
}

function madeFromOf(inForce: readonly Edition[], districtName: string | null): string {
  const kinds = FILE_KINDS.map(({ kind, version }) => `${kind}@${version}`);
  const files = inForce.map(({ kind, name, newest, good, batch }) => {
    // A good edition is part of the answer only while the newest is not it.
    const older = good === null || good.sha256 === newest.sha256 ? "" : good.sha256;
    return `${batch} ${kind} ${name} ${newest.sha256} ${newest.encoding} ${older}`;
  });
  return contentHash(String(CONFORM_VERSION), districtName ?? "", ...kinds, ...files);
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function conformedFile(
  edition: Edition,
  { sha256, reading }: ReadFile,
  outcome: FileOutcome,
  joinRejects: readonly Reject[],
): ConformedFile {
  const isStopped = outcome === "stopped";
  const rejected = isStopped ? reading.records : reading.rejected + joinRejects.length;
  return {
    name: edition.name,
    kind: edition.kind,
    sha256,
    outcome,
    records: reading.records,
    accepted: reading.records - rejected,
    rejected,
  };
}

function countRejects(
  read: readonly { edition: Edition; file: ReadFile }[],
  rejects: ReadonlyMap<string, readonly Reject[]>,
): readonly RejectCount[] {
  const counts = new Map<string, { -readonly [K in keyof RejectCount]: RejectCount[K] }>();
  for (const { edition, file } of read) {
    for (const { column, reason } of [...file.rejects, ...(rejects.get(file.sha256) ?? [])]) {
      const key = `${edition.kind}\u0000${column}\u0000${reason}`;
      const count = counts.get(key);
      if (count === undefined) counts.set(key, { kind: edition.kind, column, reason, records: 1 });
      else count.records++;
    }
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
}

async function writeQuarantine(
  records: ObjectStore,
  district: DistrictId,
  sha256: string,
  rejects: readonly Reject[],
): Promise<void> {
  const lines = rejects.map((reject) => JSON.stringify(reject)).join("\n");
  await records.put(
    recordsKeys.quarantine(district, sha256),
    new TextEncoder().encode(`${lines}\n`),
    "application/jsonl",
  );
}

function manifestOf(
  district: DistrictId,
  districtName: string,
  madeFrom: string,
  schools: readonly ConformedSchool[],
  files: readonly ConformedFile[],
  rejects: readonly RejectCount[],
): ConformedManifest {
  const content = { district, districtName, schools, files, rejects };
  return { version: contentHash(JSON.stringify(content)), madeFrom, ...content };
}

async function putManifest(records: ObjectStore, manifest: ConformedManifest): Promise<void> {
  const { district, version } = manifest;
  await records.put(recordsKeys.conformedManifest(district, version), jsonBytes(manifest));
  await records.put(recordsKeys.conformedLatest(district), jsonBytes({ version }));
}
