import { addDays, day } from "../../domain/calendar/day.ts";
import { schoolYearName } from "../../domain/calendar/school-year.ts";
import type { DistrictId } from "../../domain/ids.ts";
import { contentHash } from "../../hashing/content-hash.ts";
import { sha256Of } from "../../hashing/sha256-of.ts";
import { KEPT_DAYS, recordsKeys } from "../../layout.ts";
import { definitionVersion } from "../../metrics/cube/definition-version.ts";
import type { Certificate, Difference } from "../../reports/state/gate/certificate.ts";
import { frozenOf } from "../../reports/state/checks/amendment.ts";
import { profileOf } from "../../reports/state/records/report-profile.ts";
import {
  differenceSheet,
  reportDifference,
  type FrozenRecords,
  type RecordChange,
} from "../../reports/state/records/report-difference.ts";
import { toCsv } from "../../releases/files/csv.ts";
import { NotPossible } from "../not-possible.ts";
import type { ObjectStore } from "../ports.ts";
import { jsonBytes, readJson } from "../stored-json.ts";
import { certificatesOf } from "./certificates.ts";
import type { MadeReport } from "./make-report.ts";
import { certifiedKey, certifiedRecords, FROZEN_FILE } from "./certified-bytes.ts";
import { keepUntil, passedFile, type NamedBytes } from "./report-files.ts";

const DIFFERENCE_FILE = "difference.csv";

export interface CertifyAsked {
  readonly by: string;
  /** The instant, as ISO text. */
  readonly at: string;
  /** The certificate of the school year that this one replaces. */
  readonly amends: string | null;
}

/**
 * Freezes a report that passed its gate: the records of the count day, the file made from them, and a
 * certificate with the hash of each. Certified again without any change it is the one that is there; a
 * change is an amendment, which must name the version that it amends.
 * @throws NotPossible when the gate is shut, the school year has a certificate that is not amended, or
 * nothing differs from the one that is
 */
export async function certifyReport(
  records: ObjectStore,
  made: MadeReport,
  asked: CertifyAsked,
): Promise<Certificate> {
  const { district } = made.manifest;
  const { definition, year } = made.inHand.context;
  const file = passedFile(made, asked.at);
  const frozen = frozenOf(made.inHand);
  const schoolYear = schoolYearName(year);
  const before = (await certificatesOf(records, district, definition.id))
    .filter((certificate) => certificate.schoolYear === schoolYear)
    .at(-1);
  const rows = { name: FROZEN_FILE, bytes: jsonBytes(frozen) };
  if (before !== undefined && isCertifiedAsItIs(before, made)) {
    if (asked.amends === before.certificate) throw noDifference(before);
    return before;
  }
  checkAmends(before, asked.amends, schoolYear);
  const version = (before?.version ?? 0) + 1;
  const certificate = `${definition.id}-${schoolYear}-v${version}`;
  const changes =
    before === undefined ? null : await changesSince(records, district, before, frozen);
  if (before !== undefined && changes?.length === 0 && hasSameFile(before, made)) {
    throw noDifference(before);
  }
  const files: readonly NamedBytes[] = [file, rows, ...differenceFiles(changes)];
  const certified: Certificate = {
    ...{ certificate, report: definition.id, title: definition.title, schoolYear, version },
    countDay: made.inHand.context.asOf,
    amends: before?.certificate ?? null,
    ...{ certifiedBy: asked.by, certifiedAt: asked.at },
    expiresOn: addDays(day(asked.at.slice(0, 10)), KEPT_DAYS.stateReports),
    madeFrom: {
      conformed: made.manifest.version,
      mandate: made.inHand.context.mandate.title,
      definitionVersion: definitionVersion(made.inHand.context.mandate),
      definition: contentHash(JSON.stringify(definition)),
    },
    checks: made.gate.checks,
    profile: profileOf(made.inHand.fields, made.inHand.records),
    files: files.map(({ name, bytes }) => ({ name, sha256: sha256Of(bytes), bytes: bytes.length })),
    difference: changes === null ? null : differenceOf(changes),
  };
  return stored(records, made, certified, files);
}

