import { differenceInWords, type Certificate } from "../reports/state/gate/certificate.ts";
import type { CertifiedReport } from "./state-report-answers.ts";

/** A certificate as a page shows it. */
export const certifiedReport = (of: Certificate): CertifiedReport => ({
  certificate: of.certificate,
  report: of.report,
  title: of.title,
  schoolYear: of.schoolYear,
  countDay: of.countDay,
  certifiedBy: of.certifiedBy,
  certifiedAt: of.certifiedAt,
  expiresOn: of.expiresOn,
  records: of.profile.records,
  amendment: of.difference === null ? null : differenceInWords(of.difference),
  files: of.files.map(({ name, sha256 }) => ({ name, sha256 })),
});
