// Longer than most: each thing that a profile of a district’s own may ask of reading.
import { describe, expect, it } from "vitest";
import { fileReader } from "../../functions/sources/read/file-reader.ts";
import type { Profile, TableRead } from "../../functions/sources/profiles/profile.ts";
import { fileKinds } from "../../functions/sources/profiles/profiles.ts";
import { isFaulty, validateProfile } from "../../functions/sources/profiles/validate-profile.ts";
import { encodingOf, readFile, utf8 } from "./read-export.ts";

/** A profile such as a district writes: one file `ours.csv` with one read. */
const profileOf = (read: TableRead): Profile => ({
  id: "our-district",
  version: 1,
  title: "Our district",
  files: [
    { file: "ours.csv", name: "Ours", pattern: "^ours", signature: ["Stu ID"], reads: [read] },
  ],
});

/** What comes of a file that is read by such a profile. */
function readBy(read: TableRead, text: string) {
  const rows: unknown[] = [];
  const rejects: unknown[] = [];
  const bytes = utf8(text);
  const reader = fileReader(
    { name: "ours.csv", encoding: encodingOf([bytes]), kinds: fileKinds([profileOf(read)]) },
    ({ row }) => rows.push(row),
    ({ record, column, reason }) => rejects.push([record, column, reason]),
  );
  reader.push(bytes);
  return { reading: reader.end(), rows, rejects };
}

const column = (to: string, ...from: string[]) => ({ to, from });
const PEOPLE: TableRead = {
  table: "person",
  columns: [column("student", "Stu ID"), column("familyName", "Last"), column("stateId", "State")],
};
const OF_A_DAY = [column("student", "Stu ID"), column("on", "Date")];

describe("attendance of which only the amount is told", () => {
  const minutes: TableRead = {
    table: "attendance",
    columns: [
      ...OF_A_DAY,
      column("minutesAbsent", "Missed"),
      column("minutesPossible", "Possible"),
      column("isExcused", "Excused"),
    ],
  };

  it("counts absent for the minutes missed", () => {
    const { rows } = readBy(
      minutes,
      "Stu ID,Date,Missed,Possible,Excused\n007,2022-03-01,390,390,Y\n007,2022-03-02,195,390,N\n007,2022-03-03,0,390,\n",
    );
    expect(rows).toMatchObject([
      { absentMilli: 1000, excusal: "excused" },
      { absentMilli: 500, excusal: "unexcused" },
      { absentMilli: 0 },
    ]);
  });

  it("rejects a day of which the amount is not told, rather than take it for either", () => {
    const { rows, rejects } = readBy(
      minutes,
      "Stu ID,Date,Missed,Possible,Excused\n007,2022-03-01,,390,\n",
    );
    expect(rows).toEqual([]);
    expect(rejects).toEqual([[1, "Missed", "missing-value"]]);
  });

  it("reads shares in percent", () => {
    const present: TableRead = {
      table: "attendance",
      columns: [...OF_A_DAY, column("portionPresent", "Here")],
    };
    const { rows } = readBy(
      present,
      "Stu ID,Date,Here\n007,2022-03-01,0%\n007,2022-03-02,62.5 %\n007,2022-03-03,1\n",
    );
    expect(rows).toMatchObject([{ absentMilli: 1000 }, { absentMilli: 375 }, { absentMilli: 0 }]);
  });

  it("lets a word for the day win over the amount", () => {
    const both: TableRead = {
      table: "attendance",
      columns: [...OF_A_DAY, column("kind", "Code"), column("portionAbsent", "Part")],
    };
    const { rows } = readBy(
      both,
      "Stu ID,Date,Code,Part\n007,2022-03-01,present,1\n007,2022-03-02,,1\n007,2022-03-03,,\n",
    );
    expect(rows).toMatchObject([{ absentMilli: 0 }, { absentMilli: 1000 }, { absentMilli: 0 }]);
  });

  it("is refused of sections, whose days add up otherwise", () => {
    const sections = {
      ...minutes,
      attendance: { shape: "sections", sectionColumns: ["Sec"], rollUp: { rule: "share" } },
    } as const;
    const validated = validateProfile(profileOf(sections));
    expect(isFaulty(validated) && validated[0]?.message).toContain("kind, or isAbsent");
  });
});

