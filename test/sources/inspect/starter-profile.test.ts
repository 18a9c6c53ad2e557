// Longer than most: each sort of file that a starter profile is made for.
import { describe, expect, it } from "vitest";
import { byteFacts } from "../../../functions/sources/csv/byte-facts.ts";
import { guessRead } from "../../../functions/sources/inspect/guess-read.ts";
import { inspectHead } from "../../../functions/sources/inspect/inspect-head.ts";
import { FILE_KINDS } from "../../../functions/sources/profiles/profiles.ts";
import { starterProfile } from "../../../functions/sources/inspect/starter-profile.ts";
import { validateProfile } from "../../../functions/sources/profiles/validate-profile.ts";
import { utf8 } from "../read-export.ts";

function starterOf(name: string, text: string) {
  const facts = byteFacts();
  facts.push(utf8(text));
  return starterProfile(name, facts.end(), inspectHead(name, text, FILE_KINDS), FILE_KINDS);
}

describe("starterProfile", () => {
  const PLANS = [
    "Student ID;Plan Type;School Yr;Plan Status;Opened On;Shoe size",
    "0417;ILP;2022;active;13.9.2021;38",
    "0418;ILP;2022;active;1.10.2021;41",
    "",
  ].join("\n");

  it("guesses table and columns, and states the delimiter and how days are written", () => {
    const { profile } = starterOf("Plan export 2022-03-01.csv", PLANS);
    expect(profile).toEqual({
      id: "plan-export",
      version: 1,
      title: "Exports such as Plan export 2022-03-01.csv",
      sources: ["made by ilp profile new; check each column"],
      files: [
        {
          file: "Plan export 2022-03-01.csv",
          name: "Plans",
          pattern: "^Plan export [\\d._-]+\\.csv$",
          delimiter: ";",
          dayFormats: ["D/M/YYYY"],
          signature: ["Student ID", "Plan Type", "School Yr", "Plan Status", "Opened On"],
          reads: [
            {
              table: "plan",
              columns: [
                { to: "student", from: ["Student ID"], isRequired: true },
                { to: "planType", from: ["Plan Type"], isRequired: true },
                { to: "schoolYear", from: ["School Yr"], isRequired: true },
                { to: "status", from: ["Plan Status"], isRequired: true },
                { to: "openedOn", from: ["Opened On"], isRequired: true },
              ],
            },
          ],
        },
      ],
    });
  });

  it("validates once nothing is left out, and says what else to look at", () => {
    const { profile, leftToDo } = starterOf("plans.csv", PLANS);
    expect(validateProfile(profile)).toBe(profile);
    expect(leftToDo).toEqual([
      expect.stringMatching(/School Yr is taken for schoolYear/),
      expect.stringMatching(/^files\[0\]\.reads\[0\]\.columns\[1\]\.values: .*ILP, ICAP/),
      expect.stringMatching(
        /^files\[0\]\.reads\[0\]\.columns\[3\]\.values: .*draft, active, closed$/,
      ),
      "columns not used: Shoe size",
    ]);
  });

  it("names each field that it found no column for", () => {
    const { profile, leftToDo } = starterOf("x.csv", "Plan no,student_id,plan_type\nP,S,ILP\n");
    expect(leftToDo.filter((line) => line.includes("map a column to"))).toEqual([
      "files[0].reads[0].columns: map a column to schoolYear",
      expect.stringMatching(
        /map a column to status, or state it for all records: \{ "to": "status", "value": "draft" \}$/,
      ),
      "files[0].reads[0].columns: map a column to openedOn",
    ]);
    expect(validateProfile(profile)).toHaveLength(3);
  });

  it("does not decide whether the month comes first where the records do not show it", () => {
    const { profile, leftToDo } = starterOf(
      "visits.csv",
      "student_id,date,status\n0417,3/4/2022,absent\n",
    );
    expect(profile.files[0]?.dayFormats).toBeUndefined();
    expect(leftToDo.at(-1)).toContain("M/D/YYYY or D/M/YYYY");
  });

  it("leaves the columns of a file without a header row to be named, and shows none of it", () => {
    const { profile, leftToDo } = starterOf(
      "grades.txt",
      "Ada,0417,2022-03-01\nBo,0418,2022-03-02\n",
    );
    expect(profile.files[0]).toMatchObject({
      headers: ["column 1", "column 2", "column 3"],
      signature: [],
      reads: [],
    });
    expect(validateProfile(profile)).toBe(profile);
    expect(leftToDo[0]).toContain("no header row");
    expect(JSON.stringify(profile)).not.toContain("Ada");
  });

  it("says so where no table fits, and is still a sound profile", () => {
    const { profile, leftToDo } = starterOf("menu.csv", "color,size\nred,3\nblue,4\n");
    expect(profile.files[0]?.reads).toEqual([]);
    expect(validateProfile(profile)).toBe(profile);
    expect(leftToDo[0]).toContain("no table fits");
  });

  it("makes a pattern that fits the file it was made for, whatever its name holds", () => {
    for (const name of ["a+b (1).csv", "2022-03-01_12.30.csv", "x[1]{2}^$.txt", "plain"]) {
      const pattern = starterOf(name, PLANS).profile.files[0]?.pattern ?? "";
      expect(new RegExp(pattern, "i").test(name), name).toBe(true);
    }
  });
});

