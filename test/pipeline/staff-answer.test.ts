import { beforeEach, describe, expect, it } from "vitest";
import { tableKeys } from "../../functions/layout.ts";
import type { Places } from "../../functions/pipeline/ports.ts";
import {
  staffAnswer,
  type StaffCaseloads,
  type StaffPlaces,
  type StaffReader,
  type StaffWorklist,
} from "../../functions/pipeline/staff-answer.ts";
import {
  CAST,
  CAST_DAY,
  CAST_EXPORTS,
  freshPlaces,
  ingestPath,
  publishDay,
} from "../support/local-district.ts";

const READER: StaffReader = {
  name: "a principal",
  district: CAST,
  schools: null,
  because: "You lead this school.",
};
const AT = "2022-03-15T07:00:00.000Z";

describe("staffAnswer", () => {
  let places: Places;
  const ask = (address: string, reader = READER, after: string | null = null) => {
    const { pathname: path, searchParams: query } = new URL(address, "http://localhost");
    return staffAnswer(places, reader, { path, query, after, at: AT });
  };
  const list = async (address: string, after: string | null = null): Promise<StaffWorklist> =>
    JSON.parse((await ask(address, READER, after)).body);

  beforeEach(async () => {
    places = await freshPlaces();
    await ingestPath(places, CAST_EXPORTS);
    await publishDay(places, CAST_DAY);
  });

  it("gives a school's students, most urgent first, each with its rule in words, its citation and its status", async () => {
    const { entries, next, because } = await list("/staff/worklist?school=CAST-MS");
    expect(entries.map(({ student, need }) => [student, need]).slice(0, 8)).toEqual([
      // Plans since October, a review since January.
      ["C-0404", "plan-missing"],
      ["C-0405", "plan-missing"],
      ["C-0422", "plan-missing"],
      ["C-0403", "overdue"],
      // A plan on the as-of day and on the next one, then the move to grade 9.
      ["C-0408", "due-soon"],
      ["C-0407", "due-soon"],
      ["C-0419", "due-soon"],
      ["C-0421", "due-soon"],
    ]);
    expect(entries[3]).toMatchObject({
      familyName: "Cedrane",
      requirementName: "First review of the year",
      rule: "The plan is reviewed in the first half of the school year's instructional days.",
      citation: expect.stringContaining("200-RICR-20-10-2.4"),
      dueOn: "2022-01-19",
      daysLeft: -55,
      statusName: "Not held",
    });
    expect(entries[4]?.statusName).toBe("Not yet due");
    expect([next, because]).toEqual([null, "You lead this school."]);
  });

  it("gives one counselor's caseload, those of whom no plan names a counselor, and one need", async () => {
    const caseload = await list("/staff/worklist?school=CAST-MS&counselor=K-71");
    expect(new Set(caseload.entries.map(({ counselor }) => counselor))).toEqual(new Set(["K-71"]));
    expect(caseload.entries).toHaveLength(9);
    const nobodys = await list("/staff/worklist?school=CAST-MS&counselor=");
    expect(nobodys.entries.map(({ counselor }) => counselor)).toEqual(Array(4).fill(""));
    const plans = await list("/staff/worklist?school=CAST-MS&counselor=K-71&need=no-plan");
    expect(plans.entries.map(({ need }) => need)).toEqual(Array(2).fill("no-plan"));
  });

  it("counts the caseloads of a school", async () => {
    const { body } = await ask("/staff/caseloads?school=CAST-MS");
    const { caseloads } = JSON.parse(body) as StaffCaseloads;
    expect(caseloads.map(({ counselor, students }) => [counselor, students])).toEqual([
      ["", 3],
      ["K-71", 7],
    ]);
  });

  it("gives the list as a spreadsheet and as a calendar, of what is asked alone", async () => {
    const csv = await ask("/staff/worklist.csv?school=CAST-MS&need=overdue");
    expect(csv).toMatchObject({ type: "text/csv; charset=utf-8", fileName: "worklist.csv" });
    expect(csv.body.trim().split("\r\n")).toHaveLength(2);
    expect(csv.body).toContain("Cedrane");
    const ics = await ask("/staff/worklist.ics?school=CAST-MS&need=overdue");
    expect(ics.body.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  });

  it("tells a reader of one school nothing of another, not even that there is one", async () => {
    const reader = { ...READER, schools: ["CAST-MS"] };
    const { schools } = JSON.parse((await ask("/staff/places", reader)).body) as StaffPlaces;
    expect(schools.map(({ id }) => id)).toEqual(["CAST-MS"]);
    for (const what of ["worklist", "caseloads", "worklist.csv", "worklist.ics"]) {
      const other = await ask(`/staff/${what}?school=CAST-HS`, reader);
      expect(other.status, what).toBe(404);
      expect(other).toEqual(await ask(`/staff/${what}?school=NO-SUCH`, reader));
    }
  });

  it("knows a school, a counselor and a need without regard to case and accents, and refuses what is not there instead of saying that nobody waits", async () => {
    const meant = await list(
      "/staff/worklist?school=cast%20middle%20school&counselor=k-71&need=Overdue",
    );
    expect(meant.asked).toEqual({ school: "CAST-MS", counselor: "K-71", need: "overdue" });
    expect(meant.entries.map(({ student }) => student)).toEqual(["C-0403"]);

    // K-72 looks after students of another school.
    for (const counselor of ["K-99", "K-72"]) {
      for (const what of ["worklist", "worklist.csv", "worklist.ics"]) {
        const answer = await ask(`/staff/${what}?school=CAST-MS&counselor=${counselor}`);
        expect(answer.status, what).toBe(400);
        expect(answer.body).toContain("names such a counselor; known are: K-71");
        expect(answer.body).not.toMatch(/C-04|Cedrane/);
      }
    }
    // Nobody named may be asked for where everybody is: that list is truly empty.
    expect((await ask("/staff/worklist?school=CAST-HS&counselor=")).status).toBe(200);

    // A school that came after the edition is not one where nobody waits.
    await places.table.deleteAll([tableKeys.worklist(CAST, "CAST-HS")]);
    expect(await ask("/staff/worklist?school=CAST-HS")).toMatchObject({
      status: 404,
      body: "the staff edition in force does not have this school yet\n",
    });
  });

  it("refuses a need and a path that do not exist", async () => {
    expect((await ask("/staff/worklist?school=CAST-MS&need=late")).status).toBe(400);
    expect((await ask("/staff/anything?school=CAST-MS")).status).toBe(404);
  });

  it("notes who asked for which school before it answers, and names no student", async () => {
    await ask("/staff/worklist?school=CAST-MS&counselor=K-71");
    await ask("/staff/worklist?school=NO-SUCH");
    const { partition } = tableKeys.access(CAST, "", "");
    const { items } = await places.table.query({ partition });
    expect(items).toEqual([
      expect.objectContaining({
        reader: "a principal",
        because: "You lead this school.",
        path: "/staff/worklist",
        school: "CAST-MS",
        at: AT,
      }),
    ]);
    expect(JSON.stringify(items)).not.toMatch(/C-04|Cedrane/);
  });

  it("refuses to go on from where no page of the list ended", async () => {
    const answer = await ask("/staff/worklist?school=CAST-MS", READER, "made-up");
    expect(answer.status).toBe(400);
    expect(answer.body).not.toContain("made-up");
  });
});
