import { describe, expect, it } from "vitest";
import { FEWEST_SHARING } from "../../../functions/goals/copies/clusters.ts";
import { answersOf } from "./goals-of.ts";

const student = (name: string, ...goals: string[]) => ({ name, goals });
const ATTENDANCE = (name: string, percent: number) =>
  student(name, `${name} will improve attendance to ${percent}% by June 1, 2025.`);

describe("clustersOf and sharedGoals", () => {
  it("counts what is shared word for word, but for numbers, and with near copies", () => {
    const tutoring = "will go to tutoring twice each week to raise the grade in";
    const { shared, sizes } = answersOf([
      ...[ATTENDANCE("Ana", 95), ATTENDANCE("Ben", 95), ATTENDANCE("Cy", 95)],
      ATTENDANCE("Dee", 90),
      ...["Ed", "Flo"].map((name) => student(name, `${name} ${tutoring} math class`)),
      student("Gus", `Gus ${tutoring} science class`),
      student("Hal", "Hal will visit two colleges over the summer"),
    ]);
    expect(shared).toEqual({ exact: 3, skeleton: 4, near: 7 });
    expect(sizes).toEqual([4, 3, 1]);
  });

  it("counts a student once who repeats a goal", () => {
    const goal = "I will read twenty books this year";
    const twice = student("Ana", goal, goal, goal);
    expect(answersOf([twice, twice]).sizes).toEqual([2]);
    expect(answersOf([twice, twice]).shared).toEqual({ exact: 0, skeleton: 0, near: 0 });
    expect(FEWEST_SHARING).toBe(3);
  });

  it("reads goals in Spanish of three students as the same", () => {
    const { answers, sizes } = answersOf([
      student("María", "María mejorará su asistencia al 92 % para el 30 de mayo de 2025."),
      student("Luz", "Mejoraré mi asistencia al 95% para el 1 de junio de 2025"),
      student("José", "El estudiante mejorará su asistencia al 90 por ciento para el 1 de junio."),
    ]);
    expect(sizes).toEqual([3]);
    expect(new Set(answers)).toEqual(new Set(["shared-by-three-or-more"]));
  });
});
