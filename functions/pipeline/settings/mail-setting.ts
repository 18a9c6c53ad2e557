import type { DistrictId } from "../../domain/ids.ts";
import { recordsKeys } from "../../layout.ts";
import { jsonBytes, readJson } from "../stored-json.ts";
import type { ObjectStore } from "../ports.ts";

/** What a district has set of its weekly mail. It holds no password. */
export interface MailSetting {
  /** The IANA time zone of the district; absent where the machine's holds. */
  readonly timezone?: string;
  /** The address that its mail comes from. */
  readonly from?: string;
  /** Where its console is, as `https://ilp.north.example`. */
  readonly consoleAddress?: string;
}

export const mailSetting = async (
  records: ObjectStore,
  district: DistrictId,
): Promise<MailSetting> =>
  (await readJson<MailSetting>(records, recordsKeys.mailSetting(district))) ?? {};

/** Sets what is given and leaves the rest. */
export async function setMail(
  records: ObjectStore,
  district: DistrictId,
  setting: MailSetting,
): Promise<void> {
  const next = { ...(await mailSetting(records, district)), ...setting };
  await records.put(recordsKeys.mailSetting(district), jsonBytes(next), "application/json");
}
