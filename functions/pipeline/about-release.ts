import { createHash } from "node:crypto";
import { orderOf } from "../disclosure/records-by-order.ts";
import { protectionStatement } from "../disclosure/policy.ts";
import { hiddenIds, type ProtectedCube } from "../disclosure/protected-release.ts";
import { schoolYearName, schoolYearOf } from "../domain/school-year.ts";
import { LANDMARK_DAY, MINIMUM_DAYS_AFTER } from "../metrics/attendance-association.ts";
import { METRICS } from "../metrics/metrics.ts";
import type { ReleaseManifest } from "../releases/manifest.ts";
import type { ReleaseTables } from "../releases/release-tables.ts";
import { sentencesOf } from "../releases/sentences.ts";
import { isToldOf } from "./data-quality-tables.ts";
import type { ConformedManifest } from "./conformed-manifest.ts";
import { definitionVersion } from "./definition-version.ts";
import { mandateSummary } from "./mandate-summary.ts";
import type { Measuring } from "./measure.ts";
import type { OfRelease } from "./protected-tables.ts";

/** What a release says of itself, its sentences written from its tables. */
export function aboutRelease(
  manifest: ConformedManifest,
  { mandate, asOf }: Measuring,
  {
    release,
    earlier,
    protectedCube,
    policy,
    fingerprintOf,
  }: Omit<OfRelease, "recordsChanged" | "plain">,
  tables: ReleaseTables,
): Omit<ReleaseManifest, "tables"> {
  const { absencesOutside, undatedStays } = manifest;
  const reading = {
    absencesOutside: absencesOutside === 0 ? null : orderOf(absencesOutside),
    hasUndatedStays: undatedStays > 0,
  };
  return {
    release,
    district: { id: manifest.district, name: manifest.districtName },
    schoolYear: schoolYearName(schoolYearOf(asOf)),
    asOf,
    definitionVersion: definitionVersion(mandate),
    previousRelease: earlier.at(-1)?.release ?? null,
    schools: manifest.schools.map(({ id, name }) => ({ id, name })),
    mandate: mandateSummary(mandate, asOf, manifest.duties),
    measures: METRICS.map(
      ({ measure: _measure, breakdowns: _b, population: _p, ...metric }) => metric,
    ),
    protection: {
      minimumGroup: policy.minimumGroup,
      statement: protectionStatement(policy),
      policy,
      proof: proofOf(protectedCube),
    },
    landmark: {
      instructionalDay: LANDMARK_DAY,
      minimumDaysAfter: MINIMUM_DAYS_AFTER,
      statement: `Plans and goals are counted as they stood on instructional day ${LANDMARK_DAY}; attendance is counted after it. Students whom no school of the district enrolled on that day, and those enrolled for fewer than ${MINIMUM_DAYS_AFTER} instructional days after it, are left out. Attendance before that day stands in for attendance of the year before.`,
    },
    sentences: sentencesOf(tables, LANDMARK_DAY, reading),
    reading,
    sources: manifest.files
      .filter(isToldOf)
      .map(({ kind, sha256, records, accepted, rejected }) => ({
        kind,
        fingerprint: fingerprintOf(sha256),
        records,
        accepted,
        rejected,
      })),
  };
}

function proofOf(protectedCube: ProtectedCube): ReleaseManifest["protection"]["proof"] {
  const { cells } = protectedCube.cube;
  const hidden = hiddenIds(protectedCube);
  return {
    figures: cells.filter(({ display: { kind } }) => kind !== "unpublished").length,
    hidden: hidden.length,
    pattern: createHash("sha256").update(hidden.join("\n")).digest("hex"),
    witnesses: protectedCube.witnesses,
    // A release with any is not made.
    faults: 0,
  };
}
