import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FigureAsked } from "../../../functions/domain/figures/figure.ts";
import { barKeyText } from "../../../functions/domain/figures/bar-key.ts";
import { effectivePractice } from "../../../functions/mandates/rules/effective-practice.ts";
import { mandateById } from "../../../functions/mandates/rules/mandates.ts";
import type { MandateProfile } from "../../../functions/mandates/rules/mandate-profile.ts";
import { questionsOf } from "../../../functions/metrics/cube/questions.ts";
import { schoolCube } from "../../../functions/metrics/cube/school-cube.ts";
import { assessedStudents } from "../../../functions/metrics/students/assessed-students.ts";
import { staffScope } from "../../../functions/editions/staff-scope.ts";
import { measuredAssociations } from "../../../functions/releases/figures/associations.ts";
import { exactFigures } from "../../../functions/releases/figures/exact-figures.ts";
import { measuredExposureGroups } from "../../../functions/releases/figures/exposure-groups.ts";
import type { EditionScope } from "../../../functions/releases/tables/places.ts";
import { STAFF_TABLES, TABLES } from "../../../functions/releases/tables/tables.ts";
import {
  groupColumns,
  groupName,
  isBreakdown,
} from "../../../functions/releases/tables/group-columns.ts";
import { askedLateness } from "../../../functions/releases/tables/lateness.ts";
import { askedNextSteps } from "../../../functions/releases/tables/next-steps.ts";
import { askedRates } from "../../../functions/releases/tables/rates.ts";
import { askedStandings } from "../../../functions/releases/tables/standings.ts";
import { askedStatuses } from "../../../functions/releases/tables/statuses.ts";
import { askedStudentGroups } from "../../../functions/releases/tables/student-groups.ts";
import { CONTEXT, drawnStudent, PLAIN, schoolOf } from "../../metrics/drawn-school.ts";

type Asked = FigureAsked<object>;

/** Two schools of 30 students of all sorts, and one with two below the mandate's grades. */
function scopeOf(
  kind: EditionScope["kind"],
  mandate: MandateProfile = effectivePractice,
): EditionScope {
  const drawn = fc.sample(drawnStudent, { seed: 7, numRuns: 60 });
  const context = { ...CONTEXT, mandate };
  const cubes = [
    schoolOf("S0", drawn.slice(0, 30)),
    schoolOf("S1", drawn.slice(30)),
    schoolOf("S2", [
      { ...PLAIN, grade: "03" },
      { ...PLAIN, grade: "03", hasPlan: false },
    ]),
  ].map((records) => ({
    name: `School ${records.school}`,
    cube: schoolCube(records, assessedStudents(records, context), context),
  }));
  const scope = staffScope({ districtName: "Cast" }, context, cubes);
  if (kind === "staff") return scope;
  return {
    ...scope,
    kind,
    questions: scope.questions.filter(({ isPublic }) => isPublic),
    groupsOf: ({ statistic }, { school }) =>
      statistic === "plan-coverage" && school === null
        ? ["grade/06", "grade/07-08", "sex/female"]
        : [],
  };
}

const ratesAsked = (scope: EditionScope) => [...askedRates(scope)];
const standingsAsked = (scope: EditionScope) => [...askedStandings(scope)];
const studentGroupsAsked = (scope: EditionScope) => [...askedStudentGroups(scope)];

const ASKED: { readonly [table: string]: (scope: EditionScope) => Iterable<Asked> } = {
  rates: askedRates,
  statuses: askedStatuses,
  standings: askedStandings,
  "student-groups": askedStudentGroups,
  "next-steps": askedNextSteps,
  lateness: askedLateness,
};

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

