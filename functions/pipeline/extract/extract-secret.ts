import { randomBytes } from "node:crypto";
import type { DistrictId } from "../../domain/ids.ts";
import { recordsKeys } from "../../layout.ts";
import type { ObjectStore } from "../ports.ts";

/**
 * The secret of a district's school year, by which students and values are left out of extracts at
 * random: made once, so that an extract which replaces another leaves out the same students. As
 * text of 64 hexadecimal digits.
 */
export async function extractSecret(
  records: ObjectStore,
  district: DistrictId,
  schoolYear: string,
): Promise<string> {
  const key = recordsKeys.extractSecret(district, schoolYear);
  // Of two runs at once the first one's holds for both.
  if ((await records.size(key)) === null) await records.putIfAbsent(key, randomBytes(32));
  const secret = await records.get(key);
  if (secret === null) throw new Error(`no secret under ${key}`);
  return Buffer.from(secret).toString("hex");
}
