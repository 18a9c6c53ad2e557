import { nothingIngested } from "../../pipeline/not-possible.ts";
import { ofSchool, type KnownSchool } from "../../access/permit.ts";
import type { Day } from "../../domain/calendar/day.ts";
import type { DistrictId } from "../../domain/ids.ts";
import { namesMeant } from "../../domain/text/folded-name.ts";
import { namesToTry } from "../../domain/text/nearest-name.ts";
import { byUrgency } from "../../reports/worklist/by-urgency.ts";
import type { WorklistEntry } from "../../reports/worklist/worklist-entries.ts";
import { conformedInForce } from "../../pipeline/conform/conformed-in-force.ts";
import type { ConsoleCase } from "../../pipeline/console/console-case.ts";
import { noteLook } from "../../pipeline/console/note-look.ts";
import { listSchools } from "../../pipeline/console/seen-students.ts";
import { seenWorklist, type SeenWorklist } from "../../console/seen-worklist.ts";
import type { Places } from "../../pipeline/ports.ts";
import { schoolStudents } from "../../pipeline/worklist/worklist.ts";
import { worklistOf, type SchoolWorklist } from "../../reports/worklist/school-worklist.ts";
import { commandCase, noted, type AsStaff } from "../arguments/as-staff.ts";
import { CommandError } from "../arguments/command-error.ts";
import { currentAsOf } from "../arguments/current-as-of.ts";
import { schoolsAsked } from "../arguments/schools-asked.ts";
import { NONE_NAMED } from "../text/worklist-text.ts";

/** Whose worklist is asked for: everybody's, a school's, a counselor's. */
export interface WorklistAsked extends AsStaff {
  readonly school?: string;
  readonly counselor?: string;
}

/** A worklist as it is asked for. */
export interface Listed {
  readonly entries: readonly WorklistEntry[];
  /** Whose list it is, as words after "the list"; empty if it is everybody's. */
  readonly whose: string;
  /** The day that the list is true for. */
  readonly asOf: Day;
}

/** @throws CommandError with the names to try when no such school or counselor is there */
export const listedFor = (places: Places, asked: WorklistAsked): Promise<Listed> =>
  entriesFor(places, asked, false);

/**
 * As `listedFor`, but to be counted and not named: everybody's at the schools of which the reader
 * sees exact figures.
 */
export const countedFor = (places: Places, asked: WorklistAsked): Promise<Listed> =>
  entriesFor(places, asked, true);

async function entriesFor(
  places: Places,
  asked: WorklistAsked,
  isCounted: boolean,
): Promise<Listed> {
  const asOf = await currentAsOf(places, asked.district);
  const request = await requestOf(places, asked, isCounted);
  const schools = await schoolsOf(request, asked.school);
  const lists = await listsOf(request, schools);
  if (lists.length === 0) {
    const ids = schools.map(({ id }) => id).join(", ");
    throw new CommandError(
      `the current staff edition does not have ${ids} yet: run ilp publish --district ${asked.district} --as-of <day> first`,
    );
  }
  const all = byUrgency(lists.flatMap(({ list }) => list.entries));
  const counselors =
    asked.counselor === undefined ? null : await counselorsMeant(request, asked.counselor, lists);
  const entries =
    counselors === null ? all : all.filter((entry) => counselors.includes(entry.counselor));
  await noteEntries(request, schools, lists, entries);
  const where =
    asked.school === undefined ? "" : ` at ${schools.map(({ name }) => name).join(" and ")}`;
  return {
    entries,
    whose: `${counselors === null ? "" : counselorWords(counselors)}${where}`,
    asOf,
  };
}

/** One request for worklists, and what may be answered to it. */
interface WorklistRequest {
  readonly places: Places;
  readonly district: DistrictId;
  readonly of: ConsoleCase;
  /** The schools that the reader may see. */
  readonly readerSchools: readonly KnownSchool[];
  /** Whether entries are only counted, and nobody is named. */
  readonly isCounted: boolean;
}

