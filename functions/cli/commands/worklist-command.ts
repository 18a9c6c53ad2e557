import { createHash } from "node:crypto";
import type { Command } from "commander";
import { caseloadsOf } from "../../reports/worklist/caseloads.ts";
import { caseloadsIcs } from "../../reports/worklist/caseloads-ics.ts";
import { caseloadsSheet } from "../../reports/worklist/caseloads-table.ts";
import { worklistSheet } from "../../reports/worklist/worklist-csv.ts";
import { worklistIcs } from "../../reports/worklist/worklist-ics.ts";
import { AS_STAFF } from "../arguments/as-staff.ts";
import { CommandError } from "../arguments/command-error.ts";
import { ofDistrict, parsed, type OfDistrict } from "../arguments/command-parts.ts";
import { withLocalPlaces } from "../arguments/local-places.ts";
import { withSheet, writeSheet, type SheetAsked } from "../text/sheet-output.ts";
import { caseloadsText, NONE_NAMED, worklistText } from "../text/worklist-text.ts";
import { countedFor, listedFor, type WorklistAsked } from "./worklist-asked.ts";

interface Asked extends OfDistrict, WorklistAsked, SheetAsked {
  readonly district: OfDistrict["district"];
  readonly limit?: number;
  readonly caseloads?: true;
}

/** Adds `ilp worklist`: who needs what next, most urgent first. It names students. */
export function addWorklistCommand(program: Command): void {
  const worklist = ofDistrict(
    program,
    "worklist",
    "List what each student needs next, most urgent first. The list names students: keep it inside the district.",
  );
  withSheet(worklist, ["ics"])
    .option("--school <id>", "one school, by id or name")
    .option(
      "--counselor <id>",
      `students on one counselor's caseload; "${NONE_NAMED}" for students without a counselor`,
    )
    .option(
      "--limit <number>",
      "list only this many entries, the most urgent ones",
      parsed(limitArgument),
    )
    .option("--caseloads", "show totals by counselor instead; names no student")
    .option(...AS_STAFF)
    .action(async (options: Asked) => {
      if (options.caseloads && options.limit !== undefined) {
        throw new CommandError(
          "--limit shortens the list of entries, and --caseloads counts every entry: use only one of the two",
        );
      }
      await (options.caseloads ? writeCaseloads(options) : writeWorklist(options));
    });
}

async function writeCaseloads(options: Asked): Promise<void> {
  const { entries, whose, asOf } = await withLocalPlaces(options.data, (places) =>
    countedFor(places, options),
  );
  const caseloads = caseloadsOf(entries);
  await writeSheet(options, {
    json: caseloads,
    table: () => caseloadsText(caseloads, whose),
    sheet: () => caseloadsSheet(caseloads),
    ics: () => caseloadsIcs(entries, asOf, shortHash),
  });
}

async function writeWorklist(options: Asked): Promise<void> {
  const { entries: all, whose } = await withLocalPlaces(options.data, (places) =>
    listedFor(places, options),
  );
  const entries = all.slice(0, options.limit ?? all.length);
  await writeSheet(options, {
    json: entries,
    table: () => worklistText(entries, all.length, whose),
    sheet: () => worklistSheet(entries),
    ics: () => worklistIcs(entries, shortHash),
  });
}

const shortHash = (text: string): string =>
  createHash("sha256").update(text).digest("hex").slice(0, 32);

function limitArgument(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1)
    throw new Error("expected a whole number, 1 or greater");
  return limit;
}
