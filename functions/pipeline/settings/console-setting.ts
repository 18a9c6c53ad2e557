import type { DistrictId } from "../../domain/ids.ts";
import { recordsKeys } from "../../layout.ts";
import { jsonBytes, readJson } from "../stored-json.ts";
import type { ObjectStore } from "../ports.ts";

/** A district's settings of the console. */
export interface ConsoleSetting {
  /** After how many days the data of the staff edition count as old. */
  readonly oldAfterDays: number;
}

/** Long enough for a weekend and a holiday. */
export const DEFAULT_CONSOLE: ConsoleSetting = { oldAfterDays: 4 };

export const consoleSetting = async (
  records: ObjectStore,
  district: DistrictId,
): Promise<ConsoleSetting> => ({
  ...DEFAULT_CONSOLE,
  ...(await readJson<Partial<ConsoleSetting>>(records, recordsKeys.consoleSetting(district))),
});

export const setConsole = (
  records: ObjectStore,
  district: DistrictId,
  setting: ConsoleSetting,
): Promise<void> =>
  records.put(recordsKeys.consoleSetting(district), jsonBytes(setting), "application/json");
