import type { MeasuredPlace, MeasuredStudents } from "../functions/disclosure/cube-of.ts";
import type {
  PublicationRegistry,
  PublishedStatistic,
} from "../functions/disclosure/publication-registry.ts";
import { seededRandom } from "./random.ts";

/** Partitions and the share of students in each of their groups; the others are in none. */
const PARTITIONS: { readonly [partition: string]: { readonly [group: string]: number } } = {
  grade: { "06": 0.15, "07": 0.15, "08": 0.15, "09": 0.15, "10": 0.14, "11": 0.13, "12": 0.13 },
  race: { white: 0.48, hispanic: 0.26, black: 0.14, asian: 0.06, multiple: 0.05, native: 0.01 },
  sex: { female: 0.49, male: 0.5 },
  "english-learner": { yes: 0.11 },
  disability: { yes: 0.15 },
  economic: { yes: 0.45 },
};
const SUBGROUPS = ["race", "sex", "english-learner", "disability", "economic"];

/** Schools publish each division by itself; districts and the state also grades by subgroup. */
const single = [[], ["grade"], ...SUBGROUPS.map((group) => [group])];
const crossed = [...single, ...SUBGROUPS.map((group) => ["grade", group])];

const rate = (id: string, shows: PublishedStatistic["shows"]): PublishedStatistic => ({
  id,
  table: "rates",
  shows,
  parts: ["counted", "not-counted"],
  published: ["counted"],
  divisions: { state: crossed, district: crossed, school: single },
  of: null,
});

/** A state of so many schools, with one rate for every group of students. */
export function syntheticState(
  schools: number,
  shows: PublishedStatistic["shows"],
  seed: number,
): { readonly registry: PublicationRegistry; readonly measured: MeasuredStudents } {
  const random = seededRandom(seed);
  const districts = Math.max(1, Math.round(schools / 8));
  const places: MeasuredPlace[] = [{ id: "state", level: "state", within: null }];
  for (let at = 0; at < districts; at++) {
    places.push({ id: `district-${at}`, level: "district", within: "state" });
  }
  const counts = new Map<string, number>();
  for (let at = 0; at < schools; at++) {
    const id = `school-${at}`;
    const district = `district-${at % districts}`;
    places.push({ id, level: "school", within: district });
    // From 30 to 1,000 students, small schools more often.
    const students = 30 + Math.round(970 * random() ** 2);
    const level = 0.1 + 0.8 * random();
    for (let student = 0; student < students; student++) {
      const groups = Object.entries(PARTITIONS).flatMap(([partition, shares]) => {
        const group = drawn(shares, random());
        return group === null ? [] : [[partition, group] as const];
      });
      const part = random() < level ? "counted" : "not-counted";
      for (const key of keysOf(new Map(groups))) {
        for (const place of [id, district, "state"]) {
          const cell = `${part}|${place}|${key}`;
          counts.set(cell, (counts.get(cell) ?? 0) + 1);
        }
      }
    }
  }
  return {
    registry: {
      partitions: Object.entries(PARTITIONS).map(([id, shares]) => ({
        id,
        groups: Object.keys(shares),
      })),
      statistics: [rate("plan-coverage", shows)],
      links: [],
      nestings: [],
      inclusions: [],
    },
    measured: {
      places,
      count: (_statistic, part, place, group) => counts.get(`${part}|${place}|${group}`) ?? 0,
    },
  };
}

function drawn(shares: { readonly [group: string]: number }, at: number): string | null {
  let from = 0;
  for (const [group, share] of Object.entries(shares)) {
    from += share;
    if (at < from) return group;
  }
  return null;
}

/** Every group that a student is in: alone and by grade. */
function keysOf(groups: ReadonlyMap<string, string>): readonly string[] {
  const grade = groups.get("grade");
  const alone = [...groups].map(([partition, group]) => `${partition}/${group}`);
  const byGrade =
    grade === undefined
      ? []
      : alone.filter((key) => !key.startsWith("grade/")).map((key) => `grade/${grade}+${key}`);
  return ["all/all", ...alone, ...byGrade];
}
