import type { RequestKind } from "../../access/grants.ts";
import { DISTRICT, ofStudent, permit, type Asked } from "../../access/permit.ts";
import { readerId } from "../../access/reader.ts";
import {
  recordAttestation,
  recordDuty,
  recordExemption,
  type Recorded,
  type Recording,
} from "../decisions/decisions.ts";
import { districtMandate } from "../measure/district-mandate.ts";
import { NotPossible } from "../not-possible.ts";
import type { Progress } from "../ports.ts";
import type { ConsoleAnswer, ConsoleRequest } from "../../console/answers.ts";
import type { ConsoleCase } from "./console-case.ts";
import { noteLook } from "./note-look.ts";
import { json, words } from "../../console/plain-answers.ts";
import { scopeOf } from "../../console/seen-as.ts";
import { editionStudents } from "./edition-students.ts";

const QUIET: Progress = {
  step: () => undefined,
  advance: () => undefined,
  done: () => undefined,
};

/** What can be recorded by a POST, and what each asks for. */
const DECISIONS: {
  readonly [path: string]: {
    readonly kind: RequestKind;
    readonly isOfStudent: boolean;
    readonly record: (recording: Recording, body: Body, by: string) => Promise<Recorded>;
  };
} = {
  "/console/exemptions": {
    kind: "record-exemption",
    isOfStudent: true,
    record: (recording, body, by) =>
      recordExemption(recording, { ...ofBody(body), by, reason: textOf(body, "reason") }),
  },
  "/console/attestations": {
    kind: "record-attestation",
    isOfStudent: true,
    record: (recording, body, by) =>
      recordAttestation(recording, {
        ...ofBody(body),
        by,
        reason: textOf(body, "reason"),
        isMet: body["isMet"] === true,
      }),
  },
  "/console/duties": {
    kind: "record-duty",
    isOfStudent: false,
    record: (recording, body, by) =>
      recordDuty(recording, { duty: textOf(body, "duty"), on: textOf(body, "on"), by }),
  },
};

type Body = { readonly [name: string]: unknown };

export const isDecision = (path: string): boolean => Object.hasOwn(DECISIONS, path);

/**
 * Records what somebody decides, as the commands do: kept as a file as sent. It is noted in the access
 * log before it is recorded, and so is what is refused.
 */
export async function decisionAnswer(
  of: ConsoleCase,
  { path, body }: ConsoleRequest,
): Promise<ConsoleAnswer> {
  const decision = DECISIONS[path];
  if (decision === undefined) return words(404, "there is nothing at this address");
  if (!isBody(body)) return words(400, "expected a JSON object");
  if (path === "/console/attestations" && typeof body["isMet"] !== "boolean") {
    return words(400, "isMet must be true or false");
  }
  const { kind, isOfStudent, record } = decision;
  const student = isOfStudent ? (of.keys.studentOf(textOf(body, "student")) ?? "") : null;
  const asked = student === null ? DISTRICT : await studentAsked(of, student);
  const allowed = permit(of.reader, kind, asked, of.schools);
  const what = path.slice(path.lastIndexOf("/") + 1);
  const look = {
    kind,
    permit: allowed,
    schools: asked.of === "student" && asked.school !== "" ? [asked.school] : null,
    students: student === null ? null : 1,
    student,
  };
  await noteLook(of, { ...look, what });
  if (!allowed.isAllowed) return words(403, allowed.because);
  const { places, who, at: instant } = of;
  const mandate = await districtMandate(places.records, who.district);
  const recording = { places, district: who.district, mandate, at: instant, progress: QUIET };
  try {
    return json(await record(recording, { ...body, student }, signature(of)));
  } catch (error) {
    if (!(error instanceof NotPossible)) throw error;
    // The entry before this one says that it was permitted; nothing came of it.
    await noteLook(of, { ...look, what: `${what}: nothing was recorded` });
    return words(409, error.message);
  }
}

/** The student in the current edition; one whom it does not have is of no school and of no caseload. */
export async function studentAsked(of: ConsoleCase, student: string): Promise<Asked> {
  const students = await editionStudents(of);
  const row = students?.rows.find((candidate) => candidate.student === student);
  return ofStudent(
    row === undefined ? { school: "", isEnrolled: false, counselors: [] } : scopeOf(row),
  );
}

/** Who decided, as the record keeps it: name and staff id. */
export const signature = ({ reader }: ConsoleCase): string =>
  reader.kind === "staff" && reader.name !== ""
    ? `${reader.name} (${reader.staff})`
    : readerId(reader);

const isBody = (body: unknown): body is Body =>
  typeof body === "object" && body !== null && !Array.isArray(body);

const textOf = (body: Body, name: string): string => {
  const value = body[name];
  return typeof value === "string" ? value : "";
};

const ofBody = (body: Body) => ({
  student: textOf(body, "student"),
  requirement: textOf(body, "requirement"),
  from: textOf(body, "from"),
  until: textOf(body, "until") === "" ? null : textOf(body, "until"),
});
