import { describe, expect, it } from "vitest";
import type { ConformedTable } from "../../../functions/domain/record-types/conformed-tables.ts";
import { conformedRows } from "../../support/conformed-rows.ts";
import {
  ingestFiles,
  lines,
  ORGS,
  roster,
  oneTo,
  type HandedIn,
} from "../../support/ingest-files.ts";
import { freshPlaces } from "../../support/local-district.ts";

/** The rows of a table that records of one file come to, in the order given and in the other. */
async function inBothOrders(
  [name, header, ...records]: readonly [name: string, header: string, ...records: string[]],
  besides: readonly HandedIn[],
  table: ConformedTable,
) {
  const orders = [records, records.toReversed()].map(async (order) => {
    const places = await freshPlaces();
    const { manifest } = await ingestFiles(places, [...besides, [name, lines(header, ...order)]]);
    const told = manifest.rejects.map(({ column, reason, records }) => [column, reason, records]);
    const { accepted, repeated, contradicted } = manifest.files.find((file) => file.name === name)!;
    const counts = { accepted, repeated, contradicted };
    return { rows: await conformedRows(places, manifest, table), told, counts };
  });
  const [first, other] = await Promise.all(orders);
  expect(other).toEqual(first);
  return first!;
}

const USERS =
  "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,givenName,familyName,grades";
const user = (status: string, changed: string, school = "S1"): string =>
  `0001,${status},${changed},true,${school},student,u,Ann,Lee,09`;
const OTHER = "0002,active,,true,S1,student,v,Bo,Lee,09";
const [EARLY, LATE] = ["2022-01-01T00:00:00Z", "2022-02-01T00:00:00Z"];

describe("two records of one OneRoster file about one student", () => {
  it.each([
    ["active and removed at no stated time", ["active", ""], ["tobedeleted", ""], ["0001", "0002"]],
    ["active and removed at one time", ["active", EARLY], ["tobedeleted", EARLY], ["0001", "0002"]],
    ["active, and removed later", ["active", EARLY], ["tobedeleted", LATE], ["0002"]],
    ["removed, and active later", ["tobedeleted", EARLY], ["active", LATE], ["0001", "0002"]],
    ["active, and removed at a stated time", ["active", ""], ["tobedeleted", LATE], ["0002"]],
  ] as const)("are in force in either order: %s", async (_what, first, other, students) => {
    const file = [
      "users.csv",
      USERS,
      user(first[0], first[1]),
      user(other[0], other[1]),
      OTHER,
    ] as const;
    const { rows } = await inBothOrders([...file], [["orgs.csv", ORGS]], "enrollment");
    expect(rows.map(({ student }) => student).sort()).toEqual(students);
  });

  it("that were changed at one time are both enrollments", async () => {
    const file = ["users.csv", USERS, user("", LATE), user("", LATE, "S2"), OTHER] as const;
    const { rows } = await inBothOrders([...file], [["orgs.csv", ORGS]], "enrollment");
    const enrollments = rows
      .filter(({ student }) => student === "0001")
      .map(({ school }) => school);
    expect([...new Set(enrollments)].sort()).toEqual(["S1", "S2"]);
  });
});

describe("two records of one file about one student, whose enrollments end differently", () => {
  it("are one record that holds and one that is passed over, in either order", async () => {
    const record = (exit: string): string => `1\t1\t91\tLee\tS1\t08/30/2021\t${exit}\t0`;
    const { rows, counts } = await inBothOrders(
      [
        "students.text",
        "id\tdcid\tstudent_number\tlast_name\tschoolid\tentrydate\texitdate\tenroll_status",
        record("10/01/2021"),
        record("06/11/2022"),
      ],
      [["orgs.csv", ORGS]],
      "enrollment",
    );
    expect(rows.map(({ withdrewOn }) => withdrewOn)).toEqual(["2022-06-11"]);
    expect(counts).toEqual({ accepted: 1, repeated: 0, contradicted: 1 });
  });
});

