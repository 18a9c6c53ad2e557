import { createHash } from "node:crypto";
import { Option, type Command } from "commander";
import { worklistCsv } from "../exports/worklist-csv.ts";
import { worklistIcs } from "../exports/worklist-ics.ts";
import { byUrgency } from "../exports/by-urgency.ts";
import { caseloadsOf } from "../exports/caseloads.ts";
import type { WorklistEntry } from "../exports/worklist-entries.ts";
import { namesMeant } from "../domain/folded-name.ts";
import { namesToTry } from "../domain/nearest-name.ts";
import { conformedInForce, type ConformedSchool } from "../pipeline/conformed-manifest.ts";
import type { Places } from "../pipeline/ports.ts";
import { schoolWorklist, type SchoolWorklist } from "../pipeline/worklist.ts";
import { CommandError } from "./command-error.ts";
import { ofDistrict, parsed, print, type OfDistrict } from "./command-parts.ts";
import { currentAsOf } from "./current-as-of.ts";
import { withLocalPlaces } from "./local-places.ts";
import { schoolsAsked } from "./schools-asked.ts";
import { caseloadsText, NONE_NAMED, worklistText } from "./worklist-text.ts";

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
    .option(
      "--counselor <id>",
      `the caseload of one counselor; "${NONE_NAMED}" for students without one`,
    )
    .option("--limit <number>", "so many entries, the most urgent", parsed(limitArgument))
    .option("--caseloads", "count by counselor instead; it names no student")
    .addOption(
      new Option("--format <format>", "how to print: ics is a calendar of the due days")
        .choices(["table", "csv", "ics"])
        .default("table"),
    )
    .action(async (options: Asked) => {
      if (options.caseloads && options.format !== "table") {
        throw new CommandError(
          `--caseloads has no --format ${options.format}: it prints a table, or with --json a document; leave --format out`,
        );
      }
      const { entries: found, whose } = await withLocalPlaces(options.data, (places) =>
        listedFor(places, options),
      );
      if (options.caseloads) {
        print(options, caseloadsOf(found), (list) => caseloadsText(list, whose));
        return;
      }
      const entries = found.slice(0, options.limit ?? found.length);
      if (options.json !== undefined || options.format === "table") {
        print(options, entries, (list) => worklistText(list, found.length, whose));
      } else {
        process.stdout.write(
          options.format === "csv" ? worklistCsv(entries) : worklistIcs(entries, shortHash),
        );
      }
    });
}

/** A worklist as it is asked for. */
export interface Listed {
  readonly entries: readonly WorklistEntry[];
  /** Whose list it is, as words after "the list"; empty for everybody's. */
  readonly whose: string;
}

/** @throws CommandError with the names to try when no such school or counselor is there */
export async function listedFor(
  places: Places,
  { district, school, counselor }: Pick<Asked, "district" | "school" | "counselor">,
): Promise<Listed> {
  await currentAsOf(places, district);
  const manifest = await conformedInForce(places.records, district);
  if (manifest === null) throw new CommandError(`nothing is ingested for district ${district}`);
  const asked = schoolsAsked(manifest, school);
  const lists = await listsOf(asked);
  if (lists.length === 0) {
    const ids = asked.map(({ id }) => id).join(", ");
    throw new CommandError(
      `the current staff edition does not have ${ids} yet: run ilp publish --district ${district} --as-of <day> first`,
    );
  }
  const entries = byUrgency(lists.flatMap((list) => list.entries));
  const at = school === undefined ? "" : ` at ${asked.map(({ name }) => name).join(" and ")}`;
  if (counselor === undefined) return { entries, whose: at };
  const meant = await counselorsMeant(counselor);
  return {
    entries: entries.filter((entry) => meant.includes(entry.counselor)),
    whose: `${meant.includes("") ? " of students without a counselor" : ` of counselor ${meant.join(" and ")}`}${at}`,
  };

  async function listsOf(schools: readonly ConformedSchool[]): Promise<readonly SchoolWorklist[]> {
    const found: SchoolWorklist[] = [];
    for (const { id } of schools) {
      const list = await schoolWorklist(places, district, id);
      if (list !== null) found.push(list);
    }
    return found;
  }

  /** The counselor as plans spell the name: at the schools asked for, or at another, where nobody waits here. */
  async function counselorsMeant(name: string): Promise<readonly string[]> {
    if (name.trim() === "") {
      throw new CommandError(
        `--counselor is empty: for students of whom no plan names a counselor, give --counselor "${NONE_NAMED}"`,
      );
    }
    // There may be none of them, which is no mistake.
    if (name === NONE_NAMED) return [""];
    const here = namesMeant(name, counselorsOf(lists));
    if (here.length > 0) return here;
    const everywhere = counselorsOf(await listsOf(manifest?.schools ?? []));
    const elsewhere = namesMeant(name, everywhere);
    if (elsewhere.length > 0) return elsewhere;
    throw new CommandError(
      `no plan of a student in the current staff edition names a counselor "${name.slice(0, 80)}"; ${namesToTry(name, everywhere)}`,
    );
  }
}

const counselorsOf = (lists: readonly SchoolWorklist[]): readonly string[] =>
  [...new Set(lists.flatMap(({ counselors }) => counselors))].filter((one) => one !== "").sort();

const shortHash = (text: string): string =>
  createHash("sha256").update(text).digest("hex").slice(0, 32);

function limitArgument(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1) throw new Error("expected a whole number from 1 on");
  return limit;
}
