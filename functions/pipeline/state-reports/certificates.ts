import type { DistrictId } from "../../domain/ids.ts";
import { byText } from "../../domain/text/compare-text.ts";
import { recordsKeys } from "../../layout.ts";
import type { ReportProfile } from "../../reports/state/checks/report-check.ts";
import type { CheckMade } from "../../reports/state/gate.ts";
import type { ObjectStore } from "../ports.ts";
import { readJson } from "../stored-json.ts";

/**
 * That a person certified a report: what it was made from, which checks it passed, and the hash of each
 * file. It names no student, and is kept when the files are removed.
 */
export interface Certificate {
  /** "plan-status-2021-22-v1" */
  readonly certificate: string;
  readonly report: string;
  readonly title: string;
  readonly schoolYear: string;
  readonly countDay: string;
  /** 1 for the first of a school year; an amendment is the next. */
  readonly version: number;
  readonly amends: string | null;
  readonly certifiedBy: string;
  readonly certifiedAt: string;
  /** From this day on the files are removed. */
  readonly expiresOn: string;
  readonly madeFrom: {
    readonly conformed: string;
    readonly mandate: string;
    readonly definitionVersion: string;
    /** The hash of the report's definition. */
    readonly definition: string;
  };
  readonly checks: readonly CheckMade[];
  readonly profile: ReportProfile;
  readonly files: readonly CertifiedFile[];
  /** How an amendment differs from the version that it amends; null for the first. */
  readonly difference: Difference | null;
}

export interface CertifiedFile {
  readonly name: string;
  /** In lower-case hex. */
  readonly sha256: string;
  readonly bytes: number;
}

/** Counts of what an amendment changed; the file of differences names the students. */
export interface Difference {
  readonly added: number;
  readonly removed: number;
  /** Records of both versions that differ. */
  readonly changed: number;
  readonly byField: { readonly [field: string]: number };
}

/** The certificates of a report, the earliest first. */
export async function certificatesOf(
  records: ObjectStore,
  district: DistrictId,
  report: string,
): Promise<readonly Certificate[]> {
  const all = await allCertificates(records, district);
  return all.filter((certificate) => certificate.report === report);
}

/** The certificates of every report, the earliest first. */
export async function allCertificates(
  records: ObjectStore,
  district: DistrictId,
): Promise<readonly Certificate[]> {
  const keys = await records.list(recordsKeys.certificates(district));
  const read = await Promise.all(keys.map((key) => readJson<Certificate>(records, key)));
  return read
    .flatMap((certificate) => certificate ?? [])
    .sort(byText(({ certifiedAt, certificate }) => `${certifiedAt} ${certificate}`));
}
