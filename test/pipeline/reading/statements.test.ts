import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { schoolYearOf } from "../../../functions/domain/calendar/school-year.ts";
import { standingOf } from "../../../functions/mandates/clock/answer.ts";
import { mandateById } from "../../../functions/mandates/rules/mandates.ts";
import { assessedStudents } from "../../../functions/metrics/students/assessed-students.ts";
import { conformedInForce } from "../../../functions/pipeline/conform/conformed-in-force.ts";
import { availableIn } from "../../../functions/conformed/availability.ts";
import { readSchool } from "../../../functions/pipeline/measure/read-school.ts";
import { day } from "../../../functions/domain/calendar/day.ts";
import { CAST, CAST_EXPORTS, freshPlaces, ingestPath } from "../../support/local-district.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

/** After the last instructional day, on which Kentucky's yearly rules are due. */
const AS_OF = day("2022-06-20");

/** The records of each school of the cast, with these files beside its exports. */
async function schoolsWith(files: { readonly [name: string]: string }) {
  const folder = scratchFolder();
  cpSync(CAST_EXPORTS, folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const places = await freshPlaces();
  await ingestPath(places, folder);
  const manifest = (await conformedInForce(places.records, CAST))!;
  const sent = availableIn(manifest);
  const year = schoolYearOf(AS_OF);
  return await Promise.all(
    manifest.schools.map((school) => readSchool(places.records, CAST, school, year, sent)),
  );
}

/** How a student stands on one requirement of Kentucky, with these files beside the cast's exports. */
async function standingsWith(files: { readonly [name: string]: string }, requirement: string) {
  const statuses = new Map<string, string>();
  for (const records of await schoolsWith(files)) {
    const students = assessedStudents(records, { asOf: AS_OF, mandate: mandateById("KY") });
    for (const { record, requirements } of students) {
      const answer = requirements.find((candidate) => candidate.requirement.id === requirement)!;
      statuses.set(record.student.student, standingOf(answer));
    }
  }
  return statuses;
}

/** The entries of components of a student of the cast, by what tells them apart. */
async function entriesWith(header: string, rows: readonly string[]) {
  const schools = await schoolsWith({ "plan_components.csv": [header, ...rows].join("\n") });
  const own = schools.flatMap(({ students }) =>
    students.filter(({ student }) => student.student === "C-0402"),
  );
  const entries = own[0]!.more.components!;
  return entries
    .map(({ enteredOn, quantity, marks }) => `${enteredOn} ${quantity} ${marks.join("+")}`.trim())
    .sort();
}

const ASSENTS = [
  "student_id,role,degree,given_on",
  "C-0402,student,approval,2022-03-01",
  "C-0402,family,approval,2022-03-01",
  "C-0402,counselor,approval,2022-03-02",
  "C-0403,student,approval,2022-03-01",
].join("\n");

const OLDER_PLAN = [
  "plan_id,student_id,plan_type,school_year,status,opened_on,closed_on,counselor_id",
  "OLD-C-0403,C-0403,ILP,2021,closed,2020-09-10,2021-06-10,",
].join("\n");

describe("what people decide and state", () => {
  it("cannot be determined where nobody sends it, and is met or not where somebody does", async () => {
    const without = await standingsWith({}, "annual-approval");
    expect(without.get("C-0402")).toBe("not-determinable");
    expect(without.get("C-0403")).toBe("not-determinable");
    // A yearly approval is due from the second school year of a plan on.
    const files = { "plan_assents.csv": ASSENTS, "plans-2021.csv": OLDER_PLAN };
    const sent = await standingsWith(files, "annual-approval");
    expect(sent.get("C-0402")).toBe("met");
    expect(sent.get("C-0403")).toBe("not-met");
  });

  it("takes an exempt student out, and no other", async () => {
    const exemption =
      "student_id,requirement,reason,decided_by,from_on\nC-0403,all,waiver,s,2021-09-01";
    const files = { "plan_assents.csv": ASSENTS, "exemptions.csv": exemption };
    const sent = await standingsWith(files, "annual-approval");
    expect(sent.get("C-0403")).toBe("not-applicable");
    expect(sent.get("C-0402")).toBe("met");
  });
});

describe("entries of one component, day and strand", () => {
  const HEADER = "student_id,component,entered_on,quantity,strand,marks";
  const unit = (quantity: string, marks = "") =>
    `C-0402,course-plan,2021-09-20,${quantity},,${marks}`;

  it("are different where the amount or the marks differ, and one where all is alike", async () => {
    const rows = [unit("1"), unit("0.5"), unit("1"), unit("1", "a"), unit("1", "a;b")];
    expect(await entriesWith(HEADER, [...rows, unit("1", "b;a")])).toEqual([
      "2021-09-20 0.5",
      "2021-09-20 1",
      "2021-09-20 1 a",
      "2021-09-20 1 a+b",
    ]);
  });

  it("are those that their identifiers tell apart, of each student", async () => {
    const rows = [`${unit("1")},E1`, `${unit("1")},E2`, `${unit("1")},E2`];
    const other = "C-0403,course-plan,2021-09-20,1,,,E1";
    expect(await entriesWith(`${HEADER},entry_id`, [...rows, other])).toEqual([
      "2021-09-20 1",
      "2021-09-20 1",
    ]);
  });
});
