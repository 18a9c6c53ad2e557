import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { grouped } from "../../functions/domain/text/grouped.ts";
import { conformedCast, conformedDemo, DEMO } from "../support/conformed-districts.ts";
import { CAST, freshPlaces, ingestPath } from "../support/local-district.ts";
import { castWithTwoPlansEach } from "./cast-with-more-records.ts";
import { conformedSchools, type Row, type SchoolTables } from "./conformed-records.ts";

const NEARLY = 0.5;

/** One student's goal, once, whichever schools the student was in. */
interface PlainGoal {
  readonly id: string;
  readonly student: string;
  readonly year: string;
  readonly words: readonly string[];
  readonly kind: string;
  readonly sharedText: string;
  readonly sharedSince: string;
  readonly setOn: string;
  /** With numbers as they are, which goals of two years must have in common. */
  readonly numbered: readonly string[];
  readonly isLastYears: unknown;
}

const textOf = (row: Row | undefined, column: string): string => String(row?.[column] ?? "");

/**
 * A text in the plainest way: lower case, the student by a mask, numbers by another. It masks less
 * than the code under test, so that near copies are held to a lower similarity than theirs.
 */
const wordsOf = (text: string, names: readonly string[]): readonly string[] =>
  plainWords(
    text.replace(/\d+(\.\d+)?\s*%/g, " PCT ").replace(/\d+(\.\d+)?(st|nd|rd|th)?/g, " NUM "),
    names,
  );

function plainWords(text: string, names: readonly string[]): readonly string[] {
  return text
    .toLowerCase()
    .replace(/[’']/g, "'")
    .replace(/\bi'm\b/g, "i am")
    .replace(/\bi'd\b/g, "i would")
    .replace(/'/g, "")
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== "")
    .map((word) => (/^(i|my|me|mine|he|his|she|her|they|them|their)$/.test(word) ? "WHO" : word))
    .map((word) => (names.includes(word) ? "WHO" : word));
}

const pairsOf = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.slice(1).map((word, index) => `${words[index] ?? ""} ${word}`));

function similarity(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [pairsOf(a), pairsOf(b)];
  const both = [...left].filter((pair) => right.has(pair)).length;
  const either = new Set([...left, ...right]).size;
  return either === 0 ? 1 : both / either;
}

function goalsOf(schools: readonly SchoolTables[]): readonly PlainGoal[] {
  const goals = new Map<string, PlainGoal>();
  for (const school of schools) {
    for (const row of school.rows("goal")) {
      const [plan] = school.rowsWith("plan", "plan", row["plan"] ?? null);
      const student = textOf(plan, "student");
      const [who] = school.rowsWith("student", "student", student);
      const names = [textOf(who, "givenName"), textOf(who, "familyName")].map((name) =>
        name.toLowerCase(),
      );
      const description = textOf(row, "description");
      goals.set(textOf(row, "goal"), {
        ...{ id: textOf(row, "goal"), student, year: textOf(plan, "schoolYear") },
        words: wordsOf(description, names),
        numbered: plainWords(description, names),
        ...{ kind: textOf(row, "textKind"), sharedText: textOf(row, "sharedText") },
        ...{ sharedSince: textOf(row, "sharedSince"), setOn: textOf(row, "setOn") },
        isLastYears: row["isLastYears"],
      });
    }
  }
  return [...goals.values()];
}

const leaderWords = (text: string): readonly string[] =>
  text
    .replace(/<who>/g, "WHO")
    .replace(/<pct>/g, "pct")
    .replace(/<(num|date)>/g, "num")
    .split(" ");

const studentsWith = (goals: readonly PlainGoal[]): number =>
  new Set(goals.map(({ student }) => student)).size;

describe.each([
  ["the cast", conformedCast, CAST, 16],
  ["the demo", conformedDemo, DEMO, 99],
] as const)("the goals of %s", (_name, conformed, district, texts) => {
  it("are shared where plain comparisons find three students, and not elsewhere", async () => {
    const places = await conformed();
    const goals = goalsOf(await conformedSchools(places.records, district));
    expect(goals.length).toBeGreaterThan(20);
    const compared = goals.filter(({ kind }) => kind === "eligible");
    const equal = grouped(compared, ({ year, words }) => `${year} ${words.join(" ")}`);
    // A text that three students have to the letter is shared.
    const missed = [...equal.values()].filter(
      (alike) => studentsWith(alike) >= 3 && alike.some(({ sharedText }) => sharedText === ""),
    );
    expect(missed.flat().map(({ id }) => id)).toEqual([]);
    const shared = grouped(
      compared.filter(({ sharedText }) => sharedText !== ""),
      ({ year, sharedText }) => `${year} ${sharedText}`,
    );
    for (const alike of shared.values()) {
      const leader = leaderWords(alike[0]?.sharedText ?? "");
      const unlike = alike.filter(({ words }) => similarity(words, leader) < NEARLY);
      expect(unlike.map(({ id }) => id)).toEqual([]);
      expect(studentsWith(alike)).toBeGreaterThanOrEqual(3);
    }
    expect(shared.size).toBe(texts);
    expect(goals.filter(({ kind, words }) => kind === "too-short" && words.length >= 7)).toEqual(
      [],
    );
    expect(compared.filter(({ words }) => words.length < 4)).toEqual([]);
  });
});

describe("the goals of the cast with plans of the year before", () => {
  it("are last year's where the same student has the same plain words in it", async () => {
    const places = await freshPlaces();
    const folder = await mkdtemp(join(tmpdir(), "ilp-last-year-"));
    try {
      await ingestPath(places, await castWithTwoPlansEach(folder));
    } finally {
      await rm(folder, { recursive: true });
    }
    const goals = goalsOf(await conformedSchools(places.records, CAST));
    const compared = goals.filter(({ kind }) => kind === "eligible");
    const answers = compared.map(({ id, student, year, numbered }) => {
      const before = compared.filter(
        (other) => other.student === student && Number(other.year) === Number(year) - 1,
      );
      const isSame = before.some((other) => other.numbered.join(" ") === numbered.join(" "));
      return `${id} ${before.length === 0 ? "null" : String(isSame)}`;
    });
    expect(compared.map(({ id, isLastYears }) => `${id} ${String(isLastYears)}`)).toEqual(answers);
    const counts = [true, false].map((is) => answers.filter((of) => of.endsWith(` ${is}`)).length);
    // Three students with three goals this year: three, one and none of them of the year before.
    expect(counts).toEqual([4, 5]);
    expect(
      goals.filter(({ kind, isLastYears }) => kind !== "eligible" && isLastYears !== null),
    ).toEqual([]);
  });
});
