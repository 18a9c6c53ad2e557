/** Called with an absence: the number of the student, the day number, and the number of the state. */
export type OnAbsence = (student: number, on: number, state: number) => void;

/** Absences side by side: the columns may be longer than there are absences. */
export interface GatheredAbsences {
  readonly length: number;
  readonly students: Int32Array;
  readonly days: Int32Array;
  readonly states: Uint16Array;
}

/** The absences that a walk calls with, in its order; nobody knows before how many there are. */
export function gatheredAbsences(walk: (onAbsence: OnAbsence) => void): GatheredAbsences {
  let length = 0;
  let columns = columnsFor(FIRST_ABSENCES);
  walk((student, on, state) => {
    if (length === columns.students.length) columns = grown(columns);
    columns.students[length] = student;
    columns.days[length] = on;
    columns.states[length] = state;
    length++;
  });
  return { ...columns, length };
}

type Columns = Omit<GatheredAbsences, "length">;

const FIRST_ABSENCES = 4096;

const columnsFor = (length: number): Columns => ({
  students: new Int32Array(length),
  days: new Int32Array(length),
  states: new Uint16Array(length),
});

function grown(before: Columns): Columns {
  const columns = columnsFor(2 * before.students.length);
  columns.students.set(before.students);
  columns.days.set(before.days);
  columns.states.set(before.states);
  return columns;
}
