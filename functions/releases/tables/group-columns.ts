import {
  EVERYBODY,
  gradesOfGroup,
  readGroupKey,
  type GroupKey,
} from "../../domain/figures/group-key.ts";
import { gradeName, isGrade } from "../../domain/people/grade.ts";
import { placeColumns, type Place, type PlaceColumns } from "./places.ts";

export type GroupColumns = PlaceColumns & {
  readonly breakdown: string;
  readonly group: string;
  readonly groupName: string;
};

/** The divisions that tables break down by; student groups have a table of their own. */
const BREAKDOWNS: readonly string[] = ["all", "grade", "counselor"];

export const isBreakdown = (key: GroupKey): boolean =>
  BREAKDOWNS.includes(key.slice(0, key.indexOf("/")));

/** A group of a place as the columns of a row; each is asked for once a row, and made once. */
export function groupColumns(place: Place, key: GroupKey): GroupColumns {
  const ofPlace = COLUMNS.get(place) ?? new Map<GroupKey, GroupColumns>();
  COLUMNS.set(place, ofPlace);
  let columns = ofPlace.get(key);
  if (columns === undefined) {
    const { division, group } = readGroupKey(key);
    columns = { breakdown: division, group, groupName: groupName(key), ...placeColumns(place) };
    ofPlace.set(key, columns);
  }
  return columns;
}

const COLUMNS = new WeakMap<Place, Map<GroupKey, GroupColumns>>();

/** "All students", "Grade 8", "Grades 9 and 10", "No counselor named": a group as a reader says it. */
export function groupName(key: GroupKey): string {
  const { division, group } = readGroupKey(key);
  if (key === EVERYBODY) return "All students";
  if (division !== "grade") return group === "" ? "No counselor named" : group;
  const [first = "", last] = gradesOfGroup(group);
  const nameOf = (grade: string): string => (isGrade(grade) ? gradeName(grade) : grade);
  if (last === undefined) return nameOf(first);
  const names = [nameOf(first), nameOf(last)];
  return names.every((name) => /^Grade \d+$/.test(name))
    ? `Grades ${names.map((name) => name.slice(6)).join("–")}`
    : names.join(" to ");
}
