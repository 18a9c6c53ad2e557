import { beforeAll, describe, expect, it } from "vitest";
import type { StudentPage } from "../../../functions/console/student-page/student-page.ts";
import type { ConferenceSheet } from "../../../functions/console/student-page/conference-sheet.ts";
import { studentKeys } from "../../../functions/hashing/student-keys.ts";
import { recordsKeys } from "../../../functions/layout.ts";
import { conformedInForce } from "../../../functions/pipeline/conform/conformed-in-force.ts";
import {
  accessSecret,
  readAccessLog,
  WHOLE_LOG,
} from "../../../functions/pipeline/console/access-log.ts";
import { consoleAnswer } from "../../../functions/pipeline/console/routes/console-answer.ts";
import { jsonBytes } from "../../../functions/pipeline/stored-json.ts";
import { requestOf, textOf } from "../../support/asked-console.ts";
import { conformedCast } from "../../support/conformed-districts.ts";
import { CAST, CAST_DAY, publishDay, type MemoryPlaces } from "../../support/local-district.ts";
import { setStaff, staffRow } from "../../support/staff-of.ts";

/** C-0401 is at the middle school, and counselor K-71 looks after the plan. */
describe("one student of the console", { timeout: 60_000 }, () => {
  let places: MemoryPlaces;

  beforeAll(async () => {
    places = await conformedCast();
    await publishDay(places, CAST_DAY, CAST, "staff-only");
    await setStaff(places, [
      staffRow("K-71", "counselor", ["CAST-MS"], ["K-71"]),
      staffRow("R-MS", "registrar", ["CAST-MS"]),
      staffRow("P-HS", "principal", ["CAST-HS"]),
    ]);
  });

  const ask = async (staff: string, path: string) => {
    const { keyOf } = studentKeys(await accessSecret(places.records, CAST));
    const answer = await consoleAnswer(
      places,
      { district: CAST, staff, isDemo: false, through: "console" },
      requestOf(path, "2022-03-16T08:00:00.000Z", { student: keyOf("C-0401") }),
    );
    return { status: answer.status, text: await textOf(answer) };
  };
  const pageOf = async (staff: string): Promise<StudentPage> =>
    JSON.parse((await ask(staff, "/console/student")).text) as StudentPage;

  it("is for the counselor everything, and who else may see the student", async () => {
    const { head, plans, readers, whyNotMore } = await pageOf("K-71");
    expect(head).toMatchObject({ id: "C-0401", counselors: ["Person K-71"] });
    expect(head.key).not.toContain("0401");
    expect(plans?.timeline.some(({ what }) => what === "Plan opened")).toBe(true);
    expect(readers.map(({ role, people }) => [role, people.map(({ name }) => name)])).toEqual([
      ["counselor", ["Person K-71"]],
      ["registrar", ["Person R-MS"]],
    ]);
    expect(whyNotMore).toBeNull();
  });

  it("is for a registrar enrollments and records, with why not more, and no conference sheet", async () => {
    const { head, plans, enrollments, whyNotMore } = await pageOf("R-MS");
    expect([plans, head.attendance, head.programs]).toEqual([null, null, []]);
    expect(enrollments[0]?.schoolName).toBe("Cast Middle School");
    expect(whyNotMore).toContain("you see enrollments and records to fix");
    const sheet = await ask("R-MS", "/console/conference-sheet");
    expect([sheet.status, sheet.text]).toEqual([403, expect.stringContaining("made of plans")]);
  });

  it("is for a principal of another school nobody", async () => {
    for (const path of ["/console/student", "/console/conference-sheet"]) {
      expect(await ask("P-HS", path)).toEqual({
        status: 404,
        text: "There is no such student among those whom you may see.\n",
      });
    }
  });

  it("has a sheet of the same goals, and each look at it is noted as such", async () => {
    const { plans } = await pageOf("K-71");
    const sheet = JSON.parse(
      (await ask("K-71", "/console/conference-sheet")).text,
    ) as ConferenceSheet;
    const own = plans?.goals.map(({ description }) => description) ?? [];
    expect(sheet.goals.length).toBeGreaterThan(0);
    expect(sheet.goals.every(({ description }) => own.includes(description))).toBe(true);
    const { entries } = await readAccessLog(places, CAST, WHOLE_LOG, 100, null);
    const looks = entries.filter(({ what }) => what === "conference-sheet");
    expect(looks.some(({ who, isAllowed }) => who === "K-71" && isAllowed)).toBe(true);
    expect(looks.some(({ who, isAllowed }) => who === "P-HS" && !isAllowed)).toBe(true);
  });

  it("says where the exports no longer have a student whom the edition has", async () => {
    const manifest = await conformedInForce(places.records, CAST);
    if (manifest === null) throw new Error("nothing is conformed");
    const schools = manifest.schools.map((school) => ({ ...school, partitions: [] }));
    const key = recordsKeys.conformedManifest(CAST, manifest.version);
    await places.records.put(key, jsonBytes({ ...manifest, schools }));
    for (const path of ["/console/student", "/console/conference-sheet"]) {
      const { status, text } = await ask("K-71", path);
      expect([status, text]).toEqual([404, expect.stringContaining("no longer have this student")]);
    }
  });
});
