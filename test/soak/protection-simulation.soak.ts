import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../bench/random.ts";
import { EVERYBODY } from "../../functions/domain/figures/group-key.ts";
import { day, type Day } from "../../functions/domain/calendar/day.ts";
import { effectivePractice } from "../../functions/mandates/rules/effective-practice.ts";
import type { Question } from "../../functions/metrics/questions/question.ts";
import { questionsOf } from "../../functions/metrics/cube/questions.ts";
import type { SchoolCube } from "../../functions/metrics/cube/school-cube.ts";
import type { Chance } from "../../functions/protection/chance.ts";
import { planOfYear } from "../../functions/protection/plan-of-year.ts";
import { publicDrawing, type PublicDrawing } from "../../functions/protection/public-drawing.ts";
import { rateBand } from "../../functions/protection/rate-ladder.ts";
import { NO_PATTERNS, NO_SIGNATURES } from "../support/cube-with.ts";
import { LARGEST_SHIFT, shiftOf } from "../../functions/protection/shift.ts";

const chanceOf =
  (secret: Uint8Array): Chance =>
  (text) =>
    createHmac("sha256", secret).update(text).digest().readUInt32BE(0);

describe("the shift of a boundary", () => {
  it("has over 200,000 texts the mean, the variance and the ends of the specification", () => {
    const chance = chanceOf(new Uint8Array(32));
    const texts = 200_000;
    const students = new Map<number, number>();
    for (let text = 0; text < texts; text++) {
      const shift = shiftOf(chance(`t${text}`));
      students.set(shift, (students.get(shift) ?? 0) + 1);
    }
    const moment = (power: number): number =>
      [...students].reduce((sum, [shift, times]) => sum + shift ** power * times, 0) / texts;
    expect(moment(1)).toBe(-0.00416);
    expect(moment(2)).toBe(2.00176);
    expect(students.get(-5)).toBe(124);
    expect(students.get(5)).toBe(114);
    expect(Math.max(...[...students.keys()].map(Math.abs))).toBe(LARGEST_SHIFT);
  });
});

const MONTHS = [
  ...["2021-08-31", "2021-09-30", "2021-10-29", "2021-11-30", "2021-12-17"],
  ...["2022-01-31", "2022-02-28", "2022-03-31", "2022-04-29", "2022-05-31"],
].map((on) => day(on));
const FIRST_DUE_ON = day("2022-01-10");
const BARS = 4_000;
const SIZES = [
  { name: "30-99", fewest: 30, most: 99 },
  { name: "100-299", fewest: 100, most: 299 },
  { name: "300 and more", fewest: 300, most: 900 },
] as const;
const SMALLEST_GROUP = 20;

describe("bars that grow over a year of monthly releases", () => {
  const questions = questionsOf(effectivePractice, MONTHS[0]!).filter(({ statistic }) =>
    ["plan-coverage", "statuses/all"].includes(statistic),
  );
  expect(questions).toHaveLength(2);

  it("are drawn anew once 5 to 8 students moved, each boundary near the true one, and mostly hold the truth", () => {
    const random = seededRandom(20_211_222);
    const movedWhenDrawn = new Set<number>();
    const movedWhenKept = new Set<number>();
    const labels = new Map<string, { inside: number; all: number }>();
    for (let bar = 0; bar < BARS; bar++) {
      const question = questions[bar % questions.length]!;
      const size = SIZES[bar % SIZES.length]!;
      const students = size.fewest + Math.floor(random() * (size.most - size.fewest + 1));
      const chance = chanceOf(createHmac("sha256", "simulation").update(String(bar)).digest());
      for (const { asOf, counts, before, drawn } of yearOf(question, students, chance, random)) {
        const isDrawn = drawn.drawnOn === asOf;
        if (before !== null) {
          const moved = movesBetween(before, counts);
          (isDrawn ? movedWhenDrawn : movedWhenKept).add(moved);
        }
        const n = sumOf(drawn.shown);
        expect(n).toBe(sumOf(drawn.counts));
        expect(Math.min(...drawn.shown)).toBeGreaterThanOrEqual(0);
        if (isDrawn) expect(drawn.counts).toEqual(counts);
        const largest = isDrawn ? LARGEST_SHIFT : LARGEST_SHIFT + 7;
        expect(furthestBoundary(drawn.shown, counts)).toBeLessThanOrEqual(largest);
        const now = sumOf(counts);
        const ofSize = SIZES.find(({ fewest, most }) => now >= fewest && now <= most);
        if (ofSize === undefined) continue;
        const label = labels.get(ofSize.name) ?? { inside: 0, all: 0 };
        labels.set(ofSize.name, label);
        drawn.shown.forEach((shown, part) => {
          label.all++;
          if (isInside(shown, n, counts[part]!, now)) label.inside++;
        });
      }
    }
    // Five or more, and never kept at eight: each number between was drawn at times, and kept at times.
    expect(Math.min(...movedWhenDrawn)).toBe(5);
    expect(Math.max(...movedWhenKept)).toBe(7);
    for (const moved of [5, 6, 7]) {
      expect(movedWhenDrawn).toContain(moved);
      expect(movedWhenKept).toContain(moved);
    }
    expect(labels.size).toBe(SIZES.length);
    for (const { name } of SIZES) {
      const { inside, all } = labels.get(name)!;
      const percent = (100 * inside) / all;
      console.log(
        `groups of ${name} students: the label holds the truth in ${percent.toFixed(1)} % of ${all.toLocaleString("en-US")} cases`,
      );
      expect(percent).toBeGreaterThan(50);
      expect(percent).toBeLessThan(95);
    }
  });
});

