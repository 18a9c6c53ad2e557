import { folderStore } from "../functions/adapters/folder-store.ts";
import { publicKeys } from "../functions/layout.ts";
import { readJson } from "../functions/pipeline/conformed-manifest.ts";
import { fromArrow } from "../functions/releases/arrow-rows.ts";
import { percentsOf } from "../functions/releases/band-words.ts";
import { rates, statuses } from "../functions/releases/tables.ts";
import type { Total } from "./totals.ts";

/** One share of a whole school as everyone may read it, and the two totals that it is of. */
export interface ShownShare {
  readonly school: string;
  readonly total: Total;
  readonly of: Total;
  readonly band: string;
}

type Share = readonly [total: Total, of: Total];
const SHARES: { readonly [measure: string]: Share } = {
  "plan-coverage": ["openPlans", "studentsUnderMandate"],
  "goal-domains": ["allDomains", "openPlans"],
};
const STATUS_SHARES: { readonly [requirementAndStatus: string]: Share } = {
  "review-1 timely": ["firstOnTime", "studentsUnderMandate"],
  "review-1 held-late": ["firstLate", "studentsUnderMandate"],
  "review-2 timely": ["secondOnTime", "studentsUnderMandate"],
  "review-2 held-late": ["secondLate", "studentsUnderMandate"],
};

/** What the current release shows of whole schools. */
export async function releaseFigures(
  folder: string,
  district: string,
): Promise<readonly ShownShare[]> {
  const open = folderStore(folder);
  const latest = await readJson<{ path: string }>(open, publicKeys.latest(district));
  if (latest === null) throw new Error(`nothing is published in ${folder}`);
  const bytesOf = async (table: string): Promise<Uint8Array> => {
    const bytes = await open.get(`${district}/${latest.path}${table}.arrow`);
    if (bytes === null) throw new Error(`the release has no table ${table}`);
    return bytes;
  };
  const isWholeSchool = (row: { level: string; breakdown: string; state: string }): boolean =>
    row.level === "school" && row.breakdown === "all" && row.state === "shown";
  const fromRates = fromArrow(rates, await bytesOf("rates"))
    .filter(isWholeSchool)
    .flatMap(({ school, measure, band }) => shown(school, SHARES[measure], band));
  const fromStatuses = fromArrow(statuses, await bytesOf("statuses"))
    .filter(isWholeSchool)
    .flatMap(({ school, requirement, status, band }) =>
      shown(school, STATUS_SHARES[`${requirement} ${status}`], band),
    );
  return [...fromRates, ...fromStatuses];
}

const shown = (
  school: string,
  share: Share | undefined,
  band: string | null,
): readonly ShownShare[] =>
  share === undefined || band === null ? [] : [{ school, total: share[0], of: share[1], band }];

/** Whether a share of whole students is in the band: its whole percent, half rounded up. */
export function isInBand(students: number, of: number, band: string): boolean {
  const { least, greatest } = percentsOf(band);
  const percent = Math.floor((200 * students + of) / (2 * of));
  return percent >= least && percent <= greatest;
}
