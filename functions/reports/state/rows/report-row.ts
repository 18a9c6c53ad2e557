import type { Day } from "../../../domain/calendar/day.ts";
import type { SchoolYear } from "../../../domain/calendar/school-year.ts";
import type { MandateProfile } from "../../../mandates/rules/mandate-profile.ts";
import type { Discrepancy } from "../../../metrics/cube/reconciliation.ts";
import type { AssessedStudent } from "../../../metrics/students/assessed-student.ts";
import type { Availability } from "../../../metrics/students/measure-context.ts";
import type { SchoolRecords } from "../../../metrics/students/school-records.ts";
import type { ReportSettings } from "../definitions/report-settings.ts";
import type { ReportDefinition, RowKindId } from "../definitions/report-definition.ts";

/** What a row says in one place: text, empty where there is nothing, and why it says it where that can be asked. */
export type RowValue =
  | string
  | {
      readonly text: string;
      readonly because: string;
      /** The exports say two things, so that even a field that may be empty is to be fixed. */
      readonly isContradicted?: true;
    };

export const textOf = (value: RowValue): string => (typeof value === "string" ? value : value.text);

/** Who can change a value, in which system, and what it is called there. */
export interface ValueSource {
  readonly owner: FixOwner;
  readonly system: string;
  readonly column: string;
}

export const FIX_OWNERS = ["registrar", "counselor", "vendor", "state-reporter"] as const;
export type FixOwner = (typeof FIX_OWNERS)[number];

/** What the identifier that the state gave a school is called in the district's settings. */
export const SCHOOL_CODE = "state identifier of the school";

/** Whom a row is about. Names and ids stay inside the district. */
export interface RowSubject {
  readonly school: string;
  readonly schoolName: string;
  readonly student: string;
  readonly familyName: string;
  readonly givenName: string;
}

/** A row about a school as a whole, or about the district where it names no school. */
export const schoolSubject = ({ id, name }: Pick<SchoolOfReport, "id" | "name">): RowSubject => ({
  ...{ school: id, schoolName: name, student: "", familyName: "", givenName: "" },
});

export interface ReportRow {
  readonly about: RowSubject;
  /** @throws on a name that its kind of row does not have */
  readonly value: (name: string) => RowValue;
}

/** One school as a report sees it on the count day. */
export interface SchoolOfReport {
  readonly id: string;
  readonly name: string;
  readonly records: SchoolRecords;
  /** The students whom the school counts on the count day. */
  readonly counted: readonly AssessedStudent[];
  /** In which of them two systems disagree. */
  readonly discrepancies: readonly Discrepancy[];
}

export interface ReportContext {
  readonly definition: ReportDefinition;
  /** The count day. */
  readonly asOf: Day;
  readonly year: SchoolYear;
  /** The mandate whose answers the rows give. */
  readonly mandate: MandateProfile;
  /** The mandate by which the district is measured. */
  readonly ofDistrict: Pick<MandateProfile, "id" | "title">;
  readonly availability: Availability;
  readonly settings: ReportSettings;
}

/** A maker of rows: what one row is, and what it can say. */
export interface RowKind {
  readonly id: RowKindId;
  /** Where a value comes from; null for a name that rows of this kind do not have. */
  readonly sourceOf: (name: string) => ValueSource | null;
  readonly rowsOfSchool: (school: SchoolOfReport, context: ReportContext) => readonly ReportRow[];
  /** The rows of the whole district, where they are not those of its schools one after another. */
  readonly ofDistrict?: (
    rows: readonly ReportRow[],
    context: ReportContext,
  ) => readonly ReportRow[];
  /** Whom its rows must be about, counted another way; absent where the figures count them. */
  readonly populationOf?: (school: SchoolOfReport, context: ReportContext) => readonly RowSubject[];
  /** Names of the requirements whose answers its rows give, to be compared with the figures. */
  readonly givesAnswers?: true;
  /** What its rows say rests on plans, or on what was done in them. */
  readonly restsOnPlans?: true;
}
