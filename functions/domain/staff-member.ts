/** What a person may do here, in the order in which lists show it. A name without a role may do nothing. */
export const STAFF_ROLES = [
  "district-leader",
  "principal",
  "counselor",
  "registrar",
  "state-reporter",
  "researcher",
  "privacy-officer",
] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

export const STAFF_ROLE_NAMES: { readonly [role in StaffRole]: string } = {
  "district-leader": "district leader",
  principal: "principal",
  counselor: "counselor",
  registrar: "registrar",
  "state-reporter": "state reporter",
  researcher: "researcher",
  "privacy-officer": "privacy officer",
};

/** Roles that hold at the schools named with them; the others hold for the whole district. */
export const SCHOOL_ROLES: readonly StaffRole[] = ["principal", "counselor", "registrar"];

/** The role that a word names, without regard to case and with blanks or underscores for hyphens; null where it names none. */
export function staffRoleOf(word: string): StaffRole | null {
  const spelt = word
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, "-");
  return STAFF_ROLES.find((role) => role === spelt) ?? null;
}

/**
 * What a district says of one staff member in one role: one row per person and role. Of several rows
 * about the same person and role the one recorded last holds. It is about no student.
 */
export interface StaffRecord {
  /** The staff member's identifier, as the exports write it. */
  readonly staff: string;
  readonly name: string;
  /** Null for a person who is listed without a role; of a removal, for every role that was recorded until then. */
  readonly role: StaffRole | null;
  /** Ids of the schools at which the role holds; empty for a role of the whole district. */
  readonly schools: readonly string[];
  /** The names or ids by which plans and caseloads name this person as the counselor. */
  readonly counselors: readonly string[];
  /** Whether the role was taken away. */
  readonly isRemoved: boolean;
  /** The instant of recording, as ISO text; empty in a list that gives none, which is before any. */
  readonly recordedAt: string;
}

/** One role that a person holds today, and where. */
export interface HeldRole {
  readonly role: StaffRole;
  readonly schools: readonly string[];
  readonly counselors: readonly string[];
}

/** A staff member with all roles that hold today; without any where none was given or all were taken away. */
export interface StaffMember {
  readonly staff: string;
  readonly name: string;
  readonly roles: readonly HeldRole[];
}

/** The staff members of a district, in the order of their ids, from its records in the order of recording. */
export function staffMembers(records: readonly StaffRecord[]): readonly StaffMember[] {
  const last = new Map<string, StaffRecord>();
  /** Until when every role of a person was taken away at once. */
  const goneUntil = new Map<string, string>();
  for (const record of records) {
    if (record.role === null && record.isRemoved) {
      const known = goneUntil.get(record.staff) ?? "";
      goneUntil.set(record.staff, known > record.recordedAt ? known : record.recordedAt);
    }
    const key = JSON.stringify([record.staff, record.role]);
    const before = last.get(key);
    if (before === undefined || before.recordedAt <= record.recordedAt) last.set(key, record);
  }
  const members = new Map<string, StaffMember>();
  for (const record of last.values()) {
    const { staff, name, role, schools, counselors, isRemoved, recordedAt } = record;
    const known = members.get(staff) ?? { staff, name, roles: [] };
    const gone = goneUntil.get(staff);
    const isGone = isRemoved || (gone !== undefined && recordedAt <= gone);
    const isHeld = role !== null && !isGone;
    const roles = isHeld ? [...known.roles, { role, schools, counselors }] : known.roles;
    members.set(staff, {
      staff,
      name: name === "" ? known.name : name,
      roles: roles.toSorted(inOrder),
    });
  }
  return [...members.values()].sort((a, b) => (a.staff < b.staff ? -1 : 1));
}

const inOrder = (a: HeldRole, b: HeldRole): number =>
  STAFF_ROLES.indexOf(a.role) - STAFF_ROLES.indexOf(b.role);
