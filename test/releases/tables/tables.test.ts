import { describe, expect, it } from "vitest";
import { barKeyText } from "../../../functions/domain/figures/bar-key.ts";
import { effectivePractice } from "../../../functions/mandates/rules/effective-practice.ts";
import { mandateById } from "../../../functions/mandates/rules/mandates.ts";
import { questionsOf } from "../../../functions/metrics/cube/questions.ts";
import { measuredAssociations } from "../../../functions/releases/figures/associations.ts";
import { exactFigures } from "../../../functions/releases/figures/exact-figures.ts";
import { measuredExposureGroups } from "../../../functions/releases/figures/exposure-groups.ts";
import { STAFF_TABLES, TABLES } from "../../../functions/releases/tables/tables.ts";
import { ASKED, scopeOf } from "./drawn-scope.ts";

const EDITIONS = (["staff", "public"] as const).flatMap((kind) =>
  [effectivePractice, mandateById("KY"), mandateById("PA")].flatMap((mandate) => {
    const scope = scopeOf(kind, mandate);
    return Object.entries(ASKED).map(([name, ask]) => {
      const definitions: readonly (typeof STAFF_TABLES)[number][] =
        kind === "staff" ? STAFF_TABLES : TABLES;
      const definition = definitions.find((definition) => definition.name === name)!;
      return { kind, mandate: mandate.id, name, asked: [...ask(scope)], definition, scope };
    });
  }),
);
const titled = EDITIONS.filter(({ asked }) => asked.length > 0).map(
  (edition) => [edition.kind, edition.name, edition.mandate, edition] as const,
);

describe("the tables of an edition", () => {
  it("have the same names in both, and for staff alone plans compared with the roster, and how late reviews are", () => {
    const names = TABLES.map(({ name }) => name);
    expect(names).toEqual([
      ...["rates", "statuses", "standings", "answers", "student-groups", "next-steps"],
      ...["associations", "exposure-groups", "trend", "last-year", "changes", "came-due"],
      ...["files", "rejects"],
      "records-changed",
    ]);
    expect(STAFF_TABLES.map(({ name }) => name)).toEqual([
      ...[...names, "reconciliation", "lateness", "plan-patterns", "review-signatures"],
    ]);
  });

  it("have the same columns in both, and exact counts for staff besides", () => {
    for (const { name, columns, primaryKey } of TABLES) {
      if (name === "files") continue;
      const staff = STAFF_TABLES.find((table) => table.name === name)!;
      const more = staff.columns
        .map((column) => column.name)
        .filter((column) => column !== "count");
      expect(more, name).toEqual(columns.map((column) => column.name));
      expect(staff.primaryKey).toEqual(primaryKey);
    }
    const counted = STAFF_TABLES.filter(({ columns }) =>
      columns.some(({ name }) => name === "count"),
    );
    expect(counted.map(({ name }) => name)).toEqual([
      ...["rates", "statuses", "standings", "answers", "student-groups", "next-steps"],
      ...["trend", "last-year", "came-due", "reconciliation", "lateness"],
      "plan-patterns",
    ]);
  });

  it("have a place, a state and its reason wherever they have a share", () => {
    for (const { name, columns } of STAFF_TABLES) {
      const named = columns.map((column) => column.name);
      if (!named.includes("low") || name === "changes") continue;
      expect(named, name).toContain("state");
    }
  });
});

describe("what a table asks for", () => {
  it.each(titled)(
    "of the %s edition, %s under %s, is once under each primary key",
    (_, __, ___, edition) => {
      const keys = edition.asked.map(({ key }) =>
        JSON.stringify(edition.definition.primaryKey.map((column) => (key as never)[column])),
      );
      expect(keys.length).toBeGreaterThan(0);
      expect(keys.filter((key) => key.includes("null"))).toEqual([]);
      expect(new Set(keys).size).toBe(keys.length);
    },
  );

  it.each(titled)(
    "of the %s edition, %s under %s, has the columns of its definition",
    (_, __, ___, edition) => {
      const defined = edition.definition.columns.map(({ name }) => name);
      const figure = ["count", "n", "low", "high", "band", "drawnOn", "state"];
      const later = [...figure, "gapLow", "gapHigh", "gap"];
      for (const { key } of edition.asked) {
        expect(Object.keys(key).filter((column) => !defined.includes(column))).toEqual([]);
        expect(defined.filter((column) => !later.includes(column) && !(column in key))).toEqual([]);
      }
    },
  );

  it.each(titled)(
    "of the %s edition, %s under %s, are parts of questions that are asked",
    (_, __, ___, edition) => {
      const questions = questionsOf(edition.scope.mandate, edition.scope.asOf);
      const places = edition.scope.places.map(({ school }) => school);
      for (const { bar, parts } of edition.asked) {
        const question = questions.find(({ statistic }) => statistic === bar.statistic)!;
        const partIds = question.parts.map(({ id }) => id);
        expect(
          parts.filter((part) => !partIds.includes(part)),
          barKeyText(bar),
        ).toEqual([]);
        expect(parts.length).toBeGreaterThan(0);
        expect(places).toContain(bar.school);
        if (edition.kind === "public") expect(question.isPublic).toBe(true);
      }
    },
  );

  it("is nothing of reviews under a mandate without a review that has a due day, nor in public of how late they are, and something else", () => {
    const empty = EDITIONS.filter(({ asked }) => asked.length === 0);
    expect(empty.map(({ kind, name, mandate }) => `${kind} ${name} ${mandate}`)).toEqual([
      ...["staff statuses PA", "staff lateness PA"],
      ...["public lateness effective-practice", "public lateness KY"],
      ...["public statuses PA", "public lateness PA"],
    ]);
  });

  it("has every figure of a staff edition counted or explained", () => {
    for (const { kind, asked, scope, name } of EDITIONS) {
      if (kind !== "staff") continue;
      for (const row of exactFigures(asked, scope)) {
        if (row.state === "shown") expect(row.count! / row.n!).toBe(row.low);
        else expect(row.state, name).toBe("not-applicable");
      }
    }
  });
});

describe("the estimates of an edition", () => {
  it("are once under each primary key, in the columns of their definitions", () => {
    const { places, mandate } = scopeOf("staff");
    const rows = {
      associations: measuredAssociations(places, mandate).map(({ key }) => key as object),
      "exposure-groups": measuredExposureGroups(places[0]!).map(({ key }) => key as object),
    };
    for (const [name, keys] of Object.entries(rows)) {
      const { columns, primaryKey } = TABLES.find((table) => table.name === name)!;
      const defined: readonly string[] = columns.map((column) => column.name);
      const texts = keys.map((key) =>
        JSON.stringify(primaryKey.map((column) => (key as never)[column])),
      );
      expect(new Set(texts).size, name).toBe(texts.length);
      expect(
        keys.flatMap((key) => Object.keys(key)).filter((key) => !defined.includes(key)),
      ).toEqual([]);
    }
  });
});
