// Longer than most: each way in which two tables, messages, first screens or lists could say one fact.
import { beforeAll, describe, expect, it } from "vitest";
import { conformedCast, conformedDemo } from "../support/conformed-districts.ts";
import { contradictions, factKey, factsOf, saidTwice, textOf, type Fact } from "./facts.ts";
import { isReview, RULES } from "./plain-rules.ts";
import { MISSING } from "./plain-student.ts";
import { published, type Edition } from "./published-district.ts";
import { checkMessages } from "./message-figures.ts";
import { checkScreens, screensOf } from "./screen-figures.ts";
import type { Row } from "./conformed-records.ts";

describe.each([
  {
    name: "the demo",
    district: "grand-bend",
    before: "2022-03-31",
    asOf: "2022-05-20",
    conformed: conformedDemo,
  },
  {
    name: "the cast",
    district: "cast",
    before: "2021-11-30",
    asOf: "2022-03-15",
    conformed: conformedCast,
  },
])("the editions of $name", ({ district, before, asOf, conformed }) => {
  let staff: Edition;
  let open: Edition;
  let staffBefore: Edition;
  let openBefore: Edition;
  beforeAll(async () => {
    const own = await published(district, await conformed(), [before, asOf], "both");
    [staff, staffBefore] = [own.staff(asOf), own.staff(before)];
    [open, openBefore] = [own.public(asOf), own.public(before)];
  });

  const editions = () => [
    { edition: staff, earlier: staffBefore },
    { edition: open, earlier: openBefore },
  ];

  it("say one figure for one fact, whichever table it stands in", () => {
    for (const { edition, earlier } of editions()) {
      const facts = [...factsOf(edition), ...factsOf(earlier)];
      expect(saidTwice(facts)).toBeGreaterThan(20);
      expect(contradictions(facts)).toEqual([]);
    }
  });

  it("count one number of students for one fact, in the trend as on the day itself", () => {
    const counted = [...factsOf(staff), ...factsOf(staffBefore)].map((fact) => ({
      ...fact,
      figure: String(fact.row["count"]),
    }));
    expect(contradictions(counted)).toEqual([]);
  });

  it("say one number of students for one group and day, whatever is asked of them", () => {
    for (const { edition } of editions()) {
      const sizes = factsOf(edition)
        .filter(({ row }) => row["state"] === "shown")
        .map((fact) => ({
          ...fact,
          question: populationOf(fact),
          part: textOf(fact.row, "drawnOn"),
        }))
        .map((fact) => ({ ...fact, figure: textOf(fact.row, "n") }));
      expect(contradictions(sizes)).toEqual([]);
    }
  });

  it("show the same students once: a grade or district that one school has is that school", () => {
    const facts = factsOf(open);
    const inFigures = new Set(
      facts
        .filter(({ school, group, row }) => school !== "" && group === "all/all" && isShown(row))
        .map((fact) => `${populationOf(fact)} ${fact.school}`),
    );
    const sizes = sizesOf(staff);
    const schools = [...new Set(sizes.map(({ school }) => school))];
    const named = facts
      .filter(({ row }) => isShown(row))
      .map((fact) => {
        const population = populationOf(fact);
        const having = schools.filter(
          (school) =>
            inFigures.has(`${population} ${school}`) &&
            sizes.some(
              (size) =>
                size.population === population &&
                size.school === school &&
                size.group === fact.group,
            ),
        );
        const [only = ""] = having;
        return fact.school === "" && having.length === 1 ? { ...fact, school: only } : fact;
      });
    const renamed = named.filter(
      (fact, index) => fact.school !== facts.filter(({ row }) => isShown(row))[index]?.school,
    );
    expect(renamed.length).toBeGreaterThan(0);
    expect(contradictions(named)).toEqual([]);
  });

  it("divide everybody into the parts of a question", () => {
    const bars = new Map<string, { n: number; sum: number }>();
    for (const table of ["statuses", "standings"]) {
      for (const row of (staff.tables[table] ?? []).filter(isShown)) {
        const key = ["requirement", "school", "breakdown", "group"].map((name) => row[name]);
        const bar = bars.get(`${table} ${key.join(" ")}`) ?? { n: Number(row["n"]), sum: 0 };
        bars.set(`${table} ${key.join(" ")}`, { ...bar, sum: bar.sum + Number(row["count"]) });
      }
    }
    expect(bars.size).toBeGreaterThan(50);
    for (const [key, { n, sum }] of bars) expect(sum, key).toBe(n);
  });

  it("count a review as not met where it was late, was not held, or there is no plan", () => {
    const count = countsOf(staff);
    for (const rule of RULES.filter(isReview)) {
      const parts = ["held-late", "not-held", "no-plan"].map((part) =>
        count(`statuses/${rule.id}`, part),
      );
      const sum = parts.reduce((all, part) => all + part, 0);
      expect(count(`standings/${rule.id}`, "not-met"), rule.id).toBe(sum);
    }
  });

  it("add up: schools to the district, grades and counselors to everybody", () => {
    const facts = factsOf(staff).filter(({ from }) => !["trend", "student-groups"].includes(from));
    const sums = new Map<string, number>();
    const add = (fact: Fact, name: string): void => {
      const key = `${name}: ${factKey(fact)}`;
      sums.set(key, (sums.get(key) ?? 0) + Number(fact.row["count"] ?? 0));
    };
    const once = new Map(facts.map((fact) => [factKey(fact), fact]));
    for (const fact of once.values()) {
      // Everyone of the year counts in each of their schools, and in the district once.
      const isSum = fact.question !== "chronic-absence-year";
      if (fact.school !== "" && isSum) add({ ...fact, school: "" }, "schools");
      const [breakdown = ""] = fact.group.split("/");
      const isOfTransition = fact.question.startsWith("transition");
      if (breakdown === "counselor" || (breakdown === "grade" && !isOfTransition)) {
        add({ ...fact, group: "all/all" }, breakdown);
      }
    }
    expect(sums.size).toBeGreaterThan(100);
    for (const [key, sum] of sums) {
      const whole = once.get(key.slice(key.indexOf(": ") + 2));
      const isUngraded = key.startsWith("grade") && key.includes("| chronic-absence");
      const count = Number(whole?.row["count"] ?? 0);
      if (isUngraded) expect(sum, key).toBeLessThanOrEqual(count);
      else expect(sum, key).toBe(count);
    }
  });

  it("list as many students as the tables count", () => {
    const counts = countsOf(staff);
    const students = (staff.tables["students"] ?? []).filter((row) => row["isEnrolled"] === true);
    for (const school of ["", ...new Set(students.map((row) => textOf(row, "school")))]) {
      const here = students.filter((row) => school === "" || row["school"] === school);
      const listed = (column: string, value: unknown): number =>
        here.filter((row) => row[column] === value).length;
      const expectListed = (question: string, part: string, listed: number): void =>
        expect(listed, `${question} ${part} at ${school}`).toBe(counts(question, part, school));
      for (const part of ["met", "not-met", "not-determinable"]) {
        expectListed("standings/all", part, listed("requirements", part));
      }
      for (const part of ["on-time", "held-late", "not-held", "no-plan"]) {
        expectListed("statuses/all", part, listed("reviews", part));
      }
      const covered = here.filter((row) => row["isUnderMandate"] === true);
      const withPlan = covered.filter((row) => row["hasOpenPlan"] === true).length;
      expectListed("plan-coverage", "open", withPlan);
      expectListed("chronic-absence", "chronic", listed("isChronicallyAbsent", true));
      for (const rule of RULES) {
        const { id } = rule;
        if (isReview(rule)) {
          expectListed(`statuses/${id}`, "not-held", listed(`${id}.need`, "overdue"));
          expectListed(`statuses/${id}`, "no-plan", listed(`${id}.need`, "no-plan"));
          expectListed(`statuses/${id}`, "held-late", listed(`${id}.status`, "held-late"));
        } else {
          expectListed(`standings/${id}`, "not-met", listed(`${id}.status`, "not-met"));
          expectListed(`standings/${id}`, "met", listed(`${id}.status`, "met"));
          const need = MISSING[rule.kind] ?? "";
          expectListed(`needs/${id}`, need, listed(`${id}.need`, need));
        }
      }
    }
  });

  it("list as many students with something due soon as the tables count", () => {
    for (const edition of [staff, staffBefore]) {
      const counts = countsOf(edition);
      for (const { id } of RULES) {
        const listed = (edition.tables["students"] ?? []).filter(
          (row) => row[`${id}.need`] === "due-soon",
        );
        expect(listed.length, `${id} as of ${edition.asOf}`).toBe(
          counts(`needs/${id}`, "due-soon"),
        );
      }
    }
  });

  it("compare a group with the share that the tables show of the other, unless something fell due between their counts", () => {
    const dueDays = usualDueDays(staff);
    let apart = 0;
    for (const { edition } of editions()) {
      const all = factsOf(edition);
      const facts = new Map(all.map((fact) => [factKey(fact), fact]));
      const faults = all
        .filter(({ from }) => from === "student-groups")
        .flatMap((fact) => {
          const { row, group } = fact;
          const other = textOf(row, "comparedWith");
          const [whole = "", division = ""] = group.includes(" ") ? group.split(" ") : ["", group];
          const [name = ""] = division.split("/");
          const others = other === "all" ? whole || "all/all" : `${whole} ${name}/${other}`.trim();
          const compared =
            other === "" ? undefined : facts.get(factKey({ ...fact, group: others }));
          const requirements =
            COMPOSITES[textOf(row, "measure")]?.(textOf(row, "requirement")) ?? [];
          const isApart =
            compared !== undefined &&
            isShown(row) &&
            isShown(compared.row) &&
            requirements
              .flatMap((id) => dueDays.get(id) ?? [])
              // On its due day a requirement is still open.
              .some((on) => textOf(row, "drawnOn") > on !== textOf(compared.row, "drawnOn") > on);
          if (isApart) apart += 1;
          const expected =
            compared === undefined || isApart
              ? "none"
              : expectedGap(row, compared.row, edition.asOf);
          return gapOf(row) === expected ? [] : [`${factKey(fact)}: ${gapOf(row)}, ${expected}`];
        });
      expect(faults).toEqual([]);
    }
    // Only the demo has figures that are held over a due day.
    expect(apart > 0).toBe(district === "grand-bend");
  });

  it("say of a change what the two editions show", () => {
    for (const { edition, earlier } of editions()) {
      const now = ratesOf(edition);
      const was = ratesOf(earlier);
      for (const row of edition.tables["changes"] ?? []) {
        const key = rateKey(row);
        expect(row["previousAsOf"]).toBe(earlier.asOf);
        expect([row["low"], row["high"]], key).toEqual(now.get(key));
        expect([row["previousLow"], row["previousHigh"]], key).toEqual(was.get(key));
      }
      const inBoth = [...now].filter(
        ([key, [low]]) => low !== null && (was.get(key)?.[0] ?? null) !== null,
      );
      const told = new Set((edition.tables["changes"] ?? []).map(rateKey));
      const untold = inBoth.map(([key]) => key).filter((key) => !told.has(key));
      expect(told.size + untold.length).toBe(inBoth.length);
      // Only what asks for several requirements together is not compared.
      for (const key of untold) expect(Object.keys(COMPOSITES), key).toContain(key.split(" ")[0]);
    }
  });

  it("compare requirements together where the same of them had come due for students, and nowhere else", () => {
    const rows = new Map((staff.tables["rates"] ?? []).map((row) => [rateKey(row), row]));
    const was = ratesOf(staffBefore);
    const told = new Set((staff.tables["changes"] ?? []).map(rateKey));
    const [now, before] = [staff, staffBefore].map(dueAt);
    const faults = [...rows].flatMap(([key, row]) => {
      const asked = COMPOSITES[textOf(row, "measure")]?.(textOf(row, "group")) ?? [];
      const isInBoth = row["low"] !== null && (was.get(key)?.[0] ?? null) !== null;
      const places = [...now!.keys()].filter((id) => ["", id].includes(textOf(row, "school")));
      const isSame = places.every((school) =>
        asked.every((rule) => now?.get(school)?.has(rule) === before?.get(school)?.has(rule)),
      );
      return told.has(key) === (isInBoth && isSame) ? [] : [key];
    });
    expect(faults).toEqual([]);
    // The second review came due between the two days at some school, and the first at none.
    const isTold = (key: string): boolean => told.has(key);
    expect(isTold("review-timeliness  all all")).toBe(false);
    expect(isTold("requirement-met  requirement review-1")).toBe(true);
    expect(isTold("requirement-met  requirement review-2")).toBe(true);
  });

  it("follow a rate over the releases that it is compared with", () => {
    for (const { edition, earlier } of editions()) {
      const told = new Set((edition.tables["changes"] ?? []).map(rateKey));
      const trend = (edition.tables["trend"] ?? []).filter(isShown);
      expect(trend.length).toBeGreaterThan(10);
      for (const row of trend) {
        const key = rateKey(row);
        const isOfBefore = trend.some(
          (row) => row["asOf"] === earlier.asOf && rateKey(row) === key,
        );
        const isAnew = row["asOf"] === edition.asOf && isOfBefore && !told.has(key);
        const since = isOfBefore && !isAnew ? earlier.asOf : row["asOf"];
        expect(row["comparableSince"], `${key} ${String(row["asOf"])}`).toBe(since);
      }
    }
  });

  it("say in messages and on first screens what the tables show", () => {
    for (const edition of [staff, open, staffBefore, openBefore]) {
      const [messages, screens] = [checkMessages(edition), checkScreens(edition)];
      expect([...messages.faults, ...screens.faults]).toEqual([]);
      expect(messages.checked).toBeGreaterThan(edition === staff ? 12 : 5);
      const { reports } = screensOf(edition);
      expect(reports.map(({ school }) => school.id)).toEqual(
        edition.manifest.schools.map(({ id }) => id),
      );
      expect(screens.checked).toBeGreaterThan(20 * reports.length);
    }
  });

  it("name first what most students wait for, not the greatest share of few", () => {
    const steps = (staff.tables["next-steps"] ?? []).filter(
      (row) => row["level"] === "district" && row["need"] !== "due-soon" && isShown(row),
    );
    const most = Math.max(...steps.map((row) => Number(row["count"])));
    const named = steps
      .filter((row) => row["count"] === most)
      .map((row) => `${textOf(row, "requirement")} ${textOf(row, "need")}`);
    const [first] = screensOf(staff).overview.actions;
    expect(named).toContain(`${first?.list?.requirement} ${first?.list?.need}`);
  });

  it("show in public, within what protection moves, what staff see of the same schools and day", () => {
    const counts = countsOf(staff);
    const shown = factsOf(open).filter(
      ({ school, from, row, part }) =>
        school !== "" &&
        !["trend", "student-groups"].includes(from) &&
        row["drawnOn"] === asOf &&
        // For staff each milestone is counted, and who is ready; the rest of that bar is in no table.
        part !== "not-ready",
    );
    expect(shown.length).toBeGreaterThan(district === "cast" ? 5 : 50);
    const sizes = new Map(
      sizesOf(staff).map((size) => [`${size.population} ${size.school} ${size.group}`, size.n]),
    );
    for (const fact of shown) {
      const { row, question, part, school, group } = fact;
      const n = Number(row["n"]);
      expect(n, factKey(fact)).toBe(sizes.get(`${populationOf(fact)} ${school} ${group}`));
      const count = counts(question, part, school, group);
      // Two boundaries, each moved by 5 students at the most, and a band rounded to whole percents.
      expect(count, factKey(fact)).toBeGreaterThanOrEqual((Number(row["low"]) - 0.005) * n - 10);
      expect(count, factKey(fact)).toBeLessThanOrEqual((Number(row["high"]) + 0.005) * n + 10);
    }
  });
});

