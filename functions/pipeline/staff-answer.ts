import { caseloadsOf, type Caseload } from "../exports/caseloads.ts";
import type { WorklistEntry, WorklistNeed } from "../exports/worklist-entries.ts";
import type { UndecidedRequirement } from "../exports/undecided-requirements.ts";
import { worklistCsv } from "../exports/worklist-csv.ts";
import { worklistIcs } from "../exports/worklist-ics.ts";
import {
  REQUIREMENT_STANDING_NAMES,
  type RequirementStanding,
} from "../domain/requirement-standing.ts";
import { REVIEW_STATUS_NAMES, type ReviewStatus } from "../domain/review-status.ts";
import type { DistrictId } from "../domain/ids.ts";
import { tableKeys } from "../layout.ts";
import { caseloadAsked } from "./caseload-asked.ts";
import { conformedInForce, type ConformedSchool } from "./conformed-manifest.ts";
import { contentHash } from "./content-hash.ts";
import { MalformedCursor, type Places } from "./ports.ts";
import { schoolsMeant, schoolsToTry } from "./schools-meant.ts";
import { staffLatest } from "./staff-editions.ts";
import {
  caseloadPage,
  entriesAsked,
  schoolWorklist,
  type CaseloadAsked,
  type SchoolWorklist,
} from "./worklist.ts";

/** Who asks, once their sign-in is checked: whoever calls this answers for that. */
export interface StaffReader {
  readonly name: string;
  readonly district: DistrictId;
  /** The schools whose students they may see; null for every school of the district. */
  readonly schools: readonly string[] | null;
  /** Why they may, in a sentence that each answer repeats. */
  readonly because: string;
}

/** What is asked, whatever carried it here. */
export interface StaffRequest {
  /** Such as `/staff/worklist`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Where the page before ended. It names a student, so it never stands in an address. */
  readonly after: string | null;
  /** The instant, for the access log. */
  readonly at: string;
}

export interface StaffAnswer {
  readonly status: 200 | 400 | 404;
  readonly type: string;
  readonly body: string;
  /** The name under which a browser keeps it; null for what a page reads. */
  readonly fileName: string | null;
}

/** The district and the schools that the reader may see. */
export interface StaffPlaces {
  readonly district: string;
  readonly districtName: string;
  /** The day of the staff edition that the worklist is read from; null before the first. */
  readonly asOf: string | null;
  readonly schools: readonly { readonly id: string; readonly name: string }[];
  readonly because: string;
}

export interface StaffCaseloads {
  readonly caseloads: readonly Caseload[];
  /** What no record of the school decides for anybody. */
  readonly undecided: readonly UndecidedRequirement[];
  readonly because: string;
}

export type StaffEntry = WorklistEntry & { readonly statusName: string };

export interface StaffWorklist {
  /** What was asked for, as the records spell it: an address may differ in case and accents. */
  readonly asked: {
    readonly school: string;
    readonly counselor: string | null;
    readonly need: WorklistNeed | null;
  };
  readonly entries: readonly StaffEntry[];
  /** Hand it back to go on; null at the end. */
  readonly next: string | null;
  readonly because: string;
}

/**
 * Answers the signed-in side: the one handler behind whatever signs people in. It answers for the
 * reader's own schools alone, says why the reader may see them, and notes in the access log who
 * asked for what before it answers.
 */
