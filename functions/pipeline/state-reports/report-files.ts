import type { DistrictId } from "../../domain/ids.ts";
import { addDays, day, type Day } from "../../domain/calendar/day.ts";
import { longDay } from "../../domain/calendar/long-day.ts";
import { schoolYearName } from "../../domain/calendar/school-year.ts";
import { contentHash } from "../../hashing/content-hash.ts";
import { recordsKeys } from "../../layout.ts";
import { reportBytes } from "../../reports/state/write/report-bytes.ts";
import { reportFileName } from "../../reports/state/records/report-file-name.ts";
import { reportSheet } from "../../reports/state/write/report-sheet.ts";
import type { FrozenRecords } from "../../reports/state/records/report-difference.ts";
import type { Sheet } from "../../reports/spreadsheet-csv.ts";
import { NotPossible } from "../not-possible.ts";
import type { ObjectStore } from "../ports.ts";
import { jsonBytes, readJson } from "../stored-json.ts";
import type { Certificate } from "../../reports/state/gate/certificate.ts";
import { certifiedBytes, certifiedRecords } from "./certified-bytes.ts";
import { certificatesOf } from "./certificates.ts";
import type { MadeReport } from "./make-report.ts";

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How long a file that nobody certified is kept. */
const DRAFT_KEPT_DAYS = 30;

/** Says until when the files beside it are kept. */
export const EXPIRY_FILE = "expires.json";

/** A file as it is handed out, and the certificate it belongs to; null where nobody certified it. */
export interface ExportedFile extends NamedBytes {
  readonly certificate: Certificate | null;
}

/**
 * The file of a report: the certified one of the school year where there is one, byte for byte;
 * otherwise that of a report that passed its gate, which is kept for 30 days.
 * @param instant the instant, as ISO text
 * @throws NotPossible when the gate is shut, or the certified file has expired or was damaged
 */
export async function exportReport(
  records: ObjectStore,
  made: MadeReport,
  instant: string,
): Promise<ExportedFile> {
  const { district } = made.manifest;
  const { definition, year, asOf } = made.inHand.context;
  const certificate =
    (await certificatesOf(records, district, definition.id)).findLast(
      ({ schoolYear }) => schoolYear === schoolYearName(year),
    ) ?? null;
  if (certificate !== null) {
    checkCountDay(certificate, asOf);
    return { ...(await certifiedFile(records, district, certificate)), certificate };
  }
  const file = passedFile(made, instant);
  const folder = recordsKeys.stateReport(district, definition.id, `not-certified-${asOf}`);
  await keepUntil(records, folder, addDays(day(instant.slice(0, 10)), DRAFT_KEPT_DAYS));
  await records.put(folder + file.name, file.bytes);
  return { ...file, certificate };
}

/** @throws NotPossible when another day is asked for than the one that was certified */
function checkCountDay({ certificate, countDay }: Certificate, asked: Day): void {
  if (countDay === asked) return;
  throw new NotPossible(
    `${certificate} was certified for ${longDay(day(countDay))}: ask for it with --as-of ${countDay}, or certify the records of ${longDay(asked)} as its amendment`,
  );
}

/** @throws NotPossible when the file has expired, or is no longer the one that was certified */
export async function certifiedFile(
  records: ObjectStore,
  district: DistrictId,
  certificate: Certificate,
): Promise<NamedBytes> {
  const [file] = certificate.files;
  if (file === undefined) throw new Error(`${certificate.certificate} lists no file`);
  const bytes = await certifiedBytes(records, district, certificate, file.name);
  if (bytes === null) {
    throw new NotPossible(
      `the file of ${certificate.certificate} was kept until ${certificate.expiresOn}; its certificate has the SHA-256 ${file.sha256}`,
    );
  }
  return { name: file.name, bytes };
}

/**
 * A report of no state as a spreadsheet, of the same records as its file: those that were certified
 * where there are any.
 * @throws NotPossible as `exportReport` does, and for a state's file, which no spreadsheet may touch
 */
export async function exportSheet(
  records: ObjectStore,
  made: MadeReport,
  instant: string,
): Promise<Sheet> {
  const { definition } = made.inHand.context;
  if (definition.state !== null) {
    throw new NotPossible("a state's file is written as the state asks, and not as a spreadsheet");
  }
  const { certificate } = await exportReport(records, made, instant);
  const frozen =
    certificate === null ? null : await keptRecords(records, made.manifest.district, certificate);
  const definitionOf = new Map(made.inHand.fields.map((field) => [field.name, field.definition]));
  return reportSheet(
    definition,
    // Under another mandate a report has other fields: those of the certificate are the frozen ones.
    frozen?.fields.map(({ name, isKey }) => ({
      ...{ name, definition: definitionOf.get(name) ?? name },
      ...(isKey && { isKey }),
    })) ?? made.inHand.fields,
    (frozen ?? made.inHand).records.map(({ cells }) => cells),
  );
}

/** @throws NotPossible when the records have expired, or are no longer those that were certified */
async function keptRecords(
  records: ObjectStore,
  district: DistrictId,
  certificate: Certificate,
): Promise<FrozenRecords> {
  const frozen = await certifiedRecords(records, district, certificate);
  if (frozen !== null) return frozen;
  throw new NotPossible(`the records of ${certificate.certificate} have expired`);
}

/** Notes, before they are written, until when files are kept. */
export const keepUntil = (records: ObjectStore, folder: string, expiresOn: Day): Promise<void> =>
  records.put(folder + EXPIRY_FILE, jsonBytes({ expiresOn }), "application/json");

/**
 * Removes the files of reports whose time has come; certificates stay.
 * @returns how many files were removed
 */
export async function removeExpired(
  records: ObjectStore,
  district: DistrictId,
  today: Day,
): Promise<number> {
  const keys = await records.list(recordsKeys.stateReports(district));
  let removed = 0;
  for (const key of keys.filter((candidate) => candidate.endsWith(`/${EXPIRY_FILE}`))) {
    const expiry = await readJson<{ readonly expiresOn: string }>(records, key);
    if (expiry === null || today < expiry.expiresOn) continue;
    const folder = key.slice(0, -EXPIRY_FILE.length);
    const files = keys.filter((file) => file.startsWith(folder) && file !== key);
    await records.delete(files);
    // Last, so that a run that is stopped goes on the next time.
    await records.delete([key]);
    removed += files.length;
  }
  return removed;
}

/**
 * The file of a report that passed its gate.
 * @param instant as ISO text: some states want it in the name
 * @throws NotPossible when the gate is shut: no option opens it
 */
export function passedFile({ inHand, gate }: MadeReport, instant: string): NamedBytes {
  const { definition, asOf, year } = inHand.context;
  if (gate.passed === null || definition.layout === null) {
    const failing = gate.checks.filter(({ outcome }) => outcome === "failed");
    throw new NotPossible(
      `${definition.title} cannot be written: ${failing.map(({ name, because }) => `${name}: ${because}`).join(" ")} ilp report fix ${definition.id} lists what to fix`,
    );
  }
  const name = reportFileName(definition.layout.fileName, inHand.context, instant);
  const id = contentHash(definition.id, asOf, instant).slice(0, 32);
  const { bytes } = reportBytes(definition, inHand.fields, gate.passed, {
    ...{ name, id, schoolYears: `${year - 1}-${year}` },
  });
  return { name, bytes };
}
