import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Command } from "commander";
import { DISTRICT, permit } from "../../../access/permit.ts";
import { counted } from "../../../domain/text/counted.ts";
import { noteLook } from "../../../pipeline/console/note-look.ts";
import {
  compareWithSis,
  type ComparedWithSis,
} from "../../../reports/sis-values/compare-with-sis.ts";
import type { Places } from "../../../pipeline/ports.ts";
import type { ReportDefinition } from "../../../reports/state/definitions/report-definition.ts";
import { sisDifferencesSheet } from "../../../reports/sis-values/sis-differences-sheet.ts";
import { sentText } from "../../../sources/csv/sent-text.ts";
import { commandCase } from "../../arguments/as-staff.ts";
import { CommandError } from "../../arguments/command-error.ts";
import { withLocalPlaces } from "../../arguments/local-places.ts";
import { withSheet, writeSheet, type SheetAsked } from "../../text/sheet-output.ts";
import {
  sisDifferencesText,
  sisNotReadText,
  sisRecordsNotRead,
} from "../../text/sis-differences-text.ts";
import { ofReport, reportMade, type OfReport, type ProgressFor } from "./report-asked.ts";

interface CompareAsked extends OfReport, SheetAsked {
  readonly sis: string;
}

/** Adds `ilp report compare`: a report beside the student information system's own list. Its lists name students. */
export function addReportCompare(report: Command, progressFor: ProgressFor): void {
  withSheet(
    ofReport(
      report,
      "compare",
      "Compare a reconciliation with the student information system's own list, student by student. The list names students: keep it inside the district.",
    ),
  )
    .requiredOption(
      "--sis <file>",
      "the list as CSV, one record per student, with the state's identifier",
    )
    .addHelpText(
      "after",
      `
The table counts differences by kind and field. The students are in the formats csv, xlsx and json.

Exit codes:
  0  every record of the list is read
  1  the list cannot be compared, or the reader may not see the data to fix
  2  some records cannot be read; the others are compared`,
    )
    .action(async (definition: ReportDefinition, options: CompareAsked) => {
      const compared = await withLocalPlaces(options.data, (places) =>
        listCompared(places, definition, options, progressFor),
      );
      const { differences, fields } = compared;
      await writeSheet(options, {
        json: compared,
        table: () => sisDifferencesText(compared),
        sheet: () => sisDifferencesSheet(differences, fields),
      });
      // A table says it itself; a sheet has no place for it.
      if (options.format !== "table") process.stderr.write(sisNotReadText(compared));
      const notRead = sisRecordsNotRead(compared);
      if (notRead > 0) {
        throw new CommandError(`${counted(notRead, "record")} could not be read`, 2);
      }
    });
}

/** Compares for those who may see the data to fix of the whole district, and notes the look. */
async function listCompared(
  places: Places,
  definition: ReportDefinition,
  options: CompareAsked,
  progressFor: ProgressFor,
): Promise<ComparedWithSis> {
  const of = await commandCase(places, options);
  const allowed = permit(of.reader, "see-data-to-fix", DISTRICT, of.schools);
  const look = {
    kind: "see-data-to-fix",
    what: `${definition.id} and sis`,
    permit: allowed,
  } as const;
  if (!allowed.isAllowed) {
    await noteLook(of, { ...look, schools: null });
    throw new CommandError(allowed.because);
  }
  const list = sentList(options.sis);
  const made = await reportMade(places, definition, options, progressFor(options));
  const compared = compareWithSis(made.inHand, list);
  if ("because" in compared) throw new CommandError(compared.because);
  const named = compared.differences.flatMap(({ about }) => about?.student ?? []);
  await noteLook(of, { ...look, schools: null, students: new Set(named).size });
  return compared;
}

function sentList(path: string): { readonly name: string; readonly text: string } {
  const name = basename(path);
  const sent = sentText(name, bytesOf(path));
  if ("because" in sent) throw new CommandError(sent.because);
  return { name, text: sent.text };
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new CommandError("the list cannot be read: expected the path of one file");
  }
}
