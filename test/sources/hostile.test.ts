import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { attendanceBook } from "../../functions/sources/attendance/attendance-book.ts";
import { fileReader } from "../../functions/sources/read/file-reader.ts";
import { jsonLines } from "../../functions/sources/csv/json-lines.ts";
import { fileKinds } from "../../functions/sources/profiles/profiles.ts";
import { readChunks } from "./read-defect.ts";
import { utf8 } from "./read-export.ts";

const MIB = 2 ** 20;
const PLANS = "plan_id,student_id,plan_type,school_year,status,opened_on,closed_on,counselor_id\n";
const ATTENDANCE = "student_id,date,status,portion_absent\n";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** How much more memory is held at the worst while something runs, in bytes. */
function growthWhile(run: (look: () => void) => void): number {
  const used = () => {
    collectGarbage();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = used();
  let most = before;
  run(() => {
    most = Math.max(most, used());
  });
  return most - before;
}

describe("one line without an end", () => {
  const chunk = Buffer.alloc(MIB, "x");

  it.each([
    ["plans.csv", `${PLANS}P1,`, "record-too-long"],
    ["plans.csv", `${PLANS}P1,"`, "unclosed-quote"],
    [
      "daily_attendance.csv",
      `${ATTENDANCE}0001,2022-03-01,absent,\n0001,2022-03-01,absent,\n`,
      "record-too-long",
    ],
    [
      "plans.jsonl",
      '{"plan_id":"P1","student_id":"1","plan_type":"ILP"}\n{"plan_id":"',
      "record-too-long",
    ],
    ["anything.bin", "", null],
  ])("of 300 MiB in %s after %j ends it, in little memory", (name, begin, reason) => {
    const book = attendanceBook();
    const reader = fileReader(
      { name, encoding: "utf-8" },
      () => undefined,
      () => undefined,
      { book, onRecord: null },
    );
    const growth = growthWhile((look) => {
      reader.push(utf8(begin));
      for (let pushed = 0; pushed < 300; pushed++) {
        reader.push(chunk);
        if (pushed % 50 === 0) look();
      }
    });
    const { outcome, fault } = reader.end();
    expect(outcome).toBe("unreadable");
    if (reason !== null) expect(fault?.reason).toBe(reason);
    expect(growth).toBeLessThan(64 * MIB);
  });

  it("is refused by JSON Lines alone too, and holds back nothing of it", () => {
    const lines = jsonLines({ record: () => expect.fail("no line has ended") });
    const text = `{"a":"${"x".repeat(MIB)}`;
    const growth = growthWhile((look) => {
      for (let pushed = 0; pushed < 300; pushed++) {
        lines.push(text);
        if (pushed % 50 === 0) look();
      }
    });
    expect(lines.end()).toEqual({ record: 1, reason: "record-too-long" });
    expect(growth).toBeLessThan(64 * MIB);
  });
});

describe("cells that nobody meant", () => {
  it("remembers none of thousands of long ones in columns of days and words", () => {
    const long = "y".repeat(200_000);
    const growth = growthWhile((look) => {
      const book = attendanceBook();
      const reader = fileReader(
        { name: "daily_attendance.csv", encoding: "utf-8" },
        () => undefined,
        () => undefined,
        { book, onRecord: null },
      );
      reader.push(utf8(`${ATTENDANCE}0001,2022-03-01,absent,\n`));
      for (let record = 0; record < 600; record++) {
        reader.push(utf8(`0001,${record}${long},absent,\n`));
        if (record % 100 === 0) look();
      }
      expect(reader.end()).toMatchObject({ records: 601, accepted: 1, rejected: 600 });
    });
    expect(growth).toBeLessThan(64 * MIB);
  });

  it("rejects a student of 300 letters also where the rest of the record is well known", () => {
    const student = "a".repeat(150_000);
    const book = attendanceBook();
    const reasons: string[] = [];
    const reader = fileReader(
      { name: "daily_attendance.csv", encoding: "utf-8" },
      () => undefined,
      ({ reason }) => reasons.push(reason),
      { book, onRecord: null },
    );
    const knownRows = "0001,2022-03-01,absent,\n".repeat(5);
    reader.push(
      utf8(
        `${ATTENDANCE}${knownRows}${student},2022-03-01,absent,\n${"b".repeat(300)},2022-03-01,absent,\n`,
      ),
    );
    expect(reader.end()).toMatchObject({ records: 7, accepted: 1, repeated: 4, rejected: 2 });
    expect(reasons).toEqual(["identifier-too-long", "identifier-too-long"]);
    expect([...book.students()]).toEqual(["0001"]);
  });

  it("reads a student by the part of the cell that the profile means, record after record", () => {
    const profile = {
      ...{ id: "x", version: 1, title: "x" },
      files: [
        {
          ...{ file: "a.csv", name: "x", pattern: "^a\\.csv$", signature: ["who", "when", "what"] },
          mode: "append",
          reads: [
            {
              table: "attendance",
              columns: [
                { to: "student", from: ["who"], extract: "^X-(\\d+)$", isRequired: true },
                { to: "on", from: ["when"], isRequired: true },
                { to: "kind", from: ["what"], isRequired: true },
              ],
            },
          ],
        },
      ],
    } as const;
    const book = attendanceBook();
    const reader = fileReader(
      { name: "a.csv", encoding: "utf-8", kinds: fileKinds([profile]) },
      () => undefined,
      () => undefined,
      { book, onRecord: null },
    );
    reader.push(
      utf8(`who,when,what\n${"X-1,2022-03-01,absent\nX-2,2022-03-01,absent\n".repeat(4)}`),
    );
    expect(reader.end()).toMatchObject({ accepted: 2, repeated: 6 });
    expect([...book.students()]).toEqual(["1", "2"]);
  });
});

describe("a hundred thousand columns", () => {
  const header = Array.from({ length: 100_000 }, (_, index) => `column ${index}`).join(",");

  it.each([
    ["of no known name", header, "not-recognized"],
    ["behind those of users", `sourcedId,givenName,familyName,${header}`, "used"],
  ])("%s come to something clear, and soon", (_what, columns, outcome) => {
    const cells = `0042,Maren,Alderwick${",".repeat(100_000)}\n`;
    const started = performance.now();
    const { reading } = readChunks("users.csv", [utf8(`${columns}\n${cells.repeat(3)}`)]);
    expect(reading.outcome).toBe(outcome);
    expect(reading.records).toBe(3);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe("JSON that nobody meant", () => {
  const document = (more: string) =>
    `{"plan_id":"P1","student_id":"0042","plan_type":"ILP","school_year":2022,"status":"active","opened_on":"2021-09-10"${more}}\n`;
  const read = (text: string) => readChunks("plans.jsonl", [utf8(text)]);

  it("takes lists in lists, four hundred thousand deep, for nothing", () => {
    const deep = `${"[".repeat(400_000)}${"]".repeat(400_000)}`;
    const { reading, rows } = read(document(`,"counselor_id":${deep},"goals":${deep}`));
    expect(reading).toMatchObject({ outcome: "used", records: 1 });
    expect(rows.every(({ table }) => table === "plan")).toBe(true);
  });

  it.each(["12345678901234567890", "1e400", "123456789012345678901234567890"])(
    "rejects the identifier %s, of which JSON has lost digits",
    (number) => {
      const { rejects } = read(document("").replace('"0042"', number));
      expect(rejects).toMatchObject([{ column: "student_id", reason: "identifier-mangled" }]);
    },
  );

  it("keeps names that are parts of the language as any other, and changes no object by them", () => {
    const { reading, rows } = read(
      document(
        ',"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"grade":"constructor"',
      ) + document(',"__proto__":{"status":"closed"}'),
    );
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(reading).toMatchObject({ records: 2, accepted: 2, rejected: 0 });
    expect(rows).toMatchObject([
      { row: { status: "active", grade: null } },
      { row: { status: "active" } },
    ]);
  });

  it("knows plan documents by what can be seen of a first one that is longer than what is looked at", () => {
    const goals = `,"goals":[${Array.from({ length: 6_000 }, (_, index) => `{"goal_id":"G${index}","domain":"career","description":"Ask about the work","set_on":"2021-09-10","status":"met"}`).join(",")}]`;
    const { reading, rows } = read(document(goals));
    expect(reading).toMatchObject({ outcome: "used", accepted: 1 });
    expect(rows).toHaveLength(6_001);
  });

  it("knows plan documents behind a first line that is broken", () => {
    const { reading } = read(`{"plan_id":"P0",\n${document("")}`);
    expect(reading).toMatchObject({ outcome: "used", records: 2, accepted: 1, rejected: 1 });
  });
});

describe("an encoding that the profile states", () => {
  it("is believed where no byte contradicts it", () => {
    const profile = {
      ...({ id: "x", version: 1, title: "x", encoding: "utf-16le" } as const),
      files: [
        {
          ...{ file: "a.csv", name: "x", pattern: "^a\\.csv$", signature: ["who", "first"] },
          reads: [
            {
              table: "person",
              columns: [
                { to: "student", from: ["who"], isRequired: true },
                { to: "givenName", from: ["first"] },
              ],
            },
          ],
        },
      ],
    } as const;
    const kinds = fileKinds([profile]);
    const text = "who,first\n1,Maren\n";
    const { rows } = readChunks("a.csv", [Buffer.from(text, "utf16le")], kinds);
    expect(rows).toMatchObject([{ row: { student: "1", givenName: "Maren" } }]);
    const marked = readChunks("a.csv", [Buffer.from(`\ufeff${text}`, "utf8")], kinds);
    expect(marked.rows).toMatchObject([{ row: { student: "1", givenName: "Maren" } }]);
  });
});
