import { describe, expect, it } from "vitest";
import type { StudentList } from "../../../functions/console/answers.ts";
import type { CounselorsAnswer, WeekAnswer } from "../../../functions/console/counselor-answers.ts";
import { reasonsOf } from "../../../functions/console/seen-as.ts";
import type { LogEntry } from "../../../functions/access/log-entry.ts";
import { day } from "../../../functions/domain/calendar/day.ts";
import { studentId } from "../../../functions/domain/ids.ts";
import { studentsOfOtherSchools } from "../../../functions/pipeline/decisions/counselors-at-school.ts";
import { recordsKeys } from "../../../functions/layout.ts";
import { conformedInForce } from "../../../functions/pipeline/conform/conformed-in-force.ts";
import { jsonBytes } from "../../../functions/pipeline/stored-json.ts";
import { textOf, valueOf } from "../../support/asked-console.ts";
import { CAST, CAST_DAY } from "../../support/local-district.ts";
import { setStaff, staffRow } from "../../support/staff-of.ts";
import { castConsole } from "./cast-console.ts";

describe("the counselors of the console", { timeout: 60_000 }, () => {
  const cast = castConsole([
    staffRow("L-1", "district-leader"),
    staffRow("P-MS", "principal", ["CAST-MS"]),
    staffRow("C-71", "counselor", ["CAST-MS"], ["K-71"]),
    staffRow("C-72", "counselor", ["CAST-HS"], ["K-72"]),
    staffRow("C-99", "counselor", ["CAST-MS"], ["K-99"]),
    staffRow("R-MS", "registrar", ["CAST-MS"]),
    staffRow("X-1", "researcher"),
    staffRow("P-ES", "principal", ["CAST-ES"]),
  ]);
  const { ask } = cast;
  const counselors = async (who: string, query = "") =>
    valueOf<CounselorsAnswer>(await ask(who, `/console/counselors${query}`));
  const week = async (who: string, query = "") =>
    valueOf<WeekAnswer>(await ask(who, `/console/week${query}`));

  it("are each number as long as the list behind it", async () => {
    let checked = 0;
    for (const who of ["L-1", "P-MS", "C-71"]) {
      const { counselors: rows, without } = await counselors(who);
      const own = await week(who, who === "C-71" ? "" : "?counselor=K-71");
      const numbers = [
        ...rows.flatMap((row) => row.numbers),
        ...without.map(({ number }) => number),
        ...own.numbers,
      ];
      for (const { count, query } of numbers) {
        const list = await valueOf<StudentList>(await ask(who, `/console/students?${query}`));
        expect({ who, query, count }).toEqual({ who, query, count: list.named });
        checked++;
      }
    }
    expect(checked).toBeGreaterThan(40);
  });

  it("stand in the order of their names, with one who has no student yet", async () => {
    const { counselors: rows } = await counselors("P-MS");
    const names = rows.map(({ name }) => name);
    expect(names).toEqual(names.toSorted());
    expect(rows.find(({ id }) => id === "K-99")).toMatchObject({
      name: "Person C-99",
      pace: "nobody waits",
      week: "counselor=K-99",
    });
  });

  it("shows a counselor her own caseload whole, and of another none that she sees in part", async () => {
    const { counselors: rows } = await counselors("C-71");
    expect(rows.map(({ id }) => id)).toEqual(["K-71", "K-99"]);
    const other = await ask("C-71", "/console/week?counselor=K-72");
    expect([other.status, await textOf(other)]).toEqual([
      404,
      "there is no such counselor among those whose students you may see\n",
    ]);
  });

  it("has each student who waits once in the week of a counselor, with the key alone in addresses", async () => {
    const { asked, days, later, whose, words } = await week("C-71", "?perDay=200");
    expect(whose).toBe("Person C-71");
    const students = days.flatMap((day) => day.students);
    expect(students.length).toBeGreaterThan(3);
    expect(new Set(students.map(({ student }) => student)).size).toBe(students.length);
    expect(later).toBe(0);
    // No more a day than there are to see.
    expect(asked.perDay).toBe(students.length);
    const all = String(students.length);
    expect(words[0]).toMatch(new RegExp(`^${all} students this week, ${all} a day: `));
    for (const { key, student } of students) expect(key).not.toContain(student);
    // Something overdue or due soon is on the list of the caseload, and everybody else is not.
    const due = await Promise.all(
      ["due=overdue", "due=soon", "plan=none"].map(async (part) =>
        valueOf<StudentList>(await ask("C-71", `/console/students?caseload=K-71&${part}`)),
      ),
    );
    const waiting = new Set(due.flatMap((list) => list.students.map(({ student }) => student)));
    expect(students.map(({ student }) => student).toSorted()).toEqual([...waiting].toSorted());
  });

  it("has the plans of a caseload that most need a conversation, each with a reason, and of nobody's none", async () => {
    const { conversations } = await week("C-71");
    expect(conversations).toHaveLength(3);
    const list = await valueOf<StudentList>(await ask("C-71", "/console/students?caseload=K-71"));
    const caseload = list.students.map(({ student }) => student);
    for (const { key, student, reasons } of conversations) {
      expect(caseload).toContain(student);
      expect(key).not.toContain(student);
      expect(reasons.length).toBeGreaterThan(0);
      for (const { name } of reasons) expect(name).toMatch(/^[A-Z]/);
    }
    expect((await week("P-MS")).conversations).toEqual([]);
    expect((await week("P-MS", "?counselor=K-71")).conversations).toEqual(conversations);
    expect((await week("C-99")).conversations.map(({ student }) => student)).not.toEqual(
      conversations.map(({ student }) => student),
    );
  });

  it("asks who is no counselor whose week it is", async () => {
    expect(await week("P-MS")).toMatchObject({ whose: null, days: [], numbers: [] });
    expect((await week("P-MS", "?counselor=K-71")).whose).toBe("Person C-71");
  });

  it.each(["0", "201", "-3", "2.5", "many"])("refuses %j students a day", async (perDay) => {
    expect((await ask("C-71", `/console/week?perDay=${perDay}`)).status).toBe(400);
  });

  it.each(["/console/week", "/console/counselors", "/console/calendar.ics"])(
    "answers %s to who sees no plans with a sentence, and notes it",
    async (path) => {
      for (const who of ["R-MS", "X-1"]) {
        const answer = await ask(who, path);
        expect([answer.status, await textOf(answer)]).toEqual([
          403,
          expect.stringMatching(/^You are .*does not include the names and plans of students\.\n$/),
        ]);
      }
      const keys = await cast.places.records.list(recordsKeys.accessLog(CAST));
      const last = Buffer.from((await cast.places.records.get(keys.at(-2)!))!).toString();
      expect(JSON.parse(last) as LogEntry).toMatchObject({ who: "X-1", isAllowed: false });
    },
  );

  it("gives as the reason what lets the reader see those whom the page counts, and none where nobody is seen", async () => {
    expect((await counselors("P-MS")).because).toMatch(/^You are principal of [^,]+\.$/);
    expect((await counselors("L-1")).because).toBe("You are a district leader.");
    expect((await counselors("C-71")).because).toContain("and the student is in your caseload.");
    const nobodyUnassigned = await counselors("P-ES");
    expect([nobodyUnassigned.without, nobodyUnassigned.because]).toEqual([
      [],
      "You are principal of Cast Elementary School.",
    ]);
    expect(reasonsOf([])).toBe("");
  });

  it("asks for the id where several schools have the name that is asked for", async () => {
    const manifest = (await conformedInForce(cast.places.records, CAST))!;
    const key = recordsKeys.conformedManifest(CAST, manifest.version);
    const kept = (await cast.places.records.get(key))!;
    const schools = manifest.schools.map((school) => ({ ...school, name: "North" }));
    expect(schools.length).toBeGreaterThan(1);
    await cast.places.records.put(key, jsonBytes({ ...manifest, schools }));
    try {
      for (const path of ["/console/week", "/console/counselors"]) {
        const answer = await ask("L-1", `${path}?school=north`);
        expect([answer.status, await textOf(answer)]).toEqual([
          400,
          "several schools have this name; give its id\n",
        ]);
        expect((await ask("L-1", `${path}?school=CAST-MS`)).status).toBe(200);
      }
    } finally {
      await cast.places.records.put(key, kept);
    }
  });

  it("suggests a counselor for each student without one, or says why not", async () => {
    const { without } = await counselors("P-MS");
    expect(without.map(({ school }) => school)).toEqual(["CAST-MS"]);
    for (const { suggested, because } of without[0]?.students ?? []) {
      expect(because).toMatch(suggested === null ? /^No suggestion: / : /^Has /);
    }
    expect(without[0]?.students.length).toBe(without[0]?.number.count);
  });

  it("suggests nobody whom the form that assigns would refuse", async () => {
    const manifest = (await conformedInForce(cast.places.records, CAST))!;
    const staff = manifest.staff ?? [];
    /** Who is suggested for whom where the staff list places everybody's counselor at one school. */
    const suggestions = async (school: string) => {
      const rows = ["K-71", "K-72", "K-99"].map((id) => staffRow(id, "counselor", [school], [id]));
      await setStaff(cast.places, [...staff.filter(({ role }) => role !== "counselor"), ...rows]);
      const { without } = await counselors("P-MS");
      return without.flatMap(({ students }) => students);
    };
    try {
      const here = (await suggestions("CAST-MS")).filter(({ suggested }) => suggested !== null);
      expect(here.length).toBeGreaterThan(0);
      const elsewhere = await suggestions("CAST-HS");
      const held = {
        ...manifest,
        staff: (await conformedInForce(cast.places.records, CAST))!.staff!,
      };
      for (const { student, suggested } of elsewhere) {
        if (suggested === null) continue;
        const ids = [studentId(student)];
        const { records } = cast.places;
        const others = studentsOfOtherSchools(records, held, ids, suggested.id, day(CAST_DAY));
        expect(await others).toEqual([]);
      }
      expect(elsewhere.map(({ suggested }) => suggested)).not.toEqual(
        here.map(({ suggested }) => suggested),
      );
    } finally {
      await setStaff(cast.places, staff);
    }
  });

  it("gives the due days of a caseload as a calendar that names no student", async () => {
    const calendar = await ask("C-71", "/console/calendar.ics");
    expect([calendar.status, calendar.type, calendar.fileName]).toEqual([
      ...[200, "text/calendar; charset=utf-8", "due-days.ics"],
    ]);
    const text = await textOf(calendar);
    expect(text).toContain("SUMMARY:Due for ");
    const { students } = await valueOf<StudentList>(await ask("C-71", "/console/students"));
    for (const { student, familyName } of students) {
      expect(text).not.toContain(student);
      expect(text).not.toContain(familyName);
    }
  });
});
