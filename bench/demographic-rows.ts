import type { BenchStudent } from "./district.ts";
import { seededRandom } from "./random.ts";

/** Shares of students by the flag of OneRoster that is theirs, in the order of its columns; the rest has none. */
const RACES = [0.01, 0.06, 0.14, 0.005, 0.47, 0.05, 0.26];

const PROGRAMS: readonly (readonly [name: string, share: number])[] = [
  ["English as a Second Language (ESL)", 0.11],
  ["Special Education", 0.15],
  ["Economically Disadvantaged", 0.45],
  ["Homeless", 0.02],
];

/** The lines of demographics and of programs, by which a release divides students. */
export function demographicLines(students: readonly BenchStudent[]) {
  const random = seededRandom(1_111);
  const demographics: string[] = [];
  const programs: string[] = [];
  for (const { id } of students) {
    const sex = random() < 0.49 ? "female" : "male";
    let remaining = random();
    const race = RACES.findIndex((share) => (remaining -= share) < 0);
    const flags = RACES.map((_, index) => (index === race ? "true" : "false"));
    demographics.push(`${id},,,,${sex},${flags.join(",")}`);
    for (const [name, share] of PROGRAMS) {
      if (random() < share) programs.push(`${id},${name},2021-08-16,`);
    }
  }
  return { demographics, programs };
}
