import { day } from "../../functions/domain/calendar/day.ts";
import { schoolYearOf } from "../../functions/domain/calendar/school-year.ts";
import { effectivePractice } from "../../functions/mandates/rules/effective-practice.ts";
import type { ReportInHand } from "../../functions/reports/state/checks/report-check.ts";
import type {
  ReportDefinition,
  ReportField,
} from "../../functions/reports/state/definitions/report-definition.ts";
import type {
  RecordFault,
  ReportRecord,
} from "../../functions/reports/state/records/report-records.ts";
import type {
  ReportContext,
  RowKind,
  RowSubject,
} from "../../functions/reports/state/rows/report-row.ts";

export const CITED = { status: "confirmed", citation: "the manual" } as const;

export const fieldWith = (name: string, more: Partial<ReportField> = {}): ReportField => ({
  ...{ name, definition: name, source: { row: name } },
  ...CITED,
  ...more,
});

export const definitionWith = (more: Partial<ReportDefinition> = {}): ReportDefinition => ({
  ...{ id: "a-report", title: "A report", state: null, summary: "", filedBy: "district" },
  ...CITED,
  ...{ effective: [], mandate: null, countDay: { kind: "as-of" }, due: null },
  population: { ...CITED, words: "everybody", rows: "students", grades: null },
  layout: {
    ...CITED,
    ...{ kind: "delimited", delimiter: ",", isQuoted: false, encoding: "ascii", header: "none" },
    ...{ fileName: "report.csv", sortBy: [] },
  },
  ...{ fields: [], leftOut: [] },
  limits: { rejectedPercent: 5, contradictedPercent: 10, swingPercent: 20 },
  ...more,
});

export const contextWith = (more: Partial<ReportContext> = {}): ReportContext => {
  const { asOf = day("2022-03-15") } = more;
  return {
    ...{ definition: definitionWith(), asOf, year: schoolYearOf(asOf) },
    ...{ mandate: effectivePractice, ofDistrict: effectivePractice },
    availability: { plans: true, attendance: true },
    settings: { district: {}, schools: {} },
    ...more,
  };
};

/** Rows that say what they are given, by name. */
export const SAYING: RowKind = {
  id: "students",
  sourceOf: (name) => ({ owner: "registrar", system: "roster", column: name }),
  rowsOfSchool: () => [],
  givesAnswers: true,
};
/** Rows that are no students. */
export const COUNTING: RowKind = {
  ...{ id: "requirement-counts", sourceOf: SAYING.sourceOf, rowsOfSchool: SAYING.rowsOfSchool },
};

export const subject = (student: string, school = "A"): RowSubject => ({
  ...{ school, schoolName: `School ${school}`, student },
  ...{ familyName: `Family${student}`, givenName: "Ada" },
});

export const recordWith = (
  student: string,
  cells: readonly string[],
  faults: readonly RecordFault[] = [],
): ReportRecord => ({ about: subject(student), cells, faults });

export const faultWith = (check: string, field = ""): RecordFault => ({
  ...{ check, field, because: "It is wrong.", owner: "registrar" },
  ...{ system: "roster", column: field, remedy: "Correct it." },
});

/** A report that passes every check which does not look at the figures. */
export const inHandWith = (more: Partial<ReportInHand> = {}): ReportInHand => ({
  ...{ context: contextWith(), kind: SAYING, fields: [], records: [], withoutGrade: [] },
  ...{
    cubes: null,
    discrepancies: [],
    presence: [],
    population: [],
    yearBefore: null,
    certified: null,
    explanations: [],
    checkedYears: [],
  },
  exports: {
    ...{ files: [], notUsed: [], rosterRejects: 0, stalePlansSince: null },
    exportDays: {
      person: { on: day("2022-03-15"), file: "students.csv" },
      enrollment: { on: day("2022-03-15"), file: "entries.csv" },
    },
  },
  ...more,
});