export async function staffAnswer(
  places: Places,
  reader: StaffReader,
  request: StaffRequest,
): Promise<StaffAnswer> {
  const { path, query, at } = request;
  const manifest = await conformedInForce(places.records, reader.district);
  const schools = (manifest?.schools ?? []).filter(
    ({ id }) => reader.schools === null || reader.schools.includes(id),
  );
  if (path === "/staff/places") {
    const latest = await staffLatest(places.records, reader.district);
    return json<StaffPlaces>({
      district: reader.district,
      districtName: manifest?.districtName ?? reader.district,
      asOf: latest?.asOf ?? null,
      schools: schools.map(({ id, name }) => ({ id, name })),
      because: reader.because,
    });
  }
  const askedSchool = query.get("school") ?? "";
  const [school, ...others] = schoolsMeant(schools, askedSchool);
  // A school that the reader may not see is told no otherwise than one that is not there.
  if (school === undefined) {
    return nothing(`no such school among those you may see; ${schoolsToTry(schools, askedSchool)}`);
  }
  if (others.length > 0) {
    const ids = [school, ...others].map(({ id }) => id);
    return refused(`several schools have this name; take one of: ${ids.join(", ")}`);
  }
  const answer = ANSWERS[path];
  if (answer === undefined) return nothing("not found");
  await noteAccess(places, reader, school, path, at);
  const list = await schoolWorklist(places, reader.district, school.id);
  // An empty list would say that nobody waits there.
  if (list === null) return nothing("the staff edition in force does not have this school yet");
  const asked = caseloadAsked(list, query);
  return typeof asked === "string"
    ? refused(asked)
    : answer({ list, asked, school, after: request.after, reader });
}

interface ListAsked {
  readonly list: SchoolWorklist;
  readonly asked: CaseloadAsked;
  readonly school: ConformedSchool;
  readonly after: string | null;
  readonly reader: StaffReader;
}

const ANSWERS: { readonly [path: string]: (of: ListAsked) => StaffAnswer } = {
  "/staff/worklist": pageOf,
  "/staff/caseloads": ({ list, reader }) =>
    json<StaffCaseloads>({
      caseloads: caseloadsOf(list.entries),
      undecided: list.undecided,
      because: reader.because,
    }),
  "/staff/worklist.csv": ({ list, asked }) => ({
    status: 200,
    type: "text/csv; charset=utf-8",
    body: worklistCsv(entriesAsked(list, asked)),
    fileName: "worklist.csv",
  }),
  "/staff/worklist.ics": ({ list, asked }) => ({
    status: 200,
    type: "text/calendar; charset=utf-8",
    body: worklistIcs(entriesAsked(list, asked), (text) => contentHash(text)),
    fileName: "worklist.ics",
  }),
};

function pageOf({ list, asked, school, after, reader }: ListAsked): StaffAnswer {
  try {
    const page = caseloadPage(list, asked, after);
    return json<StaffWorklist>({
      asked: { school: school.id, counselor: asked.counselor, need: asked.need },
      entries: page.entries.map((entry) => ({ ...entry, statusName: statusName(entry) })),
      next: page.next,
      because: reader.because,
    });
  } catch (error) {
    if (!(error instanceof MalformedCursor)) throw error;
    return refused("a page goes on from where one of the same list ended");
  }
}

/** Who asked for which school's students and when: no student is named. */
const noteAccess = (
  { table }: Places,
  reader: StaffReader,
  { id: school }: ConformedSchool,
  path: string,
  at: string,
): Promise<void> =>
  table.put({
    ...tableKeys.access(reader.district, at, contentHash(at, reader.name, path, school)),
    reader: reader.name,
    because: reader.because,
    path,
    school,
    at,
  });

const NAMES: { readonly [status in ReviewStatus | RequirementStanding]: string } = {
  ...REVIEW_STATUS_NAMES,
  ...REQUIREMENT_STANDING_NAMES,
};

/** The status in words. What is asked later does not apply yet: on a list of what to do, it is not yet due. */
function statusName({ status, need }: WorklistEntry): string {
  if (status === "") return "";
  return status === "not-applicable" && need === "due-soon" ? NAMES.pending : NAMES[status];
}

const json = <T>(value: T): StaffAnswer => ({
  status: 200,
  type: "application/json; charset=utf-8",
  body: JSON.stringify(value),
  fileName: null,
});

const plain = (status: 400 | 404, words: string): StaffAnswer => ({
  status,
  type: "text/plain; charset=utf-8",
  body: `${words}\n`,
  fileName: null,
});
const nothing = (words: string): StaffAnswer => plain(404, words);
const refused = (words: string): StaffAnswer => plain(400, words);
