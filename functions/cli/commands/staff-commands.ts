import { nothingIngested } from "../../pipeline/not-possible.ts";
import type { Command } from "commander";
import type { DistrictId } from "../../domain/ids.ts";
import { namesToTry } from "../../domain/text/nearest-name.ts";
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
import { conformedInForce } from "../../pipeline/conform/conformed-in-force.ts";
import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import type { Places, Progress } from "../../pipeline/ports.ts";
import { recordFile } from "../../pipeline/decisions/record-file.ts";
import { staffFile } from "../../pipeline/decisions/record-statement.ts";
import { AS_STAFF, commandCase, noted, type AsStaff } from "../arguments/as-staff.ts";
import { CommandError } from "../arguments/command-error.ts";
import { ofDistrict, print, type Json, type OfDistrict } from "../arguments/command-parts.ts";
import { withLocalPlaces } from "../arguments/local-places.ts";
import { nameAsked } from "../arguments/name-asked.ts";
import { schoolsAsked } from "../arguments/schools-asked.ts";
import { listedStaff, recordedText, staffText, type RecordedStaff } from "../text/staff-text.ts";

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

/** Adds `ilp staff` (list, add, remove, email): who works in the district in which role, and so who may see what. */
export function addStaffCommands(program: Command, progressFor: (of: Json) => Progress): void {
  const staff = program
    .command("staff")
    .description("The staff list: each person's roles, which decide what that person may see.");

  ofDistrict(
    staff,
    "list",
    "List the staff members with their roles, schools and counselor ids.",
  ).action(async (options: OfDistrict) => {
    const list = await withLocalPlaces(options.data, async (places) =>
      listedStaff(await ingested(places, options.district)),
    );
    print(options, list, staffText);
  });

  ofDistrict(
    staff,
    "add",
    "Give a staff member a role. If the person already has the role, its schools are replaced.",
  )
    .requiredOption("--staff <id>", "the staff member's id, as the exports write it")
    .option("--name <name>", "the person's name; required for a new staff member")
    .requiredOption("--role <role>", STAFF_ROLES.join(", "))
    .option("--school <school...>", "the schools that the role covers, by id or name")
    .option("--counselor <id...>", "the ids or names that plans and caseloads use for the person")
    .option("--email <address>", "where ilp digest sends the person's weekly mail")
    .option(...AS_STAFF)
    .action(async (options: StaffAdded & AsStaff) => {
      const report = await withLocalPlaces(options.data, async (places) => {
        const manifest = await ingested(places, options.district);
        const of = await commandCase(places, options);
        await noted(of, "change-staff", changeOf("add", options), {
          schools: options.school ?? [],
        });
        return recordStaff(places, manifest, [roleGiven(manifest, options)], progressFor(options));
      });
      print(options, report, recordedText);
    });

  addEmail(staff, progressFor);
  ofDistrict(staff, "remove", "Remove one role, or every role, from a staff member.")
    .requiredOption("--staff <id>", "the staff member's id")
    .option("--role <role>", "the role to remove; by default, every role")
    .option(...AS_STAFF)
    .action(async (options: StaffRemoved & AsStaff) => {
      const report = await withLocalPlaces(options.data, async (places) => {
        const manifest = await ingested(places, options.district);
        const of = await commandCase(places, options);
        await noted(of, "change-staff", changeOf("remove", options));
        return recordStaff(places, manifest, rolesTaken(manifest, options), progressFor(options));
      });
      print(options, report, recordedText);
    });
}

function addEmail(staff: Command, progressFor: (of: Json) => Progress): void {
  ofDistrict(staff, "email", "Set where a staff member gets the weekly mail, or stop it.")
    .requiredOption("--staff <id>", "the staff member's id")
    .requiredOption("--address <address>", `the e-mail address, or ${NO_EMAIL} to stop the mail`)
    .option(...AS_STAFF)
    .action(async (options: StaffEmail & AsStaff) => {
      const report = await withLocalPlaces(options.data, async (places) => {
        const manifest = await ingested(places, options.district);
        const of = await commandCase(places, options);
        await noted(of, "change-staff", `staff email ${options.staff.trim().slice(0, 80)}`);
        return recordStaff(places, manifest, [emailGiven(manifest, options)], progressFor(options));
      });
      print(options, report, recordedText);
    });
}

/** What the log says of a change: whose role, and which. */
const changeOf = (what: string, { staff, role }: StaffRemoved): string =>
  `staff ${what} ${staff.trim().slice(0, 80)} ${role?.slice(0, 40) ?? "every role"}`;

/** What is recorded of a staff member, before it is known when. */
type Unrecorded = Omit<StaffRecord, "recordedAt">;

/** Records roles that are given or taken away: the one way in which a command changes who may see what. */
async function recordStaff(
  places: Places,
  manifest: ConformedManifest,
  rows: readonly Unrecorded[],
  progress: Progress,
): Promise<RecordedStaff> {
  const recordedAt = afterAll(manifest, new Date());
  const records = rows.map((row) => ({ ...row, recordedAt }));
  const recorded = await recordFile(
    places,
    manifest.district,
    staffFile(records),
    progress,
    recordedAt,
  );
  const now = await ingested(places, manifest.district);
  const ids = new Set(rows.map(({ staff }) => staff));
  return { ...recorded, staff: listedStaff(now).filter(({ staff }) => ids.has(staff)) };
}

/** The role as it is asked for. @throws CommandError where it names no role, no school, or nobody */
export function roleGiven(manifest: ConformedManifest, asked: StaffAdded): Unrecorded {
  const staff = staffIdAsked(asked.staff);
  const name = asked.name?.trim() ?? "";
  const role = roleAsked(asked.role, "there is no role");
  const current = membersOf(manifest).find((member) => member.staff === staff);
  if (name === "" && (current === undefined || current.name === "")) {
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
    ...{ staff, name: name === "" ? (current?.name ?? "") : name, role, isRemoved: false },
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

async function ingested(places: Places, district: DistrictId): Promise<ConformedManifest> {
  const manifest = await conformedInForce(places.records, district);
  if (manifest === null) throw new CommandError(nothingIngested(district));
  return manifest;
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
    const ids = [school, ...others].flatMap((conformedSchool) => conformedSchool?.id ?? []);
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

/** The instant, or one after all that is recorded already: a list may give the time of another zone. */
function afterAll({ staff = [] }: ConformedManifest, now: Date): string {
  const last = staff.reduce(
    (latest, { recordedAt }) => (recordedAt > latest ? recordedAt : latest),
    "",
  );
  const isLater = last < now.toISOString();
  return isLater ? now.toISOString() : new Date(Date.parse(last) + 1).toISOString();
}
