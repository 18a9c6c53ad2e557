import { folderStore } from "../functions/adapters/folder-store.ts";
import { publicKeys } from "../functions/layout.ts";
import { readJson } from "../functions/pipeline/conformed-manifest.ts";
import { fromArrow } from "../functions/releases/arrow-rows.ts";
import { rates, statuses } from "../functions/releases/tables.ts";
import type { Total } from "./totals.ts";

/** One figure of a whole school as everyone may read it. */
export interface ShownFigure {
  readonly school: string;
  readonly total: Total;
  readonly figure: number;
}

const NUMERATORS: { readonly [measure: string]: Total } = {
  "chronic-absence": "chronicallyAbsent",
  "plan-coverage": "openPlans",
  "goal-domains": "allDomains",
};
const DENOMINATORS: { readonly [measure: string]: Total } = {
  "plan-coverage": "studentsUnderMandate",
};
const STATUSES: { readonly [requirementAndStatus: string]: Total } = {
  "review-1 timely": "firstOnTime",
  "review-1 held-late": "firstLate",
  "review-2 timely": "secondOnTime",
  "review-2 held-late": "secondLate",
};

/** What the current release shows of whole schools, of those totals that it publishes at all. */
export async function releaseFigures(
  folder: string,
  district: string,
): Promise<readonly ShownFigure[]> {
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
    .flatMap(({ school, measure, numerator, denominator }) => [
      ...figure(school, NUMERATORS[measure], numerator),
      ...figure(school, DENOMINATORS[measure], denominator),
    ]);
  const fromStatuses = fromArrow(statuses, await bytesOf("statuses"))
    .filter(isWholeSchool)
    .flatMap(({ school, requirement, status, students }) =>
      figure(school, STATUSES[`${requirement} ${status}`], students),
    );
  return [...fromRates, ...fromStatuses];
}

const figure = (
  school: string,
  total: Total | undefined,
  value: number | null,
): readonly ShownFigure[] =>
  total === undefined || value === null ? [] : [{ school, total, figure: value }];
