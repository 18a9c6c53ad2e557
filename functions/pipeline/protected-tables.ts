import { protectEstimates } from "../disclosure/protect-estimates.ts";
import type { ProtectedCube } from "../disclosure/protected-release.ts";
import { derivedFrom, withoutStudents } from "../disclosure/protected-table.ts";
import { recordsByOrder, type RecordsCounted } from "../disclosure/records-by-order.ts";
import { fewestStudents, shownFigures } from "../disclosure/shown-figures.ts";
import type { SuppressionPolicy } from "../disclosure/suppression-policy.ts";
import { problemFigures } from "../metrics/reconciliation.ts";
import type { ReleaseTables } from "../releases/release-tables.ts";
import { changesSince, trendOf, type EarlierRelease } from "../releases/trend.ts";
import { measuredAssociations } from "./associations-table.ts";
import type { ConformedManifest } from "./conformed-manifest.ts";
import { fileRows, rejectRows } from "./data-quality-tables.ts";
import { measuredExposureGroups } from "./exposure-groups-table.ts";
import type { Measuring } from "./measure.ts";
import { askedNextSteps } from "./next-steps-table.ts";
import { askedRates } from "./rates-table.ts";
import { askedReconciliation, type ReconciliationKey } from "./reconciliation-table.ts";
import type { RecordsChangedKey } from "./records-changed-table.ts";
import type { Place } from "./release-places.ts";
import { askedStandings } from "./standings-table.ts";
import { askedStatuses } from "./statuses-table.ts";
import { askedStudentGroups, withGaps } from "./student-groups-table.ts";

/** What a release's tables need besides its places. */
export interface OfRelease {
  readonly release: string;
  readonly earlier: readonly EarlierRelease[];
  readonly recordsChanged: readonly RecordsCounted<RecordsChangedKey>[];
  readonly protectedCube: ProtectedCube;
  readonly plain: ReadonlySet<string>;
  readonly policy: SuppressionPolicy;
  /** What stands for a file's hash outside the district. */
  readonly fingerprintOf: (sha256: string) => string;
}

/** Every table of a release, its figures about students from the protected cube. */
export function protectedTables(
  places: readonly Place[],
  manifest: ConformedManifest,
  { mandate, asOf }: Measuring,
  {
    release,
    earlier,
    recordsChanged,
    protectedCube: { cube, hidden },
    plain,
    policy,
    fingerprintOf,
  }: OfRelease,
): ReleaseTables {
  const rates = shownFigures(cube, hidden, askedRates(places, mandate));
  const means = protectEstimates(places.slice(0, 1).flatMap(measuredExposureGroups), policy);
  const problems = askedReconciliation(places);
  return {
    rates,
    statuses: shownFigures(cube, hidden, askedStatuses(places, mandate)),
    standings: shownFigures(cube, hidden, askedStandings(places, mandate, plain)),
    "student-groups": withGaps(
      shownFigures(cube, hidden, askedStudentGroups(places, mandate)),
      rates,
    ),
    "next-steps": shownFigures(cube, hidden, askedNextSteps(places, mandate)),
    associations: protectEstimates(measuredAssociations(places, mandate), policy),
    "exposure-groups": derivedFrom(means, (rows) =>
      rows.map(({ estimate, ...row }) => ({ ...row, mean: estimate })),
    ),
    trend: trendOf(rates, release, asOf, earlier),
    changes: changesSince(rates, earlier.at(-1) ?? null),
    files: withoutStudents(fileRows(manifest.files, fingerprintOf)),
    rejects: withoutStudents(rejectRows(manifest.rejects)),
    reconciliation: derivedFrom(shownFigures(cube, hidden, problems), (rows) =>
      rows.map((row, index) => {
        const asked = problems[index];
        const fewest = asked === undefined ? 0 : fewestStudents(cube, hidden, asked);
        return { ...row, medianWeeks: fewest < policy.minimumGroup ? null : weeksOf(places, row) };
      }),
    ),
    "records-changed": recordsByOrder(recordsChanged),
  };
}

/** The weeks that the student in the middle has had a problem of records. */
function weeksOf(places: readonly Place[], row: ReconciliationKey): number | null {
  const place = places.find(({ level, school }) => level === row.level && school === row.school);
  return problemFigures(place?.partial.problems[row.problem] ?? {}).medianWeeks;
}
