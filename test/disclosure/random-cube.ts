import { cubeOf, type MeasuredPlace, type PublishedCube } from "../../functions/disclosure/cube-of.ts";
import type { PublicationRegistry } from "../../functions/disclosure/publication-registry.ts";
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
const registry = (shows: Shows): PublicationRegistry => ({
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
    {
      id: "goal-domains",
      table: "rates",
      shows: "banded",
      parts: ["counted", "not-counted"],
      published: ["counted"],
      divisions: { state: [[]], district: [[], ["grade"]], school: [[]] },
      of: { statistic: "plan-coverage", part: "counted" },
    },
  ],
  links: [],
  nestings: [],
});

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
  for (let d = 0; d <= upTo(1); d++) {
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
  const changed = change(registry(shows));
  return { cube: cubeOf(changed, measuredOf(places, students), DEFAULT_SUPPRESSION), registry: changed, students };
}

const measuredOf = (places: readonly MeasuredPlace[], students: readonly Student[]) => ({
  places,
  count: (statistic: string, part: string, place: string, group: string): number =>
    students.filter(
      (student) =>
        (place === "state" || student.district === place || student.place === place) &&
        (group === "all/all" ||
          group.split("+").every((one) => {
            const [partition = "", name = ""] = one.split("/");
            return student.groups[partition] === name;
          })) &&
        (statistic === "plan-coverage"
          ? student.hasPlan === (part === "counted")
          : student.hasPlan && student.hasGoals === (part === "counted")),
    ).length,
});

/** Draws by cell id under a seed. */
export const drawUnder =
  (seed: number) =>
  (id: string): number => {
    let hash = seed;
    for (const letter of id) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619);
    return mulberry32(hash)();
  };
