import { byText } from "../domain/text/compare-text.ts";
import { schoolId, type SchoolId } from "../domain/ids.ts";
import { SCHOOL_ROLES, type StaffRecord } from "../domain/people/staff-member.ts";
import type { RejectReason } from "../domain/records/reject.ts";
import type { StaffAsSent } from "../sources/roster/staff-rows.ts";

/** A staff record of which only what is known is left. */
interface ValidStaff {
  readonly row: StaffAsSent;
  /** Each field of which something was set aside, and why: nobody loses a role, or has less of it, in silence. */
  readonly setAside: readonly (readonly [field: string, RejectReason])[];
}

/**
 * Leaves out of a staff record what would name no role or no school: the person is kept, and no
 * access comes of it.
 */
export function validStaff(
  row: StaffAsSent,
  schoolNames: ReadonlyMap<SchoolId, string>,
): ValidStaff {
  // What is taken away needs no more than its role.
  if (row.isRemoved) return { row: { ...row, schools: [], counselors: [] }, setAside: [] };
  if (row.role === null) {
    const isUnknown = row.roleAsSent !== "";
    const bare = { ...row, schools: [], counselors: [] };
    return { row: bare, setAside: isUnknown ? [["role", "unknown-role"]] : [] };
  }
  if (!SCHOOL_ROLES.includes(row.role)) {
    return {
      row: { ...row, schools: [], counselors: [] },
      setAside: row.schools.length > 0 ? [["schools", "school-of-district-role"]] : [],
    };
  }
  const schools = row.schools.filter((school) => schoolNames.has(schoolId(school)));
  return {
    // Without a school the role grants nothing, the students of its counselor ids among that.
    row: { ...row, schools, counselors: schools.length === 0 ? [] : row.counselors },
    setAside: [
      ...(schools.length < row.schools.length ? [["schools", "school-left-out"] as const] : []),
      ...(schools.length === 0 ? [["schools", "role-without-school"] as const] : []),
    ],
  };
}

/** The records in the order of their instants, those without one first, and else by person and role, whatever order the files came in. */
export const inOrderOfRecording = (rows: readonly StaffAsSent[]): readonly StaffRecord[] =>
  rows.map(({ roleAsSent: _word, ...record }) => record).sort(byText(orderOf));

const orderOf = ({ recordedAt, staff, role, name }: StaffRecord): string =>
  [recordedAt, staff, role ?? "", name].join("\u0000");
