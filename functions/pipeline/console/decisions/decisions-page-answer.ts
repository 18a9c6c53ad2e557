import { DISTRICT, ofStudent, permit, roleInWords } from "../../../access/permit.ts";
import { GRANTS, type RequestKind } from "../../../access/grants.ts";
import { rolesOf } from "../../../access/reader.ts";
import { grants } from "../../../access/seen-schools.ts";
import type { ConsoleAnswer, ConsoleRequest } from "../../../console/answers.ts";
import { DECISION_KINDS, type DecisionsPage } from "../../../console/decision-answers.ts";
import { listPage } from "../../../console/list-page.ts";
import { json, words } from "../../../console/plain-answers.ts";
import { NO_SCOPE, seenAs } from "../../../console/seen-as.ts";
import type { ConsoleCase } from "../console-case.ts";
import { noteLook } from "../note-look.ts";
import { editionStudents } from "../edition-students.ts";
import { KIND_REQUESTS, seenDecisions, type SeenDecision } from "../seen-decisions.ts";
import { signature } from "./decision-answer.ts";
import { decisionTeller } from "./listed-decisions.ts";
import { waitingDecisions } from "./waiting-decisions.ts";

/** Decisions on one page of the list. */
const PAGE_DECISIONS = 100;

/** Answers `/console/decisions`: what waits for a decision, and what was decided one by one, the newest first. */
export async function decisionsPageAnswer(
  of: ConsoleCase,
  { query, after }: ConsoleRequest,
): Promise<ConsoleAnswer> {
  const { reader } = of;
  const deciding = decidingKinds(of);
  if (deciding.length === 0) {
    const because = `${permit(reader, "record-exemption", ofStudent(NO_SCOPE), of.schools).because} ${WHO_DECIDES}`;
    const refused = { isAllowed: false, because, role: null };
    await noteLook(of, { kind: "see-student", what: "decisions", permit: refused, schools: null });
    return words(403, because);
  }
  const kind = query.get("kind") ?? "";
  if (kind !== "" && !DECISION_KINDS.some((name) => name === kind)) {
    return words(400, `there is no such kind of decision; known are: ${DECISION_KINDS.join(", ")}`);
  }
  const rows = (await editionStudents(of))?.rows ?? [];
  const seen = (await seenDecisions(of, new Map(rows.map((row) => [row.student, row])))).filter(
    ({ decided }) => kind === "" || decided.kind === kind,
  );
  const page = listPage(seen, after, PAGE_DECISIONS);
  if (page === null) return words(400, "a page goes on from where one of the same list ended");
  const { shown, next } = page;
  await noteShown(of, shown);
  const tell = await decisionTeller(of);
  return json({
    signedAs: signature(of),
    asOf: of.latest?.asOf ?? null,
    waiting: await waitingDecisions(of),
    decided: shown.map(tell),
    all: seen.length,
    next,
    because: reasonOf(of, deciding),
  } satisfies DecisionsPage);
}

const WHO_DECIDES =
  "District leaders decide for the whole district, principals for the students of their schools, counselors attest for their caseload, and state reporters record duties.";

/** The roles that allow the reader to decide anything. */
function reasonOf({ reader, schools }: ConsoleCase, kinds: readonly RequestKind[]): string {
  if (reader.kind === "system") return permit(reader, "record-duty", DISTRICT, schools).because;
  return rolesOf(reader)
    .filter(({ role }) => kinds.some((kind) => GRANTS[role][kind] !== undefined))
    .map((held) => `${roleInWords(held, schools)}.`)
    .join(" ");
}

/**
 * Logs a look at each student whom the list names; a list without students is logged as a look at
 * decisions of the district.
 */
async function noteShown(of: ConsoleCase, shown: readonly SeenDecision[]): Promise<void> {
  const rows = new Map(shown.flatMap(({ row }) => (row === null ? [] : [[row.student, row]])));
  const [first] = rows.values();
  const seen = first === undefined ? null : seenAs(of, first);
  await noteLook(of, {
    kind: "see-student",
    what: "decisions",
    permit: seen?.permit ?? {
      isAllowed: true,
      because: reasonOf(of, decidingKinds(of)),
      role: null,
    },
    schools:
      rows.size === 0 ? null : [...new Set([...rows.values()].map(({ school }) => school))].sort(),
    students: rows.size === 0 ? null : rows.size,
  });
}

const decidingKinds = ({ reader }: ConsoleCase): readonly RequestKind[] =>
  Object.values(KIND_REQUESTS).filter((kind) => grants(reader, kind));