describe("a total of absences", () => {
  it("is not taken for none where it is blank", () => {
    const totals: TableRead = {
      table: "attendanceTotal",
      columns: [
        column("student", "Stu ID"),
        column("schoolYear", "Year"),
        column("absentDays", "Absent"),
      ],
    };
    const { rejects } = readBy(totals, "Stu ID,Year,Absent\n007,2022,\n");
    expect(rejects).toEqual([[1, "Absent", "missing-value"]]);
  });
});

describe("what is no record", () => {
  it.each([
    ["the header once more", "Stu ID,Last,State"],
    ["the header once more, as another system writes it", '"STU_ID",last,State '],
    ["a total", "Total: 1,,"],
    ["a total beside its words", "Grand Total,,1"],
    ["a count of records", "Record Count: 1"],
    ["the number of a page", "Page 1 of 2,,"],
    ["what a database says", "(1 row affected)"],
    ["an end", "*** End of report ***"],
    ["a rule below the header", "------,----,-----"],
    ["the mark by which old systems end a text", "\u001a"],
  ])("is left out: %s", (_, line) => {
    const { reading, rows } = readBy(PEOPLE, `Stu ID,Last,State\n007,Okafor,9\n${line}\n`);
    expect(rows).toHaveLength(1);
    expect(reading).toMatchObject({ records: 2, accepted: 2, leftOut: 1 });
  });

  it.each(["Totah,,", "Total,Ada,9", "1001,,", "Page,Records,9"])(
    "is told from the record %s",
    (line) => {
      expect(readBy(PEOPLE, `Stu ID,Last,State\n${line}\n`).rows).toHaveLength(1);
    },
  );
});

describe("a flag", () => {
  it("is no yes where a system counts 1 for yes and 2 for no", () => {
    const people = { ...PEOPLE, columns: [...PEOPLE.columns, column("isHispanic", "Hisp")] };
    const { rows, rejects } = readBy(
      people,
      "Stu ID,Last,State,Hisp\n007,Okafor,9,1\n008,Lind,8,2\n",
    );
    expect(rows).toMatchObject([{ raceEthnicity: "hispanic" }, { raceEthnicity: null }]);
    expect(rejects).toEqual([[2, "Hisp", "not-a-listed-value"]]);
  });

  it("of a day may be how many times or minutes", () => {
    const calendar: TableRead = {
      table: "calendarDay",
      columns: [
        column("school", "Stu ID"),
        column("on", "Date"),
        column("isInstructional", "Minutes"),
      ],
    };
    const { rows } = readBy(calendar, "Stu ID,Date,Minutes\n7,2022-03-01,390\n7,2022-03-02,0.00\n");
    expect(rows).toMatchObject([{ isInstructional: true }, { isInstructional: false }]);
  });
});

describe("identifiers", () => {
  it.each(["0000000000", "9999999999", "Pending", "unknown"])(
    "are none where %s stands for all who have none yet",
    (state) => {
      const { rows } = readBy(PEOPLE, `Stu ID,Last,State\n007,Okafor,${state}\n`);
      expect(rows).toMatchObject([{ identifiers: [] }]);
    },
  );

  it("stand without the apostrophe by which people keep a spreadsheet from them", () => {
    const { rows } = readBy(PEOPLE, "Stu ID,Last,State\n'00417,O'Hara,'9\n");
    expect(rows).toMatchObject([
      { student: "00417", familyName: "O'Hara", identifiers: [{ value: "9" }] },
    ]);
  });

  it("are missing where a spreadsheet found none, whatever a profile takes for nothing", () => {
    const { rows, rejects } = readBy(
      PEOPLE,
      "Stu ID,Last,State\n#REF!,Okafor,9\n007,#NAME?,#N/A\n",
    );
    expect(rejects).toEqual([[1, "Stu ID", "missing-value"]]);
    expect(rows).toMatchObject([{ student: "007", familyName: "", identifiers: [] }]);
  });

  it("are asked for where a profile forgets to, lest a student of no name is made", () => {
    expect(readBy(PEOPLE, "Stu ID,Last,State\n,Okafor,9\n").rejects).toEqual([
      [1, "Stu ID", "missing-value"],
    ]);
    const plans: TableRead = {
      table: "plan",
      columns: [
        ...["student", "plan", "planType", "status", "openedOn"].map((to) => column(to, to)),
        column("schoolYear", "year"),
      ],
    };
    const { rejects } = readBy(
      { ...plans, columns: [...plans.columns.slice(1), column("student", "Stu ID")] },
      "Stu ID,plan,planType,status,openedOn,year\n007,,ILP,active,2021-09-01,2022\n",
    );
    expect(rejects).toEqual([[1, "plan", "missing-value"]]);
  });
});