describe("one fact", () => {
  it("has one figure: whatever asks for the same part of the same bar gets the same", () => {
    const scope = scopeOf("staff");
    const figures = new Map<string, string>();
    for (const asked of Object.values(ASKED).flatMap((ask) => [...ask(scope)])) {
      const fact = `${barKeyText(asked.bar)} ${asked.parts.join("+")}`;
      const { n, count, state } = exactFigures([asked], scope)[0]!;
      const figure = JSON.stringify([n, count, state]);
      expect(figures.get(fact) ?? figure, fact).toBe(figure);
      figures.set(fact, figure);
    }
    expect(figures.size).toBeGreaterThan(500);
  });

  it("is in rates and next steps what it is in statuses and standings", () => {
    const scope = scopeOf("staff");
    const rates = exactFigures(askedRates(scope), scope);
    const statuses = exactFigures(askedStatuses(scope), scope);
    const standings = exactFigures(askedStandings(scope), scope);
    const steps = exactFigures(askedNextSteps(scope), scope);
    for (const school of ["", "S0", "S1"]) {
      const countOf = (
        rows: readonly { readonly school: string; readonly count: number | null }[],
        given: object,
      ) =>
        rows.find((row) =>
          Object.entries({ school, ...given }).every(
            ([column, value]) => (row as never)[column] === value,
          ),
        )?.count;
      const all = { requirement: "all", breakdown: "all" };
      expect(countOf(rates, { measure: "review-timeliness", breakdown: "all" })).toBe(
        countOf(statuses, { ...all, status: "on-time" }),
      );
      expect(countOf(rates, { measure: "requirements-met", breakdown: "all" })).toBe(
        countOf(standings, { ...all, standing: "met" }),
      );
      expect(countOf(steps, { requirement: "review-1", need: "overdue" })).toBe(
        countOf(statuses, { requirement: "review-1", breakdown: "all", status: "not-held" }),
      );
    }
  });

  it("adds up: the parts of a bar to its students, schools and grades to the district", () => {
    const scope = scopeOf("staff");
    const rows = exactFigures(askedStatuses(scope), scope).filter(
      ({ requirement, state }) => requirement === "all" && state === "shown",
    );
    const sum = (of: typeof rows): number => of.reduce((total, { count }) => total + count!, 0);
    const district = rows.filter(
      ({ level, breakdown }) => level === "district" && breakdown === "all",
    );
    expect(sum(district)).toBe(district[0]!.n);
    for (const { status, count } of district) {
      const same = rows.filter((row) => row.status === status);
      const schools = same.filter(
        ({ level, breakdown }) => level === "school" && breakdown === "all",
      );
      const grades = same.filter(
        ({ level, breakdown }) => level === "district" && breakdown === "grade",
      );
      const caseloads = same.filter(
        (row) => row.level === "district" && row.breakdown === "counselor",
      );
      expect([sum(schools), sum(grades), sum(caseloads)], status).toEqual([count, count, count]);
    }
  });
});

describe("the rows of rates", () => {
  const keys = (kind: EditionScope["kind"], measure: string) =>
    ratesAsked(scopeOf(kind))
      .map(({ key }) => key)
      .filter((key) => key.measure === measure && key.level === "district");

  it("are by grade and counselor for staff, by the grades with figures for everybody, a division at a time", () => {
    const breakdowns = (kind: EditionScope["kind"]) => [
      ...new Set(keys(kind, "plan-coverage").map(({ breakdown }) => breakdown)),
    ];
    expect(breakdowns("staff")).toEqual(["all", "grade", "counselor"]);
    expect(keys("public", "plan-coverage").map(({ groupName: name }) => name)).toEqual([
      "All students",
      "Grade 6",
      "Grades 7–8",
    ]);
  });

  it("are by transition where a measure follows one", () => {
    expect(
      keys("public", "transition-coverage").map(({ breakdown, group }) => [breakdown, group]),
    ).toEqual(
      ["transition-6", "transition-9", "transition-12"].map((group) => ["transition", group]),
    );
  });

  it("of milestones and contents are for staff alone", () => {
    expect(keys("public", "component-completeness")).toEqual([]);
    expect(keys("staff", "component-completeness").length).toBeGreaterThan(0);
  });
});

