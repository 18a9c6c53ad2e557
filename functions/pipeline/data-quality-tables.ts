import { REJECT_REASON_NAMES, REMEDIES } from "../domain/reject.ts";
import type { FileRow, RejectRow } from "../releases/tables.ts";
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

/** What people decided of single students: how many there are is told to nobody outside. */
export const isToldOf = ({ kind }: { readonly kind: string }): boolean =>
  !/exemption|attestation/.test(kind);

/**
 * The files in force, under the names that their formats give them: a sender's own name may hold anything.
 * @param fingerprintOf what stands for a file's hash, which of a short file could be tried out
 */
export const fileRows = (
  files: readonly ConformedFile[],
  fingerprintOf: (sha256: string) => string,
): readonly FileRow[] =>
  files
    .filter(isToldOf)
    .map(({ kind, sha256, outcome, records, accepted, rejected, leftOut, repeated }) => ({
      ...namesOf(kind),
      kind,
      records,
      accepted,
      rejected,
      leftOut,
      repeated,
      outcome,
      remedy: OUTCOME_REMEDIES[outcome],
      fingerprint: fingerprintOf(sha256),
    }));

export const rejectRows = (rejects: readonly RejectCount[]): readonly RejectRow[] =>
  rejects.filter(isToldOf).map(({ kind, column, reason, records }) => ({
    file: namesOf(kind).file,
    kind,
    column,
    reason,
    reasonName: REJECT_REASON_NAMES[reason],
    remedy: REMEDIES[reason],
    records,
  }));

function namesOf(kind: string): { readonly file: string; readonly kindName: string } {
  const known = FILE_KINDS.find((file) => file.kind === kind);
  return known === undefined
    ? { file: "a file of no known format", kindName: "Not recognised" }
    : { file: known.profile.file, kindName: known.profile.name };
}
