/**
 * The words in names of columns that fill a field: each alternative is words that occur together,
 * as `header-words.ts` calls them. (A table, so longer than most.)
 */
import type { CanonicalTable } from "../../profiles/profile.ts";

const STUDENT = "student id, student number, student code, student, id, number, student local id";
const SCHOOL = "school id, school number, school code, school, school name";
const GRADE = "grade, grade level, level, year, year -group";

const FIELD_WORDS: { readonly [field: string]: string } = {
  "organization.id": "school id, school number, school code, id, number, code, school",
  "organization.name": "school name, name, name full, school, school text",
  "organization.type": "type, school type, level, school level",
  "session.session": "session id, id, code, session number, session code",
  "session.title": "session name, name, session, text, session text",
  "session.beginsOn": "begin, begin date",
  "session.endsOn": "end, end date, done",
  "calendarDay.school": SCHOOL,
  "calendarDay.on": "date, calendar date",
  "calendarDay.event":
    "type, date type, status, code, calendar type, date code, date status, calendar code, text, holiday, session type",
  "calendarDay.isInstructional":
    "instructional, instructional flag, school flag, school begin, school, begin, flag, session, instructional date, possible, possible date",
  "person.student": STUDENT,
  "person.stateId":
    "statewide, state id, state number, state student id, statewide id, state student number, statewide number, statewide student id, state code",
  "person.localId": "local id, local number, local student id",
  "person.username": "user, user name, user id, network id",
  "person.email": "email, student email",
  "person.givenName": "given, given name",
  "person.familyName": "family, family name, end name",
  "person.birthOn": "birth, birth date",
  "person.grade": GRADE,
  "person.sex": "sex, sex code",
  "person.raceEthnicity": "race, race code, race type, race text, race group",
  "person.isHispanic": "hispanic, hispanic flag, race hispanic",
  "person.isAmericanIndian": "indian, race indian",
  "person.isAsian": "asian, race asian",
  "person.isBlack": "black, race black",
  "person.isPacificIslander": "pacific, race pacific",
  "person.isWhite": "white, race white",
  "person.isMultiple": "multiple, race multiple",
  "enrollment.student": STUDENT,
  "enrollment.school": SCHOOL,
  "enrollment.enteredOn": "begin, begin date, date begin school",
  "enrollment.withdrewOn": "end, end date",
  "enrollment.isPrimary": "primary, primary flag, school primary",
  "attendance.student": STUDENT,
  "attendance.on": "date, attendance date, absence date, absence, class date",
  "attendance.kind":
    "status, code, type, attendance status, attendance code, attendance type, absence type, absence code, absence status, attendance, absence, reason, absence reason, present",
  "attendance.isAbsent": "absence, absence flag",
  "attendance.isPresent": "present, present flag, attendance flag, attendance present",
  "attendance.isExcused": "excused, excused flag, absence excused",
  "attendance.minutesAbsent": "minutes absence, hours absence",
  "attendance.minutesPossible":
    "minutes possible, hours possible, minutes planned, hours planned, minutes attendance possible, minutes membership, hours membership, minutes school, minutes date, minutes count, minutes due",
  "attendance.portionAbsent": "absence percent, date percent absence",
  "attendance.portionPresent": "present percent, attendance percent",
  "attendanceTotal.student": STUDENT,
  "attendanceTotal.school": SCHOOL,
  "attendanceTotal.schoolYear": "schoolyear, year",
  "attendanceTotal.asOf": "date, updated date",
  "attendanceTotal.enrolledDays":
    "membership, membership date, begin date, possible date, date possible count, date begin count, date count, date due, instructional date",
  "attendanceTotal.absentDays": "absence, absence date, absence count, date absence count",
  "attendanceTotal.excusedDays":
    "excused, excused date, excused absence, excused absence date, excused count",
  "attendanceTotal.unexcusedDays":
    "unexcused, unexcused date, unexcused absence, unexcused absence date, unexcused count",
  "program.student": STUDENT,
  "program.program":
    "program, program name, program code, program type, program text, name, type, code, text",
  "program.beganOn": "begin, begin date, program begin",
  "program.endedOn": "end, end date, program end",
  "incident.incident": "incident id, incident number, incident code, id, number, incident",
  "incident.student": STUDENT,
  "incident.school": SCHOOL,
  "incident.occurredOn": "date, incident date, held, held date",
  "incident.behavior":
    "behavior, behavior type, behavior code, type, incident type, incident code, text, code, incident text, incident",
  "incident.action":
    "consequence, step, consequence type, step type, consequence code, step code, status",
  "plan.plan": "plan id, plan number, plan code, id, number, plan",
  "plan.student": STUDENT,
  "plan.planType": "plan type, type, plan name, plan code",
  "plan.schoolYear": "schoolyear, year, plan year",
  "plan.status": "status, plan status, state, code",
  "plan.openedOn": "begin, begin date, set, set date, plan date, date, plan begin",
  "plan.closedOn": "end, end date, done, done date, plan end",
  "plan.counselor":
    "counselor, counselor name, counselor id, counselor number, owner, staff, staff name, staff id, counselor staff, caseload, counselor code, staff code",
  "plan.school": SCHOOL,
  "plan.grade": GRADE,
  "goal.goal": "goal id, goal number, goal code, id, number",
  "goal.plan": "plan id, plan number, plan code, plan",
  "goal.student": STUDENT,
  "goal.planType": "plan type",
  "goal.schoolYear": "schoolyear, year",
  "goal.domain": "domain, goal domain, type, goal type, goal code",
  "goal.description": "text, goal text, goal, goal name, name, goal full",
  "goal.measurement": "measure, goal measure, measure text",
  "goal.setOn": "set, set date, begin, begin date",
  "goal.targetOn": "due, due date, goal due",
  "goal.status": "status, goal status, state, code",
  "goal.statusOn": "status date, updated, updated date, done date, done",
  "actionStep.actionStep": "step id, step number, step code, id, number",
  "actionStep.goal": "goal id, goal number, goal code, goal",
  "actionStep.description": "text, step text, step, step name, name",
  "actionStep.owner": "owner, role, staff, step owner, owner role",
  "actionStep.focusArea": "domain, focus area",
  "actionStep.dueOn": "due, due date",
  "actionStep.completedOn": "done, done date, end date, end",
  "review.review": "review id, review number, review code, id, number",
  "review.plan": "plan id, plan number, plan code, plan",
  "review.student": STUDENT,
  "review.planType": "plan type",
  "review.schoolYear": "schoolyear, year",
  "review.state":
    "status, review status, state, code, review state, review, held status, review code, held, held flag, done, done flag",
  "review.scheduledOn":
    "planned, planned date, due, due date, review planned, planned review date, begin, begin date",
  "review.heldOn":
    "held, held date, done, done date, date, review date, review, attendance date, end date, set date",
  "review.participants":
    "participants, review participants, attendance, present, staff participants",
  "review.focusAreas": "domain, focus area",
  "review.meeting": "type, review type, meeting type",
  "staff.staff":
    "staff id, staff number, staff code, id, number, counselor id, counselor number, teacher id, teacher number, counselor code, staff",
  "staff.name":
    "name, name full, staff name, counselor name, teacher name, staff, counselor, staff full, counselor full",
  "staff.role": "role, type, staff type, status, staff role, code, position",
  "staff.schools": SCHOOL,
  "caseload.counselor":
    "counselor, counselor id, counselor name, counselor number, counselor code, staff, staff id, staff name, staff number, staff code, caseload, caseload id",
  "caseload.student": STUDENT,
  "caseload.school": SCHOOL,
  "caseload.grade": GRADE,
  "caseload.familyNameFrom": "family begin, begin",
  "caseload.familyNameUntil": "family end, end",
};

