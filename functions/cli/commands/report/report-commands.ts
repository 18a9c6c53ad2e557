import type { Command } from "commander";
import { REPORT_DEFINITIONS } from "../../../reports/state/definitions/report-definitions.ts";
import type { ReportDefinition } from "../../../reports/state/definitions/report-definition.ts";
import { toFixSheet } from "../../../reports/state/gate/to-fix-sheet.ts";
import { commandCase, noted } from "../../arguments/as-staff.ts";
import { CommandError } from "../../arguments/command-error.ts";
import { print, type Json } from "../../arguments/command-parts.ts";
import { withLocalPlaces } from "../../arguments/local-places.ts";
import { checkText, definitionText, definitionsText, toFixText } from "../../text/report-text.ts";
import { withSheet, writeSheet, type SheetAsked } from "../../text/sheet-output.ts";
import { addReportBoard } from "./report-board-command.ts";
import { addCertifyCommands } from "./report-certify-commands.ts";
import { addReportStatementCommands } from "./report-statement-commands.ts";
import {
  ofReport,
  parsedReport,
  reportMade,
  type OfReport,
  type ProgressFor,
} from "./report-asked.ts";
import { addReportCompare } from "./report-compare-command.ts";
import { addReportErrors } from "./report-errors-command.ts";

/** Adds `ilp report`: files for the state, which cannot be written before every check passes, and what to fix for them. */
export function addReportCommands(program: Command, progressFor: ProgressFor): void {
  const report = program
    .command("report")
    .description(
      "Files for the state: what is reported, what to fix, and what was certified. And the board report.",
    );
  addList(report);
  addShow(report);
  addCheck(report, progressFor);
  addFix(report, progressFor);
  addCertifyCommands(report, progressFor);
  addReportStatementCommands(report);
  addReportBoard(report, progressFor);
  addReportErrors(report);
  addReportCompare(report, progressFor);
}

function addList(report: Command): void {
  report
    .command("list")
    .description("List the reports, and how far each layout is confirmed.")
    .option("--json", "print JSON for use by other programs")
    .action((options: Json) => {
      const listed = REPORT_DEFINITIONS.map(
        ({ id, title, state, status, citation, effective }) => ({
          ...{ id, title, state, status, citation, effective },
        }),
      );
      print(options, listed, definitionsText);
    });
}

function addShow(report: Command): void {
  report
    .command("show")
    .description("Show a report field by field: source, codes, citation, and what it leaves out.")
    .argument("<report>", "the report; ilp report list names them", parsedReport)
    .option("--json", "print JSON for use by other programs")
    .action((definition: ReportDefinition, options: Json) => {
      print(options, definition, definitionText);
    });
}

function addCheck(report: Command, progressFor: ProgressFor): void {
  ofReport(
    report,
    "check",
    "Make every check of a report. Exit code 1 where its file cannot be written yet.",
  ).action(async (definition: ReportDefinition, options: OfReport) => {
    const made = await withLocalPlaces(options.data, async (places) => {
      await noted(await commandCase(places, options), "make-state-file", `check ${definition.id}`);
      return reportMade(places, definition, options, progressFor(options));
    });
    const { checks, toFix, passed } = made.gate;
    const answer = {
      report: definition.id,
      countDay: made.inHand.context.asOf,
      records: made.inHand.records.length,
      isReady: passed !== null,
      checks,
      toFix: toFix.length,
    };
    print(options, answer, checkText);
    if (passed === null) throw new CommandError(`${definition.id} cannot be written yet`);
  });
}

function addFix(report: Command, progressFor: ProgressFor): void {
  withSheet(
    ofReport(
      report,
      "fix",
      "List each record that keeps a report from being written, with what to change and where. It names students.",
    ),
  ).action(async (definition: ReportDefinition, options: OfReport & SheetAsked) => {
    const { gate } = await withLocalPlaces(options.data, async (places) => {
      const of = await commandCase(places, options);
      await noted(of, "see-data-to-fix", `records to fix of ${definition.id}`);
      return reportMade(places, definition, options, progressFor(options));
    });
    await writeSheet(options, {
      json: gate.toFix,
      table: () => toFixText(gate.toFix),
      sheet: () => toFixSheet(gate.toFix),
    });
  });
}
