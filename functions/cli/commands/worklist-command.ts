import { createHash } from "node:crypto";
import type { Command } from "commander";
import { worklistSheet } from "../../reports/worklist/worklist-csv.ts";
import { worklistIcs } from "../../reports/worklist/worklist-ics.ts";
import { byUrgency } from "../../reports/worklist/by-urgency.ts";
import { caseloadsOf } from "../../reports/worklist/caseloads.ts";
import { caseloadsIcs } from "../../reports/worklist/caseloads-ics.ts";
import { caseloadsSheet } from "../../reports/worklist/caseloads-table.ts";
import type { WorklistEntry } from "../../reports/worklist/worklist-entries.ts";
import type { Day } from "../../domain/calendar/day.ts";
import { namesMeant } from "../../domain/text/folded-name.ts";
import { namesToTry } from "../../domain/text/nearest-name.ts";
import { ofSchool, type KnownSchool } from "../../access/permit.ts";
import { conformedInForce } from "../../pipeline/conform/conformed-manifest.ts";
import type { Places } from "../../pipeline/ports.ts";
import { listSchools } from "../../pipeline/console/seen-students.ts";
import { noteLook } from "../../pipeline/console/note-look.ts";
import { seenWorklist, type SeenWorklist } from "../../pipeline/console/seen-worklist.ts";
import { schoolStudents } from "../../pipeline/worklist/worklist.ts";
import { worklistOf, type SchoolWorklist } from "../../reports/worklist/school-worklist.ts";
import { AS_STAFF, commandCase, noted, type AsStaff } from "../arguments/as-staff.ts";
import { CommandError } from "../arguments/command-error.ts";
import { ofDistrict, parsed, type OfDistrict } from "../arguments/command-parts.ts";
import { currentAsOf } from "../arguments/current-as-of.ts";
import { withLocalPlaces } from "../arguments/local-places.ts";
import { schoolsAsked } from "../arguments/schools-asked.ts";
import { withSheet, writeSheet, type SheetAsked } from "../text/sheet-output.ts";
import { caseloadsText, NONE_NAMED, worklistText } from "../text/worklist-text.ts";

interface Asked extends OfDistrict, AsStaff, SheetAsked {
  readonly district: OfDistrict["district"];
  readonly school?: string;
  readonly counselor?: string;
  readonly limit?: number;
  readonly caseloads?: true;
}

/** Adds `ilp worklist`: who needs what next, most urgent first. It names students. */
export function addWorklistCommand(program: Command): void {
  const worklist = ofDistrict(
    program,
    "worklist",
    "Who needs what next, most urgent first. It names students: keep it inside the district.",
  );
  withSheet(worklist, ["ics"])
    .option("--school <id>", "one school, by id or name")
    .option(
      "--counselor <id>",
      `the students whom figures count as one counselor’s; "${NONE_NAMED}" for students without one`,
    )
    .option("--limit <number>", "so many entries, the most urgent", parsed(limitArgument))
    .option("--caseloads", "count by counselor instead; it names no student")
    .option(...AS_STAFF)
    .action(async (options: Asked) => {
      if (options.caseloads && options.limit !== undefined) {
        throw new CommandError(
          "--limit is of entries, and --caseloads counts all of them: leave one out",
        );
      }
      const {
        entries: found,
        whose,
        asOf,
      } = await withLocalPlaces(options.data, (places) =>
        options.caseloads ? countedFor(places, options) : listedFor(places, options),
      );
      if (options.caseloads) {
        const caseloads = caseloadsOf(found);
        await writeSheet(options, {
          json: caseloads,
          table: () => caseloadsText(caseloads, whose),
          sheet: () => caseloadsSheet(caseloads),
          ics: () => caseloadsIcs(caseloads, asOf, shortHash),
        });
        return;
      }
      const entries = found.slice(0, options.limit ?? found.length);
      await writeSheet(options, {
        json: entries,
        table: () => worklistText(entries, found.length, whose),
        sheet: () => worklistSheet(entries),
        ics: () => worklistIcs(entries, shortHash),
      });
    });
}

/** A worklist as it is asked for. */
export interface Listed {
  readonly entries: readonly WorklistEntry[];
  /** Whose list it is, as words after "the list"; empty for everybody's. */
  readonly whose: string;
  /** The day that the list is true for. */
  readonly asOf: Day;
}

/** @throws CommandError with the names to try when no such school or counselor is there */
export async function listedFor(
  places: Places,
  asked: Pick<Asked, "district" | "school" | "counselor" | "as">,
): Promise<Listed> {
  return entriesFor(places, asked, false);
}