/**
 * The certificate as it is stored: that of somebody else who certified the same records at this moment.
 * It comes last: files without one were never certified. Each file lies under its own hash, so that
 * whoever comes second changes none of the first.
 */
async function stored(
  records: ObjectStore,
  made: MadeReport,
  certified: Certificate,
  files: readonly NamedBytes[],
): Promise<Certificate> {
  const { report, certificate } = certified;
  const { district } = made.manifest;
  const folder = recordsKeys.stateReport(district, report, certificate);
  await keepUntil(records, folder, day(certified.expiresOn));
  for (const { name, bytes } of files) {
    await records.put(certifiedKey(district, certified, { name, sha256: sha256Of(bytes) }), bytes);
  }
  const key = recordsKeys.certificate(district, report, certificate);
  if (await records.putIfAbsent(key, jsonBytes(certified), "application/json")) return certified;
  const first = await readJson<Certificate>(records, key);
  if (first !== null && isCertifiedAsItIs(first, made)) return first;
  throw new NotPossible(
    `${certificate} was certified by somebody else at this moment: check the report again`,
  );
}

/**
 * Whether a certificate is of the records as they are now, and of the file that would be made of them.
 * Where the gate is shut no file can be made, and the records decide.
 */
export const isCertifiedAsItIs = (certificate: Certificate, made: MadeReport): boolean =>
  lists(certificate, { name: FROZEN_FILE, bytes: jsonBytes(frozenOf(made.inHand)) }) &&
  (made.gate.passed === null || hasSameFile(certificate, made));

/** Whether the file of a certificate has the name and the bytes that it would have now: some have their instant in them. */
const hasSameFile = (certificate: Certificate, made: MadeReport): boolean =>
  lists(certificate, passedFile(made, certificate.certifiedAt));

const lists = ({ files }: Certificate, file: NamedBytes): boolean =>
  files.some(({ name, sha256 }) => name === file.name && sha256 === sha256Of(file.bytes));

const noDifference = ({ certificate }: Certificate): NotPossible =>
  new NotPossible(
    `nothing differs from ${certificate}, so there is nothing to amend; run ilp report export to write its file again`,
  );

function checkAmends(
  before: Certificate | undefined,
  amends: string | null,
  schoolYear: string,
): void {
  if (before?.certificate === (amends ?? undefined)) return;
  throw new NotPossible(
    before === undefined
      ? `no certificate of ${schoolYear} is called ${amends ?? ""}: ilp report history names them`
      : `${before.certificate} is certified for ${schoolYear}, and its records or its file differ now: amend it with --amends ${before.certificate}`,
  );
}

/** @throws NotPossible when the records of the version before have expired or were damaged */
async function changesSince(
  records: ObjectStore,
  district: DistrictId,
  before: Certificate,
  now: FrozenRecords,
): Promise<readonly RecordChange[]> {
  const frozen = await certifiedRecords(records, district, before);
  if (frozen === null) {
    throw new NotPossible(
      `the records of ${before.certificate} have expired, so nothing can amend it`,
    );
  }
  return reportDifference(frozen, now);
}

function differenceFiles(changes: readonly RecordChange[] | null): readonly NamedBytes[] {
  if (changes === null) return [];
  const { definition, rows } = differenceSheet(changes);
  const bytes = new TextEncoder().encode(toCsv(definition, rows as readonly never[]));
  return [{ name: DIFFERENCE_FILE, bytes }];
}

function differenceOf(changes: readonly RecordChange[]): Difference {
  const byField: { [field: string]: number } = {};
  for (const { change, field } of changes) {
    if (change === "changed") byField[field] = (byField[field] ?? 0) + 1;
  }
  const of = (kind: RecordChange["change"]): number =>
    new Set(changes.filter(({ change }) => change === kind).map(({ key }) => key)).size;
  return {
    ...{ added: of("added"), removed: of("removed"), changed: of("changed"), byField },
    ...(changes.length === 0 && { isOfFileAlone: true }),
  };
}
