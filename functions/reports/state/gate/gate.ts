import { amendment } from "../checks/amendment.ts";
import { categoryTotals } from "../checks/category-totals.ts";
import { exportsWhole } from "../checks/exports-whole.ts";
import { FIELD_CHECKS } from "../checks/field-checks.ts";
import { fileNamed } from "../checks/file-named.ts";
import { gradesKnown } from "../checks/grades-known.ts";
import { keysUnique } from "../checks/keys-unique.ts";
import { layoutConfirmed } from "../checks/layout-confirmed.ts";
import { mandateInForce } from "../checks/mandate-in-force.ts";
import { notEmpty } from "../checks/not-empty.ts";
import { planDay } from "../checks/plan-day.ts";
import { rosterDay } from "../checks/roster-day.ts";
import { rosterOfYear } from "../checks/roster-of-year.ts";
import { studentsPresent } from "../checks/students-present.ts";
import { populationParity } from "../checks/population-parity.ts";
import { sameAnswers } from "../checks/same-answers.ts";
import { swing } from "../checks/swing.ts";
import { systemsAgree } from "../checks/systems-agree.ts";
import type { CheckResult, CheckScope, ReportCheck, ReportInHand } from "../checks/report-check.ts";
import type { RecordFault, ReportRecord } from "../records/report-records.ts";
import { SCHOOL_CODE, schoolSubject, type RowSubject } from "../rows/report-row.ts";

/** A check with its result. */
export interface CheckMade extends Omit<CheckResult, "faults" | "besides"> {
  readonly id: string;
  readonly name: string;
  readonly scope: CheckScope;
}

/** A record to fix: whom it is about, and one thing that is wrong with it. */
export interface RecordToFix extends RecordFault {
  readonly about: RowSubject;
  /** Whether the file waits for it; some are worth fixing, and within the report's limits. */
  readonly isBlocking: boolean;
}

declare const passedGate: unique symbol;

/** Records that passed every check: only these can be written. Nothing but the gate makes them. */
export type PassedRecords = readonly ReportRecord[] & { readonly [passedGate]: true };

export interface GateResult {
  readonly checks: readonly CheckMade[];
  readonly toFix: readonly RecordToFix[];
  /** Null where a check failed. No option bypasses it. */
  readonly passed: PassedRecords | null;
}

/** Every check of a report, in the order in which they are shown. */
const CHECKS: readonly ReportCheck[] = [
  layoutConfirmed,
  fileNamed,
  mandateInForce,
  exportsWhole,
  studentsPresent,
  rosterDay,
  planDay,
  rosterOfYear,
  notEmpty,
  gradesKnown,
  populationParity,
  ...FIELD_CHECKS,
  keysUnique,
  categoryTotals,
  sameAnswers,
  systemsAgree,
  amendment,
  swing,
];

/** Runs every check: a file that could go out wrong is not made, and each record to fix is named with what to do. */
export function gate(report: ReportInHand): GateResult {
  const results = CHECKS.map((check) => ({ check, result: check.run(report) }));
  const checks = results.map(
    ({
      check: { id, name, scope },
      result: { faults: _faults, besides: _besides, ...result },
    }) => ({
      ...{ id, name, scope },
      ...result,
    }),
  );
  const failing = new Set(
    results.flatMap(({ check, result }) => (result.outcome === "failed" ? [check.id] : [])),
  );
  const toFix = report.records.flatMap(({ about, faults }, index) => {
    const more = results.flatMap(({ result }) => result.faults?.get(index) ?? []);
    return [...faults, ...more].map((fault) => ({
      ...fault,
      about,
      isBlocking: failing.has(fault.check),
    }));
  });
  const besides = results.flatMap(({ result }) => result.besides ?? []);
  return {
    checks,
    toFix: eachOnce([
      ...toFix,
      ...besides.map((fault) => ({ ...fault, isBlocking: failing.has(fault.check) })),
    ]),
    passed: failing.size === 0 ? (report.records as PassedRecords) : null,
  };
}

/** What the state reporter sets is set once for the district or a school, however many records lack it. */
function eachOnce(toFix: readonly RecordToFix[]): readonly RecordToFix[] {
  const named = new Set<string>();
  return toFix.flatMap((fix) => {
    if (fix.owner !== "state-reporter") return [fix];
    const ofSchool = fix.column === SCHOOL_CODE ? fix.about.school : "";
    const key = JSON.stringify([fix.check, fix.field, fix.column, fix.because, ofSchool]);
    if (named.has(key)) return [];
    named.add(key);
    const name = ofSchool === "" ? "" : fix.about.schoolName;
    return [{ ...fix, about: schoolSubject({ id: ofSchool, name }) }];
  });
}