describe("a starter for goals", () => {
  const setOnOf = (header: string) =>
    starterOf("goals export.csv", `${header}\nG1,P1,a goal,met,2022-03-01\n`)
      .profile.files[0]?.reads.filter(({ table }) => table === "goal")
      .map(({ columns }) => columns.find(({ to }) => to === "setOn")?.from ?? null);

  it.each([
    ...["Target Date", "Due Date", "Deadline", "Goal Due On", "Completion Date", "End Date"],
    ...["Target Completion Date", "Date Due", "Date", "Goal Date", "Next Date"],
  ])("never takes %s for the day a goal was set", (column) => {
    expect(setOnOf(`Goal ID,Plan ID,Goal Description,Goal Status,${column}`)).toEqual([null]);
  });

  it("does not learn it from a profile that does", () => {
    const [goals] = FILE_KINDS.filter(({ kind }) => kind === "plain/goals.csv");
    const [read] = goals!.profile.reads;
    const columns = [...read!.columns, { to: "setOn", from: ["Due By"] }];
    const wrong = { ...goals!, profile: { ...goals!.profile, reads: [{ ...read!, columns }] } };
    const header = ["goal_id", "plan_id", "description", "status", "Due By"];
    const mapped = guessRead(header, [wrong])?.read.columns.map(({ to }) => to);
    expect(mapped).toEqual(["goal", "plan", "description", "status"]);
  });

  it("takes a day of setting for it", () => {
    expect(setOnOf("Goal ID,Plan ID,Goal Description,Goal Status,Set Date")).toEqual([
      ["Set Date"],
    ]);
  });

  it("asks for no day and no domain that the file does not have, and warns of the wrong one", () => {
    const header = "Goal ID,Plan ID,Goal Description,Goal Status,Target Date";
    const { profile, leftToDo } = starterOf("goals export.csv", `${header}\n`);
    expect(validateProfile(profile)).toBe(profile);
    expect(leftToDo.filter((line) => /map a column to (setOn|domain)/.test(line))).toEqual([
      expect.stringContaining("only if it says when the goal was set"),
    ]);
  });
});

describe("a starter for attendance", () => {
  it("adds up the files of several days", () => {
    const { profile } = starterOf("absences.csv", "student_id,date,status\n1,2022-03-01,absent\n");
    expect(profile.files[0]).toMatchObject({ mode: "append", reads: [{ table: "attendance" }] });
  });

  it.each([
    "StudentID,EntityID,Year,DaysAbsent,DaysEnrolled",
    "StudentID,DaysAbsent,DaysExcused,DaysUnexcused",
    "student_id,Date,Days Absent,Days Enrolled",
  ])("takes %s for totals and no day", (header) => {
    const { profile } = starterOf("Pupil totals.csv", `${header}\n`);
    const [file] = profile.files;
    expect(file?.mode).toBeUndefined();
    expect(file?.reads[0]?.table).toBe("attendanceTotal");
  });
});

describe("a starter for a file that a kind reads already", () => {
  const SERIALS = "student_id,date,status\n0417,44621,absent\n0418,44622,excused\n";

  it("begins as that kind, its codes too, with the file's own days", () => {
    const { profile, leftToDo } = starterOf("daily_attendance.csv", SERIALS);
    expect(profile.files).toMatchObject([
      {
        ...{ pattern: "^daily_attendance\\.csv$", mode: "append", dayFormats: ["excel-serial"] },
        signature: ["student_id", "date", "status"],
        reads: [{ table: "attendance", columns: [{}, {}, {}, { values: { tardy: "present" } }] }],
      },
    ]);
    expect(validateProfile(profile)).toBe(profile);
    expect(leftToDo).toEqual([expect.stringContaining("plain/daily_attendance.csv")]);
  });
});

describe("a starter for a file with lines above its records", () => {
  const RECORDS = "000417,Vance,G1,Career,09/21/2021\n000418,Fell,G2,Academic,09/22/2021\n";

  it("looks for the header below titles", () => {
    const text = `Goals Report\nGenerated 09/10/2021\nStudent ID,Last Name,Goal ID,Goal Type,Date Created\n${RECORDS}`;
    const { profile } = starterOf("Goals.csv", text);
    expect(profile.files[0]?.reads[0]?.table).toBe("goal");
  });

  it("takes the second of two header lines where the first stands over several columns", () => {
    const text =
      "Student,Absence,Absence\nStudent ID,Attendance Date,Kind\n000417,09/21/2021,Unexcused\n";
    const [file] = starterOf("Absences.csv", text).profile.files;
    expect(file?.signature).toEqual(["Student ID", "Attendance Date", "Kind"]);
  });

  it("never takes a student for a second header line", () => {
    const text = "Name,Name,Status,Day\nVance,Rue,active,\nFell,Ro,active,09/21/2021\n";
    const [file] = starterOf("Sheet.csv", text).profile.files;
    expect(JSON.stringify(file)).not.toContain("Vance");
  });
});

