import type { AnyValue, ArrowColumns } from "../../releases/files/arrow-columns.ts";
import { requirementColumns, type FixedColumn } from "./students-table.ts";

/** The table of students column by column, in the order in which students were added. */
export interface StudentColumns extends ArrowColumns {
  /** Adds what a student has in one of the columns that every edition has. */
  readonly fixed: { readonly [column in FixedColumn]: AnyValue[] };
  /** The columns of each requirement, in the order of the mandate. */
  readonly ofRequirements: readonly RequirementValues[];
}

interface RequirementValues {
  readonly status: AnyValue[];
  readonly dueOn: AnyValue[];
  readonly need: AnyValue[];
  readonly because: AnyValue[];
}

/** The columns of no student yet. @param requirements the ids of the mandate's requirements, in their order */
export function studentColumns(requirements: readonly string[]): StudentColumns {
  const fixed = noValues();
  const byName = new Map<string, AnyValue[]>(Object.entries(fixed));
  const ofRequirements = requirements.map((id): RequirementValues => {
    const names = requirementColumns(id);
    const values: RequirementValues = { status: [], dueOn: [], need: [], because: [] };
    byName.set(names.status, values.status);
    byName.set(names.dueOn, values.dueOn);
    byName.set(names.need, values.need);
    byName.set(names.because, values.because);
    return values;
  });
  return {
    fixed,
    ofRequirements,
    get length() {
      return fixed.student.length;
    },
    column(name) {
      const values = byName.get(name);
      if (values === undefined) throw new Error(`the table of students has no column ${name}`);
      return values;
    },
  };
}

const noValues = (): { readonly [column in FixedColumn]: AnyValue[] } => ({
  ...{ student: [], familyName: [], givenName: [], grade: [], school: [], schoolName: [] },
  ...{ counselor: [], caseload: [], isEnrolled: [], isUnderMandate: [], hasOpenPlan: [] },
  ...{ requirements: [], reviews: [], nextStep: [], nextStepNeed: [], nextStepDueOn: [] },
  ...{ whoActs: [], lastReviewOn: [], enrolledDays: [], absentDays: [] },
  ...{ onTrack: [], actionStepDueOn: [], actionStepArea: [], actionStepOwner: [] },
  ...{ conversation: [], lastTouchedOn: [], daysBetweenTouches: [], sharedTexts: [] },
  ...{ isChronicallyAbsent: [], raceEthnicity: [], sex: [], englishLearner: [], disability: [] },
  ...{ economicStatus: [], homeless: [], section504: [], recordProblems: [] },
});
