import type { Condition, Cube, CubeCell, Range } from "../disclosure/cube.ts";
import { systemSeen, type PublishedSystem } from "../disclosure/published-system.ts";
import { grouped } from "../domain/grouped.ts";
import { districtPlace } from "./measured-students.ts";

/** A student of the district as a reader of the extract might count them. */
export interface CountedInExtract {
  /** Students of whom the mandate asks nothing are in no extract, as everybody knows. */
  readonly isUnderMandate: boolean;
  /** The school that counts them, as cubes call it. */
  readonly place: string;
  /** In which part of each published statistic. */
  readonly parts: ReadonlyMap<string, string>;
  /** By student division the group; a division that is not here says nothing of the student. */
  readonly groups: ReadonlyMap<string, string>;
  /** By student division as the extract tells it; null for a student who is not in the extract. */
  readonly told: ReadonlyMap<string, string> | null;
}

/** How an extract speaks of what a release publishes. */
export interface ExtractTells {
  /** Whether its columns come near a published statistic. */
  readonly isTold: (statistic: string) => boolean;
  /** The statistic whose students everybody can count: of a share of a share, the first. */
  readonly rootOf: (statistic: string) => string;
  /** How it writes a group of a division; null where it leaves the division out. */
  readonly write: (division: string, group: string) => string | null;
}

/** What somebody knows who has the extract and everything that is published. */
export interface ExtractSeen {
  /** By cell id. */
  readonly ranges: ReadonlyMap<string, Range>;
  readonly system: PublishedSystem;
}

/**
 * Counts the students of an extract in every group of a release, as a reader would. Of each group
 * he knows how many students the extract leaves out, since how many it has is public: a part has at
 * least those whom he finds in it, and at most those left out besides. Groups that the extract
 * writes as one he knows together. (Section 5.4 of the statistics note.)
 *
 * @param published what the release shows, by cell id
 */
export function extractSeen(
  cube: Cube,
  published: ReadonlyMap<string, Range>,
  students: readonly CountedInExtract[],
  tells: ExtractTells,
): ExtractSeen {
  const cells = tabulated(cube, tells, (place) => place === districtPlace);
  const { found, leftOut } = tallied(students, cells, tells);
  const ranges = new Map(published);
  const conditions: Condition[] = [];
  for (const [id, together] of grouped(cells, ({ written, cell }) => `${cell}|${written}`)) {
    const [first] = together;
    if (first === undefined) continue;
    const low = found.get(id) ?? 0;
    const range = { low, high: low + (leftOut.get(`${first.root}|${first.written}`) ?? 0) };
    const only = together.length === 1 ? cube.cells[first.at] : undefined;
    if (only === undefined) {
      conditions.push({ cell: first.at, terms: together.map(({ at }) => [at, 1]), ...range });
    } else {
      ranges.set(only.id, both(published.get(only.id) ?? everybodys(only), range));
    }
  }
  const wholes = [...ofGrades(cube, students, tells), ...ofSchools(cube, students, tells)];
  conditions.push(...wholes.filter(({ terms }) => terms.length > 1));
  // What a label says of several cells it says only where the release shows it.
  const labels = systemSeen(cube, published).conditions;
  const { equations, ranges: known } = systemSeen(cube, ranges);
  return { ranges, system: { equations, ranges: known, conditions: [...labels, ...conditions] } };
}

const everybodys = ({ lower, upper }: CubeCell): Range => ({ low: lower, high: upper });
const both = (a: Range, b: Range): Range => ({
  low: Math.max(a.low, b.low),
  high: Math.min(a.high, b.high),
});

/** A cell of the release whose students can be looked for in the extract. */
interface TabulatedCell {
  readonly at: number;
  /** Statistic and part. */
  readonly cell: string;
  readonly root: string;
  readonly divisions: readonly string[];
  /** Its group as the extract writes it. */
  readonly written: string;
}

function tabulated(
  { cells }: Cube,
  tells: ExtractTells,
  isLookedAt: (place: string) => boolean,
): readonly TabulatedCell[] {
  return cells.flatMap(({ id }, at): readonly TabulatedCell[] => {
    const [statistic = "", part = "", place = "", key = ""] = id.split("|");
    if (!isLookedAt(place) || part === "" || !tells.isTold(statistic)) return [];
    const choice = key === "all/all" ? [] : key.split("+").map((one) => one.split("/"));
    const divisions = choice.map(([division = ""]) => division);
    const groups = new Map(choice.map(([division = "", group = ""]) => [division, group]));
    const written = writtenKey(divisions, groups, tells);
    const root = tells.rootOf(statistic);
    return written === null ? [] : [{ at, cell: `${statistic}|${part}`, root, divisions, written }];
  });
}

