import {
  cubeOf,
  type MeasuredPlace,
  type MeasuredStudents,
  type PublishedCube,
} from "../../functions/disclosure/cube-of.ts";
import type {
  PublicationRegistry,
  PublishedStatistic,
} from "../../functions/disclosure/publication-registry.ts";
import type { Shows } from "../../functions/disclosure/sensitivity.ts";
import { DEFAULT_SUPPRESSION } from "../../functions/disclosure/suppression-policy.ts";
import { mulberry32 } from "../statistics/mulberry32.ts";

const PARTITIONS = [
  { id: "grade", groups: ["06", "07"] },
  { id: "english-learner", groups: ["yes"] },
  { id: "race", groups: ["black", "white"] },
];

const divisions = [[], ["grade"], ["english-learner"], ["race"]];

/** One measure of all, and one of those whom the first counts: a state of one or two districts with up to three schools each. */
const registry = (shows: Shows, hasGoals: boolean): PublicationRegistry => ({
  partitions: PARTITIONS,
  statistics: [
    {
      id: "plan-coverage",
      table: "rates",
      shows,
      parts: ["counted", "not-counted"],
      published: ["counted"],
      divisions: {
        state: [...divisions, ["grade", "race"]],
        district: [...divisions, ["grade", "race"]],
        school: divisions,
      },
      of: null,
    },
    ...(hasGoals ? [GOAL_DOMAINS] : []),
  ],
  links: [],
  nestings: [],
  inclusions: [],
});

/** Of the students with a plan, whose number is itself not public. */
const GOAL_DOMAINS: PublishedStatistic = {
  id: "goal-domains",
  table: "rates",
  shows: "banded",
  parts: ["counted", "not-counted"],
  published: ["counted"],
  divisions: { state: [[]], district: [[], ["grade"]], school: [[]] },
  of: { statistic: "plan-coverage", part: "counted" },
};

/** One cube in so many has both measures: labels of unknown groups take long. */
const GOALS_EVERY = 25;

export interface RandomCube {
  readonly cube: PublishedCube;
  readonly registry: PublicationRegistry;
  readonly students: readonly Student[];
}

export interface Student {
  readonly place: string;
  readonly district: string;
  readonly groups: { readonly [partition: string]: string };
  readonly hasPlan: boolean;
  readonly hasGoals: boolean;
}

/** A cube under a seed: schools of 0 to 60 students. */
export function randomCube(
  seed: number,
  change: (registry: PublicationRegistry) => PublicationRegistry = (same) => same,
): RandomCube {
  const random = mulberry32(seed);
  const upTo = (most: number): number => Math.floor(random() * (most + 1));
  const places: MeasuredPlace[] = [{ id: "state", level: "state", within: null }];
  const students: Student[] = [];
  for (let d = 0; d <= (random() < 0.2 ? 1 : 0); d++) {
    const district = `district-${d}`;
    places.push({ id: district, level: "district", within: "state" });
    for (let s = 0; s <= upTo(2); s++) {
      const place = `${district}-school-${s}`;
      places.push({ id: place, level: "school", within: district });
      const level = random();
      for (let n = upTo(60); n > 0; n--) {
        const hasPlan = random() < level;
        students.push({
          place,
          district,
          groups: {
            grade: ["06", "07"][upTo(1)]!,
            ...(random() < 0.2 ? { "english-learner": "yes" } : {}),
            race: random() < 0.15 ? "other" : ["black", "white"][upTo(1)]!,
          },
          hasPlan,
          hasGoals: hasPlan && random() < 0.6,
        });
      }
    }
  }
  const shows = (["banded", "counted", "hidden"] as const)[upTo(2)]!;
  const changed = change(registry(shows, seed % GOALS_EVERY === 0));
  return {
    cube: cubeOf(changed, measuredOf(places, students), DEFAULT_SUPPRESSION),
    registry: changed,
    students,
  };
}

function measuredOf(
  places: readonly MeasuredPlace[],
  students: readonly Student[],
): MeasuredStudents {
  const counts = new Map<string, number>();
  for (const { place, district, groups, hasPlan, hasGoals } of students) {
    const alone = Object.entries(groups).map(([partition, group]) => `${partition}/${group}`);
    const keys = ["all/all", ...alone, `grade/${groups["grade"]!}+race/${groups["race"]!}`];
    const parts = [
      `plan-coverage ${hasPlan ? "counted" : "not-counted"}`,
      ...(hasPlan ? [`goal-domains ${hasGoals ? "counted" : "not-counted"}`] : []),
    ];
    for (const part of parts) {
      for (const at of [place, district, "state"]) {
        for (const key of keys) {
          const cell = `${part} ${at} ${key}`;
          counts.set(cell, (counts.get(cell) ?? 0) + 1);
        }
      }
    }
  }
  return {
    places,
    count: (statistic, part, place, group) =>
      counts.get(`${statistic} ${part} ${place} ${group}`) ?? 0,
  };
}

/** Draws by cell id under a seed. */
export const drawUnder =
  (seed: number) =>
  (id: string): number => {
    let hash = seed;
    for (const letter of id) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619);
    return mulberry32(hash)();
  };
