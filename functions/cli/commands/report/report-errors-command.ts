import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Command } from "commander";
import { DISTRICT, permit } from "../../../access/permit.ts";
import { isDay } from "../../../domain/calendar/day.ts";
import { counted } from "../../../domain/text/counted.ts";
import { noteLook } from "../../../pipeline/console/note-look.ts";
import { nothingIngested } from "../../../pipeline/not-possible.ts";
import type { Places } from "../../../pipeline/ports.ts";
import {
  stateErrors,
  type StateErrorReport,
} from "../../../pipeline/state-reports/state-errors.ts";
import { stateErrorsSheet } from "../../../reports/state-errors/state-errors-sheet.ts";
import { AS_STAFF, commandCase, type AsStaff } from "../../arguments/as-staff.ts";
import { CommandError } from "../../arguments/command-error.ts";
import { ofDistrict, type OfDistrict } from "../../arguments/command-parts.ts";
import { withLocalPlaces } from "../../arguments/local-places.ts";
import { withSheet, writeSheet, type SheetAsked } from "../../text/sheet-output.ts";
import { notReadText, recordsNotRead, stateErrorsText } from "../../text/state-errors-text.ts";

interface ErrorsAsked extends OfDistrict, AsStaff, SheetAsked {
  readonly district: OfDistrict["district"];
  readonly profile?: string;
}

/** Adds `ilp report errors`: what a state reported, joined to our students. Its lists name students. */
export function addReportErrors(report: Command): void {
  withSheet(
    ofDistrict(
      report,
      "errors",
      "Read a state's error report and find the student of each error. The list names students: keep it inside the district.",
    ),
  )
    .argument("<file>", "the report as it was downloaded from the state, as CSV or text")
    .option("--profile <id>", "the profile by which to read it; by default, the one that fits")
    .option(...AS_STAFF)
    .addHelpText(
      "after",
      `
The table counts errors by rule. The list of errors with their students is in the formats csv,
xlsx and json.

Exit codes:
  0  every record is read
  1  the file cannot be read, or the reader may not see the data to fix
  2  some records cannot be read; the others are in the list`,
    )
    .action(async (file: string, options: ErrorsAsked) => {
      const read = await withLocalPlaces(options.data, (places) =>
        reportRead(places, file, options),
      );
      await writeSheet(options, {
        json: read,
        table: () => stateErrorsText(read),
        sheet: () => stateErrorsSheet(read.errors),
      });
      // A table says it itself; a sheet has no place for it.
      if (options.format !== "table") process.stderr.write(notReadText(read));
      const notRead = recordsNotRead(read);
      if (notRead > 0) {
        throw new CommandError(
          `${counted(notRead, "record")} of ${read.records.toLocaleString("en-US")} could not be read: download the report again, and do not save it from a spreadsheet`,
          2,
        );
      }
    });
}

/** Reads the report for those who may see the data to fix of the whole district, and notes the look. */
async function reportRead(
  places: Places,
  file: string,
  options: ErrorsAsked,
): Promise<StateErrorReport> {
  const of = await commandCase(places, options);
  if (of.manifest === null) throw new CommandError(nothingIngested(options.district));
  const allowed = permit(of.reader, "see-data-to-fix", DISTRICT, of.schools);
  const look = { kind: "see-data-to-fix", what: "state-errors", permit: allowed } as const;
  if (!allowed.isAllowed) {
    await noteLook(of, { ...look, schools: null });
    throw new CommandError(allowed.because);
  }
  const today = of.at.slice(0, 10);
  if (!isDay(today)) throw new Error("the instant of a command begins with its day");
  const read = await stateErrors(places.records, of.manifest, sentFile(file), {
    ...{ profile: options.profile ?? null, today },
  });
  await noteLook(of, { ...look, schools: null, students: studentsNamed(read) });
  return read;
}

function sentFile(path: string): { readonly name: string; readonly bytes: Uint8Array } {
  try {
    return { name: basename(path), bytes: readFileSync(path) };
  } catch {
    throw new CommandError("the report cannot be read: expected the path of one file");
  }
}

const studentsNamed = ({ errors }: StateErrorReport): number =>
  new Set(errors.flatMap(({ match }) => ("student" in match ? [match.student.student] : []))).size;
