/**
 * Every figure of an edition as a fact: which question, where, of which students, on which day, which
 * answer. Where a table calls the same students and question by another name, the fact is the same.
 */
import { MEASURES, OF_TRANSITIONS } from "./plain-figures.ts";
import { isReview, RULES, TRANSITIONS } from "./plain-rules.ts";
import type { Row } from "./conformed-records.ts";
import type { Edition } from "./published-district.ts";

export interface Fact {
  readonly question: string;
  /** Empty for the district. */
  readonly school: string;
  /** `all/all`, `grade/08`, `sex/female`, or two at once of a transition. */
  readonly group: string;
  /** The day that the figure is told for. */
  readonly asOf: string;
  readonly part: string;
  readonly figure: string;
  /** The table that says it. */
  readonly from: string;
  readonly row: Row;
}

export const factKey = ({ question, school, group, asOf, part }: Omit<Fact, "figure">): string =>
  [question, school === "" ? "district" : school, group, asOf, part].join(" | ");

/** All that a row says of a share; how many students that is has a test of its own. */
const figureOf = ({ state, n, low, high, band, drawnOn }: Row): string =>
  state === "shown"
    ? `of ${String(n)}: ${String(low)} to ${String(high)}, ${String(band)}, counts of ${String(drawnOn)}`
    : String(state);

/** The facts that the tables of an edition state. Rows of the trend are facts of their own days. */
export function factsOf({ asOf, tables }: Edition): readonly Fact[] {
  const of = (
    table: string,
    asked: (row: Row) => readonly (readonly [question: string, group: string, part: string])[],
  ): readonly Fact[] =>
    (tables[table] ?? []).flatMap((row) =>
      asked(row).map(([question, group, part]) => {
        const day = table === "trend" ? textOf(row, "asOf") : asOf;
        const fact = { question, school: textOf(row, "school"), group, asOf: day, part };
        return { ...oneName(fact), figure: figureOf(row), from: table, row };
      }),
    );
  const rate = (row: Row) => [
    [...rateOf(row, row["breakdown"] === "transition" ? textOf(row, "group") : ""), groupOf(row)],
  ];
  const asRate = (row: Row) =>
    rate(row).map(([question = "", part = "", group = ""]) => [question, group, part] as const);
  return [
    ...of("rates", asRate),
    ...of("trend", asRate),
    ...of("statuses", (row) => [
      [`statuses/${textOf(row, "requirement")}`, groupOf(row), textOf(row, "status")],
    ]),
    ...of("standings", (row) => [
      [`standings/${textOf(row, "requirement")}`, groupOf(row), textOf(row, "standing")],
    ]),
    ...of("student-groups", (row) => {
      const [question, part] = rateOf(row, textOf(row, "requirement"));
      return [[question, `${textOf(row, "division")}/${textOf(row, "group")}`, part]];
    }),
    ...of("next-steps", (row) =>
      [[...needOf(row), ""]].map(([question = "", part = ""]) => [question, "all/all", part]),
    ),
  ];
}

export const textOf = (row: Row, column: string): string => String(row[column] ?? "");

const groupOf = (row: Row): string =>
  ["transition", "requirement"].includes(textOf(row, "breakdown"))
    ? "all/all"
    : `${textOf(row, "breakdown")}/${textOf(row, "group")}`;

/** The question and the part that a measure counts. @throws when the measure is not known */
function rateOf(row: Row, transition: string): readonly [question: string, part: string] {
  const measure = textOf(row, "measure");
  if (measure === "requirement-met") return [`standings/${textOf(row, "group")}`, "met"];
  if (measure === "review-held") return [`statuses/${textOf(row, "group")}`, "held"];
  const of = OF_TRANSITIONS.find(
    (candidate) => candidate.measure === measure && candidate.transition === transition,
  );
  if (of !== undefined) return [of.question, of.part];
  const [, question, part] = MEASURES.find(([id]) => id === measure) ?? [];
  if (question === undefined || part === undefined) {
    throw new Error(`the measure ${measure} is not known`);
  }
  return [question, part];
}

/** @throws when the need is not known */
function needOf(row: Row): readonly [question: string, part: string] {
  const id = textOf(row, "requirement");
  switch (textOf(row, "need")) {
    case "overdue":
      return [`statuses/${id}`, "not-held"];
    case "no-plan":
      return [`statuses/${id}`, "no-plan"];
    case "not-ready":
      return [`transition/${id}`, "not-ready"];
    case "not-met":
      return [`standings/${id}`, "not-met"];
    case "plan-missing":
    case "content-missing":
    case "signature-missing":
    case "record-missing":
    case "due-soon":
      return [`needs/${id}`, textOf(row, "need")];
    default:
      throw new Error(`the need ${textOf(row, "need")} is not known`);
  }
}

const CONTENTS = RULES.filter(({ kind }) => kind === "content");
/** Standings that a review's own bar says too. */
const AS_REVIEW: { readonly [standing: string]: string } = {
  met: "on-time",
  "not-determinable": "not-determinable",
  "not-applicable": "not-due",
};

type Named = Pick<Fact, "question" | "school" | "group" | "asOf" | "part">;

/** The one name of a fact that goes by several. */
function oneName(fact: Named): Named {
  const { question, group, part } = fact;
  const [content] = CONTENTS;
  if (question === "component-completeness" && CONTENTS.length === 1 && content !== undefined) {
    return { ...fact, question: `standings/${content.id}` };
  }
  const rule = RULES.find((rule) => question === `standings/${rule.id}`);
  const status = AS_REVIEW[part];
  if (rule !== undefined && isReview(rule) && status !== undefined) {
    return { ...fact, question: `statuses/${rule.id}`, part: status };
  }
  const [statistic = "", transition = ""] = question.split("/");
  const move = TRANSITIONS.find(({ id }) => id === transition);
  if (!statistic.startsWith("transition") || move === undefined) return fact;
  // The plan that came along is seen where the students arrived: in grade 6, or in 9 after grade 8.
  const isArrival = statistic === "transition-handover" && move.grade === "08";
  const grade = `grade/${isArrival ? "09" : (move.grade ?? "")}`;
  const ofGrade = { ...fact, group: group === "all/all" ? grade : `${grade} ${group}` };
  // Whether a plan is open in a grade is asked by plan coverage too: nobody here is exempt.
  return statistic === "transition-plan"
    ? { ...ofGrade, question: "plan-coverage", part: "open" }
    : ofGrade;
}

/** Keys with more than one figure, each figure with the tables that say it. */
export function contradictions(facts: readonly Fact[]): readonly string[] {
  const byKey = new Map<string, Map<string, Set<string>>>();
  for (const fact of facts) {
    const figures = byKey.get(factKey(fact)) ?? new Map<string, Set<string>>();
    byKey.set(factKey(fact), figures);
    figures.set(fact.figure, (figures.get(fact.figure) ?? new Set()).add(fact.from));
  }
  return [...byKey]
    .filter(([, figures]) => figures.size > 1)
    .map(([key, figures]) =>
      [key, ...[...figures].map(([figure, from]) => `${[...from].join(", ")} ${figure}`)].join(
        " || ",
      ),
    );
}

/** How many facts are said in more than one table. */
export function saidTwice(facts: readonly Fact[]): number {
  const from = new Map<string, Set<string>>();
  for (const fact of facts) {
    from.set(factKey(fact), (from.get(factKey(fact)) ?? new Set()).add(fact.from));
  }
  return [...from.values()].filter((tables) => tables.size > 1).length;
}
