import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { recordsKeys } from "../../../functions/layout.ts";
import { mandateById } from "../../../functions/mandates/rules/mandates.ts";
import { METRICS } from "../../../functions/metrics/measures/metrics.ts";
import { DEMO } from "../../support/conformed-districts.ts";
import {
  freshPlaces,
  ingestPath,
  publishDay,
  type MemoryPlaces,
} from "../../support/local-district.ts";
import {
  arrowTables,
  conformedSchools,
  type Row,
  type SchoolTables,
} from "../conformed-records.ts";
import { PLAIN_MANDATES } from "../every-mandate/plain-mandates.ts";
import { daysInRow } from "../days-in-row.ts";
import { demoWithSubstance } from "./demo-with-substance.ts";
import { SUBSTANCE, substanceUnder } from "./substance-tables.ts";

/** The mandates, and days of each: that of Rhode Island has a review due in the middle of the year. */
const UNDER = [
  ["PA", "2022-05-20"],
  ["MI", "2022-05-20"],
  ["RI", "2022-01-28"],
  ["RI", "2022-05-20"],
] as const;

describe("the substance of plans under other mandates", { timeout: 120_000 }, () => {
  let places: MemoryPlaces;
  let schools: readonly SchoolTables[];
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), "ilp-other-"));
    try {
      places = await freshPlaces();
      await ingestPath(places, await demoWithSubstance(folder), DEMO);
      schools = await conformedSchools(places.records, DEMO);
    } finally {
      await rm(folder, { recursive: true });
    }
  }, 120_000);

  const publishedUnder = async (id: string, asOf: string) => {
    const { edition } = await publishDay(places, asOf, DEMO, "staff-only", mandateById(id));
    return arrowTables(places.records, recordsKeys.staffEdition(DEMO, edition));
  };
  const plainMandate = (id: string) => PLAIN_MANDATES.find((mandate) => mandate.id === id)!;

  it("is every measure of plans that the answers of a staff edition have", async () => {
    const { answers } = await publishedUnder("PA", "2022-05-20");
    const measures = new Set(answers?.map((row) => String(row["measure"])));
    expect([...measures].filter((id) => !(id in SUBSTANCE)).sort()).toEqual([
      ...["chronic-absence", "chronic-absence-year", "component-completeness", "plan-coverage"],
    ]);
    expect(METRICS.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(SUBSTANCE)));
  });

  it("is of students who give each answer, but those for what a district does not send", () => {
    const counted = UNDER.map(([id, asOf]) => substanceUnder(plainMandate(id), schools, asOf));
    const given = new Set(
      counted.flatMap(({ answers }) => [...answers.keys()].map((key) => key.replace(/ .* /, " "))),
    );
    const asked = METRICS.filter(({ id }) => id in SUBSTANCE).flatMap(({ id, statistics }) =>
      (statistics[0]?.parts ?? []).map((part) => `${id} ${part.id}`),
    );
    expect(asked.filter((answer) => !given.has(answer)).sort()).toEqual(NOT_GIVEN);
    const shown = new Set(
      counted.flatMap(({ patterns }) =>
        [...patterns].flatMap(([key, figure]) => (/^[1-9]/.test(figure) ? [key] : [])),
      ),
    );
    expect([...shown]).toEqual(
      expect.arrayContaining([
        " reviewed-on-last-day",
        " reviewed-alike",
        " opened-and-reviewed",
        " goals-due-on-last-day",
      ]),
    );
  });

  it.each(UNDER)(
    "equals an independent count under the mandate of %s as of %s",
    async (id, asOf) => {
      const tables = await publishedUnder(id, asOf);
      const counted = substanceUnder(plainMandate(id), schools, asOf);
      const compare = (table: string, entries: Entries, expected: ReadonlyMap<string, string>) => {
        expect(entries.length, table).toBeGreaterThan(0);
        expect(differences(entries, expected), table).toEqual([]);
      };
      compare("answers", answersIn(tables["answers"] ?? []), counted.answers);
      compare("plan-patterns", patternsIn(tables["plan-patterns"] ?? []), counted.patterns);
      compare(
        "review-signatures",
        (tables["review-signatures"] ?? []).map((row) => [String(row["school"]), daysInRow(row)]),
        counted.signatures,
      );
      const listed = (tables["students"] ?? []).filter((row) => row["isEnrolled"] === true);
      expect(listed.length).toBe(counted.students.size);
      for (const row of listed) {
        const own = counted.students.get(String(row["student"])) ?? {};
        const published = Object.keys(own).map((column) => [column, row[column]]);
        expect(Object.fromEntries(published)).toEqual(own);
      }
    },
  );
});

/** Where no record says it, a part of another district: the cast and others are counted for these. */
const NOT_GIVEN = [
  "counselor-participation not-recorded",
  "family-participation not-recorded",
  "goals-measurable not-determinable",
  "goals-reviewed not-determinable",
  "goals-specific not-determinable",
  "goals-time-bound not-determinable",
  "goals-with-steps not-determinable",
  "on-track not-determinable",
  "others-participation not-recorded",
  "plan-change not-recorded",
  "plan-learning-preferences no",
  "plan-learning-preferences yes",
  "student-participation not-recorded",
  "teacher-participation not-recorded",
];

type Entries = readonly (readonly [key: string, figure: string])[];

const differences = (
  published: Entries,
  counted: ReadonlyMap<string, string>,
): readonly string[] => {
  const own = new Map(published);
  return [...new Set([...own.keys(), ...counted.keys()])]
    .filter((key) => own.get(key) !== counted.get(key))
    .map((key) => `${key}: counted ${counted.get(key)}, published ${own.get(key)}`);
};

/** Answers that somebody gave; where nobody is asked, that one fact. */
const answersIn = (rows: readonly Row[]): Entries =>
  rows
    .filter((row) => String(row["measure"]) in SUBSTANCE && row["count"] !== 0)
    .map((row) => {
      const isAsked = row["state"] !== "not-applicable";
      const group = `${String(row["breakdown"])}/${String(row["group"])}`;
      const answer = isAsked ? String(row["answer"]) : "nobody";
      return [
        `${String(row["measure"])} ${String(row["school"])} ${group} ${answer}`,
        figureIn(row),
      ];
    });

const patternsIn = (rows: readonly Row[]): Entries =>
  rows.map((row) => [`${String(row["school"])} ${String(row["pattern"])}`, figureIn(row)]);

const figureIn = ({ state, count, n }: Row): string =>
  state === "shown" ? `${String(count)} of ${String(n)}` : String(state);