/** `sex=female+race-ethnicity=white`; null where the extract leaves a division out. */
function writtenKey(
  divisions: readonly string[],
  groups: ReadonlyMap<string, string>,
  { write }: ExtractTells,
): string | null {
  const values = divisions.map((division) => write(division, groups.get(division) ?? "rest"));
  if (values.includes(null)) return null;
  return divisions.map((division, at) => `${division}=${values[at] ?? ""}`).join("+");
}

/**
 * Of a statistic about every student the extract has only those under the mandate: its parts are
 * known of their grades together, whether the extract tells grades or not.
 */
function ofGrades(
  { cells }: Cube,
  students: readonly CountedInExtract[],
  { isTold, rootOf }: ExtractTells,
): readonly Condition[] {
  const asked = students.filter(({ isUnderMandate }) => isUnderMandate);
  const grades = new Set(asked.map(({ groups }) => groups.get("grade") ?? "rest"));
  const others = students.filter(({ isUnderMandate }) => !isUnderMandate);
  // Where only some of a grade are under the mandate, nobody can tell their figure from the others'.
  if (others.some(({ groups }) => grades.has(groups.get("grade") ?? "rest"))) return [];
  const counted = cells.flatMap(({ id }, at) => {
    const [statistic = "", part = "", place = "", key = ""] = id.split("|");
    const [, grade = ""] = /^grade\/([^+]+)$/.exec(key) ?? [];
    const isOfThem = place === districtPlace && part !== "" && grades.has(grade);
    const isOfEverybody = others.some(({ parts }) => parts.has(statistic));
    return isOfThem && isOfEverybody && isTold(statistic) ? [{ at, statistic, part }] : [];
  });
  return [...grouped(counted, ({ statistic, part }) => `${statistic}|${part}`).values()].map(
    (of) => {
      const { at, statistic, part } = of[0] ?? { at: 0, statistic: "", part: "" };
      const isIn = ({ parts }: CountedInExtract): boolean => parts.get(statistic) === part;
      const low = asked.filter((one) => one.told !== null && isIn(one)).length;
      const root = rootOf(statistic);
      const leftOut = asked.filter((one) => one.told === null && one.parts.has(root)).length;
      const terms = of.map((cell) => [cell.at, 1] as const);
      return { cell: at, terms, low, high: low + leftOut };
    },
  );
}

/** The same of schools all of whose students are under the mandate, where nobody else is: by group as the extract writes it. */
function ofSchools(
  cube: Cube,
  students: readonly CountedInExtract[],
  tells: ExtractTells,
): readonly Condition[] {
  const asked = students.filter(({ isUnderMandate }) => isUnderMandate);
  const others = students.filter(({ isUnderMandate }) => !isUnderMandate);
  const schools = new Set(asked.map(({ place }) => place));
  if (others.some(({ place }) => schools.has(place))) return [];
  const cells = tabulated(cube, tells, (place) => schools.has(place)).filter(({ root }) =>
    others.some(({ parts }) => parts.has(root)),
  );
  const { found, leftOut } = tallied(asked, cells, tells);
  return [...grouped(cells, ({ written, cell }) => `${cell}|${written}`)].map(([id, together]) => {
    const { at: first, root, written } = together[0] ?? { at: 0, root: "", written: "" };
    const low = found.get(id) ?? 0;
    const high = low + (leftOut.get(`${root}|${written}`) ?? 0);
    return { cell: first, terms: together.map(({ at }) => [at, 1] as const), low, high };
  });
}

/** By part and group those found in the extract; by statistic and group those whom it leaves out, or of whom it does not tell the group. */
function tallied(
  students: readonly CountedInExtract[],
  cells: readonly TabulatedCell[],
  tells: ExtractTells,
) {
  const found = new Map<string, number>();
  const leftOut = new Map<string, number>();
  const add = (to: Map<string, number>, key: string): void => {
    to.set(key, (to.get(key) ?? 0) + 1);
  };
  const crossings = [...grouped(cells, ({ divisions }) => divisions.join("+")).values()].map(
    (of) => of[0]?.divisions ?? [],
  );
  for (const { parts, groups, told } of students) {
    for (const divisions of crossings) {
      const written = writtenKey(divisions, groups, tells);
      if (written === null) continue;
      const isFound =
        told !== null &&
        divisions.every(
          (division) =>
            told.get(division) === tells.write(division, groups.get(division) ?? "rest"),
        );
      for (const [statistic, part] of parts) {
        if (isFound) add(found, `${statistic}|${part}|${written}`);
        else add(leftOut, `${statistic}|${written}`);
      }
    }
  }
  return { found, leftOut };
}
