import type { DistrictId } from "../../domain/ids.ts";
import { recordsKeys } from "../../layout.ts";
import { jsonBytes, readJson } from "../stored-json.ts";
import type { ObjectStore } from "../ports.ts";

/** A district's settings of its weekly mail. There is no password among them. */
export interface MailSetting {
  /** The IANA time zone of the district; absent if the machine's applies. */
  readonly timezone?: string;
  /** The address that its mail comes from. */
  readonly from?: string;
  /** The address of its console, such as `https://ilp.north.example`. */
  readonly consoleAddress?: string;
}

export const mailSetting = async (
  records: ObjectStore,
  district: DistrictId,
): Promise<MailSetting> =>
  (await readJson<MailSetting>(records, recordsKeys.mailSetting(district))) ?? {};

/** Changes the given settings and keeps the others. */
export async function setMail(
  records: ObjectStore,
  district: DistrictId,
  setting: MailSetting,
): Promise<void> {
  const next = { ...(await mailSetting(records, district)), ...setting };
  await records.put(recordsKeys.mailSetting(district), jsonBytes(next), "application/json");
}
