import { day } from "../../domain/calendar/day.ts";
import { studentId, type StudentId } from "../../domain/ids.ts";
import { staffMembers } from "../../domain/people/staff-member.ts";
import { counted } from "../../domain/text/counted.ts";
import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import { NotPossible } from "../not-possible.ts";
import type { ObjectStore } from "../ports.ts";
import { staffLatest } from "../release/staff-editions.ts";
import { conformedRows } from "./conformed-rows.ts";
import { studentsOfOtherSchools } from "./counselors-at-school.ts";
import { inTurn } from "./in-turn.ts";
import { caseloadFile } from "./record-statement.ts";
import {
  ingested,
  nameOf,
  recorded,
  recordedAlready,
  refuseUnsigned,
  type Recorded,
  type Recording,
} from "./recording.ts";

interface Assigned {
  readonly students: readonly string[];
  /** The name or id by which plans and caseloads name the counselor. */
  readonly counselor: string;
  /** The staff member who assigns, or withdraws it. */
  readonly by: string;
}

/**
 * Records that students come into a counselor's caseload, all of them in one file. Who is in it already is
 * left out. A counselor whom the plan names stays the first one. The counselor must work at the school of
 * each of them.
 * @throws NotPossible in words
 */
export function assignCounselor(recording: Recording, asked: Assigned): Promise<Recorded> {
  const { by, students } = asked;
  return ofStudents(recording, asked, async (manifest, ids) => {
    const { records } = recording.places;
    const counselors = await knownCounselors(records, manifest);
    const counselor = nameOf(asked.counselor, counselors, "no plan, caseload or staff list names");
    const held = await assignedTo(records, manifest, counselor);
    const missing = ids.filter((student) => !held.has(student));
    if (missing.length === 0) {
      const what = students.length === 1 ? "this assignment" : "each of these assignments";
      throw recordedAlready(what, by);
    }
    await refuseOtherSchools(recording, manifest, missing, counselor);
    const rows = missing.map((student) => ({ student, counselor }));
    const stamp = { recordedAt: recording.at, isWithdrawn: false };
    return recorded(recording, caseloadFile(rows, by, stamp));
  });
}

/** Records that students are no longer in the caseload of a counselor to whom a list or a record assigned them. @throws NotPossible in words */
export function withdrawAssignment(recording: Recording, asked: Assigned): Promise<Recorded> {
  const { by, counselor } = asked;
  return ofStudents(recording, asked, async (manifest, ids) => {
    const held = await assignedTo(recording.places.records, manifest, counselor);
    const rows = ids
      .filter((student) => held.has(student))
      .map((student) => ({ student, counselor }));
    if (rows.length === 0) {
      throw new NotPossible(
        `nobody of these was assigned to ${counselor.slice(0, 80)}: there is nothing to withdraw`,
      );
    }
    const stamp = { recordedAt: recording.at, isWithdrawn: true };
    return recorded(recording, caseloadFile(rows, by, stamp));
  });
}

/**
 * @throws NotPossible where the counselor does not work at the school of each student; the message
 * has no identifier
 */
async function refuseOtherSchools(
  { places: { records }, district, at: instant }: Recording,
  manifest: ConformedManifest,
  students: readonly StudentId[],
  counselor: string,
): Promise<void> {
  // The edition says whose students they are, so its day decides here too.
  const on = (await staffLatest(records, district))?.asOf ?? day(instant.slice(0, 10));
  const others = await studentsOfOtherSchools(records, manifest, students, counselor, on);
  if (others.length === 0) return;
  throw new NotPossible(
    `${counselor.slice(0, 80)} does not work at the school of ${counted(others.length, "student")} of these: choose a counselor of the student’s own school. Nothing was recorded. If that counselor works there, the staff list must say so first`,
  );
}

/**
 * @throws NotPossible where no student is given, or one is not in the exports; the message has no
 * identifier
 */
async function ofStudents(
  recording: Recording,
  { students, by }: Assigned,
  record: (manifest: ConformedManifest, ids: readonly StudentId[]) => Promise<Recorded>,
): Promise<Recorded> {
  if (students.length === 0) throw new NotPossible("say which students are meant");
  refuseUnsigned(by);
  const ids = [...new Set(students)].map(studentId);
  return inTurn(recording.district, async () => {
    const manifest = await ingested(recording);
    const unknown = new Set<unknown>(ids);
    for await (const { student } of conformedRows(recording.places.records, manifest, "student")) {
      unknown.delete(student);
      if (unknown.size === 0) return record(manifest, ids);
    }
    throw new NotPossible(
      `the exports of district ${recording.district} do not hold ${unknown.size} of these students; identifiers are text, leading zeros count`,
    );
  });
}

/** The students whom rows of their own assign to the counselor. */
async function assignedTo(
  records: ObjectStore,
  manifest: ConformedManifest,
  counselor: string,
): Promise<ReadonlySet<unknown>> {
  const students = new Set<unknown>();
  for await (const row of conformedRows(records, manifest, "caseload")) {
    if (row["counselor"] === counselor) students.add(row["student"]);
  }
  return students;
}

/** The counselors whom the staff list, a caseload or a plan names. */
async function knownCounselors(
  records: ObjectStore,
  manifest: ConformedManifest,
): Promise<readonly string[]> {
  const ids = new Set(
    staffMembers(manifest.staff ?? []).flatMap(({ roles }) =>
      roles.flatMap(({ counselors }) => counselors),
    ),
  );
  for (const table of ["caseload", "plan"] as const) {
    for await (const { counselor } of conformedRows(records, manifest, table)) {
      if (typeof counselor === "string" && counselor !== "") ids.add(counselor);
    }
  }
  return [...ids];
}
