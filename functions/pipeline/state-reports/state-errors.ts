import { createHash } from "node:crypto";
import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import type { Day } from "../../domain/calendar/day.ts";
import type { Reject } from "../../domain/records/reject.ts";
import { namesToTry } from "../../domain/text/nearest-name.ts";
import type { ErrorProfile } from "../../reports/state-errors/error-profile.ts";
import { ERROR_PROFILES } from "../../reports/state-errors/error-profiles.ts";
import { errorsByRule, type RuleCount } from "../../reports/state-errors/errors-by-rule.ts";
import { joinErrors, type JoinedError } from "../../reports/state-errors/join-errors.ts";
import { readStateErrors } from "../../reports/state-errors/read-state-errors.ts";
import { isRecognized, recognizeErrors } from "../../reports/state-errors/recognize-errors.ts";
import { sentText } from "../../sources/csv/sent-text.ts";
import { NotPossible } from "../not-possible.ts";
import type { ObjectStore } from "../ports.ts";
import { reportSettings } from "../settings/report-settings.ts";
import { errorStudents } from "./error-students.ts";
import {
  keepErrorReport,
  removeExpiredReports,
  type KeptErrorReport,
} from "./kept-error-reports.ts";

/** A state's error report, read and joined to the district's students. It names students. */
export interface StateErrorReport {
  readonly profile: Pick<ErrorProfile, "id" | "title" | "status">;
  readonly kept: KeptErrorReport;
  /** Records of the report, those that could not be read among them. */
  readonly records: number;
  readonly rules: readonly RuleCount[];
  readonly errors: readonly JoinedError[];
  /** Records that could not be read, and values that were set aside; no value. */
  readonly rejects: readonly Reject[];
  /** Whether the report breaks off in a record, so that those after it are not read. */
  readonly isCutShort: boolean;
}

export interface StateErrorsAsked {
  /** The profile by which the file is to be read; null to find it. */
  readonly profile: string | null;
  readonly today: Day;
}

/**
 * Reads a state's error report, joins each error to the student it is about, and keeps the file as it
 * was sent until it expires.
 * @throws NotPossible where no profile reads the file
 */
export async function stateErrors(
  records: ObjectStore,
  manifest: ConformedManifest,
  file: { readonly name: string; readonly bytes: Uint8Array },
  { profile: asked, today }: StateErrorsAsked,
): Promise<StateErrorReport> {
  const { name, bytes } = file;
  await removeExpiredReports(records, manifest.district, today);
  const sent = sentText(name, bytes);
  if ("because" in sent) throw new NotPossible(sent.because);
  const { text } = sent;
  const recognized = recognizeErrors(name, text, profilesAsked(asked));
  if (!isRecognized(recognized)) throw new NotPossible(recognized.because);
  const { profile } = recognized;
  const read = readStateErrors({ name, text }, recognized);
  const { schools } = await reportSettings(records, manifest.district);
  const students = await errorStudents(records, manifest, schools);
  const errors = joinErrors(read.errors, students, profile);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const about = { sha256, profile: profile.id, readOn: today };
  return {
    profile: { id: profile.id, title: profile.title, status: profile.status },
    kept: await keepErrorReport(records, manifest.district, about, bytes),
    ...{ records: read.records, rejects: read.rejects, isCutShort: read.isCutShort },
    ...{ rules: errorsByRule(errors, profile), errors },
  };
}

function profilesAsked(asked: string | null): readonly ErrorProfile[] {
  if (asked === null) return ERROR_PROFILES;
  const profile = ERROR_PROFILES.find(({ id }) => id === asked);
  if (profile !== undefined) return [profile];
  const ids = ERROR_PROFILES.map(({ id }) => id);
  throw new NotPossible(
    `there is no profile of error reports "${asked}": ${namesToTry(asked, ids)}`,
  );
}
