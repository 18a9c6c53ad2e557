import { PUBLIC_PATH } from "../../../layout.ts";
import type { Places } from "../../ports.ts";
import { aboutReader } from "../about-reader.ts";
import type { ConsoleAnswer, ConsoleRequest } from "../../../console/answers.ts";
import { calendarAnswer } from "../calendar-answer.ts";
import { conferenceSheetAnswer } from "../conference-sheet-answer.ts";
import { consoleCase, type ConsoleCase, type SignedIn } from "../console-case.ts";
import { dataToFixAnswer } from "../data-to-fix-answer.ts";
import { decisionAnswer, isDecision } from "../decisions/decision-answer.ts";
import { decisionsPageAnswer } from "../decisions/decisions-page-answer.ts";
import { studentDecisionsAnswer } from "../decisions/student-decisions-answer.ts";
import { counselorsAnswer } from "../counselors-answer.ts";
import { editionAnswer } from "../edition-answer.ts";
import { logAnswer } from "../log-answer.ts";
import { oneStudentAnswer } from "../one-student-answer.ts";
import { plansAnswer } from "../plans/plans-answer.ts";
import { sharedGoalsAnswer } from "../plans/shared-goals-answer.ts";
import { words } from "../../../console/plain-answers.ts";
import { studentListAnswer } from "../student-list-answer.ts";
import {
  certifiedFileAnswer,
  certifiedSheetAnswer,
  reportReadinessAnswer,
  stateReportAnswer,
} from "../state-reports/state-report-answer.ts";
import { stateReportsAnswer } from "../state-reports/state-reports-answer.ts";
import { todayAnswer } from "../today-answer.ts";
import { weekAnswer } from "../week-answer.ts";

type Answers = (of: ConsoleCase, request: ConsoleRequest) => Promise<ConsoleAnswer>;

/** What can be read, by path. What can be recorded is in `decision-routes.ts`. */
export const READ_ROUTES: { readonly [path: string]: Answers } = {
  "/console/me": aboutReader,
  "/console/today": todayAnswer,
  "/console/students": studentListAnswer,
  "/console/students.csv": studentListAnswer,
  "/console/students.xlsx": studentListAnswer,
  "/console/student": oneStudentAnswer,
  "/console/conference-sheet": conferenceSheetAnswer,
  "/console/decisions": decisionsPageAnswer,
  "/console/student-decisions": studentDecisionsAnswer,
  "/console/week": weekAnswer,
  "/console/plans": plansAnswer,
  "/console/shared-goals": sharedGoalsAnswer,
  "/console/counselors": counselorsAnswer,
  "/console/calendar.ics": calendarAnswer,
  "/console/data-to-fix": dataToFixAnswer,
  "/console/data-to-fix.csv": dataToFixAnswer,
  "/console/state-reports": stateReportsAnswer,
  "/console/state-report": stateReportAnswer,
  "/console/state-report-readiness": reportReadinessAnswer,
  "/console/state-report.csv": stateReportAnswer,
  "/console/state-report.xlsx": stateReportAnswer,
  "/console/certified-file": certifiedFileAnswer,
  "/console/certified-sheet.xlsx": certifiedSheetAnswer,
  "/console/log": logAnswer,
  "/console/log.csv": logAnswer,
};

/**
 * Answers the console: the one handler behind whatever signs people in, on one machine and on AWS. It
 * reads the roles anew for each request, answers for what they grant and with the reason, and notes in
 * the access log what is shown or recorded, and what is refused, before it answers.
 */
export async function consoleAnswer(
  places: Places,
  who: SignedIn,
  request: ConsoleRequest,
): Promise<ConsoleAnswer> {
  const { method, path, at: instant } = request;
  const of = await consoleCase(places, who, instant);
  if (isDecision(path)) {
    return method === "POST" ? decisionAnswer(of, request) : words(405, "only to be recorded");
  }
  const isData = path.startsWith(PUBLIC_PATH);
  const read = Object.hasOwn(READ_ROUTES, path) ? READ_ROUTES[path] : undefined;
  if (read === undefined && !isData) return words(404, "there is nothing at this address");
  if (method !== "GET") return words(405, "only to be read");
  return read === undefined ? editionAnswer(of, path) : read(of, request);
}
