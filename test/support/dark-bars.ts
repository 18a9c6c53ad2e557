import type { Row } from "../independent/conformed-records.ts";

/** The tables of an edition, by name. */
type Tables = { readonly [name: string]: readonly Row[] };

const SMALLEST_GROUP = 20;
/** Student groups of a school have figures from so many students on. */
const SMALLEST_AT_SCHOOL = 30;
const MOST_LEFTOVER = 9;

const TABLES = ["rates", "statuses", "standings", "next-steps", "student-groups"];
const KEY = [
  ...["level", "school", "measure", "requirement", "breakdown", "division", "group"],
  ...["status", "standing", "need"],
];

/**
 * Public figures without a label though their students are enough for one, by the exact figures of the
 * same day: table and key. A group may be left out where the students of its place who are in no group
 * with a figure are 1 to 9, and it is the smallest that has one. Who has figures is decided at the year's
 * first release: `first` are its exact figures.
 */
export function darkBars(open: Tables, staff: Tables, first: Tables): readonly string[] {
  return TABLES.flatMap((name) => {
    const rows = open[name] ?? [];
    const now = studentsIn(name, staff);
    const then = studentsIn(name, first);
    return rows
      .filter((row) => row["state"] !== "shown" && now(row) >= fewestFor(row))
      .filter((row) => row["state"] !== "left-out" || then(row) >= fewestFor(row))
      .filter((row) => !isSmallestBesideLeftover(row, rows, then, first))
      .map((row) => `${name} ${keyOf(row)} ${String(row["state"])}`);
  });
}

/** How many students a figure of a table can be of: those of schools that are large enough. */
function studentsIn(name: string, staff: Tables): (row: Row) => number {
  const ofPlace = new Map<string, number>();
  for (const row of staff[name] ?? []) {
    if (row["level"] !== "school" || row["state"] !== "shown" || isSmall(row, staff)) continue;
    for (const place of [row, { ...row, level: "district", school: null }]) {
      const key = keyOf(place);
      ofPlace.set(key, (ofPlace.get(key) ?? 0) + Number(row["n"]));
    }
  }
  return (row) =>
    ofPlace.get(keyOf(row["level"] === "school" ? row : { ...row, school: null })) ?? 0;
}

const keyOf = (row: Row): string => KEY.map((column) => String(row[column] ?? "")).join("|");

const fewestFor = ({ level, division }: Row): number =>
  level === "school" && division !== undefined ? SMALLEST_AT_SCHOOL : SMALLEST_GROUP;

/** Whether the figure's school is under the smallest group of the figure's population. */
function isSmall(row: Row, staff: Tables): boolean {
  const isOfEverybody = row["measure"] === "chronic-absence";
  const [table, column, id] = isOfEverybody
    ? ["rates", "measure", "chronic-absence"]
    : ["rates", "measure", "plan-coverage"];
  const own = staff[table]?.find(
    (other) =>
      other[column] === id && other["school"] === row["school"] && other["breakdown"] === "all",
  );
  return own === undefined || own["state"] !== "shown" || Number(own["n"]) < SMALLEST_GROUP;
}

function isSmallestBesideLeftover(
  row: Row,
  rows: readonly Row[],
  studentsOf: (row: Row) => number,
  staff: Tables,
): boolean {
  if (row["state"] !== "left-out" || row["division"] === undefined) return false;
  const sameKey = (other: Row): string => keyOf({ ...other, group: row["group"] ?? null });
  const division = rows.filter((other) => sameKey(other) === keyOf(row));
  const enough = division.map(studentsOf).filter((students) => students >= fewestFor(row));
  const isOfEverybody = row["measure"] === "chronic-absence";
  const everybody = (staff["rates"] ?? [])
    .filter((other) => other["measure"] === (isOfEverybody ? "chronic-absence" : "plan-coverage"))
    .filter((other) => other["level"] === "school" && other["breakdown"] === "all")
    .filter((other) => row["level"] === "district" || other["school"] === row["school"])
    .filter((other) => !isSmall(other, staff))
    .reduce((sum, other) => sum + Number(other["n"]), 0);
  const leftover = everybody - enough.reduce((sum, students) => sum + students, 0);
  return leftover >= 1 && leftover <= MOST_LEFTOVER && studentsOf(row) === Math.min(...enough);
}
