import { caseloadsOf, type Caseload } from "../exports/caseloads.ts";
import {
  WORKLIST_NEEDS,
  type WorklistEntry,
  type WorklistNeed,
} from "../exports/worklist-entries.ts";
import { worklistCsv } from "../exports/worklist-csv.ts";
import { worklistIcs } from "../exports/worklist-ics.ts";
import {
  REQUIREMENT_STANDING_NAMES,
  type RequirementStanding,
} from "../domain/requirement-standing.ts";
import { REVIEW_STATUS_NAMES, type ReviewStatus } from "../domain/review-status.ts";
import type { DistrictId } from "../domain/ids.ts";
import { tableKeys } from "../layout.ts";
import { conformedInForce, type ConformedSchool } from "./conformed-manifest.ts";
import { contentHash } from "./content-hash.ts";
import { MalformedCursor, type Places } from "./ports.ts";
import { staffLatest } from "./staff-editions.ts";
import { caseloadPage, worklist, type CaseloadAsked } from "./worklist.ts";

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
  readonly because: string;
}

export type StaffEntry = WorklistEntry & { readonly statusName: string };

export interface StaffWorklist {
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
  const school = schools.find(({ id }) => id === query.get("school"));
  // A school that the reader may not see is told no otherwise than one that is not there.
  if (school === undefined) return nothing("no such school among those you may see");
  const need = query.get("need");
  if (need !== null && !isNeed(need)) return refused("need is none of the worklist's");
  const asked = { counselor: query.get("counselor"), need, after: request.after };
  switch (path) {
    case "/staff/worklist":
      return pageOf(places, reader, school, asked, at);
    case "/staff/caseloads":
      await noteAccess(places, reader, school, path, at);
      return json<StaffCaseloads>({
        caseloads: caseloadsOf(
          await allOf(places, reader, school, { counselor: null, need: null }),
        ),
        because: reader.because,
      });
    case "/staff/worklist.csv":
      await noteAccess(places, reader, school, path, at);
      return {
        status: 200,
        type: "text/csv; charset=utf-8",
        body: worklistCsv(await allOf(places, reader, school, asked)),
        fileName: "worklist.csv",
      };
    case "/staff/worklist.ics":
      await noteAccess(places, reader, school, path, at);
      return {
        status: 200,
        type: "text/calendar; charset=utf-8",
        body: worklistIcs(await allOf(places, reader, school, asked), (text) => contentHash(text)),
        fileName: "worklist.ics",
      };
    default:
      return nothing("not found");
  }
}

async function pageOf(
  places: Places,
  reader: StaffReader,
  school: ConformedSchool,
  asked: CaseloadAsked,
  at: string,
): Promise<StaffAnswer> {
  await noteAccess(places, reader, school, "/staff/worklist", at);
  const page = await caseloadPage(places, reader.district, school.id, asked).catch(
    (error: unknown) => {
      if (error instanceof MalformedCursor) return null;
      throw error;
    },
  );
  if (page === null) return refused("a page goes on from where one of the same list ended");
  return json<StaffWorklist>({
    entries: page.entries.map((entry) => ({ ...entry, statusName: statusName(entry) })),
    next: page.next,
    because: reader.because,
  });
}

async function allOf(
  places: Places,
  { district }: StaffReader,
  school: ConformedSchool,
  { counselor, need }: Pick<CaseloadAsked, "counselor" | "need">,
): Promise<readonly WorklistEntry[]> {
  const entries = await worklist(places, district, school.id);
  return entries.filter(
    (entry) =>
      (counselor === null || entry.counselor === counselor) &&
      (need === null || entry.need === need),
  );
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

const isNeed = (text: string): text is WorklistNeed => WORKLIST_NEEDS.some((need) => need === text);

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
