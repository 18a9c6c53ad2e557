import { byKey, compareText } from "../text/compare-text.ts";

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
  /**
   * Where the person gets mail; `NO_EMAIL` takes an address away. Absent or empty where the record says
   * nothing of it.
   */
  readonly email?: string;
  /** Whether the role was taken away. */
  readonly isRemoved: boolean;
  /** The instant of recording, as ISO text; empty in a list that gives none, which is before any. */
  readonly recordedAt: string;
}

/** In place of an address: the person gets no mail. */
export const NO_EMAIL = "none";

/** Whether a text is an e-mail address as far as a list can tell: one at sign, and a domain with a dot. */
export const isEmail = (text: string): boolean =>
  text.length <= 254 &&
  /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\.]+(?:\.[^\s@<>()[\],;:"\\.]+)+$/.test(text);

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
  /** Where the person gets mail; absent where no record gives an address, or the last one takes it away. */
  readonly email?: string;
  readonly roles: readonly HeldRole[];
}

/** The staff members of a district, in the order of their ids, from its records in any order: of records of one instant the later in the list holds. */
export function staffMembers(records: readonly StaffRecord[]): readonly StaffMember[] {
  const inOrder = records.toSorted((a, b) => compareText(a.recordedAt, b.recordedAt));
  const names = new Map<string, string>();
  const emails = new Map<string, string>();
  const last = new Map<string, StaffRecord>();
  /** The last instant until which every role of a person was taken away. */
  const goneUntil = new Map<string, string>();
  for (const record of inOrder) {
    const { staff, name, role, email = "", isRemoved, recordedAt } = record;
    if (email !== "") emails.set(staff, email);
    if (name !== "" || !names.has(staff)) names.set(staff, name);
    last.set(JSON.stringify([staff, role]), record);
    if (role === null && isRemoved) goneUntil.set(staff, recordedAt);
  }
  return [...names].sort(byKey).map(([staff, name]) => {
    const gone = goneUntil.get(staff);
    const isHeld = ({ isRemoved, recordedAt }: StaffRecord): boolean =>
      !isRemoved && (gone === undefined || recordedAt > gone);
    const roles = STAFF_ROLES.flatMap((role): HeldRole | [] => {
      const record = last.get(JSON.stringify([staff, role]));
      if (record === undefined || !isHeld(record)) return [];
      const { schools, counselors } = record;
      return { role, schools, counselors };
    });
    const email = emails.get(staff) ?? NO_EMAIL;
    return { staff, name, ...(email !== NO_EMAIL && { email }), roles };
  });
}

/** Tells the name of a counselor by the name or id that plans have; that itself where no staff member, or several, go by it. */
export function counselorNames(members: readonly StaffMember[]): (id: string) => string {
  const names = new Map<string, Set<string>>();
  for (const { name, roles } of members) {
    for (const id of roles.flatMap(({ counselors }) => counselors)) {
      if (name !== "") names.set(id, (names.get(id) ?? new Set()).add(name));
    }
  }
  return (id) => {
    const [name = id, ...others] = names.get(id) ?? [];
    return others.length === 0 ? name : id;
  };
}
