import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { weekPlan, type WeekPlan } from "../../../functions/reports/week/week-plan.ts";
import { paceInWords, weekInWords } from "../../../functions/reports/week/week-words.ts";
import type { WaitingStudent } from "../../../functions/reports/week/waiting-student.ts";
import { many, waiting } from "./waiting-row.ts";

const knownDays = (...on: readonly string[]) => ({ days: on.map(day), areWeekdays: false });
const AHEAD = knownDays(
  ...["2022-05-20", "2022-05-23", "2022-05-24", "2022-05-25", "2022-05-26", "2022-05-27"],
);
const AS_OF = day("2022-05-20");
const sizes = ({ days }: WeekPlan) => days.map(({ students }) => students.length);
const words = (students: readonly WaitingStudent[], ahead = AHEAD, asked: number | null = null) =>
  weekInWords(weekPlan(students, ahead, asked), students, AS_OF);

describe("weekPlan", () => {
  it("has what fits into the first five school days at the pace that is needed", () => {
    const plan = weekPlan(many(16, null), AHEAD, null);
    expect(plan).toMatchObject({ perDay: 3, later: 1, late: 0 });
    expect(sizes(plan)).toEqual([3, 3, 3, 3, 3]);
    expect(plan.days.map(({ on }) => on)).toEqual(AHEAD.days.slice(0, 5));
  });

  it("keeps the order of the list, and ends where nobody waits any more", () => {
    const plan = weekPlan(many(3, null), AHEAD, null);
    expect(sizes(plan)).toEqual([1, 1, 1, 0, 0]);
    const students = plan.days.flatMap((day) => day.students.map(({ row }) => row.student));
    expect(students).toEqual(["overdue-000", "overdue-001", "overdue-002"]);
  });

  it("has as many a day as the reader asks for, and says who would be late", () => {
    const plan = weekPlan(many(16, null), AHEAD, 2);
    expect(sizes(plan)).toEqual([2, 2, 2, 2, 2]);
    // Six more, and two places on the last day.
    expect(plan).toMatchObject({ perDay: 2, later: 6, late: 4 });
    expect(sizes(weekPlan(many(16, null), AHEAD, 10))).toEqual([10, 6, 0, 0, 0]);
  });

  it("brings forward who would be late by the order of the list", () => {
    const plan = weekPlan([...many(10, null), waiting("soon", "2022-05-23")], AHEAD, null);
    expect(sizes(plan)).toEqual([2, 2, 2, 2, 2]);
    // The first two days take four; the one who is due on the second is among them.
    const second = plan.days[1]?.students.map(({ row }) => row.student);
    expect(second).toEqual(["overdue-002", "soon"]);
  });

  it("keeps each due day at the pace that is needed", () => {
    const students = [...many(9, null), ...many(3, "2022-05-24"), ...many(4, "2022-05-20")];
    const plan = weekPlan(students, AHEAD, null);
    expect(plan.perDay).toBe(4);
    const lateOnes = plan.days.flatMap(({ on, students: own }) =>
      own.filter(({ nextDueOn }) => nextDueOn !== null && nextDueOn < on),
    );
    expect(lateOnes).toEqual([]);
  });

  it("plans no day where none is left", () => {
    expect(weekPlan(many(2, null), knownDays(), 5)).toMatchObject({
      perDay: null,
      days: [],
      later: 2,
    });
  });
});

describe("weekInWords", () => {
  it("says how many this week, at which pace, and what asks for it", () => {
    expect(words(many(16, null))).toEqual([
      "15 students this week, 3 a day: what is overdue or due is to be done by May 27, 2022, the last day of school: 16 students in 6 school days.",
    ]);
    const due = many(6, "2022-05-24").map((student) => ({
      ...student,
      needs: [
        {
          requirement: "r",
          name: "Second review",
          needName: "",
          waitsForPlan: false,
          dueOn: day("2022-05-24"),
        },
      ],
    }));
    expect(words(due)).toEqual([
      "6 students this week, 2 a day: second review is due May 24, 2022: 6 students in 3 school days.",
    ]);
  });

  it("says what a smaller number a day leaves late", () => {
    expect(words(many(16, null), AHEAD, 2)[1]).toBe(
      "3 a day are needed: at 2 a day, 4 students would be late.",
    );
    expect(words(many(16, null), AHEAD, 3)).toHaveLength(1);
  });

  it("has no more a day than wait, and says so where more are asked for", () => {
    expect(weekPlan(many(6, null), AHEAD, 200)).toMatchObject({ perDay: 6, isCapped: true });
    expect(words(many(6, null), AHEAD, 7)).toEqual([
      expect.stringMatching(/^6 students this week, 6 a day: /),
      "No more than 6 students can be seen a day: that is how many wait.",
    ]);
    expect(words(many(6, null), AHEAD, 6)).toEqual([
      expect.stringMatching(/^6 students this week, 6 a day: /),
    ]);
  });

  it("says that no school day is left before a due day, or at all", () => {
    const saturday = { ...AHEAD, days: AHEAD.days.slice(1) };
    expect(words([waiting("1", "2022-05-21")], saturday)[1]).toBe(
      "No school day is left before May 21, 2022, when 1 student has something due.",
    );
    expect(words(many(1, null), knownDays())).toEqual([
      "No school day is left this school year: 1 student still waits.",
    ]);
  });

  it("says that weekdays stand for school days where no calendar goes on", () => {
    expect(words(many(1, null), { ...AHEAD, areWeekdays: true })).toEqual([
      "1 student this week, 1 a day: what is overdue or due is to be done by May 27, 2022: 1 student in 6 weekdays.",
      "No calendar says which days are school days after May 20, 2022: weekdays until June 30 are counted.",
    ]);
  });

  it("says that nobody waits", () => {
    expect(words([])).toEqual([
      "Nobody waits: no record shows anything overdue or due within 30 days.",
    ]);
  });
});

describe("paceInWords", () => {
  it("says how many a day until when", () => {
    expect(paceInWords(weekPlan(many(6, "2022-05-24"), AHEAD, null).pace, 6, false)).toBe(
      "2 a day until May 24, 2022",
    );
    expect(paceInWords(weekPlan(many(6, null), AHEAD, null).pace, 6, false)).toBe(
      "1 a day until May 27, 2022, the last day of school",
    );
  });

  it("calls no weekday the last day of school where no calendar goes on", () => {
    for (const [dueOn, until] of [
      ["2022-05-24", "May 24, 2022"],
      [null, "May 27, 2022"],
    ] as const) {
      const { pace } = weekPlan(many(6, dueOn), AHEAD, null);
      expect(paceInWords(pace, 6, true)).toBe(
        `${dueOn === null ? 1 : 2} a day until ${until} (weekdays; the calendar does not go on)`,
      );
    }
  });

  it("says that nobody waits, or that no school day is left", () => {
    expect(paceInWords(weekPlan([], AHEAD, null).pace, 0, true)).toBe("nobody waits");
    expect(paceInWords(weekPlan(many(2, null), knownDays(), null).pace, 2, true)).toBe(
      "no school day is left",
    );
  });
});
