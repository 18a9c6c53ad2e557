import type { DistrictStudent } from "../../functions/reports/state-errors/join-errors.ts";
import type { StateError } from "../../functions/reports/state-errors/state-error.ts";

/** An error of which a test says what it is about. */
export const stateError = (over: Partial<StateError> = {}): StateError => ({
  ...{ state: "CA", collection: "CALPADS", schoolYear: "", runDay: null, ruleId: "GERR0001" },
  ...{ severity: "error", scope: "record", studentStateId: "", studentLocalId: "" },
  ...{ schoolCode: "", recordType: "", recordNumber: null, field: "", value: "", expected: "" },
  ...{ message: "", resolution: "", reportRecord: 1 },
  ...over,
});

/** A student at the first school, if a test does not say otherwise. */
export const districtStudent = (
  student: string,
  {
    stateIds = [],
    school = "S1",
  }: { readonly stateIds?: readonly string[]; readonly school?: string } = {},
): DistrictStudent => ({
  ...{ student, stateIds, localIds: [student], school, schoolName: `School ${school}` },
  schoolCodes: [school, `state-${school}`],
  ...{ familyName: `Family${student}`, givenName: `Given${student}` },
});
