import { fieldOf, recoded, withField, type Cell, type Column } from "../domain/records/columns.ts";
import type {
  Reference,
  RequirementReference,
  StudentReference,
} from "../domain/record-types/reference.ts";
import { recordTypeOf } from "../domain/record-types/record-types.ts";
import { schoolId, studentId } from "../domain/ids.ts";
import type { SentRows } from "./rows/rows-by-key.ts";
import type { RuleIds } from "../mandates/rules/rule-ids.ts";
import { studentIdType } from "./rows/read-columns.ts";
import type { HeldColumns, HeldTable } from "./rows/held-rows.ts";
import type { Fault } from "./rows/row-faults.ts";
import {
  FIRST_FAULT,
  IS_LEFT_OUT,
  REFERS,
  type Refer,
  type Referred,
} from "./rows/kept-records.ts";
import type { RecordIndex } from "./record-index.ts";
import type { Roster } from "./roster/roster.ts";

/** What records may refer to. */
export interface Targets {
  readonly roster: Roster;
  readonly rules: RuleIds;
  /** The records of the types joined so far. */
  readonly records: RecordIndex;
  /** The students whom any school has enrolled; nobody until enrollments are joined. */
  readonly enrolled: ReadonlySet<string>;
}

/**
 * Makes the rows of a type refer to what is there, reference by reference: the first fault counts.
 * What a value refers to is looked up once, however many rows have it.
 */
export function referring(table: HeldTable, targets: Targets): Refer {
  const { references } = recordTypeOf(table);
  return (sent) => {
    const states = new Int32Array(sent.columns.length);
    for (const reference of references) leaveOut(reference, sent, states, targets.roster);
    const referred = { columns: sent.columns, states, faults: [] as Fault[] };
    for (const reference of references) {
      referred.columns = referredBy(reference, table, sent, referred, targets);
    }
    return referred;
  };
}

/** Leaves out rows that go with a student whom the roster has taken out, or name the district beside a school. */
function leaveOut(
  reference: Reference,
  { file, columns }: SentRows,
  states: Int32Array,
  { removedStudents, notSchools, placed }: Roster,
): void {
  const { codes, values } = fieldOf(columns, reference.field);
  if (reference.to === "student") {
    if (reference.isLeftOutWithStudent !== true || removedStudents.size === 0) return;
    const isRemoved = values.map((value) => removedStudents.has(studentId(String(value))));
    for (let row = 0; row < states.length; row++) {
      if (isRemoved[codes[row] ?? 0] === true) states[row] = IS_LEFT_OUT;
    }
  }
  if (reference.to !== "school" || reference.isLeftOutBesideSchool !== true) return;
  const isNotSchool = values.map((value) => notSchools.has(String(value)));
  if (!isNotSchool.includes(true)) return;
  const records = placed(file);
  for (let row = 0; row < states.length; row++) {
    if (isNotSchool[codes[row] ?? 0] === true && records.has(columns.records[row] ?? 0)) {
      states[row] = IS_LEFT_OUT;
    }
  }
}

/** What the values of a field come to: by value the fault, and the value that takes its place. */
interface JudgedValues {
  readonly faults: readonly (Fault | null)[];
  readonly values?: readonly Cell[];
}

/** The rows with the identifiers that are meant; notes why nothing is. */
function referredBy(
  reference: Reference,
  table: HeldTable,
  { file }: SentRows,
  { columns, states, faults }: Omit<Referred, "faults"> & { readonly faults: Fault[] },
  targets: Targets,
): HeldColumns {
  const { field } = reference;
  const column = fieldOf(columns, field);
  const isPassed = column.values.map(
    (value) => reference.isOptional === true && (value ?? "") === "",
  );
  if (reference.to === "requirement" && reference.mandateField !== undefined) {
    const mandates = fieldOf(columns, reference.mandateField);
    noteRequirements(reference, column, mandates, isPassed, { states, faults }, targets.rules);
    return columns;
  }
  const judged =
    reference.to === "student"
      ? judgedStudents(reference, column, targets, (id) =>
          targets.roster.crosswalk.resolve(id, studentIdType(file, table)),
        )
      : { faults: column.values.map((value) => faultOf(reference, String(value), targets)) };
  const stateOf = judged.faults.map((fault, code) =>
    fault === null || isPassed[code] === true ? REFERS : FIRST_FAULT + faults.push(fault) - 1,
  );
  if (stateOf.some((state) => state !== REFERS)) {
    for (let row = 0; row < states.length; row++) {
      if (states[row] === REFERS) states[row] = stateOf[column.codes[row] ?? 0] ?? REFERS;
    }
  }
  const values = judged.values?.map((value, code) =>
    isPassed[code] === true ? column.values[code] : value,
  );
  if (values === undefined || values.every((value, code) => value === column.values[code])) {
    return columns;
  }
  return { ...columns, ...withField(columns, field, recoded(column, values)) };
}

function judgedStudents(
  { field, unknown, ambiguous, notEnrolled }: StudentReference,
  { values }: Column,
  { enrolled }: Targets,
  resolve: (id: string) => ReturnType<Roster["crosswalk"]["resolve"]>,
): JudgedValues {
  const resolved = values.map((value) => resolve(String(value)));
  return {
    faults: resolved.map((student) => {
      switch (student.state) {
        case "unknown":
          return [field, unknown];
        case "ambiguous":
          return [field, ambiguous];
        case "known":
          return notEnrolled !== undefined && !enrolled.has(student.student)
            ? [field, notEnrolled]
            : null;
      }
    }),
    values: resolved.map((student, code) =>
      student.state === "known" ? student.student : values[code],
    ),
  };
}

/** Why an identifier means nothing; null where it means something. */
function faultOf(
  reference: Exclude<Reference, StudentReference>,
  id: string,
  { roster, rules, records }: Targets,
): Fault | null {
  const { field, unknown } = reference;
  const unlessKnown = (isKnown: boolean): Fault | null => (isKnown ? null : [field, unknown]);
  switch (reference.to) {
    case "school":
      return unlessKnown(roster.schools.has(schoolId(id)));
    case "record": {
      const { type, ambiguous } = reference;
      const target = records.find(type, id);
      if (target === undefined) return [field, unknown];
      return ambiguous !== undefined && target.isOfSeveral ? [field, ambiguous] : null;
    }
    case "requirement":
      return unlessKnown(reference.besides?.includes(id) === true || rules.requirements.has(id));
    case "duty":
      return unlessKnown(rules.duties.has(id));
  }
}

/** Notes each row that names no requirement of the mandate that it names. */
function noteRequirements(
  { field, unknown, besides = [] }: RequirementReference,
  ids: Column,
  mandates: Column,
  isPassed: readonly boolean[],
  { states, faults }: { readonly states: Int32Array; readonly faults: Fault[] },
  { byMandate }: RuleIds,
): void {
  for (let row = 0; row < states.length; row++) {
    const code = ids.codes[row] ?? 0;
    if (states[row] !== REFERS || isPassed[code] === true) continue;
    const id = String(ids.values[code]);
    const mandate = String(mandates.values[mandates.codes[row] ?? 0]);
    if (besides.includes(id) || byMandate.get(mandate)?.has(id) === true) continue;
    states[row] = FIRST_FAULT + faults.push([field, unknown]) - 1;
  }
}
