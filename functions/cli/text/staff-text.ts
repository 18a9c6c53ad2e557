import {
  SCHOOL_ROLES,
  STAFF_ROLE_NAMES,
  staffMembers,
  type StaffMember,
  type StaffRole,
} from "../../domain/people/staff-member.ts";
import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import { printable } from "../arguments/printable.ts";
import { columns } from "../arguments/text-columns.ts";

/** A staff member as the command lists one. */
export interface ListedStaff {
  readonly staff: string;
  readonly name: string;
  /** Where the person gets mail; absent if no address is known. */
  readonly email?: string;
  /** Empty for a person without a role, who may see nothing. */
  readonly roles: readonly {
    readonly role: StaffRole;
    readonly roleName: string;
    readonly schools: readonly { readonly id: string; readonly name: string }[];
    readonly counselors: readonly string[];
  }[];
}

/** What was recorded, and how the staff member stands now. */
export interface RecordedStaff {
  readonly district: string;
  readonly file: string;
  readonly version: string;
  readonly staff: readonly ListedStaff[];
}

/** The staff members of a district with their roles and schools by name. */
export function listedStaff({
  staff = [],
  schools,
}: Pick<ConformedManifest, "staff" | "schools">): readonly ListedStaff[] {
  const nameOf = (id: string): string => schools.find((school) => school.id === id)?.name ?? id;
  const listed = ({ roles, ...member }: StaffMember): ListedStaff => ({
    ...member,
    roles: roles.map(({ role, schools: own, counselors }) => ({
      role,
      roleName: STAFF_ROLE_NAMES[role],
      schools: own.map((id) => ({ id, name: nameOf(id) })),
      counselors,
    })),
  });
  return staffMembers(staff).map(listed);
}

/** One line per staff member and role. */
export function staffText(list: readonly ListedStaff[]): string {
  if (list.length === 0) {
    return "the district has no staff list yet, so only the system account may see anything: ingest staff.csv, or start with ilp staff add\n";
  }
  const rows = list.flatMap(({ staff, name, email = "", roles }) =>
    roles.length === 0
      ? [[printable(staff), printable(name), "no role", "", "", printable(email)]]
      : roles.map((held) => [
          printable(staff),
          printable(name),
          held.roleName,
          placesOf(held),
          printable(held.counselors.join(", ")),
          printable(email),
        ]),
  );
  return columns(["staff id", "name", "role", "schools", "counselor ids", "email"], rows);
}

/** What people read after a change. */
export const recordedText = ({ staff, file, version }: RecordedStaff): string =>
  `${staffText(staff)}recorded in ${file}; conformed version ${version}. It applies from now on.\n`;

function placesOf({ role, schools }: ListedStaff["roles"][number]): string {
  if (!SCHOOL_ROLES.includes(role)) return "whole district";
  return schools.length === 0
    ? "no school, so sees nothing"
    : printable(schools.map(({ name }) => name).join(", "));
}
