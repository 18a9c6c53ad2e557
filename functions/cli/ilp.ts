/**
 * The `ilp` command: the steps of the pipeline on one machine. Each command prints for people, or
 * with `--json` one JSON document for machines; mistakes and input that leaves nothing to do end in
 * one line on the error output and exit code 1; an ingest that could not use some of its files in
 * exit code 2. (All commands in one place, so longer than most.)
 */
import { Command, CommanderError } from "commander";
import { addAccessLogCommand } from "./commands/access-log-command.ts";
import { addAssignCommand } from "./commands/assign-command.ts";
import { addAuditCommand } from "./commands/audit-command.ts";
import { addDigestCommand } from "./commands/digest-command.ts";
import { addExplainCommand } from "./commands/explain-command.ts";
import { command, ofDistrict, print } from "./arguments/command-parts.ts";
import type { Common, Json, OfDistrict } from "./arguments/command-parts.ts";
import { counted } from "../domain/text/counted.ts";
import { CommandError, holdsNothing } from "./arguments/command-error.ts";
import { addDutyCommands } from "./commands/duty-commands.ts";
import { addStatementCommands } from "./commands/statement-commands.ts";
import { addExtractCommand } from "./commands/extract-command.ts";
import { ingest } from "./steps/ingest.ts";
import { ingestEnd } from "./steps/ingest-end.ts";
import { inspectAll, isUsable, kindsWith } from "./steps/inspect.ts";
import { inspectText } from "./text/inspect-text.ts";
import { withLocalPlaces } from "./arguments/local-places.ts";
import { addDistrictCommands } from "./commands/district-commands.ts";
import { addGoalsCommand } from "./commands/goals-command.ts";
import { addLabelCommand } from "./commands/label-command.ts";
import { addMandateCommands } from "./commands/mandate-commands.ts";
import {
  ingestText,
  onlyCountedText,
  quarantineText,
  rejectsText,
  replayText,
} from "./text/step-text.ts";
import { addProfileCommands } from "./commands/profile-commands.ts";
import { printable } from "./arguments/printable.ts";
import { readInThread } from "./steps/read-in-thread.ts";
import { refuseGaps } from "./steps/refuse-gaps.ts";
import { addPublishCommand } from "./commands/publish-command.ts";
import { dataToFixSheet, rejectsSheet } from "./commands/quarantine-sheets.ts";
import { quarantineList, quarantineShow } from "../pipeline/conform/quarantine-list.ts";
import { quarantineReplay } from "./steps/quarantine.ts";
import {
  addServeCommand,
  IDLE_MINUTES,
  PORT_OPTION,
  serveUntilStopped,
} from "./server/serve-command.ts";
import { withSheet, writeSheet, type SheetAsked } from "./text/sheet-output.ts";
import { DEMO_DISTRICT, demoIdentity, prepareDemo } from "./commands/start.ts";
import { terminalProgress } from "./arguments/terminal-progress.ts";
import { quietProgress } from "../pipeline/ports.ts";
import { addRemovalsCommand } from "./commands/removals-command.ts";
import { addReportCommands } from "./commands/report/report-commands.ts";
import { addStaffCommands } from "./commands/staff-commands.ts";
import { addWorklistCommand } from "./commands/worklist-command.ts";

interface IngestArguments {
  readonly name?: string;
  readonly acceptRemovals?: true;
  readonly verify?: true;
}

const program = new Command("ilp")
  .description("Tells a district whether its Individual Learning Plan mandate is kept.")
  .showHelpAfterError("(ilp --help lists the commands)")
  .exitOverride()
  .configureHelp({ sortSubcommands: false });

ofDistrict(
  program,
  "ingest",
  "Read exports (folders, zip files or single files) and store their records.",
)
  .argument("[source...]", "folders, zip files or single files")
  .option("--accept-removals", "accept a file even if it would remove many records or a column")
  .option("--name <name>", "the district's name, if the exports do not give it")
  .option(
    "--verify",
    "read each file, even if its size and times have not changed since it was read",
  )
  .addHelpText(
    "after",
    `
Exit codes:
  0  every file is used, not needed, already known, or superseded by a later version
  1  none of the files can be used
  2  some files cannot be used or wait to be accepted; the others are used`,
  )
  .action(async (sources: string[], options: OfDistrict & IngestArguments) => {
    const acceptRemovals = options.acceptRemovals === true;
    if (sources.length === 0 && !acceptRemovals) {
      throw new CommandError("name at least one folder, zip or file to ingest");
    }
    await refuseGaps(sources);
    const { district } = options;
    const conforming = { name: options.name ?? null, acceptRemovals };
    const progress = progressFor(options);
    const verify = options.verify === true;
    const beside = readInThread(options.data, district);
    const report = await withLocalPlaces(options.data, (places) =>
      ingest(places, district, conforming, sources, progress, verify, beside),
    );
    print(options, report, ingestText);
    const { exitCode, message } = ingestEnd(report, sources.length > 0);
    if (exitCode !== 0) throw new CommandError(message, exitCode);
  });

