import {
  isEmail,
  NO_EMAIL,
  SCHOOL_ROLES,
  STAFF_ROLE_NAMES,
  STAFF_ROLES,
  staffMembers,
  staffRoleOf,
  type StaffMember,
  type StaffRecord,
  type StaffRole,
} from "../../domain/people/staff-member.ts";
import { namesToTry } from "../../domain/text/nearest-name.ts";
import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import { CommandError } from "../arguments/command-error.ts";
import type { OfDistrict } from "../arguments/command-parts.ts";
import { nameAsked } from "../arguments/name-asked.ts";
import { schoolsAsked } from "../arguments/schools-asked.ts";

/** A role that is given. */
export interface StaffAdded extends OfDistrict {
  readonly staff: string;
  readonly name?: string;
  readonly role: string;
  readonly school?: readonly string[];
  readonly counselor?: readonly string[];
  readonly email?: string;
}

/** A role that is taken away, or every role. */
export interface StaffRemoved extends OfDistrict {
  readonly staff: string;
  readonly role?: string;
}

/** Where a staff member gets mail, or that the person gets none. */
export interface StaffEmail extends OfDistrict {
  readonly staff: string;
  readonly address: string;
}

/** What is recorded of a staff member, before it is known when. */
export type Unrecorded = Omit<StaffRecord, "recordedAt">;

/** The role as it is asked for. @throws CommandError where it names no role, no school, or nobody */
export function roleGiven(manifest: ConformedManifest, asked: StaffAdded): Unrecorded {
  const staff = staffIdAsked(asked.staff);
  const name = asked.name?.trim() ?? "";
  const role = roleAsked(asked.role, "there is no role");
  const member = membersOf(manifest).find((listed) => listed.staff === staff);
  if (name === "" && (member === undefined || member.name === "")) {
    throw new CommandError(
      `${staff} is not in the staff list yet: give the person's name with --name`,
    );
  }
  const isOfSchools = SCHOOL_ROLES.includes(role);
  const schools = (asked.school ?? []).map((school) => schoolAsked(manifest, school));
  if (isOfSchools && schools.length === 0) {
    throw new CommandError(
      `--school is required: without a school, a ${STAFF_ROLE_NAMES[role]} may see nothing`,
    );
  }
  if (!isOfSchools && schools.length > 0) {
    throw new CommandError(
      `a ${STAFF_ROLE_NAMES[role]} always sees the whole district: leave --school out, or use a role for single schools: ${SCHOOL_ROLES.join(", ")}`,
    );
  }
  const counselors = (asked.counselor ?? []).map((counselor) => listItem("--counselor", counselor));
  if (!isOfSchools && counselors.length > 0) {
    throw new CommandError(`a ${STAFF_ROLE_NAMES[role]} has no caseload: leave --counselor out`);
  }
  return {
    ...{ staff, name: name === "" ? (member?.name ?? "") : name, role, isRemoved: false },
    schools: [...new Set(schools)],
    counselors: [...new Set(counselors)],
    ...(asked.email !== undefined && { email: emailAsked("--email", asked.email) }),
  };
}

/** An address that is given or taken away, of somebody who is in the list. @throws CommandError otherwise */
export function emailGiven(manifest: ConformedManifest, asked: StaffEmail): Unrecorded {
  const { staff, name } = memberAsked(manifest, asked.staff);
  const email = emailAsked("--address", asked.address);
  return { staff, name, role: null, schools: [], counselors: [], email, isRemoved: false };
}

function emailAsked(option: string, asked: string): string {
  const email = asked.trim();
  if (email.toLowerCase() === NO_EMAIL) return NO_EMAIL;
  if (!isEmail(email)) {
    throw new CommandError(
      `${option} must be one e-mail address, or ${NO_EMAIL} where the person gets no mail`,
    );
  }
  return email;
}

/** What is to be taken away, a row per role. @throws CommandError where there is nobody or no such role */
export function rolesTaken(
  manifest: ConformedManifest,
  asked: StaffRemoved,
): readonly Unrecorded[] {
  const { staff, name, roles } = memberAsked(manifest, asked.staff);
  if (roles.length === 0) {
    throw new CommandError(`${staff} has no role: there is nothing to remove`);
  }
  const held = roles.map(({ role }) => role);
  const wanted = asked.role === undefined ? null : roleAsked(asked.role, "there is no role");
  if (wanted !== null && !held.includes(wanted)) {
    throw new CommandError(
      `${staff} does not have the role ${wanted}; the person's roles are: ${held.join(", ")}`,
    );
  }
  return (wanted === null ? held : [wanted]).map((role) => ({
    ...{ staff, name, role, isRemoved: true },
    ...{ schools: [], counselors: [] },
  }));
}

function memberAsked(manifest: ConformedManifest, asked: string): StaffMember {
  const members = membersOf(manifest);
  const id = asked.trim();
  const member = members.find(({ staff }) => staff === id);
  if (member !== undefined) return member;
  const ids = members.map(({ staff }) => staff);
  throw new CommandError(`the staff list has no ${id.slice(0, 80)}; ${namesToTry(id, ids)}`);
}

const membersOf = ({ staff = [] }: ConformedManifest): readonly StaffMember[] =>
  staffMembers(staff);

function roleAsked(word: string, isUnknown: string): StaffRole {
  const role = staffRoleOf(word) ?? staffRoleOf(nameAsked(word, STAFF_ROLES, isUnknown));
  if (role === null) throw new Error(`no role ${word}`);
  return role;
}

function schoolAsked(manifest: ConformedManifest, asked: string): string {
  const [school, ...others] = schoolsAsked(manifest, asked);
  if (school === undefined || others.length > 0) {
    const ids = [school, ...others].flatMap((meant) => meant?.id ?? []);
    throw new CommandError(
      `several schools have this name; use one of these ids: ${ids.join(", ")}`,
    );
  }
  return school.id;
}

function staffIdAsked(asked: string): string {
  const staff = asked.trim();
  if (staff === "") throw new CommandError("--staff must be a staff id, written as in the exports");
  return staff;
}

/** An item of a list that a cell holds with semicolons between. */
function listItem(option: string, asked: string): string {
  const item = asked.trim();
  if (item === "" || item.includes(";")) {
    throw new CommandError(`${option} must be a single id or name, without a semicolon`);
  }
  return item;
}
