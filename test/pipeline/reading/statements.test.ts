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

/** How a student stands on one requirement of Kentucky, with these files beside the cast's exports. */
async function standingsWith(files: { readonly [name: string]: string }, requirement: string) {
  const folder = scratchFolder();
  cpSync(CAST_EXPORTS, folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const places = await freshPlaces();
  await ingestPath(places, folder);
  const manifest = (await conformedInForce(places.records, CAST))!;
  const sent = availableIn(manifest);
  const statuses = new Map<string, string>();
  for (const school of manifest.schools) {
    const year = schoolYearOf(AS_OF);
    const records = await readSchool(places.records, CAST, school, year, sent);
    const students = assessedStudents(records, { asOf: AS_OF, mandate: mandateById("KY") });
    for (const { record, requirements } of students) {
      const answer = requirements.find((candidate) => candidate.requirement.id === requirement)!;
      statuses.set(record.student.student, standingOf(answer));
    }
  }
  return statuses;
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