describe("the rows of student groups", () => {
  it("have nobody's complement in the public edition", () => {
    const groups = (kind: EditionScope["kind"]) =>
      new Set(studentGroupsAsked(scopeOf(kind)).map(({ key }) => `${key.division}/${key.group}`));
    expect([...groups("public")].filter((group) => group.endsWith("/no"))).toEqual([]);
    expect([...groups("staff")]).toContain("homeless/no");
    expect([...groups("public")]).toContain("homeless/yes");
  });

  it("have, in the public edition, the measures of all students alone", () => {
    const measures = new Set(studentGroupsAsked(scopeOf("public")).map(({ key }) => key.measure));
    expect([...measures]).toEqual([
      ...["requirements-met", "review-timeliness", "plan-coverage", "chronic-absence"],
    ]);
  });

  it("compare one sex with the other, and every other group with all students", () => {
    const compared = new Map(
      studentGroupsAsked(scopeOf("staff"))
        .filter(({ key }) => key.measure === "plan-coverage" && key.level === "district")
        .map(({ key }) => [`${key.division}/${key.group}`, key.comparedWith]),
    );
    expect(compared.get("sex/female")).toBe("male");
    expect(compared.get("sex/male")).toBe("");
    expect(compared.get("race-ethnicity/asian")).toBe("all");
    expect(compared.get("homeless/yes")).toBe("all");
    expect(compared.get("homeless/no")).toBe("");
  });

  it("have every group at the district, and at a school those that somebody is in", () => {
    const races = (school: string) =>
      studentGroupsAsked(scopeOf("staff"))
        .map(({ key }) => key)
        .filter((key) => key.measure === "chronic-absence" && key.school === school)
        .filter((key) => key.division === "race-ethnicity")
        .map(({ group }) => group);
    expect(races("")).toHaveLength(7);
    expect(races("S0")).toEqual(["asian", "white"]);
    expect(races("S2")).toEqual([]);
  });
});

describe("the rows of standings and next steps", () => {
  const needs = (kind: EditionScope["kind"], requirement: string) => [
    ...new Set(
      askedNextSteps(scopeOf(kind))
        .filter(({ key }) => key.requirement === requirement)
        .map(({ key }) => key.need),
    ),
  ];

  it("say to staff what the worklist has under each requirement, and to everybody parts of public bars", () => {
    expect(needs("staff", "review-1")).toEqual(["overdue", "due-soon", "no-plan"]);
    expect(needs("public", "review-1")).toEqual(["overdue", "no-plan"]);
    expect(needs("staff", "goal-domains")).toEqual(["content-missing", "due-soon"]);
    expect(needs("public", "goal-domains")).toEqual(["not-met"]);
    const named = (kind: EditionScope["kind"], need: string) =>
      askedNextSteps(scopeOf(kind)).find(({ key }) => key.need === need)?.key.needName;
    expect(named("staff", "signature-missing")).toBe("Participation missing");
    expect(named("public", "not-met")).toBe("Content late or missing");
  });

  it("give a transition one bar in the public edition: whether its students are ready", () => {
    expect(needs("public", "transition-6")).toEqual(["not-ready"]);
    expect(needs("staff", "transition-6")).toEqual(["overdue", "due-soon", "no-plan"]);
    const standings = standingsAsked(scopeOf("public")).map(({ key }) => key.requirement);
    expect(standings).not.toContain("transition-6");
    expect(standings).toContain("all");
  });
});

describe("the group of a row", () => {
  it.each([
    ["all/all", "All students"],
    ["grade/08", "Grade 8"],
    ["grade/09-10", "Grades 9–10"],
    ["grade/KG", "Kindergarten"],
    ["grade/KG-02", "Kindergarten to Grade 2"],
    ["counselor/K-1", "K-1"],
    ["counselor/", "No counselor named"],
  ] as const)("%s is %s", (key, name) => {
    expect(groupName(key)).toBe(name);
  });

  it("is in its columns by division and group", () => {
    const [district] = scopeOf("staff").places;
    expect(groupColumns(district!, "grade/08")).toEqual({
      ...{ level: "district", school: "", schoolName: "Cast" },
      ...{ breakdown: "grade", group: "08", groupName: "Grade 8" },
    });
  });

  it("is a breakdown by grade or counselor; student groups have their own table", () => {
    const keys = ["all/all", "grade/08", "counselor/K-1", "sex/female"] as const;
    expect(keys.map(isBreakdown)).toEqual([true, true, true, false]);
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
