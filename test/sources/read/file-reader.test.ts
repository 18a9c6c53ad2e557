// Longer than most: each way in which a file can be written.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFile } from "../read-export.ts";

const PLANS = "plan_id,student_id,plan_type,school_year,status,opened_on,closed_on,counselor_id\n";
const REVIEWS = "review_id,plan_id,status,scheduled_on,held_on,participants,focus_areas\n";

describe("fileReader", () => {
  it("reads a plan in the words of the format", () => {
    const { rows, reading } = readFile(
      "plans.csv",
      `${PLANS}P1,0042,mycap,2022,Active,2021-09-10,,T-7\n`,
    );
    expect(rows).toEqual([
      {
        table: "plan",
        record: 1,
        row: {
          plan: "P1",
          student: "0042",
          planType: "MyCAP",
          schoolYear: 2022,
          status: "active",
          openedOn: "2021-09-10",
          closedOn: null,
          counselor: "T-7",
          school: null,
          grade: null,
        },
        source: "",
        modifiedAt: "",
        isRemoved: false,
      },
    ]);
    expect(reading).toMatchObject({ outcome: "used", records: 1, accepted: 1, rejected: 0 });
  });

  it.each([
    [",0042,ILP,2022,active,2021-09-10,,", "plan_id", "missing-value"],
    ["P1,0042,plan,2022,active,2021-09-10,,", "plan_type", "not-a-listed-value"],
    ["P1,0042,ILP,the second,active,2021-09-10,,", "school_year", "not-a-number"],
    ["P1,0042,ILP,2022,open,2021-09-10,,", "status", "not-a-listed-value"],
    ["P1,0042,ILP,2022,active,,,", "opened_on", "missing-value"],
    ["P1,0042,ILP,2022,active,2021-09-31,,", "opened_on", "not-a-day"],
    ["P1,0042,ILP,2022,active,2021-09-10,,,more", "", "too-many-cells"],
    ['P1,0042,ILP,2022,active,2021-09-10,,"T"7"', "", "unclosed-quote"],
  ])("rejects the plan %s for its %s", (line, column, reason) => {
    const { rows, rejects, reading } = readFile("plans.csv", `${PLANS}${line}\n`);
    expect(rows).toEqual([]);
    expect(rejects).toEqual([{ file: "plans.csv", record: 1, column, reason }]);
    expect(reading).toMatchObject({ records: 1, accepted: 0, rejected: 1 });
  });

  it.each([
    ["2021-09-09", "ends-before-it-begins"],
    ["June", "not-a-day"],
  ])("takes a plan that is said to be active as open, whose closing day is %s", (day, reason) => {
    const plan = `P1,0042,ILP,2022,active,2021-09-10,${day},\n`;
    const { rows, rejects } = readFile("plans.csv", PLANS + plan);
    expect(rows[0]?.row).toMatchObject({ status: "active", closedOn: null });
    expect(rejects).toMatchObject([{ column: "closed_on", reason, disposition: "set-aside" }]);
  });

  it.each([
    ["2021-09-09", "ends-before-it-begins"],
    ["June", "not-a-day"],
    ["", "missing-value"],
  ])("takes a plan as closed on an unknown day, whose closing day is %s", (day, reason) => {
    const plan = `P1,0042,ILP,2022,closed,2021-09-10,${day},\n`;
    const { rows, rejects } = readFile("plans.csv", PLANS + plan);
    expect(rows[0]?.row).toMatchObject({ status: "closed", closedOn: null });
    expect(rejects).toMatchObject([{ column: "closed_on", reason, disposition: "set-aside" }]);
    expect(rejects).toHaveLength(1);
  });

  it.each(["2022", "2021-22", "2021-2022", "2021-09-10"])("reads %s as a school year", (year) => {
    const { rows } = readFile("plans.csv", `${PLANS}P1,0042,ILP,${year},active,2021-09-10,,\n`);
    expect(rows[0]?.row).toMatchObject({ schoolYear: 2022 });
  });

  it("takes a layer of quotation marks and blanks from the names of columns", () => {
    const { reading } = readFile("x.csv", "' a ',\"b\", c \n1,2,3\n");
    expect(reading.unusedColumns).toEqual(["a", "b", "c"]);
  });

  it.each([
    ["", "missing-value"],
    ["2021-13-03", "not-a-day"],
  ])("takes a review that was held on %s as held on an unknown day", (day, reason) => {
    const { rows, rejects } = readFile(
      "reviews.csv",
      `${REVIEWS}R1,P1,held,2021-11-03,${day},student,\n`,
    );
    expect(rejects).toMatchObject([{ column: "held_on", reason, disposition: "set-aside" }]);
    expect(rejects).toHaveLength(1);
    expect(rows[0]?.row).toMatchObject({ state: "held", heldOn: null, participants: ["student"] });
  });

  it("takes a review that is scheduled for no day", () => {
    const { rows, rejects } = readFile("reviews.csv", `${REVIEWS}R2,P1,scheduled,,,,\n`);
    expect([rows.length, rejects]).toEqual([1, []]);
  });

  it("reads who took part and what was worked through as lists", () => {
    const { rows } = readFile(
      "reviews.csv",
      `${REVIEWS}R1,P1,held,,2021-11-03,student;Family,resume; high-school-plan\n`,
    );
    expect(rows[0]?.row).toMatchObject({
      participants: ["student", "family"],
      focusAreas: ["resume", "high-school-plan"],
    });
  });

  it("takes records in any order of columns, and names the columns it has no use for", () => {
    const { reading, rejects } = readFile(
      "goals.csv",
      "note,status,set_on,description,domain,plan_id,goal_id\nx,met,2021-09-10,Read more,career,P1,G1\n",
    );
    expect(rejects).toEqual([]);
    expect(reading).toMatchObject({ accepted: 1, unusedColumns: ["note"] });
  });

  it("leaves out the people who are no students, and accepts their records", () => {
    const { rows, reading } = readFile(
      "roles.csv",
      "sourcedId,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId\n" +
        "1,0042,primary,Student,2021-08-23,2022-06-09,S1\n2,T-7,primary,teacher,,,S1\n",
    );
    expect(rows.map(({ row }) => row)).toEqual([
      {
        student: "0042",
        school: "S1",
        enteredOn: "2021-08-23",
        withdrewOn: "2022-06-09",
        isPrimary: true,
      },
    ]);
    expect(reading).toMatchObject({ records: 2, accepted: 2, rejected: 0 });
  });

  it.each([
    ["9", "09"],
    ["09", "09"],
    ["Kindergarten", "KG"],
    ["09,10", "09"],
    ["Ungraded", "UG"],
    ["UNGRADED", "UG"],
    ["UNG", "UG"],
    ["Undergraduate", "PS"],
    ["Pre-K", "PK"],
    ["P3", "PK"],
    ["P4", "PK"],
    ["Transitional Kindergarten", "TK"],
    ["1st", "01"],
    ["12th", "12"],
    ["Grade 9", "09"],
    ["9th Grade", "09"],
    ["Gr. 9", "09"],
    ["G9", "09"],
    ["9.0", "09"],
    ["09.00", "09"],
    ["11 - 11th Grade", "11"],
    ["Grade 9 (Freshman)", "09"],
    ["Sophomore", "10"],
    ["KF", "KG"],
    ["K4", "PK"],
    ["09 - Ninth", "09"],
    ["Tenth", "10"],
    ["", null],
  ])("reads the grade %j as %s", (sent, grade) => {
    const { rows } = readFile(
      "users.csv",
      `sourcedId,givenName,familyName,grades\n0042,Maren,Alderwick,"${sent}"\n`,
    );
    expect(rows[0]?.row).toMatchObject({ student: "0042", grade });
  });

  it.each(["Grade 19", "9-12", "12+"])("rejects %j, which is no grade", (sent) => {
    const { rejects } = readFile(
      "users.csv",
      `sourcedId,givenName,familyName,grades\n7,A,B,${sent}\n`,
    );
    expect(rejects).toMatchObject([{ column: "grades", reason: "not-a-listed-value" }]);
  });

  it("takes characters that nobody sees out of an identifier", () => {
    const unseen = ["\u200b", "\u200c", "\u200d", "\ufeff", "\u00ad", "\u2060"];
    for (const id of unseen) {
      const { rows } = readFile("plans.csv", `${PLANS}P1,00${id}42,ILP,2022,active,2021-09-10,,\n`);
      expect(rows[0]?.row).toMatchObject({ student: "0042" });
    }
    const { rejects } = readFile("plans.csv", `${PLANS}P1,\u200b,ILP,2022,active,2021-09-10,,\n`);
    expect(rejects).toMatchObject([{ column: "student_id", reason: "missing-value" }]);
  });

  it("knows the smallest School.csv of School Data Sync", () => {
    const { rows, reading } = readFile("School.csv", "SIS ID,Name\n101,North\n");
    expect(reading.kind?.kind).toBe("sds-v1/School.csv");
    expect(rows).toMatchObject([{ table: "organization", row: { id: "101", name: "North" } }]);
  });

  it("names the column of a code that a wide record does not list", () => {
    const { rejects } = readFile(
      "ATT.csv",
      "SC,SN,DY,DT,CD,PR,GR,TR,AL,A0,A1,A2,DEL\n990,17,101,3/1/2022,,,10,,,,A,~,0\n",
    );
    expect(rejects).toMatchObject([{ column: "A2", reason: "not-a-listed-value" }]);
  });

  it.each([
    ["goals", { goals: { goal_id: "g" } }],
    ["reviews", { reviews: "held in May" }],
    [
      "goals[0].action_steps",
      {
        goals: [
          {
            goal_id: "g",
            domain: "academic",
            description: "Pass algebra",
            set_on: "2021-09-13",
            status: "in-progress",
            action_steps: 3,
          },
        ],
      },
    ],
  ])("keeps the plan of a document whose %s is no list, and sets that aside", (column, more) => {
    const document = {
      plan_id: "P1",
      student_id: "7",
      plan_type: "ILP",
      school_year: "2022",
      status: "active",
      opened_on: "2021-09-10",
      ...more,
    };
    const { rows, rejects } = readFile("plans.jsonl", `${JSON.stringify(document)}\n`);
    expect(rows[0]).toMatchObject({ table: "plan", row: { plan: "P1" } });
    expect(rejects).toMatchObject([
      { record: 1, column, reason: "not-a-list", disposition: "set-aside" },
    ]);
    const without = { ...document, goals: null, reviews: null };
    expect(readFile("plans.jsonl", `${JSON.stringify(without)}\n`).rejects).toEqual([]);
  });

  it.each([
    ["excused", "", 1000, "excused"],
    ["unexcused", "0.5", 500, "unexcused"],
    ["absent", "", 1000, "unknown"],
    ["partial", "0.25", 250, "unknown"],
    ["partial", "", 0, "unknown"],
    ["tardy", "", 0, "unknown"],
    ["present", "1", 0, "unknown"],
  ])("reads the day %s %s as %d thousandths absent", (status, portion, absentMilli, excusal) => {
    const { rows } = readFile(
      "daily_attendance.csv",
      `student_id,date,status,portion_absent\n0042,2022-03-01,${status},${portion}\n`,
    );
    expect(rows[0]?.row).toMatchObject({ absentMilli, excusal });
  });

  it("rejects a portion of more than a day", () => {
    const { rejects } = readFile(
      "daily_attendance.csv",
      "student_id,date,status,portion_absent\n0042,2022-03-01,absent,2\n",
    );
    expect(rejects[0]).toMatchObject({ column: "portion_absent", reason: "not-a-number" });
  });

  it("moves the last day of an Ed-Fi program to the first that no longer counts", () => {
    const { rows } = readFile(
      "studentProgramAssociations.csv",
      "studentUniqueId,programName,beginDate,endDate\n0042,Bilingual,2021-08-23,2022-05-27\n",
    );
    expect(rows[0]?.row).toMatchObject({ beganOn: "2021-08-23", endedOn: "2022-05-28" });
  });

  it("says of a file that no profile knows that it is not recognized", () => {
    const { reading, rejects } = readFile("lunch.csv", "menu,price\nsoup,2\n");
    expect(reading).toMatchObject({ kind: null, outcome: "not-recognized", accepted: 0 });
    expect(rejects).toEqual([]);
  });

  it("ignores a file that is known and holds nothing we need", () => {
    const { reading, rows } = readFile("classes.csv", "sourcedId,classType\n1,homeroom\n");
    expect(reading).toMatchObject({ outcome: "ignored", records: 1, accepted: 1 });
    expect(rows).toEqual([]);
  });

  it("accepts nothing of a file that is cut short within a quotation mark", () => {
    const { reading } = readFile(
      "plans.csv",
      `${PLANS}P1,0042,ILP,2022,active,2021-09-10,,\nP2,"0043,ILP\n`,
    );
    expect(reading).toMatchObject({
      outcome: "unreadable",
      accepted: 0,
      fault: { record: 2, reason: "unclosed-quote" },
    });
  });

  it("makes of every record a row or a reject, and a reject carries no value of it", () => {
    const cell = fc.constantFrom("P1", "0042", "ILP", "2022", "active", "2021-09-10", "", "Zeisig");
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 9 })), (records) => {
        const lines = records.map((cells) => `${cells.join(",")}\n`);
        const { reading, rows, rejects } = readFile("plans.csv", PLANS + lines.join(""));
        expect(reading.accepted).toBe(rows.length);
        expect(reading.rejected).toBe(rejects.length);
        expect(reading.records).toBe(rows.length + rejects.length);
        const numbers = [...rows, ...rejects].map(({ record }) => record);
        expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
        for (const reject of rejects) {
          // The range of a day that cannot be is that of the column, not the day.
          const keys = Object.keys(reject).filter((key) => key !== "range");
          expect(keys.sort()).toEqual(["column", "file", "reason", "record"]);
          expect(JSON.stringify(reject)).not.toMatch(/Zeisig|0042/);
        }
      }),
    );
  });
});

