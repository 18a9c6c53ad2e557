import { nothingIngested } from "../../pipeline/not-possible.ts";
import { incomingFiles } from "../../adapters/incoming/incoming-files.ts";
import { day } from "../../domain/calendar/day.ts";
import type { DistrictId } from "../../domain/ids.ts";
import { namesMeant } from "../../domain/text/folded-name.ts";
import { namesToTry } from "../../domain/text/nearest-name.ts";
import { REJECT_REASON_NAMES, remedyOf, type Reject } from "../../domain/records/reject.ts";
import { conform } from "../../pipeline/conform/conform.ts";
import { conformedInForce } from "../../pipeline/conform/conformed-in-force.ts";
import type { ConformedFile } from "../../conformed/conformed-manifest.ts";
import { districtKinds } from "../../pipeline/intake/district-kinds.ts";
import type { RejectTally } from "../../join/rows/file-rejects.ts";
import { OUTCOME_REMEDIES } from "../../editions/data-quality-tables.ts";
import { unusableFiles } from "../../pipeline/conform/unusable-files.ts";
import { PROFILE_NAME } from "../../pipeline/intake/register-files.ts";
import { quarantineOf } from "../../pipeline/conform/quarantine.ts";
import type { Places, Progress } from "../../pipeline/ports.ts";
import { looksLike, receive } from "../../pipeline/intake/receive.ts";
import { dayColumns } from "../../sources/profiles/day-columns.ts";
import { dayRangeWords } from "../../sources/values/day-ranges.ts";
import { listedValues } from "../../sources/read/listed-values.ts";
import type { FileKind } from "../../sources/profiles/profiles.ts";
import { CommandError, holdsNothing } from "../arguments/command-error.ts";
import { printable } from "../arguments/printable.ts";

/** One file that was not used whole: how many of its records were not, and why. */
export interface QuarantinedFile {
  readonly file: string;
  readonly kind: string;
  readonly sha256: string;
  readonly outcome: ConformedFile["outcome"];
  readonly records: number;
  readonly rejected: number;
  /** Duplicates of another record, not counted again. */
  readonly repeated: number;
  /**
   * Records not used because another record of the same thing contradicts them and counts instead.
   */
  readonly contradicted: number;
  /** Values that are set aside, their records being used without them. */
  readonly setAside: number;
  /** What to do about the file as a whole; empty where it is used. */
  readonly remedy: string;
  readonly reasons: readonly QuarantineReason[];
}

interface QuarantineReason {
  readonly column: string;
  readonly reason: Reject["reason"];
  readonly reasonName: string;
  readonly records: number;
  readonly remedy: string;
}

/** The files with rejects, records that contradict each other or values set aside, and those that could not be used at all: what `ilp quarantine list` prints. */
export async function quarantineList(
  places: Places,
  district: DistrictId,
): Promise<readonly QuarantinedFile[]> {
  const judged = await lastJudged(places, district);
  const { kinds } = await districtKinds(places, district);
  const files: QuarantinedFile[] = [];
  for (const { name, kind, sha256, outcome, records, rejected, repeated, ...more } of judged) {
    const { contradicted = 0, setAside = 0 } = more;
    const isUsed = outcome === "used" || outcome === "ignored";
    const isWhole = isUsed && rejected === 0 && contradicted === 0 && setAside === 0;
    if (isWhole) continue;
    const rejects = await quarantineOf(places.records, district, sha256);
    const fileKind = kinds.find((candidate) => candidate.kind === kind);
    const reasons = rejects.counts.map((tally) => reasonOf(tally, fileKind));
    const like =
      outcome === "not-recognized"
        ? await looksLike(places.records, district, { name, sha256 })
        : null;
    const remedy = like ?? OUTCOME_REMEDIES[outcome];
    const counts = { records, rejected, repeated, contradicted, setAside };
    files.push({ file: name, kind, sha256, outcome, ...counts, remedy, reasons });
  }
  return files;
}

/** The rejects of one file one by one, and how many more are only counted. */
export interface ShownRejects {
  readonly rejects: readonly (Reject & { readonly remedy: string })[];
  readonly onlyCounted: number;
}

