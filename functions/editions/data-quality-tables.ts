import { byKey } from "../domain/text/compare-text.ts";
import { dispositionOf, REJECT_REASON_NAMES, remedyOf } from "../domain/records/reject.ts";
import type { StaffFileRow } from "../releases/tables/tables.ts";
import type { RecordsCounted } from "../protection/records-by-order.ts";
import { FILE_KINDS } from "../sources/profiles/profiles.ts";
import type {
  ConformedFile,
  ConformedManifest,
  FileOutcome,
} from "../conformed/conformed-manifest.ts";
import { UNKNOWN_KIND } from "../sources/feeds/recognized-file.ts";
import { publicNamesOf } from "../sources/profiles/own-kinds.ts";

/**
 * What to do about a file that is not used.
 * @param removed what a file that is held back would remove
 */
export const remediesOf = (removed: string): { readonly [outcome in FileOutcome]: string } => ({
  used: "",
  ignored: "",
  "not-recognized":
    "Its columns or its name fit no known format: ilp inspect shows the closest format and the file name it needs, and ilp profile new starts a profile for its vendor.",
  unreadable:
    "It is cut off, or a quotation mark is not closed: export it again. The last good version is still used.",
  stopped:
    "Too many of its records were rejected, or it has none: see the reasons, and send it again. The last good version is still used.",
  waiting: `It would remove ${removed}: check that it is complete and send it again, or accept it with ilp ingest --accept-removals (on AWS, by a run with “acceptRemovals”: true). The last good version is still used.`,
  refused: `It would remove ${removed}, and somebody decided that this is wrong: export it again and send the complete file. The last good version is still used.`,
});
export const OUTCOME_REMEDIES = remediesOf("many records, or every value of a column");

/** The parts of a conformed version that the tables are made from. */
type Read = Pick<ConformedManifest, "files" | "rejects" | "ownKinds">;

/**
 * The files in use, one by one, under the names that their formats give them: a sender's own name
 * may contain anything.
 */
export const staffFileRows = ({
  files,
  ownKinds,
}: Pick<Read, "files" | "ownKinds">): readonly StaffFileRow[] =>
  files.map(({ kind, sha256, outcome, ...file }) => ({
    ...namesOf(kind, ownKinds, "staff"),
    records: file.records,
    accepted: file.accepted,
    rejected: file.rejected,
    leftOut: file.leftOut,
    repeated: file.repeated,
    contradicted: file.contradicted ?? 0,
    setAside: file.setAside ?? 0,
    outcome,
    remedy: OUTCOME_REMEDIES[outcome],
    sha256,
  }));

/**
 * The files in use by kind and outcome, and nothing about a single file, whose size could reveal
 * something about one student.
 */
export const filesByKind = ({ files, ownKinds }: Pick<Read, "files" | "ownKinds">) =>
  countedByKind(files, ownKinds, "public");

function countedByKind(
  files: readonly ConformedFile[],
  ownKinds: Read["ownKinds"],
  edition: "staff" | "public",
) {
  return counted(
    files
      .filter(({ kind }) => isPublic(kind, ownKinds))
      .map(({ kind, outcome, records }) => {
        const names = namesOf(kind, ownKinds, edition);
        return { key: { ...names, outcome, remedy: OUTCOME_REMEDIES[outcome] }, records };
      }),
    ({ kind, outcome }) => `${kind} ${outcome}`,
  );
}

/** Each kind of file that an edition was made from, with the records of all its files. */
export function kindsRead(
  { files, ownKinds }: Pick<Read, "files" | "ownKinds">,
  edition: "staff" | "public",
) {
  const used = files.filter(({ outcome }) => outcome === "used");
  return countedByKind(used, ownKinds, edition).map(({ key: { kind, kindName }, records }) => ({
    kind,
    kindName,
    records,
  }));
}

/**
 * Why records or values could not be used, by kind of file, column, reason and effect. The public
 * edition does not name the columns of a district's own format, since the district chose the names.
 */
export function rejectsByReason(
  { rejects, ownKinds }: Pick<Read, "rejects" | "ownKinds">,
  edition: "staff" | "public",
) {
  const rows = rejects
    .filter(({ kind }) => edition === "staff" || isPublic(kind, ownKinds))
    .map(({ kind, column, reason, disposition, records }) => {
      const reasonAndDisposition = { reason, ...(disposition && { disposition }) };
      const names = namesOf(kind, ownKinds, edition);
      return {
        key: {
          file: names.file,
          kind: names.kind,
          column: edition === "public" ? publicColumn(column, kind, ownKinds) : column,
          reason,
          reasonName: REJECT_REASON_NAMES[reason],
          effect: dispositionOf(reasonAndDisposition),
          remedy: remedyOf(reasonAndDisposition),
        },
        records,
      };
    });
  // Kinds and columns that differ within the district may have the same name in the public edition.
  return edition === "staff" || ownKinds === undefined
    ? rows
    : counted(rows, ({ kind, column, reason, effect }) => [kind, column, reason, effect].join(" "));
}

/**
 * Decisions about single students are not listed in the public edition: their number would reveal
 * something about those students.
 */
const isPublic = (kind: string, ownKinds: Read["ownKinds"]): boolean =>
  !/exemption|attestation/.test(kind) &&
  !ownKind(kind, ownKinds)?.tables.some(
    (table) => table === "exemption" || table === "attestation",
  );

/** Joins rows with equal keys and adds their records, in the order of the keys' names. */
function counted<Key>(
  rows: readonly RecordsCounted<Key>[],
  nameOf: (key: Key) => string,
): readonly RecordsCounted<Key>[] {
  const byName = new Map<string, RecordsCounted<Key>>();
  for (const { key, records } of rows) {
    const name = nameOf(key);
    byName.set(name, { key, records: records + (byName.get(name)?.records ?? 0) });
  }
  return [...byName].sort(byKey).map(([, row]) => row);
}

interface KindNames {
  readonly file: string;
  readonly kind: string;
  readonly kindName: string;
}

function namesOf(kind: string, ownKinds: Read["ownKinds"], edition: "staff" | "public"): KindNames {
  const own = ownKind(kind, ownKinds);
  if (own !== undefined) {
    return edition === "public" ? publicNamesOf(own) : { file: own.file, kind, kindName: own.name };
  }
  const fileKind = FILE_KINDS.find((file) => file.kind === kind);
  return fileKind === undefined
    ? // A version from before own kinds were noted may have one that is not told from an unknown one.
      {
        file: "a file of no known format",
        kind: edition === "public" ? UNKNOWN_KIND : kind,
        kindName: "Not recognized",
      }
    : { file: fileKind.profile.file, kind, kindName: fileKind.profile.name };
}

const ownKind = (kind: string, ownKinds: Read["ownKinds"]) =>
  ownKinds?.find((own) => own.kind === kind);

const publicColumn = (column: string, kind: string, ownKinds: Read["ownKinds"]): string =>
  column === "" || (ownKind(kind, ownKinds) === undefined && isShipped(kind))
    ? column
    : "a column of the district's own format";

const isShipped = (kind: string): boolean => FILE_KINDS.some((file) => file.kind === kind);
