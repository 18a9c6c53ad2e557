import { isGrade } from "../people/grade.ts";
import {
  STUDENT_DIVISION_IDS,
  STUDENT_DIVISIONS,
  type StudentDivisionId,
} from "../people/student-groups.ts";

/** Every way to divide students: everybody together, by grade, by counselor, or by who they are. */
export const DIVISIONS = ["all", "grade", "counselor", ...STUDENT_DIVISION_IDS] as const;
export type Division = (typeof DIVISIONS)[number];

/** One way to divide students, and one group of it. */
export interface Group {
  readonly division: Division;
  /** `all`, a grade (or two of them for neighbors together), a counselor's id, or a student group. */
  readonly group: string;
}

/** A group as text, such as `all/all`, `grade/08` or `sex/female`: how cubes and plans are keyed. */
export type GroupKey = `${Division}/${string}`;

/** Everybody at a place. */
export const EVERYBODY: GroupKey = "all/all";

/** The only writer of a group's text. It is part of the text of a bar's key, so it never changes. */
export const groupKey = (division: Division, group: string): GroupKey => `${division}/${group}`;

export const isDivision = (text: string): text is Division =>
  DIVISIONS.some((division) => division === text);

/**
 * The only reader of a group's text. A group may hold a slash, a division none.
 * @throws when students are divided by no such division, or the division has no such group
 */
export function readGroupKey(key: string): Group {
  let group = READ.get(key);
  if (group === undefined) READ.set(key, (group = readAnew(key)));
  return group;
}

/** The same few dozen keys are read for every figure of every school. */
const READ = new Map<string, Group>();

function readAnew(key: string): Group {
  const slash = key.indexOf("/");
  const division = key.slice(0, Math.max(0, slash));
  const group = key.slice(slash + 1);
  if (!isDivision(division) || !isGroupOf(division, group)) {
    throw new Error(
      `no group of students has the key ${JSON.stringify(key)}: expected one of ${DIVISIONS.join(", ")}, a slash, and a group of it`,
    );
  }
  return { division, group };
}

/** A text as a group's. @throws as `readGroupKey` does */
export function asGroupKey(key: string): GroupKey {
  const { division, group } = readGroupKey(key);
  return groupKey(division, group);
}

function isGroupOf(division: Division, group: string): boolean {
  if (division === "all") return group === "all";
  if (division === "grade") return gradesOfGroup(group).every(isGrade);
  // A counselor's id is whatever the district writes, and nothing where none is named.
  return division === "counselor" || GROUPS_OF.get(division)?.has(group) === true;
}

const GROUPS_OF: ReadonlyMap<StudentDivisionId, ReadonlySet<string>> = new Map(
  STUDENT_DIVISIONS.map(({ id, groups }) => [id, new Set(groups.map((group) => group.id))]),
);

/** Neighboring grades together as one group: `grade/09-10`; one group alone is itself. */
export function togetherKey(groups: readonly GroupKey[]): GroupKey {
  const [first = EVERYBODY] = groups;
  const last = groups.at(-1) ?? first;
  return first === last ? first : `${first}-${readGroupKey(last).group}`;
}

/** The first and the last grade of a group by grade: 09 and 10 of `09-10`, and 08 alone of `08`. */
export const gradesOfGroup = (group: string): readonly string[] => group.split("-");
