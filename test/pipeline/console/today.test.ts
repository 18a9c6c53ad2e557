import { beforeAll, describe, expect, it } from "vitest";
import type { StudentList } from "../../../functions/console/answers.ts";
import type { LinkedNumber, Today } from "../../../functions/console/today.ts";
import { staffMembers } from "../../../functions/domain/people/staff-member.ts";
import { conformedInForce } from "../../../functions/pipeline/conform/conformed-in-force.ts";
import { consoleAnswer } from "../../../functions/pipeline/console/routes/console-answer.ts";
import { requestOf, textOf, valueOf } from "../../support/asked-console.ts";
import { conformedDemo, DEMO } from "../../support/conformed-districts.ts";
import { publishDay, type MemoryPlaces } from "../../support/local-district.ts";

const AS_OF = "2022-05-20";

describe("the numbers of today", { timeout: 120_000 }, () => {
  let places: MemoryPlaces;
  let staff: readonly string[];

  beforeAll(async () => {
    places = await conformedDemo();
    await publishDay(places, AS_OF, DEMO, "staff-only");
    const manifest = await conformedInForce(places.records, DEMO);
    // One person of each combination of roles: most counselors are alike.
    const members = staffMembers(manifest?.staff ?? []);
    const kinds = new Map(
      members.map((member) => [member.roles.map(({ role }) => role).join(), member]),
    );
    staff = [...kinds.values()].map((member) => member.staff);
  }, 120_000);

  const ask = (who: string, address: string, after: string | null = null) =>
    consoleAnswer(
      places,
      { district: DEMO, staff: who, isDemo: false, through: "console" },
      requestOf(address, "2022-05-21T08:00:00.000Z", { after }),
    );

  /** Every student of a list, page by page. */
  const listed = async (who: string, query: string): Promise<readonly string[]> => {
    const students: string[] = [];
    let after: string | null = null;
    do {
      const page: StudentList = await valueOf<StudentList>(
        await ask(who, `/console/students?${query}`, after),
      );
      students.push(...page.students.map(({ student }) => student));
      after = page.next;
    } while (after !== null);
    return students;
  };
  const numbersOf = ({
    all,
    left,
    schools,
    grades,
    counselors,
  }: Today): readonly LinkedNumber[] => [
    left,
    ...[all, ...schools, ...grades, ...counselors].flatMap(({ numbers }) => numbers),
  ];

  it("are each as long as the list that opens, for a person of every role", async () => {
    const checked: { [who: string]: number } = {};
    for (const who of staff) {
      const answer = await ask(who, "/console/today");
      if (answer.status !== 200) {
        expect([answer.status, await textOf(answer)]).toEqual([
          403,
          expect.stringMatching(/^(You are|The district’s staff list) .*\.\n$/),
        ]);
        continue;
      }
      const first = await valueOf<Today>(answer);
      const pages = [first];
      for (const { id } of first.schools) {
        pages.push(await valueOf<Today>(await ask(who, `/console/today?school=${id}`)));
      }
      const numbers = new Map(pages.flatMap(numbersOf).map((number) => [number.query, number]));
      for (const { query, students } of numbers.values()) {
        if (students === null || students === 0) continue;
        const ids = await listed(who, query);
        expect([query, ids.length, new Set(ids).size]).toEqual([query, students, students]);
        checked[who] = (checked[who] ?? 0) + 1;
      }
    }
    // A leader, a principal, a counselor and a registrar at least have numbers.
    expect(Object.values(checked).filter((count) => count > 3).length).toBeGreaterThanOrEqual(3);
  });

  it("are of 940 enrolled students, and 3 who left with an open plan are beside them on the list of all 943", async () => {
    const [leader = ""] = staff;
    const { columns, all, left } = await valueOf<Today>(await ask(leader, "/console/today"));
    expect([columns[0]?.name, all.numbers[0], left]).toEqual([
      "Enrolled",
      { students: 940, query: "enrolled=yes" },
      { students: 3, query: "enrolled=no" },
    ]);
    const counts = async (query: string) => {
      const answer = await ask(leader, `/console/students?${query}`);
      const { askedInWords, counted, enrolled, left: gone } = await valueOf<StudentList>(answer);
      return [askedInWords, counted, enrolled, gone];
    };
    expect(await counts("")).toEqual(["All students", 943, 940, 3]);
    expect(await counts("enrolled=yes")).toEqual(["Enrolled", 940, 940, 0]);
    expect(await counts("enrolled=no")).toEqual(["Left with an open plan", 3, 0, 3]);
    const { students } = await valueOf<StudentList>(
      await ask(leader, "/console/students?enrolled=no"),
    );
    expect(
      students.map(({ isEnrolled, recordProblems }) => [isEnrolled, recordProblems[0]?.name]),
    ).toEqual(students.map(() => [false, "Plan without enrollment"]));
  });

  it("of the schools, the grades and the counselors add up to those of the place", async () => {
    const [leader = ""] = staff;
    const district = await valueOf<Today>(await ask(leader, "/console/today"));
    for (const { id, numbers } of district.schools) {
      const school = await valueOf<Today>(await ask(leader, `/console/today?school=${id}`));
      for (const rows of [school.grades, school.counselors]) {
        for (const [column, { students }] of school.all.numbers.entries()) {
          const sum = rows.reduce((all, row) => all + (row.numbers[column]?.students ?? 0), 0);
          expect([id, school.columns[column]?.id, sum]).toEqual([
            id,
            school.columns[column]?.id,
            students ?? 0,
          ]);
        }
      }
      expect(school.all.numbers[0]).toEqual(numbers[0]);
    }
  });
});
