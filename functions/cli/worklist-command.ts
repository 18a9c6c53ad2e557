import { createHash } from "node:crypto";
import { Option, type Command } from "commander";
import { worklistCsv } from "../exports/worklist-csv.ts";
import { worklistIcs } from "../exports/worklist-ics.ts";
import { byUrgency } from "../exports/by-urgency.ts";
import { caseloadsOf } from "../exports/caseloads.ts";
import type { WorklistEntry } from "../exports/worklist-entries.ts";
import { conformedInForce } from "../pipeline/conformed-manifest.ts";
import type { Places } from "../pipeline/ports.ts";
import { worklist } from "../pipeline/worklist.ts";
import { CommandError } from "./command-error.ts";
import { ofDistrict, parsed, print, type OfDistrict } from "./command-parts.ts";
import { currentAsOf, schoolsAsked } from "./explain.ts";
import { withLocalPlaces } from "./local-places.ts";
import { caseloadsText, worklistText } from "./worklist-text.ts";

interface Asked extends OfDistrict {
  readonly school?: string;
  readonly counselor?: string;
  readonly limit?: number;
  readonly caseloads?: true;
  readonly format: "table" | "csv" | "ics";
}

/** Adds `ilp worklist`: who needs what next, most urgent first. It names students. */
export function addWorklistCommand(program: Command): void {
  ofDistrict(
    program,
    "worklist",
    "Who needs what next, most urgent first. It names students: keep it inside the district.",
  )
    .option("--school <id>", "one school, by id or name")
    .option("--counselor <id>", "the caseload of one counselor")
    .option("--limit <number>", "so many entries, the most urgent", parsed(limitArgument))
    .option("--caseloads", "count by counselor instead; it names no student")
    .addOption(
      new Option("--format <format>", "how to print: ics is a calendar of the due days")
        .choices(["table", "csv", "ics"])
        .default("table"),
    )
    .action(async (options: Asked) => {
      const found = await withLocalPlaces(options.data, (places) => entriesFor(places, options));
      if (options.caseloads) {
        print(options, caseloadsOf(found), caseloadsText);
        return;
      }
      const entries = found.slice(0, options.limit ?? found.length);
      if (options.json !== undefined || options.format === "table") {
        print(options, entries, (list) => worklistText(list, found.length));
      } else {
        process.stdout.write(
          options.format === "csv" ? worklistCsv(entries) : worklistIcs(entries, shortHash),
        );
      }
    });
}

async function entriesFor(
  places: Places,
  { district, school, counselor }: Asked,
): Promise<readonly WorklistEntry[]> {
  await currentAsOf(places, district);
  const manifest = await conformedInForce(places.records, district);
  if (manifest === null) throw new CommandError(`nothing is ingested for district ${district}`);
  const found: WorklistEntry[] = [];
  for (const { id } of schoolsAsked(manifest, school)) {
    const entries = await worklist(places, district, id);
    found.push(
      ...entries.filter((entry) => counselor === undefined || entry.counselor === counselor),
    );
  }
  return byUrgency(found);
}

const shortHash = (text: string): string =>
  createHash("sha256").update(text).digest("hex").slice(0, 32);

function limitArgument(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1) throw new Error("expected a whole number from 1 on");
  return limit;
}