describe("a school year", () => {
  it.each(["2022", "2021-22", "SY 2021-22", "2021–2022", "21-22", "School Year 2021/2022"])(
    "is read of %j",
    (year) => {
      const totals: TableRead = {
        table: "attendanceTotal",
        columns: [
          column("student", "Stu ID"),
          column("schoolYear", "Year"),
          column("absentDays", "Absent"),
        ],
      };
      const { rows } = readBy(totals, `Stu ID,Year,Absent\n007,${year},3\n`);
      expect(rows).toMatchObject([{ schoolYear: 2022 }]);
    },
  );
});

describe("a race", () => {
  it.each([
    ["White", "white"],
    ["Asian; White", "multiple"],
    ["Asian, White", "multiple"],
    ["White/Hispanic", "hispanic"],
  ])("of %j is %s", (sent, race) => {
    const people = { ...PEOPLE, columns: [...PEOPLE.columns, column("raceEthnicity", "Race")] };
    const { rows } = readBy(people, `Stu ID,Last,State,Race\n007,Okafor,9,"${sent}"\n`);
    expect(rows).toMatchObject([{ raceEthnicity: race }]);
  });
});

describe("a roster that is taken for another system's", () => {
  const header = "Student_ID,School_ID,Last_Name,First_Name,DOB";
  const unread = (columns: string) =>
    readFile("students.csv", `${header}${columns}\n`).reading.unreadEnrollmentDays;

  it("names the days of enrollments that are not read", () => {
    expect(unread(",Entry_Date,Withdrawal Date")).toEqual(["Entry_Date", "Withdrawal Date"]);
  });

  it("tells of nothing where it has none, or only a name too short to say so", () => {
    expect(unread("")).toEqual([]);
    expect(unread(",ED,LD,Modified_Date")).toEqual([]);
  });

  it("tells of a column that says who is there, where no day of exit is read", () => {
    expect(unread(",Enrollment Status")).toEqual(["Enrollment Status"]);
    const enrollments = "personID,startDate,endDate,schoolID,active\n";
    expect(readFile("enrollment.csv", enrollments).reading.unreadEnrollmentDays).toEqual([]);
  });
});

describe("plan documents under another name", () => {
  it("are known by all of their fields, the lists among them", () => {
    const document =
      '{"plan_id":"p","student_id":"007","plan_type":"ILP","school_year":2022,"status":"active","opened_on":"2021-09-07","goals":[],"reviews":[]}\n';
    const { reading } = readFile("export.json", document);
    expect(reading).toMatchObject({ accepted: 1, unusedColumns: [] });
  });
});

describe("attendance whose records are taken for whole days", () => {
  const header = "student_id,date,status";
  const unread = (name: string, columns: string) =>
    readFile(name, `${header}${columns}\n`).reading.unreadParts;

  it("tells of columns that would make parts of days of them", () => {
    expect(unread("daily_attendance.csv", ",Period,Section ID,note")).toEqual([
      "Period",
      "Section ID",
    ]);
    expect(unread("daily_attendance.csv", ",note")).toEqual([]);
  });
});