const isShown = (row: Row): boolean => row["state"] === "shown";

/** Whose answers a fact counts. */
const populationOf = ({ question }: Pick<Fact, "question">): string => {
  if (question === "chronic-absence-year") return "year";
  return question === "chronic-absence" ? "enrolled" : "mandate";
};

/** How many students are in a group that has a figure. */
const sizesOf = (edition: Edition) =>
  factsOf(edition)
    .filter(({ row, from }) => isShown(row) && from !== "trend")
    .map((fact) => ({
      population: populationOf(fact),
      school: fact.school,
      group: fact.group,
      n: Number(fact.row["n"]),
    }));

/** The exact number of students of a fact of the edition's day. @throws when no table has it */
function countsOf(edition: Edition) {
  const facts = new Map(factsOf(edition).map((fact) => [factKey(fact), fact]));
  const { asOf } = edition;
  return (question: string, part: string, school = "", group = "all/all"): number => {
    const fact = facts.get(factKey({ question, part, school, group, asOf } as Fact));
    if (fact === undefined) throw new Error(`no table has ${question} ${part} ${school} ${group}`);
    return Number(fact.row["count"] ?? 0);
  };
}

/** The measures that ask for several requirements together: which, by the group of a row. */
const COMPOSITES: { readonly [measure: string]: (group: string) => readonly string[] } = {
  "requirements-met": () => RULES.map(({ id }) => id),
  "review-timeliness": () => RULES.filter(isReview).map(({ id }) => id),
  "component-completeness": () =>
    RULES.filter(({ kind }) => kind === "content").map(({ id }) => id),
  "transition-coverage": (transition) => [transition],
};