describe("a starter for a file with a cell a period", () => {
  it("names the cells, and asks what their codes mean", () => {
    const text = "Student Number,Date,P1,P2,P3\n000417,9/21/2021,A,,T\n";
    const { profile, leftToDo } = starterOf("Periods.csv", text);
    expect(profile.files[0]?.reads[0]).toMatchObject({
      table: "attendance",
      attendance: {
        shape: "wide",
        cells: ["P1", "P2", "P3"],
        codes: {},
        rollUp: { rule: "share" },
      },
    });
    expect(leftToDo).toContainEqual(expect.stringMatching(/attendance\.codes: say what each code/));
    expect(validateProfile(profile)).toMatchObject([
      { path: "files[0].reads[0].attendance.codes" },
    ]);
  });
});

describe("guessRead", () => {
  it("takes each column for one field, the exact name before the near one", () => {
    const guess = guessRead(["studnt_id", "student_id", "date", "status"], FILE_KINDS);
    expect(guess?.read.table).toBe("attendance");
    const student = guess?.read.columns.find(({ to }) => to === "student");
    expect(student?.from).toEqual(["student_id"]);
    expect(guess?.unread).toEqual(["studnt_id"]);
  });

  it("knows the columns of a vendor that some profile has, of the tables that it has", () => {
    const guess = guessRead(
      ["studentUniqueId", "eventDate", "attendanceEventCategory"],
      FILE_KINDS,
    );
    expect(guess?.read.table).toBe("attendance");
  });
});

describe("a roster of a system that nobody knows", () => {
  const ROSTER = "Student_ID,Last_Name,First_Name,State_ID,School_ID,Grade,Entry_Date,Exit_Date\n";
  const RECORDS = "007,Okafor,Ada,9,101,09,9/7/2021,\n008,Lind,Bo,10,101,09,9/17/2021,11/15/2021\n";

  it("is read with its days of enrollments, though it looks like one that has none", () => {
    const { profile, leftToDo } = starterOf("students.csv", ROSTER + RECORDS);
    expect(validateProfile(profile)).toBe(profile);
    const enrollment = profile.files[0]?.reads.find(({ table }) => table === "enrollment");
    expect(enrollment?.columns.slice(-2)).toEqual([
      { to: "enteredOn", from: ["Entry_Date"] },
      { to: "withdrewOn", from: ["Exit_Date"] },
    ]);
    expect(leftToDo).toContainEqual(
      expect.stringContaining("are read from Entry_Date and Exit_Date"),
    );
    expect(leftToDo).toContainEqual(expect.stringContaining("endDays"));
  });

  it("gets enrollments where it looks like one of students alone", () => {
    const header = "student_id,first_name,last_name,birth_date,grade,school,enrolled_on\n";
    const { profile } = starterOf(
      "students.csv",
      `${header}007,Ada,Okafor,2007-04-17,9,101,2021-09-07\n`,
    );
    expect(validateProfile(profile)).toBe(profile);
    expect(profile.files[0]?.reads.at(-1)).toEqual({
      table: "enrollment",
      columns: [
        { to: "student", from: ["student_id"], isRequired: true },
        { to: "school", from: ["school"], isRequired: true },
        { to: "enteredOn", from: ["enrolled_on"] },
      ],
    });
  });

  it("begins with both of its halves where it looks like none", () => {
    const { profile, leftToDo } = starterOf(
      "pupils.txt",
      "Pupil;Student ID;School;Grade;Entry Date (M/D/Y)*\nAda;007;101;9;9/17/2021\n",
    );
    expect(validateProfile(profile)).toBe(profile);
    expect(profile.files[0]?.reads).toEqual([
      {
        table: "enrollment",
        columns: [
          { to: "student", from: ["Student ID"], isRequired: true },
          { to: "school", from: ["School"], isRequired: true },
          { to: "enteredOn", from: ["Entry Date (M/D/Y)*"] },
          { to: "grade", from: ["Grade"] },
        ],
      },
      {
        table: "person",
        columns: [
          { to: "student", from: ["Student ID"], isRequired: true },
          { to: "grade", from: ["Grade"] },
        ],
      },
    ]);
    expect(leftToDo).toEqual(["columns not used: Pupil"]);
  });

  it("takes the halves of a day side by side for its parts", () => {
    const { profile } = starterOf("halves.csv", "StudentID,Date,AM,PM\n007,3/14/2022,A,P\n");
    expect(profile.files[0]?.reads[0]?.attendance).toMatchObject({ cells: ["AM", "PM"] });
  });

  it("says which columns are read because their names are almost as they should be", () => {
    const { leftToDo } = starterOf(
      "tasks.csv",
      "Student ID,Task Name,Grad Year\n007,Career profile,2025\n",
    );
    expect(leftToDo).toContainEqual(expect.stringMatching(/Task Name is taken for familyName/));
  });
});