program
  .command("inspect")
  .description(
    "Preview a file: its format, its columns and what can be read from it. Nothing is stored.",
  )
  .argument("<source...>", "files, folders or zip files")
  .option("--profile <file>", "the district's own profile, such as ilp.profile.json")
  .option("--json", "print JSON for use by other programs")
  .action(async (sources: string[], options: Json & { readonly profile?: string }) => {
    const kinds = await kindsWith(options.profile);
    const report = await inspectAll(sources, kinds, progressFor(options));
    print(options, report, inspectText);
    if (report.files.length === 0) throw holdsNothing(sources);
    const unusable = report.files.filter((file) => !isUsable(file)).length;
    if (unusable > 0) {
      const all = report.files.length;
      throw new CommandError(
        `${unusable} of ${counted(all, "file")} cannot be used without changes: see the lines "records" and "problems" above`,
      );
    }
  });

addProfileCommands(program, progressFor);
addMandateCommands(program);
addDistrictCommands(program, progressFor);
addStatementCommands(program, progressFor);
addAssignCommand(program, progressFor);
addDutyCommands(program, progressFor);
addStaffCommands(program, progressFor);
addRemovalsCommand(program);

const quarantine = program
  .command("quarantine")
  .description(
    "Records and files that could not be used: list them, and read them again after a fix.",
  );

withSheet(
  ofDistrict(
    quarantine,
    "list",
    "List each file with rejected records: how many, why, and what to do.",
  ),
).action(async (options: OfDistrict & SheetAsked) => {
  const files = await withLocalPlaces(options.data, (places) =>
    quarantineList(places, options.district),
  );
  await writeSheet(options, {
    json: files,
    table: () => quarantineText(files),
    sheet: () => dataToFixSheet(files),
  });
});

withSheet(
  ofDistrict(
    quarantine,
    "show",
    "Show every rejected record of one file: its number, the column and the reason, never a value.",
  ),
)
  .argument("<file>", "the file's name, or the first characters of its SHA-256")
  .action(async (file: string, options: OfDistrict & SheetAsked) => {
    const shown = await withLocalPlaces(options.data, (places) =>
      quarantineShow(places, options.district, file),
    );
    await writeSheet(options, {
      json: shown,
      table: () => rejectsText(shown),
      sheet: () => rejectsSheet(shown),
    });
    // A table says it in its last line, for which a sheet has no place.
    if (shown.onlyCounted > 0 && (options.format === "csv" || options.format === "xlsx")) {
      process.stderr.write(`ilp: ${onlyCountedText(shown)}`);
    }
  });

ofDistrict(quarantine, "replay", "Read all stored files again with the current profiles.")
  .option(
    "--profile <file>",
    "the district's own profile, a file whose name ends in ilp.profile.json",
  )
  .action(async (options: OfDistrict & { readonly profile?: string }) => {
    const replayed = await withLocalPlaces(options.data, (places) =>
      quarantineReplay(places, options.district, options.profile ?? null, progressFor(options)),
    );
    print(options, replayed, replayText);
  });

addPublishCommand(program, progressFor);
addExtractCommand(program, progressFor);
addReportCommands(program, progressFor);
addAuditCommand(program);
addLabelCommand(program);
addGoalsCommand(program);

addServeCommand(program);
addWorklistCommand(program);

addExplainCommand(program);
addDigestCommand(program);
addAccessLogCommand(program);

command(program, "start", "Create and publish the demo district, then serve both sites.")
  .option(...PORT_OPTION)
  .action(async (options: Common & { readonly port?: number }) => {
    const tell = options.json ? () => undefined : say;
    await prepareDemo(options.data, progressFor(options), tell);
    const asked = { isDemo: true, idleMinutes: IDLE_MINUTES, through: "console" } as const;
    const demo = { district: DEMO_DISTRICT, ...asked };
    await serveUntilStopped(options, demo, await demoIdentity(options.data), "");
  });

/**
 * Runs one command. @returns its exit code, once the error is written as one line on the error
 * output
 */
export async function runIlp(args: readonly string[]): Promise<number> {
  try {
    await program.parseAsync(args, { from: "user" });
    return 0;
  } catch (error) {
    // Help, or a mistake in the arguments: commander has printed it already.
    if (error instanceof CommanderError) return error.exitCode;
    if (error instanceof Error) {
      const isExpected = error instanceof CommandError || process.env["ILP_DEBUG"] === undefined;
      const lines = (isExpected ? error.message : (error.stack ?? error.message)).split("\n");
      process.stderr.write(`ilp: ${lines.map(printable).join("\n")}\n`);
    } else {
      process.stderr.write("ilp: failed\n");
    }
    return error instanceof CommandError ? error.exitCode : 1;
  }
}

function progressFor(options: Json) {
  return options.json ? quietProgress : terminalProgress();
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
