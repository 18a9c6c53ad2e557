import type { Command } from "commander";
import { assignCounselor, withdrawAssignment } from "../../pipeline/decisions/assign-counselor.ts";
import type { Progress } from "../../pipeline/ports.ts";
import { districtMandate } from "../../pipeline/measure/district-mandate.ts";
import { AS_STAFF, commandCase, noted, signedBy, type AsStaff } from "../arguments/as-staff.ts";
import { ofDistrict, print, type Json, type OfDistrict } from "../arguments/command-parts.ts";
import { withLocalPlaces } from "../arguments/local-places.ts";

interface AssignAsked extends OfDistrict, AsStaff {
  readonly district: OfDistrict["district"];
  readonly student: readonly string[];
  readonly counselor: string;
  readonly by?: string;
  readonly withdraw?: true;
}

/** Adds `ilp assign`, which puts students into a counselor's caseload, one or several in one file. */
export function addAssignCommand(program: Command, progressFor: (of: Json) => Progress): void {
  ofDistrict(program, "assign", "Assign students to a counselor's caseload.")
    .requiredOption(
      "--student <id...>",
      "the students' identifiers in the student information system",
    )
    .requiredOption("--counselor <id>", "the counselor, as plans and caseloads name the person")
    .option("--by <staff>", "the staff member who decided it; with --as, that person")
    .option("--withdraw", "withdraw the assignment of these students")
    .option(...AS_STAFF)
    .action(async (options: AssignAsked) => {
      const { district, student: students, counselor, withdraw } = options;
      const report = await withLocalPlaces(options.data, async (places) => {
        const of = await commandCase(places, options);
        const by = signedBy(of, options.by);
        for (const student of students) {
          await noted(of, "assign-counselor", "assignment", { student });
        }
        const mandate = await districtMandate(places.records, district);
        const recording = {
          ...{ places, district, mandate, progress: progressFor(options) },
          at: new Date().toISOString(),
        };
        const record = withdraw === true ? withdrawAssignment : assignCounselor;
        return record(recording, { students, counselor, by });
      });
      print(
        options,
        report,
        ({ file, version }) =>
          `recorded in ${file}; conformed version ${version}. ilp publish shows it.\n`,
      );
    });
}
