import { createHmac, randomBytes } from "node:crypto";
import type { DistrictId } from "../../domain/ids.ts";
import { recordsKeys } from "../../layout.ts";
import type { Chance } from "../../protection/chance.ts";
import type { ObjectStore } from "../ports.ts";

const SECRET_BYTES = 32;

/** The secret of a school year is gone, and public releases of that year were made with it. */
export class SecretMissing extends Error {
  constructor(district: string, schoolYear: string) {
    super(
      `the secret of district ${district} for ${schoolYear} is missing, and public releases of that year rest on it: put it back from a backup (${recordsKeys.secret(district, schoolYear)}), or publish with --public --new-secret. With a new secret, figures that are drawn from now on are moved by other numbers: whoever keeps the releases before can average the two and come closer to the true counts.`,
    );
  }
}

/**
 * The numbers by which boundaries move, from the secret of a district's school year, which is made
 * once, at its first public release.
 * @param hasReleases whether the year has public releases that were drawn by it
 * @throws SecretMissing if it is gone although releases exist, unless a new one is asked for
 */
export async function chanceOfYear(
  records: ObjectStore,
  district: DistrictId,
  schoolYear: string,
  { hasReleases, isNew }: { readonly hasReleases: boolean; readonly isNew: boolean },
): Promise<Chance> {
  const key = recordsKeys.secret(district, schoolYear);
  if ((await records.size(key)) === null) {
    if (hasReleases && !isNew) throw new SecretMissing(district, schoolYear);
    // If two runs do this at once, the first one's secret is used by both.
    await records.putIfAbsent(key, randomBytes(SECRET_BYTES));
  }
  const secret = await records.get(key);
  if (secret?.length !== SECRET_BYTES) throw new Error(`no secret of 32 bytes under ${key}`);
  return (text) => createHmac("sha256", secret).update(text).digest().readUInt32BE(0);
}
