import type { RequestKind } from "../../../access/grants.ts";
import { DISTRICT, ofStudent, permit, type Asked, type Permit } from "../../../access/permit.ts";
import { readerId } from "../../../access/reader.ts";
import { districtMandate } from "../../measure/district-mandate.ts";
import { NotPossible } from "../../not-possible.ts";
import { quietProgress } from "../../ports.ts";
import type { ConsoleAnswer, ConsoleRequest } from "../../../console/answers.ts";
import type { ConsoleCase } from "../console-case.ts";
import { noteLook, type Look } from "../note-look.ts";
import { json, words } from "../../../console/plain-answers.ts";
import { NO_SCOPE, scopeOf } from "../../../console/seen-as.ts";
import { editionStudents } from "../edition-students.ts";
import { DECISION_ROUTES, YES_OR_NO, type Body } from "./decision-routes.ts";

export const isDecision = (path: string): boolean => Object.hasOwn(DECISION_ROUTES, path);

/**
 * Records what somebody decides, as the commands do: kept as a file as sent. It is noted in the access
 * log before it is recorded, and so is what is refused.
 */
export async function decisionAnswer(
  of: ConsoleCase,
  { path, body }: ConsoleRequest,
): Promise<ConsoleAnswer> {
  const route = DECISION_ROUTES[path];
  if (route === undefined) return words(404, "there is nothing at this address");
  if (!isBody(body)) return words(400, "expected a JSON object");
  const yesOrNo = YES_OR_NO[path];
  if (yesOrNo !== undefined && typeof body[yesOrNo] !== "boolean") {
    return words(400, `${yesOrNo} must be true or false`);
  }
  // A key that belongs to no student gets the same answer as a student who is not there.
  const students = (route.studentsIn?.(body) ?? []).map((key) => of.keys.studentOf(key) ?? "");
  if (route.studentsIn !== null && students.length === 0) {
    return words(400, "say which students are meant");
  }
  if (students.length > MOST_STUDENTS) {
    return words(400, `at most ${MOST_STUDENTS} students at once`);
  }
  const what = path.slice("/console/".length).replace("/", ": ");
  const looks = await looksAt(of, route.kind, what, route.studentsIn === null ? null : students);
  for (const look of looks) await noteLook(of, look);
  const refused = looks.find((look) => !look.permit.isAllowed);
  if (refused !== undefined) return words(403, refused.permit.because);
  const { places, who, at: instant } = of;
  const mandate = await districtMandate(places.records, who.district);
  const recording = {
    places,
    district: who.district,
    mandate,
    at: instant,
    progress: quietProgress,
  };
  try {
    return json(await route.record(recording, { body, students, by: signature(of) }));
  } catch (error) {
    if (!(error instanceof NotPossible)) throw error;
    // The entries before say that it was permitted; these say that it was not recorded.
    for (const look of looks)
      await noteLook(of, { ...look, what: `${what}: nothing was recorded` });
    return words(409, error.message);
  }
}

/** A decision about more students is refused: it is more than a counselor's caseload. */
const MOST_STUDENTS = 1000;

/**
 * The entries for the access log: one for each student whom the decision is about, so that a search
 * for the student finds it; or one for the district.
 */
async function looksAt(
  of: ConsoleCase,
  kind: RequestKind,
  what: string,
  students: readonly string[] | null,
): Promise<readonly Look[]> {
  const permitOf = (asked: Asked): Permit => permit(of.reader, kind, asked, of.schools);
  if (students === null) return [{ kind, what, permit: permitOf(DISTRICT), schools: null }];
  const asked = await studentsAsked(of, students);
  return students.map((student, place) => {
    const scope = asked[place] ?? DISTRICT;
    const schools = scope.of === "student" && scope.school !== "" ? [scope.school] : null;
    return { kind, what, permit: permitOf(scope), schools, students: 1, student };
  });
}

/**
 * The students in the current edition, in their order. A student who is not in it has no school and
 * no caseload.
 */
export async function studentsAsked(
  of: ConsoleCase,
  students: readonly string[],
): Promise<readonly Asked[]> {
  const wanted = new Set(students);
  const rows = (await editionStudents(of))?.rows.filter(({ student }) => wanted.has(student)) ?? [];
  const scopes = new Map(rows.map((row) => [row.student, scopeOf(row)]));
  return students.map((student) => ofStudent(scopes.get(student) ?? NO_SCOPE));
}

/** Who decided, as the record says it: name and staff id. */
export const signature = ({ reader }: ConsoleCase): string =>
  reader.kind === "staff" && reader.name !== ""
    ? `${reader.name} (${reader.staff})`
    : readerId(reader);

const isBody = (body: unknown): body is Body =>
  typeof body === "object" && body !== null && !Array.isArray(body);
