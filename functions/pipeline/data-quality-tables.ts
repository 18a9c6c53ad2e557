import { dispositionOf, REJECT_REASON_NAMES, remedyOf } from "../domain/reject.ts";
import type { StaffFileRow } from "../releases/tables.ts";
import type { RecordsCounted } from "../protection/records-by-order.ts";
import { FILE_KINDS } from "../sources/profiles.ts";
import type { ConformedFile, FileOutcome, RejectCount } from "./conformed-manifest.ts";

/** What to do about a file that is not used. */
export const OUTCOME_REMEDIES: { readonly [outcome in FileOutcome]: string } = {
  used: "",
  ignored: "",
  "not-recognised":
    "Its columns fit no known format, or its name does not: ilp inspect shows the nearest one and the name that it asks for, and ilp profile new begins a profile for its vendor.",
  unreadable:
    "It breaks off or has an open quotation mark: export it again. It is kept as sent; the last good version stays in force.",
  stopped:
    "Too many of its records were rejected, or it holds none: see the reasons and send it again. The last good version stays in force.",
  waiting:
    "It would remove many schools, students, enrollments or plans: check that it is whole and send it again, or take it as it is with ilp ingest --accept-removals. The last good version stays in force.",
};

/** What people decided of single students is no file of the public: how many there are would speak of them. */
const isPublic = ({ kind }: { readonly kind: string }): boolean =>
  !/exemption|attestation/.test(kind);

/** The files in force, exactly and file by file, under the names that their formats give them: a sender's own name may hold anything. */
export const staffFileRows = (files: readonly ConformedFile[]): readonly StaffFileRow[] =>
  files.map(({ kind, sha256, outcome, ...file }) => ({
    ...namesOf(kind),
    kind,
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

/** The files in force by kind and outcome: nothing of a single file, whose size could speak of one student. */
export function filesByKind(files: readonly ConformedFile[]) {
  const byKind = new Map<string, RecordsCounted<FileKindKey>>();
  for (const { kind, outcome, records } of files.filter(isPublic)) {
    const key = { ...namesOf(kind), kind, outcome, remedy: OUTCOME_REMEDIES[outcome] };
    const name = `${kind} ${outcome}`;
    byKind.set(name, { key, records: records + (byKind.get(name)?.records ?? 0) });
  }
  return [...byKind].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

interface FileKindKey {
  readonly file: string;
  readonly kind: string;
  readonly kindName: string;
  readonly outcome: FileOutcome;
  readonly remedy: string;
}

/** Each kind of file that an edition was made from, with the records of all its files. */
export function kindsRead(files: readonly ConformedFile[]) {
  const used = files.filter(({ outcome }) => outcome === "used");
  return filesByKind(used).map(({ key: { kind, kindName }, records }) => ({
    kind,
    kindName,
    records,
  }));
}

/** Why records or values could not be used, by kind of file, column, reason and effect. */
export const rejectsByReason = (rejects: readonly RejectCount[], edition: "staff" | "public") =>
  rejects
    .filter((one) => edition === "staff" || isPublic(one))
    .map(({ kind, column, reason, disposition, records }) => ({
      key: {
        file: namesOf(kind).file,
        kind,
        column,
        reason,
        reasonName: REJECT_REASON_NAMES[reason],
        effect: dispositionOf({ reason, ...(disposition && { disposition }) }),
        remedy: remedyOf({ reason, ...(disposition && { disposition }) }),
      },
      records,
    }));

function namesOf(kind: string): { readonly file: string; readonly kindName: string } {
  const known = FILE_KINDS.find((file) => file.kind === kind);
  return known === undefined
    ? { file: "a file of no known format", kindName: "Not recognised" }
    : { file: known.profile.file, kindName: known.profile.name };
}