/** By school the requirements whose due day has passed for some student, as the list of students has it. */
function dueAt({ asOf, tables }: Edition): ReadonlyMap<string, ReadonlySet<string>> {
  const schools = new Map<string, Set<string>>();
  for (const row of tables["students"] ?? []) {
    const due = schools.get(textOf(row, "school")) ?? new Set<string>();
    schools.set(textOf(row, "school"), due);
    for (const { id } of RULES) {
      const isAsked = row[`${id}.status`] !== "exempt";
      const on = textOf(row, `${id}.dueOn`);
      if (isAsked && on !== "" && on < asOf) due.add(id);
    }
  }
  return schools;
}

/** By requirement the days on which it is due for most students of a school, as the list of students has it. */
function usualDueDays({ tables }: Edition): ReadonlyMap<string, readonly string[]> {
  const rows = tables["students"] ?? [];
  const schools = new Set(rows.map((row) => textOf(row, "school")));
  const usualAt = (school: string, id: string): readonly string[] => {
    const days = rows
      .filter((row) => textOf(row, "school") === school)
      .map((row) => textOf(row, `${id}.dueOn`))
      .filter((on) => on !== "");
    const times = (on: string): number => days.filter((each) => each === on).length;
    return days.toSorted((a, b) => times(b) - times(a)).slice(0, 1);
  };
  return new Map(
    RULES.map(({ id }) => [id, [...schools].flatMap((school) => usualAt(school, id))] as const),
  );
}

