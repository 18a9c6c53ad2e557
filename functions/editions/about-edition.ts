import type { SchoolId } from "../domain/ids.ts";
import { schoolYearName, schoolYearOf } from "../domain/calendar/school-year.ts";
import { LANDMARK_DAY, MINIMUM_DAYS_AFTER } from "../metrics/cube/attendance-association.ts";
import { notCollected } from "../mandates/rules/not-collected.ts";
import type { CalendarDue } from "../metrics/cube/calendar-due.ts";
import type { SchoolLevels } from "../metrics/cube/school-level.ts";
import { METRICS } from "../metrics/measures/metrics.ts";
import { protectionStatement, type ProtectionPolicy } from "../protection/protection-policy.ts";
import { orderOf } from "../protection/records-by-order.ts";
import {
  RELEASE_FORMAT,
  type ReadingNotes,
  type ReleaseManifest,
} from "../releases/manifest/manifest.ts";
import { messagesOf, type Written } from "../releases/messages/messages.ts";
import type { EarlierReleases } from "../releases/trends/trend.ts";
import { collectedOf } from "../join/collected-codes.ts";
import type { ConformedManifest } from "../conformed/conformed-manifest.ts";
import { kindsRead } from "./data-quality-tables.ts";
import { definitionVersion } from "../metrics/cube/definition-version.ts";
import { availableIn } from "../conformed/availability.ts";
import { mandateSummary } from "./mandate-summary.ts";
import type { Measuring } from "../metrics/students/measuring.ts";

/** What an edition is made from beside its records and tables. */
interface EditionBeside {
  readonly release: string;
  readonly earlier: EarlierReleases;
  readonly policy: ProtectionPolicy;
  readonly dueOn: CalendarDue;
  /** The schools of which only a part of the calendar was sent, which the staff edition names. */
  readonly calendarsInPart?: readonly SchoolId[];
  /** The schools whose level the edition shows. */
  readonly levels: SchoolLevels;
}

/** What an edition says about itself, with messages written from its tables. */
export function aboutEdition(
  edition: ReleaseManifest["edition"],
  manifest: ConformedManifest,
  { mandate, asOf }: Measuring,
  {
    release,
    earlier: { sameDefinitions, otherDefinitionsOn },
    policy,
    dueOn,
    calendarsInPart = [],
    levels,
  }: EditionBeside,
  tables: Written,
): Omit<ReleaseManifest, "tables"> {
  const reading = readingNotes(edition, manifest, { mandate, asOf }, calendarsInPart);
  const trend = { startsOn: sameDefinitions[0]?.asOf ?? asOf, otherDefinitionsOn };
  const summary = mandateSummary(mandate, asOf, {
    done: manifest.duties ?? [],
    sent: availableIn(manifest),
    edition,
    dueOn,
  });
  return {
    edition,
    release,
    district: { id: manifest.district, name: manifest.districtName },
    schoolYear: schoolYearName(schoolYearOf(asOf)),
    asOf,
    definitionVersion: definitionVersion(mandate),
    format: RELEASE_FORMAT,
    previousRelease: sameDefinitions.at(-1)?.release ?? null,
    trend,
    schools: manifest.schools.map(({ id, name }) => ({ id, name, level: levels[id] ?? "other" })),
    mandate: summary,
    measures: measuresOf(edition),
    protection: {
      smallestGroup: policy.smallestGroup,
      statement: protectionStatement(policy),
    },
    landmark: LANDMARK,
    messages: messagesOf(tables, {
      ...{ edition, asOf, reading, trend },
      mandate: summary,
      landmarkDay: LANDMARK_DAY,
    }),
    reading,
    sources: kindsRead(manifest, edition).map(({ kind, kindName, records }) => ({
      kind,
      kindName,
      records: recordCount(edition, records),
    })),
  };
}

/** Staff see exact numbers of records, the public their order of magnitude. */
const recordCount = (edition: ReleaseManifest["edition"], records: number): string =>
  edition === "staff" ? records.toLocaleString("en-US") : orderOf(records);

/** What a reader should know about the records behind the figures. */
function readingNotes(
  edition: ReleaseManifest["edition"],
  manifest: ConformedManifest,
  { mandate, asOf }: Measuring,
  calendarsInPart: readonly SchoolId[],
): ReadingNotes {
  const { absencesOutside, undatedEnrollments } = manifest;
  const collected = collectedOf(manifest);
  return {
    absencesOutside: absencesOutside === 0 ? null : recordCount(edition, absencesOutside),
    hasUndatedEnrollments: undatedEnrollments > 0,
    ...(calendarsInPart.length > 0 && {
      calendarsInPart: manifest.schools
        .filter(({ id }) => calendarsInPart.some((school) => school === id))
        .map(({ id, name }) => ({ id, name })),
    }),
    ...(edition === "staff" &&
      collected !== undefined && { notCollected: notCollected(mandate, collected, asOf) }),
  };
}

/** The measures of which the edition has figures. */
const measuresOf = (edition: ReleaseManifest["edition"]): ReleaseManifest["measures"] =>
  METRICS.filter(({ isPublic }) => edition === "staff" || isPublic).map(
    ({ id, name, isHigherBetter, definition, numerator, denominator, ...more }) => ({
      ...{ id, name, isHigherBetter, definition, numerator, denominator },
      exclusions: more.exclusions,
      source: more.source,
      ...(more.isValidated === false && { isValidated: false as const }),
      version: more.version,
    }),
  );

/** The landmark that separates plans from the attendance they are compared with. */
const LANDMARK: ReleaseManifest["landmark"] = {
  instructionalDay: LANDMARK_DAY,
  minimumDaysAfter: MINIMUM_DAYS_AFTER,
  statement: `Plans and goals are counted as they stood on instructional day ${LANDMARK_DAY}; attendance is counted after it. Students whom no school of the district enrolled on that day, and those enrolled for fewer than ${MINIMUM_DAYS_AFTER} instructional days after it, are left out, as are those with a goal whose day nobody recorded. Attendance before that day stands in for attendance of the year before.`,
};