/** As `listedFor`, to be counted and not named: everybody's at the schools whose figures are exact for who asks. */
const countedFor = (
  places: Places,
  asked: Pick<Asked, "district" | "school" | "counselor" | "as">,
): Promise<Listed> => entriesFor(places, asked, true);

async function entriesFor(
  places: Places,
  { district, school, counselor, as }: Pick<Asked, "district" | "school" | "counselor" | "as">,
  isCounted: boolean,
): Promise<Listed> {
  const asOf = await currentAsOf(places, district);
  const of = await commandCase(places, as === undefined ? { district } : { district, as });
  const manifest = await conformedInForce(places.records, district);
  if (manifest === null) throw new CommandError(`nothing is ingested for district ${district}`);
  const own = isCounted
    ? of.schools.filter(({ id }) => of.exact.schools.includes(id))
    : await listSchools(of);
  if (own.length === 0) {
    await noted(of, isCounted ? "see-figures" : "see-student", "worklist");
    throw new CommandError("your roles name no student and no school of this district");
  }
  const looks = new Map<string, Pick<SeenWorklist, "kind" | "permit">>();
  const asked = await schoolsOfReader();
  const lists = await listsOf(asked);
  if (lists.length === 0) {
    const ids = asked.map(({ id }) => id).join(", ");
    throw new CommandError(
      `the current staff edition does not have ${ids} yet: run ilp publish --district ${district} --as-of <day> first`,
    );
  }
  const entries = byUrgency(lists.flatMap((list) => list.entries));
  const at = school === undefined ? "" : ` at ${asked.map(({ name }) => name).join(" and ")}`;
  if (counselor === undefined) {
    await noteListed(entries);
    return { entries, whose: at, asOf };
  }
  const meant = await counselorsMeant(counselor);
  const listed = entries.filter((entry) => meant.includes(entry.counselor));
  await noteListed(listed);
  return {
    entries: listed,
    whose: `${meant.includes("") ? " of students without a counselor" : ` of counselor ${meant.join(" and ")}`}${at}`,
    asOf,
  };

  /** The schools asked for, among those that the reader may see; another is refused, and noted. */
  async function schoolsOfReader(): Promise<readonly KnownSchool[]> {
    try {
      return schoolsAsked({ schools: own }, school, of.reader.kind !== "system");
    } catch (error) {
      if (of.reader.kind !== "system" && error instanceof CommandError) {
        const permit = { isAllowed: false, because: NOT_THEIRS, role: null };
        await noteLook(of, { kind: "see-student", what: "worklist", permit, schools: null });
      }
      throw error;
    }
  }

  /** Notes whom the list names, school by school; of a count that it was looked at. */
  async function noteListed(listed: readonly WorklistEntry[]): Promise<void> {
    for (const { id } of asked) {
      if (isCounted) {
        await noted(of, "see-figures", "caseloads", { asked: ofSchool(id) });
        continue;
      }
      const look = looks.get(id);
      if (look === undefined) continue;
      const named = listed.filter((entry) => entry.school === id);
      const students = new Set(named.map(({ student }) => student)).size;
      await noteLook(of, { ...look, what: "worklist", schools: [id], students });
    }
  }

  async function listsOf(schools: readonly KnownSchool[]): Promise<readonly SchoolWorklist[]> {
    const found: SchoolWorklist[] = [];
    for (const { id } of schools) {
      const students = await schoolStudents(places, district, id);
      if (students === null) continue;
      if (isCounted) {
        found.push(worklistOf(students));
        continue;
      }
      const { list, kind, permit } = seenWorklist(of, students);
      looks.set(id, { kind, permit });
      found.push(list);
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
    const everywhere = counselorsOf(await listsOf(own));
    const elsewhere = namesMeant(name, everywhere);
    if (elsewhere.length > 0) return elsewhere;
    throw new CommandError(
      `no plan of a student in the current staff edition names a counselor "${name.slice(0, 80)}"; ${namesToTry(name, everywhere)}`,
    );
  }
}

const NOT_THEIRS = "No such school is among those that the reader may see.";

const counselorsOf = (lists: readonly SchoolWorklist[]): readonly string[] =>
  [...new Set(lists.flatMap(({ counselors }) => counselors))].filter((one) => one !== "").sort();

const shortHash = (text: string): string =>
  createHash("sha256").update(text).digest("hex").slice(0, 32);

function limitArgument(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1) throw new Error("expected a whole number from 1 on");
  return limit;
}
