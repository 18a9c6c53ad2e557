import { groupKey, type GroupKey } from "../../domain/figures/group-key.ts";
import type { FigureAsked } from "../../domain/figures/figure.ts";
import { STUDENT_DIVISIONS, type StudentDivision } from "../../domain/people/student-groups.ts";
import type { TableDefinition } from "../../domain/records/table-definition.ts";
import { studentsOf } from "../../metrics/cube/cube-counts.ts";
import type { MetricBar } from "../../metrics/measures/metric.ts";
import {
  placeColumns,
  questionOf,
  statisticAt,
  type EditionScope,
  type Place,
  type PlaceColumns,
} from "./places.ts";
import { FIGURE, MEASURE, PLACE } from "./columns.ts";
import { metricsByGroup } from "./measures-by-group.ts";

export const studentGroups = {
  name: "student-groups",
  title: "Student groups compared",
  description:
    "One row per measure, level, school, transition, division and group: the share of the group's students who are counted, and how far it is from the share that it is compared with. Where a figure is a range, the gap has a least and a greatest too, which allow for moved boundaries.",
  primaryKey: ["measure", "level", "school", "requirement", "division", "group"],
  columns: [
    ...MEASURE,
    ...PLACE,
    {
      name: "requirement",
      type: "text",
      title: "Transition id",
      definition:
        "The transition whose students the measure counts; empty where it counts every grade.",
    },
    {
      name: "requirementName",
      type: "text",
      title: "Transition",
      definition: "The name of the transition; empty where the id is empty.",
    },
    {
      name: "division",
      type: "text",
      title: "Student group id",
      definition:
        "How the students are divided: race-ethnicity, sex, english-learner, disability, economic-status or homeless.",
    },
    {
      name: "divisionName",
      type: "text",
      title: "Student group",
      definition: "The name of the way the students are divided.",
    },
    {
      name: "group",
      type: "text",
      title: "Group id",
      definition:
        "The group within the division, such as female, or yes of a program. Who is in no program is shown to staff alone.",
    },
    {
      name: "groupName",
      type: "text",
      title: "Group",
      definition: "The name of the group.",
    },
    ...FIGURE,
    {
      name: "comparedWith",
      type: "text",
      title: "Compared with, id",
      definition:
        "The group whose share this one is compared with: the other sex, or all students of the place. Empty where the other row of a pair has the gap.",
    },
    {
      name: "comparedWithName",
      type: "text",
      title: "Compared with",
      definition: "The name of that group.",
    },
    {
      name: "gapLow",
      type: "number",
      optional: true,
      title: "Gap, least",
      definition:
        "The least difference between the group's share and the other share, in percentage points; negative where the group's share can be lower. In public each range is first widened by 5 of its n students for each of its boundaries that was moved (one; two for chronic absence), and by 7 more where its counts are of an earlier day (drawnOn). Missing unless both shares are shown, and where something that is counted fell due between the days of their counts (drawnOn): from the earlier of the two days on and before the later one, by dueOn of the requirements in the manifest. The gap could then be a difference of dates alone.",
    },
    {
      name: "gapHigh",
      type: "number",
      optional: true,
      title: "Gap, greatest",
      definition: "The greatest difference, in the same way.",
    },
    {
      name: "gap",
      type: "text",
      title: "Gap",
      definition:
        "higher or lower where every share that the one figure allows, moved boundaries included, is above or below every share of the other; unclear where either is possible; same where both are exact and equal; empty where there is no gap (gapLow says when).",
    },
  ],
} as const satisfies TableDefinition;

export type StudentGroupKey = PlaceColumns & {
  readonly measure: string;
  readonly measureName: string;
  readonly requirement: string;
  readonly requirementName: string;
  readonly division: string;
  readonly divisionName: string;
  readonly group: string;
  readonly groupName: string;
  readonly comparedWith: string;
  readonly comparedWithName: string;
};

const NOTHING = { comparedWith: "", comparedWithName: "" } as const;
const ALL_STUDENTS = { comparedWith: "all", comparedWithName: "All students" } as const;

/** Every measure by every student group, and beside each group the share that it is compared with. */
export function* askedStudentGroups(scope: EditionScope): Generator<FigureAsked<StudentGroupKey>> {
  for (const { id, name, counted, bars } of metricsByGroup(scope)) {
    for (const bar of bars(scope.mandate, scope.asOf)) {
      const isTransition = bar.breakdown === "transition";
      const requirement = isTransition ? bar.group : "";
      const requirementName = isTransition ? bar.groupName : "";
      for (const place of scope.places) {
        const { level, school, schoolName } = placeColumns(place);
        const statistic = statisticAt(bar, place);
        for (const { key: group, columns } of groupsAt(scope, place, bar)) {
          yield {
            key: {
              measure: id,
              measureName: name,
              level,
              school,
              schoolName,
              requirement,
              requirementName,
              ...columns,
            },
            bar: { statistic, school: place.school, group },
            parts: counted,
          };
        }
      }
    }
  }
}

interface GroupAsked {
  readonly key: GroupKey;
  /** Of a program, the key of the students who are in it. */
  readonly of: GroupKey;
  readonly columns: Pick<
    StudentGroupKey,
    "division" | "divisionName" | "group" | "groupName" | "comparedWith" | "comparedWithName"
  >;
}

/**
 * The district has every group, since "nobody sent it" is an answer too. A school has those that
 * somebody there is in; in the public edition those with a figure, since a row alone would tell that
 * somebody is there. Nobody is said to be in no program that no record of the district names.
 */
function groupsAt(scope: EditionScope, place: Place, bar: MetricBar): readonly GroupAsked[] {
  const question = questionOf(scope, statisticAt(bar, place));
  if (question === undefined) return [];
  const shown = scope.groupsOf(question, place);
  const [district] = scope.places;
  const isAsked = ({ key, of, columns }: GroupAsked): boolean => {
    if (scope.kind === "staff") {
      const isSaid = columns.group !== "no" || isThere(of, district);
      return isSaid && (place.level === "district" || isThere(key));
    }
    return place.level === "district" ? columns.group !== "no" : shown.includes(key);
  };
  const populations = [{ kind: "enrolled" } as const, question.population];
  const isThere = (key: GroupKey, { cube } = place): boolean =>
    populations.some((population) => studentsOf(cube, population, key) > 0);
  return GROUPS.filter(isAsked);
}

function groupsOf({ id, name, groups, comparedWith }: StudentDivision): readonly GroupAsked[] {
  return groups.map((group, index) => {
    const [, other] = groups;
    const ofPair =
      index === 0 && other !== undefined
        ? { comparedWith: other.id, comparedWithName: other.name }
        : NOTHING;
    const ofAll = group.id === "no" ? NOTHING : ALL_STUDENTS;
    return {
      key: groupKey(id, group.id),
      of: groupKey(id, group.id === "no" ? "yes" : group.id),
      columns: {
        division: id,
        divisionName: name,
        group: group.id,
        groupName: group.name,
        ...(comparedWith === "all-students" ? ofAll : ofPair),
      },
    };
  });
}

const GROUPS: readonly GroupAsked[] = STUDENT_DIVISIONS.flatMap(groupsOf);