describe("fileReader, of days whose order the file must show", () => {
  const plans = (...days: readonly string[]) =>
    PLANS + days.map((on, index) => `P${index},0042,ILP,2022,active,${on},,\n`).join("");

  it("says which order other days of the file prove, and reads by it", () => {
    const first = readFile("plans.csv", plans("3/4/2022", "3/21/2022"));
    expect(first.rejects.map(({ reason }) => reason)).toEqual(["ambiguous-day"]);
    expect(first.reading.dayOrder).toEqual({
      ...{ order: "month-first", proofs: 1, fields: ["plan.openedOn"] },
    });
    const again = readFile("plans.csv", plans("3/4/2022", "3/21/2022"), "month-first");
    expect(again.rows.map(({ row }) => row)).toMatchObject([
      { openedOn: "2022-03-04" },
      { openedOn: "2022-03-21" },
    ]);
  });

  it("decides nothing where the file proves both orders, or none", () => {
    expect(readFile("plans.csv", plans("3/4/2022")).reading.dayOrder).toBeNull();
    const both = readFile("plans.csv", plans("3/4/2022", "3/21/2022", "21/3/2022"));
    expect(both.reading).toMatchObject({ dayOrder: null, accepted: 2, rejected: 1 });
  });
});

describe("fileReader, of plan documents", () => {
  const document = {
    plan_id: "P1",
    student_id: "0042",
    plan_type: "ILP",
    school_year: 2022,
    status: "active",
    opened_on: "2021-09-10",
    goals: [
      {
        goal_id: "G1",
        domain: "career",
        description: "Read more",
        set_on: "2021-09-10",
        status: "in-progress",
        action_steps: [{ action_step_id: "S1", description: "Ask", due_on: "2021-12-01" }],
      },
    ],
    reviews: [
      { review_id: "R1", status: "held", held_on: "2021-11-03", participants: ["student"] },
    ],
  };

  it("makes of one line a plan and all that hangs on it", () => {
    const { rows, reading } = readFile("plans.jsonl", `${JSON.stringify(document)}\n`);
    expect(reading).toMatchObject({ outcome: "used", records: 1, accepted: 1 });
    expect(rows.map(({ table, row }) => [table, row])).toMatchObject([
      ["plan", { plan: "P1", schoolYear: 2022, status: "active" }],
      ["goal", { goal: "G1", plan: "P1", status: "in-progress" }],
      ["actionStep", { actionStep: "S1", goal: "G1", dueOn: "2021-12-01" }],
      ["review", { review: "R1", plan: "P1", participants: ["student"] }],
    ]);
  });

  it("sets aside one goal of a document, or a value of it, and names its place", () => {
    const goals = [document.goals[0], { goal_id: "G2" }, { ...document.goals[0], domain: "fun" }];
    const faulty = { ...document, goals };
    const { rows, rejects } = readFile("plans.jsonl", `${JSON.stringify(faulty)}\n{not json\n`);
    const plansAndGoals = rows.filter(({ table }) => table === "goal" || table === "plan");
    expect(plansAndGoals.map(({ table, row }) => [table, row])).toMatchObject([
      ["plan", { plan: "P1" }],
      ["goal", { goal: "G1" }],
      ["goal", { goal: "G1", domain: null }],
    ]);
    const setAside = { file: "plans.jsonl", record: 1, disposition: "set-aside" };
    expect(rejects).toEqual([
      { ...setAside, column: "goals[1].description", reason: "missing-value" },
      { ...setAside, column: "goals[2].domain", reason: "not-a-listed-value" },
      { file: "plans.jsonl", record: 2, column: "", reason: "not-a-document" },
    ]);
  });

  it("rejects a document whose plan has a fault", () => {
    const faulty = { ...document, status: "fun" };
    const { rows, rejects } = readFile("plans.jsonl", `${JSON.stringify(faulty)}\n`);
    expect(rows).toEqual([]);
    expect(rejects).toMatchObject([{ record: 1, column: "status", reason: "not-a-listed-value" }]);
  });

  it("stops at a line that never ends", () => {
    const { reading } = readFile(
      "plans.jsonl",
      `${JSON.stringify(document)}\n{"plan_id":"${"x".repeat(5_000_000)}"`,
    );
    expect(reading).toMatchObject({
      outcome: "unreadable",
      fault: { record: 2, reason: "record-too-long" },
    });
  });

  it("rejects a total of more days absent than enrolled", () => {
    const { rejects, rows } = readFile(
      "attendance_totals.csv",
      "student_id,school_year,enrolled_days,absent_days\n1,2026,50,60\n2,2026,50,50\n",
    );
    expect(rejects).toMatchObject([{ record: 1, column: "absent_days" }]);
    expect(rows).toHaveLength(1);
  });

  it("knows the yearly totals of Skyward", () => {
    const { reading, rows } = readFile(
      "StudentAttendanceTotals.csv",
      "StudentID,EntityID,SchoolYear,DaysAbsent,DaysExcused,DaysUnexcused,DaysEnrolled\n1,5,2026,12,10,2,60\n",
    );
    expect(reading.kind?.kind).toBe("skyward/StudentAttendanceTotals.csv");
    expect(rows).toMatchObject([{ row: { student: "1", absentDays: 12, enrolledDays: 60 } }]);
  });
});
