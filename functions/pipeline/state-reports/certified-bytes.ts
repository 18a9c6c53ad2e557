import type { DistrictId } from "../../domain/ids.ts";
import { sha256Of } from "../../hashing/sha256-of.ts";
import { recordsKeys } from "../../layout.ts";
import type { CertifiedVersion } from "../../reports/state/checks/report-check.ts";
import type { Certificate, CertifiedFile } from "../../reports/state/gate/certificate.ts";
import type { FrozenRecords } from "../../reports/state/records/report-difference.ts";
import { NotPossible } from "../not-possible.ts";
import type { ObjectStore } from "../ports.ts";

/** The frozen records, beside the file that was made from them. */
export const FROZEN_FILE = "records.json";

/**
 * The bytes of a file that a certificate lists; null where it has expired.
 * @throws NotPossible when they are no longer those that were certified
 */
export async function certifiedBytes(
  records: ObjectStore,
  district: DistrictId,
  of: Certificate,
  name: string,
): Promise<Uint8Array | null> {
  const file = of.files.find((listed) => listed.name === name);
  if (file === undefined) throw new Error(`${of.certificate} lists no file ${name}`);
  const bytes = await records.get(certifiedKey(district, of, file));
  if (bytes !== null && sha256Of(bytes) !== file.sha256) {
    throw new NotPossible(
      `${name} of ${of.certificate} is not the one that was certified: restore it from a backup`,
    );
  }
  return bytes;
}

/** Where a certified file lies: under its hash, so that no other version of it is in its place. */
export const certifiedKey = (
  district: DistrictId,
  { report, certificate }: Pick<Certificate, "report" | "certificate">,
  { name, sha256 }: Pick<CertifiedFile, "name" | "sha256">,
): string => `${recordsKeys.stateReport(district, report, certificate)}${sha256}/${name}`;

/**
 * The records that a certificate froze; null where they have expired.
 * @throws NotPossible when they are no longer those that were certified
 */
export async function certifiedRecords(
  records: ObjectStore,
  district: DistrictId,
  certificate: Certificate,
): Promise<FrozenRecords | null> {
  const bytes = await certifiedBytes(records, district, certificate, FROZEN_FILE);
  return bytes === null ? null : (JSON.parse(new TextDecoder().decode(bytes)) as FrozenRecords);
}

/** A certified file as what may amend it is compared with it: by its counts alone where its records have expired or were damaged. */
export async function certifiedVersion(
  records: ObjectStore,
  district: DistrictId,
  of: Certificate | undefined,
): Promise<CertifiedVersion | null> {
  if (of === undefined) return null;
  const { certificate, profile } = of;
  const isWhole = await hasWholeRecords(records, district, of);
  return {
    ...{ certificate, profile },
    records: isWhole ? await certifiedRecords(records, district, of) : null,
  };
}

async function hasWholeRecords(
  records: ObjectStore,
  district: DistrictId,
  of: Certificate,
): Promise<boolean> {
  const file = of.files.find(({ name }) => name === FROZEN_FILE);
  if (file === undefined) return false;
  const bytes = await records.get(certifiedKey(district, of, file));
  return bytes !== null && sha256Of(bytes) === file.sha256;
}
