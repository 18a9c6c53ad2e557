import { describe, expect, it } from "vitest";
import type { StudentList } from "../../../functions/console/answers.ts";
import type { StudentPage } from "../../../functions/console/student-page/student-page.ts";
import { consoleAnswer } from "../../../functions/pipeline/console/routes/console-answer.ts";
import { conformedCast } from "../../support/conformed-districts.ts";
import { CAST, publishDay } from "../../support/local-district.ts";
import { setStaff, staffRow } from "../../support/staff-of.ts";
import { studentKeys } from "../../../functions/hashing/student-keys.ts";
import { accessSecret } from "../../../functions/pipeline/console/access-log.ts";
import { requestOf, textOf } from "../../support/asked-console.ts";

/** C-0412 withdrew from the middle school on 1 March and entered the high school on that day, with the plan of the middle school. */
describe("a student who changes schools", { timeout: 60_000 }, () => {
  it("belongs to the principal of the school left until the day before, and with the earlier plan to the new one's from the day of entry", async () => {
    const places = await conformedCast();
    await setStaff(places, [
      staffRow("P-MS", "principal", ["CAST-MS"]),
      staffRow("P-HS", "principal", ["CAST-HS"]),
    ]);
    const ask = async (staff: string, path: string) => {
      const answer = await consoleAnswer(
        places,
        { district: CAST, staff, isDemo: false, through: "console" },
        requestOf(path, "2022-03-02T08:00:00.000Z", {
          student: studentKeys(await accessSecret(places.records, CAST)).keyOf("C-0412"),
        }),
      );
      return { status: answer.status, text: await textOf(answer) };
    };
    const isListed = async (staff: string): Promise<boolean> =>
      (JSON.parse((await ask(staff, "/console/students")).text) as StudentList).students.some(
        ({ student }) => student === "C-0412",
      );
    const seen = async () => ({
      left: [(await ask("P-MS", "/console/student")).status, await isListed("P-MS")],
      entered: [(await ask("P-HS", "/console/student")).status, await isListed("P-HS")],
    });

    await publishDay(places, "2022-02-28", CAST, "staff-only");
    expect(await seen()).toEqual({ left: [200, true], entered: [404, false] });
    await publishDay(places, "2022-03-01", CAST, "staff-only");
    expect(await seen()).toEqual({ left: [404, false], entered: [200, true] });
    const { plans, enrollments } = JSON.parse(
      (await ask("P-HS", "/console/student")).text,
    ) as StudentPage;
    expect(plans?.explanation.plans.map(({ plan }) => plan)).toEqual(["CP-0412"]);
    expect(enrollments.map(({ schoolName }) => schoolName)).toEqual([
      "Cast Middle School",
      "Cast High School",
    ]);
  });
});