interface Month {
  readonly asOf: Day;
  readonly counts: readonly number[];
  /** The true counts when it was last drawn; null at the first release of the year. */
  readonly before: readonly number[] | null;
  readonly drawn: PublicDrawing["bars"][string];
}

/** One school's bar of a question, released every month. */
function* yearOf(
  question: Question,
  students: number,
  chance: Chance,
  random: () => number,
): Generator<Month> {
  const { grades } = effectivePractice;
  let parts: readonly string[] = Array.from({ length: students }, () => question.parts.at(-1)!.id);
  let drawing: PublicDrawing | null = null;
  for (const asOf of MONTHS) {
    parts = afterAMonth(question, parts, asOf, random);
    const counts = question.parts.map(({ id }) => parts.filter((part) => part === id).length);
    const cubes = [cubeOf(question, counts)];
    const common = { asOf, definitions: "1", smallestGroup: SMALLEST_GROUP, grades, cubes, chance };
    const deciding = { on: asOf, smallestGroup: SMALLEST_GROUP };
    const plan = planOfYear(drawing?.plan ?? null, [question], grades, cubes, deciding);
    const before = drawing === null ? null : theBar(drawing).counts;
    const divided: ReadonlySet<string> = new Set();
    drawing = publicDrawing({ ...common, plan, before: drawing, divided, questions: [question] });
    yield { asOf, counts, before, drawn: theBar(drawing) };
  }
}

/** A district of one school has the school's bar alone. */
function theBar({ bars }: PublicDrawing): Month["drawn"] {
  const all = Object.values(bars);
  expect(all).toHaveLength(1);
  return all[0]!;
}

/** Each student's part a month later: plans are opened and reviews held, a few leave and a few enter. */
function afterAMonth(
  { statistic, parts }: Question,
  before: readonly string[],
  asOf: Day,
  random: () => number,
): readonly string[] {
  const isOverdue = asOf > FIRST_DUE_ON;
  const first = parts.at(-1)!.id;
  const pace = random() * 0.3;
  const next = (part: string): string => {
    if (part === first && random() < pace) return parts[0]!.id;
    if (statistic === "plan-coverage") return part === "open" && random() < 0.01 ? "none" : part;
    if (part === first && isOverdue) return random() < 0.2 ? "no-plan" : "not-held";
    return part === "not-held" && random() < pace ? "held-late" : part;
  };
  const remaining = before.filter(() => random() >= 0.01).map(next);
  const entering = before.filter(() => random() < 0.01).map(() => first);
  return [...remaining, ...entering];
}

/** A school's cube of one question, as far as a drawing reads it. */
function cubeOf({ statistic }: Question, counts: readonly number[]): SchoolCube {
  const cube: Omit<SchoolCube, "association"> = {
    school: "1" as SchoolCube["school"],
    availability: { plans: true, attendance: true },
    instructionalDays: 180,
    students: { mandate: { [EVERYBODY]: sumOf(counts) } },
    answers: { [statistic]: { [EVERYBODY]: counts } },
    firstDueOn: { [statistic]: FIRST_DUE_ON },
    dueDays: {},
    calendarDue: {},
    problems: {},
    patterns: NO_PATTERNS,
    signatures: NO_SIGNATURES,
  };
  return cube as SchoolCube;
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** The fewest students who moved: who gained, or who lost, whichever is more. */
function movesBetween(before: readonly number[], now: readonly number[]): number {
  const changes = now.map((count, part) => count - before[part]!);
  const gained = sumOf(changes.filter((change) => change > 0));
  return Math.max(gained, gained - sumOf(changes));
}

/** By how many students the inner boundary that is off the most is off. */
function furthestBoundary(shown: readonly number[], counts: readonly number[]): number {
  const boundaries = (parts: readonly number[]): readonly number[] =>
    parts.slice(0, -1).map((_, part) => sumOf(parts.slice(0, part + 1)));
  const own = boundaries(counts);
  return Math.max(...boundaries(shown).map((boundary, index) => Math.abs(boundary - own[index]!)));
}

/** Whether the true share of today, in whole percents, is in the band that was shown. */
function isInside(shown: number, ofShown: number, count: number, of: number): boolean {
  const { leastPercent, greatestPercent } = rateBand(shown, ofShown)!;
  const percent = Math.floor((200 * count + of) / (2 * of));
  return percent >= leastPercent && percent <= greatestPercent;
}
