import { nothingIngested, NotPossible } from "../not-possible.ts";
import type { DistrictId } from "../../domain/ids.ts";
import { namesMeant } from "../../domain/text/folded-name.ts";
import { namesToTry } from "../../domain/text/nearest-name.ts";
import { REJECT_REASON_NAMES, remedyOf, type Reject } from "../../domain/records/reject.ts";
import type { ConformedFile } from "../../conformed/conformed-manifest.ts";
import { districtKinds } from "../intake/district-kinds.ts";
import { looksLike } from "../intake/receive.ts";
import type { RejectTally } from "../../join/rows/file-rejects.ts";
import { OUTCOME_REMEDIES } from "../../editions/data-quality-tables.ts";
import { dayColumns } from "../../sources/profiles/day-columns.ts";
import type { FileKind } from "../../sources/profiles/profiles.ts";
import { listedValues } from "../../sources/read/listed-values.ts";
import { dayRangeWords } from "../../sources/values/day-ranges.ts";
import type { Places } from "../ports.ts";
import { quarantineOf } from "./quarantine.ts";
import { unusableFiles } from "./unusable-files.ts";

/** One file that was not used whole: how many of its records were not, and why. */
export interface QuarantinedFile {
  readonly file: string;
  readonly kind: string;
  readonly sha256: string;
  readonly outcome: ConformedFile["outcome"];
  readonly records: number;
  readonly rejected: number;
  /** Duplicates of another record, which are not counted again. */
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

export interface QuarantineReason extends RejectTally {
  readonly reasonName: string;
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
    throw new NotPossible(
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

async function lastJudged(
  { records }: Places,
  district: DistrictId,
): Promise<readonly ConformedFile[]> {
  const files = await unusableFiles(records, district);
  if (files === null) throw new NotPossible(nothingIngested(district));
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

/** A list of more values does not help a reader: its profile has them all. */
const MOST_VALUES = 24;

/**
 * What to do. For a value that is not in a list, this names the list; for a day, the days that are
 * possible.
 */
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
