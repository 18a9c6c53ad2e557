import { nothingIngested } from "../../pipeline/not-possible.ts";
import type { Command } from "commander";
import type { DistrictId } from "../../domain/ids.ts";
import { NO_EMAIL, STAFF_ROLES } from "../../domain/people/staff-member.ts";
import { conformedInForce } from "../../pipeline/conform/conformed-in-force.ts";
import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import type { Places, Progress } from "../../pipeline/ports.ts";
import { recordFile } from "../../pipeline/decisions/record-file.ts";
import { staffFile } from "../../pipeline/decisions/record-statement.ts";
import { AS_STAFF, commandCase, noted, type AsStaff } from "../arguments/as-staff.ts";
import { CommandError } from "../arguments/command-error.ts";
import { ofDistrict, print, type Json, type OfDistrict } from "../arguments/command-parts.ts";
import { withLocalPlaces } from "../arguments/local-places.ts";
import {
  emailGiven,
  roleGiven,
  rolesTaken,
  type StaffAdded,
  type StaffEmail,
  type StaffRemoved,
  type Unrecorded,
} from "./staff-asked.ts";
import { listedStaff, recordedText, staffText, type RecordedStaff } from "../text/staff-text.ts";

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

async function ingested(places: Places, district: DistrictId): Promise<ConformedManifest> {
  const manifest = await conformedInForce(places.records, district);
  if (manifest === null) throw new CommandError(nothingIngested(district));
  return manifest;
}

/**
 * The instant, or one after everything that is recorded already: a list may give the time of
 * another zone.
 */
function afterAll({ staff = [] }: ConformedManifest, now: Date): string {
  const last = staff.reduce(
    (latest, { recordedAt }) => (recordedAt > latest ? recordedAt : latest),
    "",
  );
  const isLater = last < now.toISOString();
  return isLater ? now.toISOString() : new Date(Date.parse(last) + 1).toISOString();
}