const ALTERNATIVES: ReadonlyMap<string, readonly (readonly string[])[]> = new Map(
  Object.entries(FIELD_WORDS).map(([field, text]) => [
    field,
    text.split(", ").map((words) => words.split(" ")),
  ]),
);

/** What a table is about, and so need not be said in the names of its columns. */
export const TABLE_TOKENS: { readonly [T in CanonicalTable]?: readonly string[] } = {
  organization: ["school", "district"],
  session: ["session", "schoolyear", "year"],
  calendarDay: ["calendar", "date", "instructional", "holiday"],
  person: ["student"],
  enrollment: ["begin", "membership", "student", "school", "district"],
  attendance: ["attendance", "absence"],
  attendanceTotal: ["attendance", "absence", "count"],
  program: ["program"],
  incident: ["incident", "behavior"],
  plan: ["plan"],
  goal: ["goal"],
  actionStep: ["step"],
  review: ["review"],
  staff: ["staff", "teacher", "counselor"],
  caseload: ["caseload", "counselor"],
};

/** Words that say little, beside others. */
const LIGHT: ReadonlySet<string> = new Set([
  "flag",
  "date",
  "id",
  "number",
  "name",
  "student",
  "full",
  "text",
  "code",
  "local",
]);

/**
 * How well the words of a column's name say that it fills the field, from 0 for not at all; about 2
 * where they say so, and more where they say so fully.
 */
export function wordScore(
  table: CanonicalTable,
  field: string,
  tokens: ReadonlySet<string>,
): number {
  const own = TABLE_TOKENS[table] ?? [];
  let best = 0;
  for (const alternative of ALTERNATIVES.get(`${table}.${field}`) ?? []) {
    if (!alternative.every((token) => tokens.has(token))) continue;
    const extra = [...tokens].filter(
      (token) => !alternative.includes(token) && !own.includes(token),
    );
    const cost = extra.reduce(
      (sum, token) =>
        sum + (token === "code" ? 0.2 : token.startsWith("-") ? 0.4 : LIGHT.has(token) ? 0.5 : 0.9),
      0,
    );
    best = Math.max(best, 2 + 0.5 * (alternative.length - 1) - cost);
  }
  return best;
}
