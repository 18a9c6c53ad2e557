import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { certifyReport } from "../../../pipeline/state-reports/certify-report.ts";
import { allCertificates } from "../../../pipeline/state-reports/certificates.ts";
import { exportReport, exportSheet } from "../../../pipeline/state-reports/report-files.ts";
import type { ReportDefinition } from "../../../reports/state/definitions/report-definition.ts";
import { AS_STAFF, commandCase, noted, signedBy, type AsStaff } from "../../arguments/as-staff.ts";
import { CommandError } from "../../arguments/command-error.ts";
import { ofDistrict, print, type OfDistrict } from "../../arguments/command-parts.ts";
import { withLocalPlaces } from "../../arguments/local-places.ts";
import { certificateText, exportText, historyText } from "../../text/report-text.ts";
import { ofReport, reportMade, type OfReport, type ProgressFor } from "./report-asked.ts";

interface ExportAsked extends OfReport {
  readonly out: string;
  readonly xlsx?: true;
}
interface CertifyAsked extends OfReport {
  readonly by?: string;
  readonly amends?: string;
}

/** Adds export, certify and history: what goes out, and who said that it may. */
export function addCertifyCommands(report: Command, progressFor: ProgressFor): void {
  addExport(report, progressFor);
  addCertify(report, progressFor);
  addHistory(report);
}

function addExport(report: Command, progressFor: ProgressFor): void {
  ofReport(
    report,
    "export",
    "Write the file of a report: the certified one, or that of the day where every check passes. No option bypasses a check.",
  )
    .requiredOption("--out <folder>", "the folder to write the file to")
    .option("--xlsx", "write an Excel file of the same records; only for a file of no state")
    .action(async (definition: ReportDefinition, options: ExportAsked) => {
      if (options.xlsx === true) return exportAsSheet(definition, options, progressFor);
      const file = await withLocalPlaces(options.data, async (places) => {
        await noted(
          await commandCase(places, options),
          "make-state-file",
          `export ${definition.id}`,
        );
        const made = await reportMade(places, definition, options, progressFor(options));
        return exportReport(places.records, made, new Date().toISOString());
      });
      const path = writeTo(options.out, file.name, file.bytes);
      const certificate = file.certificate?.certificate ?? null;
      print(options, { file: path, bytes: file.bytes.length, certificate }, exportText);
    });
}

async function exportAsSheet(
  definition: ReportDefinition,
  options: ExportAsked,
  progressFor: ProgressFor,
): Promise<void> {
  const { sheet, countDay } = await withLocalPlaces(options.data, async (places) => {
    await noted(await commandCase(places, options), "make-state-file", `export ${definition.id}`);
    const made = await reportMade(places, definition, options, progressFor(options));
    const instant = new Date().toISOString();
    return {
      sheet: await exportSheet(places.records, made, instant),
      countDay: made.inHand.context.asOf,
    };
  });
  // Few commands write a workbook, so the package is loaded only for those that do.
  const { toXlsx } = await import("../../../adapters/spreadsheet.ts");
  const bytes = await toXlsx(sheet.definition, sheet.rows);
  const path = writeTo(options.out, `${definition.id}-${countDay}.xlsx`, bytes);
  print(options, { file: path, bytes: bytes.length }, ({ file }) => `wrote ${file}\n`);
}

/** It may name students, so no other user of the machine may read it. */
function writeTo(folder: string, name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  try {
    mkdirSync(folder, { recursive: true });
    // A file that was there keeps its mode, so it is removed first.
    rmSync(path, { force: true });
    writeFileSync(path, bytes, { mode: 0o600 });
  } catch {
    throw new CommandError(`${path} cannot be written: expected a folder that can be written to`);
  }
  return path;
}

function addCertify(report: Command, progressFor: ProgressFor): void {
  ofReport(
    report,
    "certify",
    "Freeze the records of the count day and their file, and record who certified them.",
  )
    .option("--by <staff>", "who certifies; with --as, that person")
    .option("--amends <certificate>", "the certificate of the school year that this one replaces")
    .action(async (definition: ReportDefinition, options: CertifyAsked) => {
      const certificate = await withLocalPlaces(options.data, async (places) => {
        const of = await commandCase(places, options);
        const by = signedBy(of, options.by);
        await noted(of, "make-state-file", `certify ${definition.id}`);
        const made = await reportMade(places, definition, options, progressFor(options));
        return certifyReport(places.records, made, {
          ...{ by, at: new Date().toISOString(), amends: options.amends ?? null },
        });
      });
      print(options, certificate, certificateText);
    });
}

function addHistory(report: Command): void {
  ofDistrict(
    report,
    "history",
    "List what was certified: by whom, when, and the hash of each file.",
  )
    .option(...AS_STAFF)
    .action(async (options: OfDistrict & AsStaff) => {
      const certificates = await withLocalPlaces(options.data, async (places) => {
        await noted(await commandCase(places, options), "make-state-file", "certificates");
        return allCertificates(places.records, options.district);
      });
      print(options, certificates, historyText);
    });
}
