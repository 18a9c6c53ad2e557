import { compareText } from "../../domain/text/compare-text.ts";
import { grouped } from "../../domain/text/grouped.ts";
import {
  fieldOf,
  stacked,
  valueOf,
  type Cell,
  type Column,
  type Columns,
} from "../../domain/records/columns.ts";
import { columnBuilder } from "../../domain/records/columns-builder.ts";
import { studentId, type StudentId } from "../../domain/ids.ts";
import type { Identifier } from "../../sources/roster/roster-rows.ts";
import { sentIn, type ArrivedFile } from "../rows/rows-by-key.ts";
import type { Crosswalk } from "./identity.ts";
import type { DuplicateRow } from "../rows/rows-in-force.ts";
import { columnsInForce, standingRows } from "../rows/standing-rows.ts";

/**
 * The people of the district, entry by entry, and the entries that are superseded by another of
 * their file.
 */
interface PeopleOfFiles {
  readonly people: Columns;
  readonly duplicates: readonly DuplicateRow<"person">[];
}

/** The students of the district, each once. */
export interface Students {
  readonly columns: Columns;
  /** The row of each. */
  readonly rowOf: ReadonlyMap<StudentId, number>;
}

/**
 * The people of all files: of each kind of file the entry of each that holds, and not those that it
 * says are no longer there. Kinds stand in order of their names, since the first to say something of
 * a student is believed, whichever file came first.
 */
export function peopleIn(files: readonly ArrivedFile[]): PeopleOfFiles {
  const kinds = grouped(files, ({ reading: { kind } }) => kind?.kind ?? "");
  const standing = [...kinds]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, ofKind]) => sentIn(ofKind, "person").map((part) => ({ ...part, isJoined: null })))
    .map((parts) => standingRows("person", parts));
  return {
    people: stacked(standing.map(columnsInForce)),
    duplicates: standing.flatMap(({ duplicates }) => duplicates),
  };
}

/** What is said of a student, and how an entry leaves it open. */
const SAID: readonly (readonly [field: string, open: "" | null])[] = [
  ["givenName", ""],
  ["familyName", ""],
  ["birthOn", null],
  ["grade", null],
  ["sex", null],
  ["raceEthnicity", null],
];

/** The students of the district, each once: what one entry leaves open another fills in. */
export function studentsOf(people: Columns, crosswalk: Crosswalk): Students {
  const { codes, values } = fieldOf(people, "student");
  const ids = values.map((value) => {
    const sent = studentId(String(value));
    const resolved = crosswalk.resolve(sent, "sis");
    return resolved.state === "known" ? resolved.student : sent;
  });
  const rowOf = new Map<StudentId, number>();
  const students = codes.map((code) => {
    const id = ids[code] ?? studentId("");
    let row = rowOf.get(id);
    if (row === undefined) rowOf.set(id, (row = rowOf.size));
    return row;
  });
  const length = rowOf.size;
  const student: Column = {
    codes: new Int32Array(length).map((_zero, row) => row),
    values: [...rowOf.keys()],
    isList: false,
  };
  const said = SAID.map(
    ([field, open]) => [field, firstSaid(fieldOf(people, field), students, length, open)] as const,
  );
  const identifiers = fieldOf(people, "identifiers");
  const fields = new Map([
    ["student", student],
    ...said,
    ["stateIds", identifiersOf("state", identifiers, students, length)],
    ["localIds", identifiersOf("local", identifiers, students, length)],
  ]);
  return { columns: { length, fields }, rowOf };
}

/**
 * The identifiers of one type of each student in order, with `;` between several; null without any.
 * @param students by entry the row of the student
 */
function identifiersOf(
  type: Identifier["idType"],
  identifiers: Column,
  students: Int32Array,
  length: number,
): Column {
  const ofCode = identifiers.values.map((_value, code) =>
    ((valueOf(identifiers, code) ?? []) as readonly Identifier[])
      .filter(({ idType }) => idType === type)
      .map(({ value }) => value),
  );
  const ofStudent: (string | null)[] = new Array<string | null>(length).fill(null);
  for (let entry = 0; entry < students.length; entry++) {
    const row = students[entry] ?? 0;
    for (const id of ofCode[identifiers.codes[entry] ?? 0] ?? []) {
      const before = ofStudent[row] ?? null;
      ofStudent[row] = before === null ? id : withId(before, id);
    }
  }
  const builder = columnBuilder();
  for (const [row, ids] of ofStudent.entries()) builder.set(row, ids);
  return builder.end(length);
}

const withId = (ids: string, id: string): string =>
  [...new Set([...ids.split(";"), id])].sort(compareText).join(";");

/**
 * What is already known of a person wins; the gaps are filled.
 * @param students by entry the row of the student
 */
function firstSaid(
  { codes, values, isList }: Column,
  students: Int32Array,
  length: number,
  open: Cell,
): Column {
  const said = new Int32Array(length).fill(NOTHING_YET);
  const isOpen = values.map((value) => value === open || (open === null && value === undefined));
  for (let entry = 0; entry < codes.length; entry++) {
    const student = students[entry] ?? 0;
    const before = said[student] ?? NOTHING_YET;
    if (before === NOTHING_YET || isOpen[before] === true) said[student] = codes[entry] ?? 0;
  }
  return { codes: said, values, isList };
}

const NOTHING_YET = -1;
