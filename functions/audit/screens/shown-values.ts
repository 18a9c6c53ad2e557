import { FIGURE_STATES } from "../../domain/figures/figure.ts";
import { SCREEN_FORM } from "../../releases/overview/overview.ts";
import { leavesOf } from "./leaves.ts";
import type { ReadRelease, SeenRow } from "../reading/read-release.ts";

/** What the tables of a release and the rest of its manifest show, and so what its first screens and messages may say. */
export interface ShownValues {
  /** The ends of shares of shown rows, by `pairText`. */
  readonly shares: ReadonlySet<string>;
  /** The same with the number of students, by `figureText`. */
  readonly figures: ReadonlySet<string>;
  /** The ends of shares of the releases of the year, this one among them. */
  readonly past: ReadonlySet<string>;
  /** The ends of shares of the school year before. */
  readonly lastYear: ReadonlySet<string>;
  /** The limits of estimates. */
  readonly limits: ReadonlySet<string>;
  /** The numbers that are allowed under a name. */
  readonly numbers: { readonly [name: string]: ReadonlySet<number> };
  /** Names, days and codes, to the letter. */
  readonly texts: ReadonlySet<string>;
  /** The shares of a rate at the schools that show it, by `rateText`. */
  readonly ofSchools: ReadonlyMap<string, readonly Share[]>;
}

type Value = SeenRow[string] | undefined;
export type Share = readonly [low: number, high: number];

export const pairText = (low: unknown, high: unknown): string => JSON.stringify([low, high]);
export const figureText = (n: unknown, low: unknown, high: unknown): string =>
  JSON.stringify([n, low, high]);
export const rateText = (rate: { readonly [column: string]: unknown }): string =>
  JSON.stringify([rate["measure"], rate["breakdown"], rate["group"]]);

const FIGURES = ["rates", "answers", "statuses", "standings", "student-groups", "next-steps"];
/** Codes that are in no table: of editions, comparisons, bars, and of why there is no figure. */
const CODES = [
  ...["", "public", "district", "school", "all", "requirement", "transition"],
  ...["up", "down", "nearly", "same", "after", "not-compared"],
  ...["reviews", "requirements", "higher", "lower", "peers", "rows"],
  ...FIGURE_STATES,
];

export function shownValues({ manifest, tables }: ReadRelease): ShownValues {
  const rowsOf = (table: string): readonly SeenRow[] => tables[table] ?? [];
  const shown = FIGURES.flatMap(rowsOf).filter(({ state }) => state === "shown");
  const pairs = (rows: readonly SeenRow[], low = "low", high = "high"): readonly string[] =>
    rows
      .filter((row) => typeof row[low] === "number" && typeof row[high] === "number")
      .map((row) => pairText(row[low], row[high]));
  const { messages: _checked, ...rest } = manifest;
  return {
    shares: new Set([...pairs(shown), ...pairs(rowsOf("changes"))]),
    figures: new Set(shown.map(({ n, low, high }) => figureText(n, low, high))),
    past: new Set([
      ...pairs(rowsOf("trend")),
      ...pairs(rowsOf("changes"), "previousLow", "previousHigh"),
    ]),
    lastYear: new Set(pairs(rowsOf("last-year"))),
    limits: new Set(pairs(rowsOf("associations"))),
    numbers: numbersOf(manifest, rowsOf, shown),
    texts: new Set([
      ...CODES,
      ...textsOf(Object.values(tables).flat().flatMap(Object.values)),
      ...textsOf(leavesOf(rest).map(([, value]) => value)),
    ]),
    ofSchools: sharesOfSchools(rowsOf("rates")),
  };
}

const textsOf = (values: readonly unknown[]): readonly string[] =>
  values.filter((value) => typeof value === "string");

function numbersOf(
  { protection, landmark, schools }: ReadRelease["manifest"],
  rowsOf: (table: string) => readonly SeenRow[],
  shown: readonly SeenRow[],
): ShownValues["numbers"] {
  const students = numbers(shown.map(({ n }) => n));
  const associations = rowsOf("associations");
  const groups = rowsOf("student-groups");
  const gaps = groups.map(({ gapLow, gapHigh }) =>
    Math.max(0, Number(gapLow ?? 0), -Number(gapHigh ?? 0)),
  );
  return {
    n: students,
    students: new Set([...students, ...numbers(associations.map((row) => row["students"]))]),
    estimate: numbers(associations.map((row) => row["estimate"])),
    points: new Set(gaps),
    groups: upTo(new Set(groups.map((row) => pairText(row["division"], row["group"]))).size),
    reasons: new Set([rowsOf("rejects").length]),
    more: upTo(schools.length),
    target: new Set([1]),
    screenForm: new Set([SCREEN_FORM]),
    smallestGroup: new Set([protection.smallestGroup]),
    instructionalDay: new Set([landmark.instructionalDay]),
  };
}

const numbers = (values: readonly Value[]): ReadonlySet<number> =>
  new Set(values.filter((value) => typeof value === "number"));

const upTo = (most: number): ReadonlySet<number> =>
  new Set(Array.from({ length: most + 1 }, (_, number) => number));

function sharesOfSchools(rates: readonly SeenRow[]): ReadonlyMap<string, readonly Share[]> {
  const shares = new Map<string, Share[]>();
  for (const row of rates) {
    if (row["level"] !== "school" || row["state"] !== "shown") continue;
    const share = [Number(row["low"]), Number(row["high"])] as const;
    const sharesOfRate = shares.get(rateText(row));
    if (sharesOfRate === undefined) shares.set(rateText(row), [share]);
    else sharesOfRate.push(share);
  }
  return shares;
}