const rateKey = (row: Row): string =>
  ["measure", "school", "breakdown", "group"].map((column) => textOf(row, column)).join(" ");

const ratesOf = ({ tables }: Edition) =>
  new Map((tables["rates"] ?? []).map((row) => [rateKey(row), [row["low"], row["high"]] as const]));

const gapOf = ({ gap, gapLow, gapHigh }: Row): string =>
  gap === "" ? "none" : `${String(gapLow)} to ${String(gapHigh)}, ${String(gap)}`;

/** The gap between two shares: exact to a tenth of a point, of bands outwards to whole points. */
function expectedGap(row: Row, other: Row, asOf: string): string {
  if (!isShown(row) || !isShown(other)) return "none";
  // A boundary was moved by up to 5 students, the share of the chronically absent lies between two,
  // and up to 7 students may have moved since a figure was drawn.
  const boundaries = row["measure"] === "chronic-absence" ? 10 : 5;
  const ends = ({ low, high, band, n, drawnOn }: Row): readonly [number, number] => {
    if (band === null) return [Number(low) * 100, Number(high) * 100];
    const moved = (100 * (boundaries + (drawnOn === asOf ? 0 : 7))) / Number(n);
    return [
      Math.max(0, Math.round(Number(low) * 100) - moved - 0.5),
      Math.min(100, Math.round(Number(high) * 100) + moved + 0.5),
    ];
  };
  const [low, high] = ends(row);
  const [otherLow, otherHigh] = ends(other);
  const isExact = row["band"] === null && other["band"] === null;
  const least = isExact ? Math.round((low - otherHigh) * 10) / 10 : Math.floor(low - otherHigh);
  const most = isExact ? Math.round((high - otherLow) * 10) / 10 : Math.ceil(high - otherLow);
  const words = () => {
    if (isExact && low === otherHigh) return "same";
    if (low >= otherHigh) return "higher";
    return high <= otherLow ? "lower" : "unclear";
  };
  return `${least} to ${most}, ${words()}`;
}
