import { describe, expect, it } from "vitest";
import {
  copyShare,
  PLAN_ANSWERS,
  planAnswers,
} from "../../../functions/goals/copies/plan-answers.ts";
import { answersOf, type GoalsOfStudent } from "./goals-of.ts";

const OWN = [
  "I will build a robot arm for the county fair",
  "My sister and I will open a small bakery downtown",
  "I want to learn welding from my uncle in Tulsa",
  "I will audition for the spring musical in March",
  "I will write a graphic novel about my grandmother",
  "Next year I hope to sail across the lake alone",
];
const COPIED = "I will improve my grade in math to 85% by June 1";
const LATER = "I will complete all my homework before the weekend starts";
const named = (name: string, ...goals: string[]): GoalsOfStudent => ({ name, goals });

describe("planAnswers", () => {
  it.each([
    [2, "own"],
    [3, "shared-by-three-or-more"],
    [4, "shared-by-three-or-more"],
  ])("of a goal that %d students have is %s", (students, answer) => {
    const all = Array.from({ length: students }, () => named("Ana", COPIED));
    expect(answersOf(all).answers).toEqual(all.map(() => answer));
  });

  it("is own as soon as one of the eligible goals is", () => {
    const others = [named("Ben", COPIED), named("Cy", COPIED)];
    expect(answersOf([named("Ana", COPIED, OWN[0]!), ...others]).answers[0]).toBe("own");
    expect(answersOf([named("Ana", COPIED, "Graduate."), ...others]).answers[0]).toBe(
      "shared-by-three-or-more",
    );
  });

  it("of goals that are too short or mandated, or of no goals, is no eligible goal", () => {
    const template = { starters: [], mandated: ["Complete the career interest inventory"] };
    const students = [
      named("Ana"),
      named("Ben", "Graduate.", "College!"),
      named("Cy", "I will complete the career interest inventory."),
    ];
    const { answers, share } = answersOf(students, template);
    expect(answers).toEqual(students.map(() => "no-eligible-goal"));
    expect(share).toEqual({ numerator: 0, denominator: 0 });
  });

  it("has an answer for nobody when there is nobody", () => {
    const nobody = { clusterOf: new Uint32Array(), students: new Uint32Array() };
    expect(planAnswers({ firstGoals: [0] }, nobody)).toEqual([]);
    expect(copyShare([])).toEqual({ numerator: 0, denominator: 0 });
    expect(PLAN_ANSWERS).toHaveLength(3);
  });
});

describe("the copy share", () => {
  const school: readonly GoalsOfStudent[] = [
    named("Ana", COPIED, OWN[0]!),
    named("Ben", COPIED),
    named("Cy", COPIED, LATER),
    named("Dee", LATER),
    named("Ed", LATER),
    named("Flo", OWN[1]!),
    named("Gus", "Graduate."),
  ];

  it("is of the students who have an eligible goal", () => {
    expect(answersOf(school).share).toEqual({ numerator: 4, denominator: 6 });
  });

  it.each(["Will", "May", "Grace", "Mark", "María José", "Luz", "De la Cruz"])(
    "does not change when each student is renamed to %s",
    (name) => {
      const written = (called: string) =>
        school.map(({ goals }) =>
          named(called, ...goals.map((goal) => goal.replace(/^I will/, `${called} will`))),
        );
      expect(answersOf(written(name))).toEqual(answersOf(written("Zoe")));
      expect(answersOf(written(name)).share).toEqual(answersOf(school).share);
    },
  );

  it.each(["My goal for this year is to:", "Mi meta es que", "By the end of grade 9,"])(
    "does not change when the form begins each goal with %j, as declared",
    (starter) => {
      const begun = school.map(({ name, goals }) =>
        named(name, ...goals.map((goal) => `${starter} ${goal}`)),
      );
      expect(answersOf(begun, { starters: [starter], mandated: [] })).toEqual(answersOf(school));
    },
  );

  it("does not depend on the order of students or goals", () => {
    const turned = [...school]
      .reverse()
      .map(({ name, goals }) => named(name, ...[...goals].reverse()));
    const { answers, share, sizes } = answersOf(turned);
    expect([...answers].reverse()).toEqual(answersOf(school).answers);
    expect({ share, sizes }).toEqual({
      share: answersOf(school).share,
      sizes: answersOf(school).sizes,
    });
  });

  it.each([
    // Plans of 20 students, all their own: the plan of the first is copied to so many others.
    [0, 0],
    [1, 0],
    [2, 3],
    [10, 11],
  ])("of 20 students rises as defined when a plan is copied to %d others: %d", (copies, shared) => {
    const goal = (student: number, letter: string) =>
      [..."cdefgh"].map((word) => `k${"ijklmnopqrstuvwxyzab"[student]}${letter}${word}`).join(" ");
    const own = (student: number) => named("Ana", goal(student, "y"), goal(student, "z"));
    const students = Array.from({ length: 20 }, (_, student) =>
      own(student <= copies ? 0 : student),
    );
    expect(answersOf(students).share).toEqual({ numerator: shared, denominator: 20 });
  });
});
