import type { HeldRole, StaffMember } from "../domain/people/staff-member.ts";

/** Who asks. Whoever makes a reader has checked who it is. */
export type Reader =
  /** The account that runs the commands on the machine where the records are kept. */
  | { readonly kind: "system" }
  /** A staff member, with the roles that hold today. */
  | ({ readonly kind: "staff" } & StaffMember)
  /** An identifier that the district's staff list does not have. */
  | { readonly kind: "unknown"; readonly staff: string };

export const SYSTEM: Reader = { kind: "system" };

/** The name under which the access log keeps the account of the machine. */
export const SYSTEM_ACCOUNT = "system account";

/** The reader that a staff id names. */
export const readerOf = (staff: string, members: readonly StaffMember[]): Reader => {
  const member = members.find((member) => member.staff === staff);
  return member === undefined ? { kind: "unknown", staff } : { kind: "staff", ...member };
};

/**
 * The name of the reader in the log: the staff id, in quotation marks if it reads like the account
 * of the machine.
 */
export function readerId(reader: Reader): string {
  if (reader.kind === "system") return SYSTEM_ACCOUNT;
  return reader.staff.includes(SYSTEM_ACCOUNT) ? `“${reader.staff}”` : reader.staff;
}

export const rolesOf = (reader: Reader): readonly HeldRole[] =>
  reader.kind === "staff" ? reader.roles : [];
