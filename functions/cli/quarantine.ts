import { incomingFiles } from "../adapters/incoming-files.ts";
import { day } from "../domain/day.ts";
import type { DistrictId } from "../domain/ids.ts";
import { REJECT_REASON_NAMES, REMEDIES, type Reject } from "../domain/reject.ts";
import { conform } from "../pipeline/conform.ts";
import {
  conformedInForce,
  type ConformedFile,
  type ConformedManifest,
} from "../pipeline/conformed-manifest.ts";
import { quarantineOf } from "../pipeline/quarantine.ts";
import type { Places, Progress } from "../pipeline/ports.ts";
import { receive } from "../pipeline/receive.ts";
import { CommandError } from "./command-error.ts";
import { printable } from "./printable.ts";

/** One file that was not used whole: how many of its records were not, and why. */
export interface QuarantinedFile {
  readonly file: string;
  readonly kind: string;
  readonly sha256: string;
  readonly outcome: ConformedFile["outcome"];
  readonly records: number;
  readonly rejected: number;
  readonly reasons: readonly QuarantineReason[];
}

interface QuarantineReason {
  readonly column: string;
  readonly reason: Reject["reason"];
  readonly reasonName: string;
  readonly records: number;
  readonly remedy: string;
}

/** The files with rejects, and those that could not be used at all: what `ilp quarantine list` prints. */
export async function quarantineList(
  places: Places,
  district: DistrictId,
): Promise<readonly QuarantinedFile[]> {
  const manifest = await inForce(places, district);
  const files: QuarantinedFile[] = [];
  for (const { name, kind, sha256, outcome, records, rejected } of manifest.files) {
    const isWhole = (outcome === "used" || outcome === "ignored") && rejected === 0;
    if (isWhole) continue;
    const reasons = reasonsOf(await quarantineOf(places.records, district, sha256));
    files.push({ file: name, kind, sha256, outcome, records, rejected, reasons });
  }
  return files;
}

/** Every reject of one file, by its name or the beginning of its SHA-256. It carries no value. */
export async function quarantineShow(
  places: Places,
  district: DistrictId,
  wanted: string,
): Promise<readonly Reject[]> {
  const manifest = await inForce(places, district);
  const file =
    manifest.files.find(({ name }) => name === wanted) ??
    manifest.files.find(({ sha256 }) => wanted.length >= 6 && sha256.startsWith(wanted));
  if (file === undefined) {
    throw new CommandError(
      "no file in force has this name or SHA-256: ilp quarantine list shows those with rejects",
    );
  }
  return quarantineOf(places.records, district, file.sha256);
}

/** What replaying changed, for each file whose outcome or number of rejects is another. */
export interface Replayed {
  readonly version: string | null;
  readonly files: readonly {
    readonly file: string;
    readonly kind: string;
    readonly outcome: ConformedFile["outcome"];
    readonly rejectedBefore: number | null;
    readonly rejected: number;
  }[];
}

/**
 * Reads the files as sent once more, by the profiles as they are now: a mended profile or code map
 * is handed in, and nothing is sent again.
 */
export async function quarantineReplay(
  places: Places,
  district: DistrictId,
  profile: string | null,
  progress: Progress,
): Promise<Replayed> {
  const before = await conformedInForce(places.records, district);
  if (profile !== null) {
    const today = day(new Date().toISOString().slice(0, 10));
    const received = await receive(district, incomingFiles(profile), places, today, progress);
    for (const file of received) {
      if (file.outcome === "unreadable")
        throw new CommandError(printable(`${file.file}: ${file.message}`));
      if (file.outcome !== "profile") {
        throw new CommandError(
          `${printable(file.file)} is no profile: its name must end in ilp.profile.json`,
        );
      }
    }
  }
  const options = { name: null, acceptRemovals: false };
  const conformed = await conform(district, options, places, progress);
  const files = conformed.kind === "conformed" ? conformed.manifest.files : conformed.files;
  return {
    version: conformed.kind === "conformed" ? conformed.manifest.version : null,
    files: files.flatMap(({ name, kind, sha256, outcome, rejected }) => {
      const was = before?.files.find((file) => file.sha256 === sha256);
      if (was?.rejected === rejected && was.outcome === outcome && was.kind === kind) return [];
      return [{ file: name, kind, outcome, rejectedBefore: was?.rejected ?? null, rejected }];
    }),
  };
}

async function inForce(places: Places, district: DistrictId): Promise<ConformedManifest> {
  const manifest = await conformedInForce(places.records, district);
  if (manifest === null) {
    throw new CommandError(`nothing is ingested for district ${district}`);
  }
  return manifest;
}

function reasonsOf(rejects: readonly Reject[]): readonly QuarantineReason[] {
  const counts = new Map<string, { column: string; reason: Reject["reason"]; records: number }>();
  for (const { column, reason } of rejects) {
    const key = `${column}\u0000${reason}`;
    const count = counts.get(key);
    if (count === undefined) counts.set(key, { column, reason, records: 1 });
    else count.records++;
  }
  return [...counts.values()].map((count) => ({
    ...count,
    reasonName: REJECT_REASON_NAMES[count.reason],
    remedy: REMEDIES[count.reason],
  }));
}