/** The rejects of one file, by its name or the beginning of its SHA-256. They carry no value. */
export async function quarantineShow(
  places: Places,
  district: DistrictId,
  wanted: string,
): Promise<ShownRejects> {
  const judged = await lastJudged(places, district);
  const names = judged.map(({ name }) => name);
  const file =
    judged.find(({ name }) => namesMeant(wanted, names)[0] === name) ??
    judged.find(({ sha256 }) => wanted.length >= 6 && sha256.startsWith(wanted));
  if (file === undefined) {
    throw new CommandError(
      `no file has this name or SHA-256; ${namesToTry(wanted, names)}; ilp quarantine list shows the files with rejected records`,
    );
  }
  const { first, counts } = await quarantineOf(places.records, district, file.sha256);
  const { kinds } = await districtKinds(places, district);
  const kind = kinds.find((candidate) => candidate.kind === file.kind);
  const all = counts.reduce((sum, { records }) => sum + records, 0);
  return {
    rejects: first.map((reject) => ({ ...reject, remedy: remedyIn(reject, kind) })),
    onlyCounted: all - first.length,
  };
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
 * Reads the files as sent once more, by the profiles as they are now: a corrected profile or code
 * map is passed in, and nothing is sent again.
 */
export async function quarantineReplay(
  places: Places,
  district: DistrictId,
  profile: string | null,
  progress: Progress,
): Promise<Replayed> {
  const before = await conformedInForce(places.records, district);
  if (profile !== null) {
    await checkProfilesAlone(profile);
    const today = day(new Date().toISOString().slice(0, 10));
    const received = await receive(district, incomingFiles(profile), places, today, progress);
    for (const file of received) {
      if (file.outcome === "unreadable")
        throw new CommandError(printable(`${file.file}: ${file.message}`));
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

/** @throws CommandError where anything but profiles lies at a path, before any of it is kept */
async function checkProfilesAlone(path: string): Promise<void> {
  let isEmpty = true;
  for await (const { name } of incomingFiles(path)) {
    isEmpty = false;
    if (PROFILE_NAME.test(name)) continue;
    throw new CommandError(
      `${printable(name)} is not a profile: its name must end in ilp.profile.json`,
    );
  }
  if (isEmpty) throw holdsNothing([path]);
}

async function lastJudged(
  { records }: Places,
  district: DistrictId,
): Promise<readonly ConformedFile[]> {
  const files = await unusableFiles(records, district);
  if (files === null) throw new CommandError(nothingIngested(district));
  return files;
}

const reasonOf = (tally: RejectTally, kind: FileKind | undefined): QuarantineReason => ({
  ...tally,
  reasonName: REJECT_REASON_NAMES[tally.reason],
  remedy: remedyIn(tally, kind),
});

const DAY_REASONS: ReadonlySet<Reject["reason"]> = new Set([
  "day-out-of-range",
  "day-still-to-come",
  "outside-its-school-year",
]);

/** So many values of a list help; of a longer one its profile tells. */
const MOST_VALUES = 24;

/** What to do; of a value that is not listed, which values are, and of a day which days can be. */
function remedyIn(
  reject: Pick<Reject, "column" | "reason" | "range" | "disposition">,
  kind: FileKind | undefined,
): string {
  const { column, reason } = reject;
  if (DAY_REASONS.has(reason) && reject.range === undefined && kind !== undefined) {
    const [day] = dayColumns(kind, column);
    const range = day === undefined ? "" : ` Allowed: ${dayRangeWords(day.is, reason)}.`;
    return remedyOf(reject) + range;
  }
  const listed =
    (reason === "not-a-listed-value" || reason === "unknown-role") && kind !== undefined
      ? listedValues(kind, column)
      : [];
  if (listed.length === 0) return remedyOf(reject);
  const more = listed.length > MOST_VALUES ? " and others" : "";
  return `${remedyOf(reject)} Listed: ${listed.slice(0, MOST_VALUES).join(", ")}${more}.`;
}
