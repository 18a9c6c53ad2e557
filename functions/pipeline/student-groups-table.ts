import type { ProtectedTable } from "../disclosure/protected-table.ts";
import { derivedFrom } from "../disclosure/protected-table.ts";
import type { FigureAsked, ShownBand } from "../disclosure/shown-figures.ts";
import {
  CROSSED_DIVISIONS,
  STUDENT_DIVISIONS,
  studentDivision,
  type StudentDivision,
} from "../domain/student-groups.ts";
import type { MandateProfile } from "../mandates/mandate-profile.ts";
import type { Metric } from "../metrics/metric.ts";
import { METRICS } from "../metrics/metrics.ts";
import { gapBetween } from "../releases/gaps.ts";
import type { RateRow, StudentGroupRow } from "../releases/tables.ts";
import { placeId } from "./measured-students.ts";
import { divisionsToldOf, isBySchool, isByStudentGroup } from "./published-divisions.ts";
import { studentsOf } from "./rates-table.ts";
import { placeColumns, type Place, type PlaceColumns } from "./release-places.ts";
import { statisticIds } from "./statistic-ids.ts";

export type StudentGroupKey = PlaceColumns & {
  readonly measure: string;
  readonly measureName: string;
  readonly requirement: string;
  readonly requirementName: string;
  readonly division: string;
  readonly divisionName: string;
  readonly group: string;
  readonly groupName: string;
  readonly heldAgainst: string;
  readonly heldAgainstName: string;
};

const ALL_STUDENTS = { heldAgainst: "all", heldAgainstName: "All students" } as const;
const NOTHING = { heldAgainst: "", heldAgainstName: "" } as const;

/** Every measure by every student group, where the registry publishes it. */
export function askedStudentGroups(
  places: readonly Place[],
  mandate: MandateProfile,
): readonly FigureAsked<StudentGroupKey>[] {
  const [district] = places;
  const toldOf = district === undefined ? [] : divisionsToldOf(district.partial);
  return METRICS.flatMap((metric) =>
    places.flatMap((place) =>
      cohortsOf(metric, place, mandate).flatMap((cohort) =>
        groupsAt(place, metric, toldOf).map((group): FigureAsked<StudentGroupKey> => ({
          key: {
            measure: metric.id,
            measureName: metric.name,
            ...placeColumns(place),
            requirement: cohort.requirement,
            requirementName: cohort.requirementName,
            ...group.columns,
          },
          statistic: cohort.statistic,
          part: "counted",
          place: placeId(place),
          group: group.key,
          isApplicable: cohort.isApplicable,
          hasStudents: (place.partial.groups[group.key] ?? 0) > 0,
        })),
      ),
    ),
  );
}

interface Cohort {
  readonly statistic: string;
  readonly requirement: string;
  readonly requirementName: string;
  readonly isApplicable: boolean;
}

/** Everybody, or the students at each transition. A school's transitions are not divided: they are of one grade. */
function cohortsOf(metric: Metric, place: Place, mandate: MandateProfile): readonly Cohort[] {
  if (!metric.breakdowns.includes("transition")) {
    const isApplicable = studentsOf(metric, place) > 0;
    return [{ statistic: metric.id, requirement: "", requirementName: "", isApplicable }];
  }
  if (place.level === "school" || !isByStudentGroup(metric.id)) return [];
  return mandate.requirements.flatMap((requirement) =>
    requirement.kind === "transition-review"
      ? {
          statistic: statisticIds.ofTransition(metric.id, requirement.id),
          requirement: requirement.id,
          requirementName: requirement.transitionName,
          isApplicable:
            !place.partial.holds.plans || place.partial.statuses[requirement.id] !== undefined,
        }
      : [],
  );
}

interface GroupAsked {
  readonly key: string;
  readonly columns: Pick<
    StudentGroupKey,
    "division" | "divisionName" | "group" | "groupName" | "heldAgainst" | "heldAgainstName"
  >;
}

/**
 * The groups that a place tells of. The district has every division, since "nobody sent it" is an
 * answer too; a school has the groups that somebody there is in.
 */
function groupsAt(place: Place, metric: Metric, toldOf: readonly string[]): readonly GroupAsked[] {
  if (place.level === "school") {
    if (!isBySchool(metric.id)) return [];
    return STUDENT_DIVISIONS.filter(({ id }) => toldOf.includes(id))
      .flatMap(groupsOf)
      .filter(({ key }) => (place.partial.groups[key] ?? 0) > 0);
  }
  const crossed = metric.breakdowns.includes("transition")
    ? []
    : CROSSED_DIVISIONS.filter((pair) => pair.every((id) => toldOf.includes(id)));
  return [
    ...STUDENT_DIVISIONS.flatMap(groupsOf),
    ...crossed
      .flatMap(([one, other]) => crossedGroups(studentDivision(one), studentDivision(other)))
      .filter(({ key }) => (place.partial.groups[key] ?? 0) > 0),
  ];
}

const groupsOf = ({ id, name, groups, heldAgainst }: StudentDivision): readonly GroupAsked[] =>
  groups.map((group, at) => {
    const [, other] = groups;
    const ofPair =
      at === 0 && other !== undefined
        ? { heldAgainst: other.id, heldAgainstName: other.name }
        : NOTHING;
    return {
      key: `${id}/${group.id}`,
      columns: {
        division: id,
        divisionName: name,
        group: group.id,
        groupName: group.name,
        ...(heldAgainst === "all-students" ? ALL_STUDENTS : ofPair),
      },
    };
  });

const crossedGroups = (one: StudentDivision, other: StudentDivision): readonly GroupAsked[] =>
  one.groups.flatMap((first) =>
    other.groups.map((second) => ({
      key: `${one.id}/${first.id}+${other.id}/${second.id}`,
      columns: {
        division: `${one.id}+${other.id}`,
        divisionName: `${one.name} and ${other.name.toLowerCase()}`,
        group: `${first.id}+${second.id}`,
        groupName: `${first.name}, ${second.name.toLowerCase()}`,
        ...ALL_STUDENTS,
      },
    })),
  );

/** The same rows, each beside the share it is held against: from what is shown of both and nothing else. */
export function withGaps(
  groups: ProtectedTable<StudentGroupKey & ShownBand>,
  rates: ProtectedTable<RateRow>,
): ProtectedTable<StudentGroupRow> {
  const all = new Map(
    rates.rows.map((row) => {
      const requirement = row.breakdown === "transition" ? row.group : "";
      const isWhole = row.breakdown === "all" || row.breakdown === "transition";
      return [isWhole ? keyOf({ ...row, requirement, division: "", group: "all" }) : "", row.band];
    }),
  );
  return derivedFrom(groups, (rows) => {
    const shown = new Map(rows.map((row) => [keyOf(row), row.band]));
    return rows.map((row) => {
      const other =
        row.heldAgainst === "all"
          ? all.get(keyOf({ ...row, division: "", group: "all" }))
          : shown.get(keyOf({ ...row, group: row.heldAgainst }));
      const isTold = row.heldAgainst !== "" && row.band !== null && typeof other === "string";
      return {
        ...row,
        heldAgainstBand: isTold ? other : null,
        ...(isTold ? gapBetween(row.band, other) : { gapLow: null, gapHigh: null, gap: "" }),
      };
    });
  });
}

type RowKey = Pick<
  StudentGroupKey,
  "measure" | "level" | "school" | "requirement" | "division" | "group"
>;

const keyOf = ({ measure, level, school, requirement, division, group }: RowKey): string =>
  [measure, level, school, requirement, division, group].join("\u0000");
