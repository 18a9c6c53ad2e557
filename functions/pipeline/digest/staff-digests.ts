import { DISTRICT, permit } from "../../access/permit.ts";
import { readerOf } from "../../access/reader.ts";
import { seenStudents } from "../../console/seen-as.ts";
import { addDays, type Day } from "../../domain/calendar/day.ts";
import {
  staffMembers,
  type StaffMember,
  type StaffRole,
} from "../../domain/people/staff-member.ts";
import { counted } from "../../domain/text/counted.ts";
import { contentHash } from "../../hashing/content-hash.ts";
import { digestLines, type DigestRows } from "../../reports/digest/digest-lines.ts";
import type { Digest, DigestPart } from "../../reports/digest/digest-mail.ts";
import { caseloadOf } from "../../reports/students/student-filter.ts";
import { daysAhead, type SchoolDays } from "../../reports/week/days-ahead.ts";
import { waitingStudents } from "../../reports/week/waiting-student.ts";
import { weekPlan } from "../../reports/week/week-plan.ts";
import { weekInWords } from "../../reports/week/week-words.ts";
import { caseloadsIcs } from "../../reports/worklist/caseloads-ics.ts";
import { worklistEntries } from "../../reports/worklist/worklist-entries.ts";
import type { ConsoleCase } from "../console/console-case.ts";
import { editionStudents, type EditionStudents } from "../console/edition-students.ts";
import { noteLook } from "../console/note-look.ts";
import { schoolDaysAhead } from "../console/school-days-ahead.ts";

/** Roles that get a digest: who looks after students, and who after those who do. */
export const DIGEST_ROLES = ["counselor", "principal"] as const satisfies readonly StaffRole[];
export type DigestRole = (typeof DIGEST_ROLES)[number];

/**
 * The digests of a week, one for each counselor and principal of the staff list, from the current
 * edition: counts of the students whom the person may see. Null before the first edition. Who may see
 * every student of the district writes everybody's, others write their own alone; none of who gets none.
 * @param of the case of the account that writes them
 * @param monday the first day of the week
 */
export async function staffDigests(
  of: ConsoleCase,
  monday: Day,
  roles: readonly DigestRole[],
): Promise<readonly Digest[] | null> {
  const now = await editionStudents(of);
  if (now === null || of.manifest === null) return null;
  const everybodys = permit(of.reader, "see-student", DISTRICT, of.schools);
  const written = staffMembers(of.manifest.staff ?? []).flatMap((member) => {
    const held = member.roles.filter(({ role }) => roles.some((asked) => asked === role));
    const isOwn = of.reader.kind === "staff" && of.reader.staff === member.staff;
    return held.length === 0 || !(everybodys.isAllowed || isOwn) ? [] : [{ member, held }];
  });
  const isAllowed = everybodys.isAllowed || written.length > 0;
  const because = isAllowed ? "A digest was written." : everybodys.because;
  const role = everybodys.role ?? (of.reader.kind === "staff" ? written[0]?.held[0]?.role : null);
  await noteLook(of, {
    ...{ kind: "see-figures", what: "digest", schools: null },
    permit: { isAllowed, because, role: role ?? null },
  });
  const material: Material = {
    ...{ of, monday, now },
    before: await editionBefore(of, now),
    schoolDays: await schoolDaysAhead(of),
  };
  return written.map(({ member, held }) => digestOf(material, member, held));
}

/** What all digests of a week are made from. */
interface Material {
  readonly of: ConsoleCase;
  readonly monday: Day;
  readonly now: EditionStudents;
  /** About a week before, under the same requirements; null where no edition is. */
  readonly before: EditionStudents | null;
  readonly schoolDays: SchoolDays;
}

/** The latest edition that is five days older or more, and two weeks at most. */
async function editionBefore(
  of: ConsoleCase,
  { asOf, requirements }: EditionStudents,
): Promise<EditionStudents | null> {
  const { latest } = of;
  const entry = latest?.editions.find(
    (earlier) => earlier.asOf <= addDays(asOf, -5) && earlier.asOf >= addDays(asOf, -14),
  );
  if (latest === null || entry === undefined) return null;
  const before = await editionStudents({ ...of, latest: { ...latest, ...entry } });
  const ids = (edition: { readonly requirements: EditionStudents["requirements"] } | null) =>
    edition?.requirements.map(({ id }) => id).join(" ");
  return ids(before) === ids({ requirements }) ? before : null;
}

function digestOf(material: Material, member: StaffMember, held: StaffMember["roles"]): Digest {
  const { of, monday, now } = material;
  const caseloads = held.flatMap(({ role, counselors }) =>
    role === "counselor" ? counselors : [],
  );
  const schools = held.flatMap((role) => (role.role === "principal" ? role.schools : []));
  const own = seenBy(material, member, now);
  return {
    ...{ staff: member.staff, name: member.name, monday, asOf: now.asOf },
    ...(member.email !== undefined && { email: member.email }),
    districtName: of.manifest?.districtName ?? of.who.district,
    parts: [
      ...caseloads.map((caseload) => caseloadPart(material, member, caseload)),
      ...schools.map((school) => schoolPart(material, member, school)),
    ],
    calendar: caseloads.length === 0 ? null : calendarOf(of, own, caseloads),
  };
}

/** The students of an edition whose plans a staff member may see. */
function seenBy({ of }: Material, member: StaffMember, edition: EditionStudents): DigestRows {
  const reader = { ...of, reader: readerOf(member.staff, [member]) };
  const seen = seenStudents(reader, edition.rows).filter(({ seesPlans }) => seesPlans);
  const { asOf, requirements } = edition;
  return { asOf, requirements, rows: seen.map(({ row }) => row) };
}

function caseloadPart(material: Material, member: StaffMember, caseload: string): DigestPart {
  const { monday, now, before, schoolDays } = material;
  const own = seenBy(material, member, now);
  const rows = own.rows.filter((row) => caseloadOf(row).includes(caseload));
  const waiting = waitingStudents(rows, now.requirements, now.asOf);
  // Of an edition of last week the days that are over are no days any more.
  const from = monday > now.asOf ? monday : now.asOf;
  const ahead = daysAhead(
    schoolDays,
    rows.map(({ school }) => school),
    from,
  );
  return {
    title: `Your caseload (${caseload}): ${counted(rows.length, "student")}`,
    words: weekInWords(weekPlan(waiting, ahead, null), waiting, now.asOf),
    lines: digestLines(
      { caseload },
      monday,
      own,
      before === null ? null : seenBy(material, member, before),
    ),
  };
}

function schoolPart(material: Material, member: StaffMember, school: string): DigestPart {
  const { of, monday, now, before } = material;
  const own = seenBy(material, member, now);
  const name = of.schools.find(({ id }) => id === school)?.name ?? school;
  const students = own.rows.filter((row) => row.school === school && row.isUnderMandate).length;
  return {
    title: `${name}: ${counted(students, "student")} under the mandate`,
    words: [],
    lines: digestLines(
      { school },
      monday,
      own,
      before === null ? null : seenBy(material, member, before),
    ),
  };
}

function calendarOf(of: ConsoleCase, own: DigestRows, caseloads: readonly string[]): string {
  const entries = caseloads.flatMap((counselor) => {
    const rows = own.rows.filter((row) => caseloadOf(row).includes(counselor));
    return worklistEntries(rows, own.requirements, own.asOf).map((entry) => ({
      ...entry,
      counselor,
    }));
  });
  return caseloadsIcs(entries, own.asOf, contentHash, of.counselorName);
}