async function requestOf(
  places: Places,
  { district, as }: WorklistAsked,
  isCounted: boolean,
): Promise<WorklistRequest> {
  const of = await commandCase(places, as === undefined ? { district } : { district, as });
  const manifest = await conformedInForce(places.records, district);
  if (manifest === null) throw new CommandError(nothingIngested(district));
  const readerSchools = isCounted
    ? of.schools.filter(({ id }) => of.exact.schools.includes(id))
    : await listSchools(of);
  if (readerSchools.length === 0) {
    await noted(of, isCounted ? "see-figures" : "see-student", "worklist");
    throw new CommandError("your roles do not include any student or school of this district");
  }
  return { places, district, of, readerSchools, isCounted };
}

/** The schools asked for, among those that the reader may see; another is refused, and noted. */
async function schoolsOf(
  { of, readerSchools }: WorklistRequest,
  school: string | undefined,
): Promise<readonly KnownSchool[]> {
  try {
    return schoolsAsked({ schools: readerSchools }, school, of.reader.kind !== "system");
  } catch (error) {
    if (of.reader.kind !== "system" && error instanceof CommandError) {
      const permit = { isAllowed: false, because: NOT_THEIRS, role: null };
      await noteLook(of, { kind: "see-student", what: "worklist", permit, schools: null });
    }
    throw error;
  }
}

const NOT_THEIRS = "There is no such school among those you may see.";

interface SchoolList {
  readonly school: string;
  readonly list: SchoolWorklist;
  /** Why the reader sees the students who are named; null if nobody is named. */
  readonly look: Pick<SeenWorklist, "kind" | "permit"> | null;
}

/** The worklists of schools; one that the staff edition does not have yet is left out. */
async function listsOf(
  { places, district, of, isCounted }: WorklistRequest,
  schools: readonly KnownSchool[],
): Promise<readonly SchoolList[]> {
  const lists: SchoolList[] = [];
  for (const { id: school } of schools) {
    const students = await schoolStudents(places, district, school);
    if (students === null) continue;
    if (isCounted) {
      lists.push({ school, list: worklistOf(students), look: null });
      continue;
    }
    const { list, kind, permit } = seenWorklist(of, students);
    lists.push({ school, list, look: { kind, permit } });
  }
  return lists;
}

/**
 * The counselor's name as plans spell it: at the schools asked for, or at another school, if nobody
 * waits here.
 */
async function counselorsMeant(
  request: WorklistRequest,
  name: string,
  lists: readonly SchoolList[],
): Promise<readonly string[]> {
  if (name.trim() === "") {
    throw new CommandError(
      `--counselor is empty: for students without a counselor, use --counselor "${NONE_NAMED}"`,
    );
  }
  // It is not a mistake if there are no such students.
  if (name === NONE_NAMED) return [""];
  const listed = namesMeant(name, counselorsIn(lists));
  if (listed.length > 0) return listed;
  const everywhere = counselorsIn(await listsOf(request, request.readerSchools));
  const elsewhere = namesMeant(name, everywhere);
  if (elsewhere.length > 0) return elsewhere;
  throw new CommandError(
    `no plan in the current staff edition names a counselor "${name.slice(0, 80)}"; ${namesToTry(name, everywhere)}`,
  );
}

const counselorsIn = (lists: readonly SchoolList[]): readonly string[] =>
  [...new Set(lists.flatMap(({ list }) => list.counselors))].filter((name) => name !== "").sort();

const counselorWords = (counselors: readonly string[]): string =>
  counselors.includes("")
    ? " of students without a counselor"
    : ` of counselor ${counselors.join(" and ")}`;

/**
 * Notes whom the list names, school by school; if students are only counted, that the count was
 * looked at.
 */
async function noteEntries(
  { of, isCounted }: WorklistRequest,
  schools: readonly KnownSchool[],
  lists: readonly SchoolList[],
  entries: readonly WorklistEntry[],
): Promise<void> {
  if (isCounted) {
    for (const { id } of schools) {
      await noted(of, "see-figures", "caseloads", { asked: ofSchool(id) });
    }
    return;
  }
  for (const { school, look } of lists) {
    if (look === null) continue;
    const named = entries.filter((entry) => entry.school === school);
    const students = new Set(named.map(({ student }) => student)).size;
    await noteLook(of, { ...look, what: "worklist", schools: [school], students });
  }
}