describe("a student who is active and inactive in one file of School Data Sync", () => {
  it("is enrolled in either order, and the contradiction is told", async () => {
    const { rows, told } = await inBothOrders(
      ["Student.csv", "SIS ID,School SIS ID,Username,Status", "1,S1,a,Inactive", "1,S1,a,Active"],
      [["School.csv", lines("SIS ID,Name", "S1,Fern High")]],
      "enrollment",
    );
    expect(rows.map(({ student }) => student)).toEqual(["1"]);
    expect(told.map(([, reason]) => reason)).toContain("contradicts-another");
  });
});

const PLANS = "plan_id,student_id,plan_type,school_year,status,opened_on";
const PLAN = "P1,0001,ILP,2022,active,2021-09-10";

describe("of two records of one time that differ, what was done was done", () => {
  it.each([
    [
      ["plans.csv", PLANS, PLAN, "P1,0001,ILP,2022,draft,2021-09-10"],
      ["plan", { status: "active" }],
    ],
    [
      [
        "reviews.csv",
        "review_id,plan_id,status,scheduled_on,held_on",
        "R1,P1,held,2021-10-01,2021-10-01",
        "R1,P1,scheduled,2022-04-01,",
      ],
      ["review", { state: "held", heldOn: "2021-10-01" }],
    ],
    [
      [
        "action_steps.csv",
        "action_step_id,goal_id,description,due_on,completed_on",
        "A1,G1,visit,2021-11-01,2021-10-30",
        "A1,G1,visit,2022-05-01,",
      ],
      ["actionStep", { completedOn: "2021-10-30" }],
    ],
  ] as const)("%s", async (file, [table, inForce]) => {
    const [name] = file;
    const goals = lines("goal_id,plan_id,description,status", "G1,P1,try,in-progress");
    const besides = [
      ...roster(oneTo(4)).filter(([other]) => other !== "plans.csv"),
      ["plans.csv", lines(PLANS, PLAN)] as const,
      ["goals.csv", goals] as const,
    ].filter(([other]) => other !== name);
    const { rows, told } = await inBothOrders([...file], besides, table);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject(inForce);
    expect(told).toEqual([[expect.any(String), "contradicts-another", 1]]);
  });
});

describe("a day of PowerSchool's calendar that two records tell differently", () => {
  it("is one contradiction, however many tracks the day has", async () => {
    const { told } = await inBothOrders(
      [
        "calendar_day.txt",
        "schoolid,date_value,insession,a,b,c,d,e,f",
        "S1,9/1/2021,1,1,1,1,1,1,1",
        "S1,9/1/2021,0,1,1,1,1,1,1",
        "S1,9/2/2021,1,1,1,1,1,1,1",
      ],
      roster(oneTo(4)),
      "calendar",
    );
    expect(told).toEqual([["date_value", "contradicts-another", 1]]);
  });
});

describe("an action step whose goal has the number of another student's goal", () => {
  it("counts for neither, and is told", async () => {
    const besides: readonly HandedIn[] = [
      ...roster(oneTo(4)).filter(([name]) => name !== "plans.csv"),
      ["plans.csv", lines(PLANS, PLAN, "P2,0002,ILP,2022,active,2021-09-10")],
      [
        "goals.csv",
        lines("goal_id,plan_id,description,status", "1,P1,try,met", "1,P2,try,met", "2,P2,go,met"),
      ],
    ];
    const { rows, told } = await inBothOrders(
      [
        "action_steps.csv",
        "action_step_id,goal_id,description,completed_on",
        "A,1,visit,2022-01-10",
        "B,2,visit,2022-01-10",
      ],
      besides,
      "actionStep",
    );
    expect(rows.map(({ actionStep }) => actionStep)).toEqual(["B"]);
    expect(told).toEqual([["goal_id", "ambiguous-goal", 1]]);
  });
});
