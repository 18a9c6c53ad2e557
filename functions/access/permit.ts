import {
  SCHOOL_ROLES,
  STAFF_ROLE_NAMES,
  type HeldRole,
  type StaffRole,
} from "../domain/people/staff-member.ts";
import { GRANTS, type RequestKind } from "./grants.ts";
import type { Reader } from "./reader.ts";

/** A school as a reason names it. */
export interface KnownSchool {
  readonly id: string;
  readonly name: string;
}

/** What decides who may see a student. */
export interface StudentScope {
  /** The school that counts the student on the edition's day, or counted the student last. */
  readonly school: string;
  /** Whether that school enrolls the student on the edition's day. */
  readonly isEnrolled: boolean;
  /** Every counselor whom the plan or a caseload names; none for a student without a counselor. */
  readonly counselors: readonly string[];
}

/** What is asked for: of one student, of one school, or of the whole district. */
export type Asked =
  | { readonly of: "district" }
  | { readonly of: "school"; readonly school: string }
  | ({ readonly of: "student" } & StudentScope);

export const DISTRICT: Asked = { of: "district" };
export const ofSchool = (school: string): Asked => ({ of: "school", school });
export const ofStudent = (student: StudentScope): Asked => ({ of: "student", ...student });

/** Whether it is permitted, and why, in a sentence to the reader. */
export interface Permit {
  readonly isAllowed: boolean;
  readonly because: string;
  /** The role that decides; null where no role does. */
  readonly role: StaffRole | null;
}

/**
 * Decides what a reader may see and do: school officials see the records in which they have a
 * legitimate educational interest (34 CFR 99.31(a)(1)). What no role grants is refused. A reader with
 * several roles may do what any of them grants, and the reason is that of the first that does.
 * @param schools every school of the district, for the names in the reasons
 */
export function permit(
  reader: Reader,
  kind: RequestKind,
  asked: Asked,
  schools: readonly KnownSchool[],
): Permit {
  if (reader.kind === "system") {
    return { isAllowed: true, because: SYSTEM_REASON, role: null };
  }
  if (reader.kind === "unknown" || reader.roles.length === 0) return nobody(reader.kind);
  const deciding = reader.roles.find((held) => isGranted(held, kind, asked));
  return deciding === undefined
    ? {
        isAllowed: false,
        because: `${listed(reader.roles.map((held) => roleInWords(held, schools)))}, and that does not include ${REQUEST_NAMES[kind]}${placeInWords(kind, asked, schools)}.`,
        role: null,
      }
    : {
        isAllowed: true,
        because: reasonOf(deciding, kind, asked, schools),
        role: deciding.role,
      };
}

function isGranted(held: HeldRole, kind: RequestKind, asked: Asked): boolean {
  const reach = GRANTS[held.role][kind];
  if (reach === undefined) return false;
  switch (reach) {
    case "district":
      return true;
    case "schools":
      return isOwnSchool(held, asked) && (asked.of !== "student" || asked.isEnrolled);
    case "schools-and-left":
      return isOwnSchool(held, asked);
    case "caseload":
      return asked.of === "student" && asked.isEnrolled && isOfCaseload(held, asked);
  }
}

const isOwnSchool = ({ schools }: HeldRole, asked: Asked): boolean =>
  asked.of !== "district" && schools.includes(asked.school);

const isOfCaseload = (held: HeldRole, { school, counselors }: StudentScope): boolean =>
  isNamed(held, counselors) || (counselors.length === 0 && held.schools.includes(school));

const isNamed = (held: HeldRole, counselors: readonly string[]): boolean =>
  held.counselors.some((counselor) => counselors.includes(counselor));

/** "You are principal of Grand Bend High School." */
function reasonOf(
  held: HeldRole,
  kind: RequestKind,
  asked: Asked,
  schools: readonly KnownSchool[],
): string {
  const role = roleInWords(held, schools);
  if (GRANTS[held.role][kind] !== "caseload" || asked.of !== "student") return `${role}.`;
  return isNamed(held, asked.counselors)
    ? `${role}, and the student is in your caseload.`
    : `${role}, and the student has no counselor.`;
}

/** "You are principal of Grand Bend High School", "You are a district leader". */
export const roleInWords = (held: HeldRole, schools: readonly KnownSchool[]): string =>
  `You are ${heldInWords(held, schools)}`;

/** "principal of Grand Bend High School", "a district leader". */
export const heldInWords = (
  { role, schools: own }: HeldRole,
  schools: readonly KnownSchool[],
): string =>
  SCHOOL_ROLES.includes(role)
    ? `${STAFF_ROLE_NAMES[role]} ${role === "counselor" ? "at" : "of"} ${own.length === 0 ? "no school" : listed(own.map((id) => schoolName(id, schools)))}`
    : `${role === "privacy-officer" ? "the" : "a"} ${STAFF_ROLE_NAMES[role]}`;

const schoolName = (id: string, schools: readonly KnownSchool[]): string =>
  schools.find((school) => school.id === id)?.name ?? id;

const placeInWords = (kind: RequestKind, asked: Asked, schools: readonly KnownSchool[]): string => {
  switch (asked.of) {
    case "district":
      return NAMING.includes(kind) ? " of students" : "";
    case "school":
      return ` of ${schoolName(asked.school, schools)}`;
    case "student":
      // A refusal must not reveal where the student is enrolled.
      return " of this student";
  }
};

const NAMING: readonly RequestKind[] = ["see-student", "see-records", "see-data-to-fix"];

const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}`;

const SYSTEM_REASON =
  "You use the system account of the machine that keeps the district’s records.";

const nobody = (kind: "unknown" | "staff"): Permit => ({
  isAllowed: false,
  because:
    kind === "unknown"
      ? "The district’s staff list does not have this staff id, so nothing can be shown."
      : "The district’s staff list gives you no role, so nothing can be shown.",
  role: null,
});

/** The words for each kind of request in a refusal. */
const REQUEST_NAMES: { readonly [kind in RequestKind]: string } = {
  "see-figures": "exact figures",
  "see-student": "the names and plans",
  "see-records": "the names and records",
  "see-data-to-fix": "the data to fix",
  "see-shared-by-counselor": "shared goals by counselor",
  "see-rejected-files": "the files sent and what of them could not be used",
  "see-log": "the access log",
  "make-extract": "research extracts",
  "make-state-file": "files for the state",
  "record-exemption": "recording an exemption",
  "record-attestation": "recording an attestation",
  "record-duty": "recording a duty of the district",
  "confirm-rule": "confirming a rule",
  "assign-counselor": "assigning a counselor",
  "decide-removals": "accepting or refusing removals",
  "change-staff": "changing the staff list",
};
