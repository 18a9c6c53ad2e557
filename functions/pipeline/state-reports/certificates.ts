import type { DistrictId } from "../../domain/ids.ts";
import { byText } from "../../domain/text/compare-text.ts";
import { recordsKeys } from "../../layout.ts";
import type { Certificate } from "../../reports/state/gate/certificate.ts";
import type { ObjectStore } from "../ports.ts";
import { readJson } from "../stored-json.ts";

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
