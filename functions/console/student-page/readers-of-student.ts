import { heldInWords, type KnownSchool } from "../../access/permit.ts";
import {
  STAFF_ROLE_NAMES,
  STAFF_ROLES,
  type StaffMember,
} from "../../domain/people/staff-member.ts";
import { foldedName } from "../../domain/text/folded-name.ts";
import { byText } from "../../domain/text/compare-text.ts";
import type { StudentRow } from "../../reports/students/students-table.ts";
import { scopeOf, seenAs } from "../seen-as.ts";
import type { ReadersOfRole } from "./student-page.ts";

/**
 * Everybody in a district's staff list who may see one student by name, grouped by the role that
 * decides, by name.
 */
export function readersOfStudent(
  members: readonly StaffMember[],
  row: StudentRow,
  schools: readonly KnownSchool[],
): readonly ReadersOfRole[] {
  const seeing = members.flatMap((member) => {
    const as = seenAs({ reader: { kind: "staff", ...member }, schools }, row);
    const held = member.roles.find(({ role }) => role === as?.permit.role);
    return as === null || held === undefined
      ? []
      : {
          role: held.role,
          name: member.name === "" ? member.staff : member.name,
          because: `${heldInWords(held, schools)}${held.role === "counselor" ? ofCaseload(row) : ""}`,
          seesPlans: as.seesPlans,
        };
  });
  return STAFF_ROLES.flatMap((role) => {
    const people = seeing.filter((person) => person.role === role);
    return people.length === 0
      ? []
      : {
          ...{ role, roleName: STAFF_ROLE_NAMES[role] },
          people: people
            .sort(byText(({ name }) => foldedName(name)))
            .map(({ name, because, seesPlans }) => ({ name, because, seesPlans })),
        };
  });
}

/**
 * A counselor sees their own caseload, and at their schools the students who are in no caseload.
 */
const ofCaseload = (row: StudentRow): string =>
  scopeOf(row).counselors.length === 0
    ? "; the student has no counselor"
    : "; the student is in the caseload";
