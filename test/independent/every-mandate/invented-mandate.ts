import { DEGREES } from "./assents.ts";
import { COMPONENTS, EVENTS, ROLES } from "./codes.ts";
import { LADDER, type PlainAudience, type PlainDue, type PlainMandate } from "./plain-mandates.ts";
import { seeded, type Chance } from "./seeded.ts";

/** A requirement as a file has it, with the fields that only people read. */
type Invented = { readonly [field: string]: unknown };

/**
 * A mandate that no jurisdiction has, with a requirement of each kind and each field of the schema in some
 * of them, so that what the files leave unused today is compared too.
 */
export function inventedMandate(seed: number): PlainMandate {
  // Two letters, as the schema has it; no two of 676 are the same.
  const id = letter(seed / 26) + letter(seed);
  const chance = seeded(seed);
  const from = LADDER.indexOf(chance.oneOf(["05", "06", "07", "08", "09"]));
  const grades = LADDER.slice(from, LADDER.indexOf("12") + 1);
  const isLaw = chance.percent(85);
  const cited = (): Invented => ({
    citation: "An invented text",
    status: isLaw
      ? chance.oneOf(["confirmed", "confirmed", "recalled", "not-found"])
      : "convention",
    read: { on: "2026-01-15", edition: "invented" },
  });
  const rule = (kind: string, index: number, own: Invented): Invented => {
    const due = dueOf(grades, chance);
    return {
      ...{ kind, id: `${kind}-${index}`, name: "An invented rule", rule: "It is asked." },
      ...cited(),
      modality: chance.percent(70)
        ? "must"
        : chance.oneOf(["counted", "must-offer", "on-request", "encouraged"]),
      ...{ dueBasis: "text", due },
      ...commonPart(grades, chance),
      ...forcePart((own["due"] ?? due) as PlainDue, chance),
      ...own,
    };
  };
  const times = (count: number, kind: string, own: () => Invented): readonly Invented[] =>
    Array.from({ length: count }, (_, index) => rule(kind, index, own()));
  return {
    ...{ id, title: "Invented", citation: "An invented text", version: 1 },
    ...{ force: isLaw ? "required" : "practice", facts: null, conventions: [] },
    ...{ duties: [], notes: [], sources: [{ title: "Invented", url: "https://example.org" }] },
    ...{ grades, planTypes: ["ILP", chance.oneOf(["PLP", "HSBP", "graduation-plan"])] },
    entrantGraceDays: chance.oneOf([0, 30, 45]),
    requirements: [
      ...times(chance.whole(0, 3), "plan", () => planPart(grades, chance)),
      ...times(3, "recurring-review", () => recurringPart(grades, chance)),
      ...times(1, "transition-review", () => transitionPart(grades, chance)),
      ...times(3, "content", () => contentPart(grades, chance)),
      ...times(3, "assent", () => assentPart(grades, chance)),
      ...times(3, "record", () => recordPart(grades, chance)),
      ...times(1, "judged", () => ({ question: "it fits" })),
    ],
  } as unknown as PlainMandate;
}

const letter = (number: number): string => String.fromCharCode(65 + (Math.floor(number) % 26));

/** Grades in a row. */
function bandOf(grades: readonly string[], chance: Chance): readonly string[] {
  const first = chance.whole(0, grades.length - 1);
  return grades.slice(first, first + chance.whole(1, 3));
}

/** What is asked once, anew in each school year, or within a band of grades, to which it then speaks. */
function spanned(grades: readonly string[], chance: Chance): Invented {
  if (chance.percent(40)) return { span: "ever", due: dueOf(grades, chance) };
  if (chance.percent(50)) return { span: "school-year", due: yearlyDue(chance) };
  const band = bandOf(grades, chance);
  return {
    span: { grades: band },
    appliesTo: { grades: band },
    due: chance.percent(70)
      ? { kind: "grade", edge: "end", grade: band.at(-1) }
      : { kind: "year-end" },
  };
}

/** A day of every school year. */
function yearlyDue(chance: Chance): PlainDue {
  const unit = chance.oneOf(["calendar", "instructional", "unstated"]);
  const days = chance.oneOf([10, 30, 90]);
  const dues: readonly PlainDue[] = [
    { kind: "share-of-year", days: chance.whole(1, 9), of: 10 },
    { kind: "year-end" },
    { kind: "calendar-date", month: chance.whole(1, 12), day: chance.whole(1, 28) },
    { kind: "calendar-date", month: 2, day: 29 },
    { kind: "days-enrolled", days, unit },
    { kind: "open", words: "as needed" } as PlainDue,
  ];
  return chance.percent(85)
    ? chance.oneOf(dues)
    : { kind: "either", of: [chance.oneOf(dues.slice(0, 5)), chance.oneOf(dues.slice(0, 5))] };
}

/** A day of one school year, or of every one. */
function dueOf(grades: readonly string[], chance: Chance): PlainDue {
  const grade = chance.oneOf(grades);
  const unit = chance.oneOf(["calendar", "instructional", "unstated"]);
  const days = chance.oneOf([10, 30, 90]);
  const named: readonly PlainDue[] = [
    { kind: "calendar-date", month: 12, day: 21, grade },
    { kind: "grade", edge: "end", grade },
    { kind: "grade", edge: "begin", grade, says: "No later than the first day." } as PlainDue,
    { kind: "semester-end", semester: chance.whole(1, 2), grade },
    { kind: "days-into-grade", days, unit, grade },
    { kind: "days-after-event", event: chance.oneOf(EVENTS), days, unit },
    { kind: "age", years: chance.oneOf([14, 16, 18]) },
  ];
  if (chance.percent(30)) return yearlyDue(chance);
  return chance.percent(85)
    ? chance.oneOf(named)
    : { kind: "either", of: [chance.oneOf(named), chance.oneOf(named)] };
}

/** Conditions, alternatives, days in force: each now and then. */
function commonPart(grades: readonly string[], chance: Chance): Invented {
  const year = chance.whole(2016, 2026);
  const appliesTo: PlainAudience = {
    ...(chance.percent(40) ? { grades: bandOf(grades, chance) } : {}),
    ...(chance.percent(10)
      ? { cohort: { by: chance.oneOf(["entering-grade-9", "graduating"]), from: year } }
      : {}),
    ...(chance.percent(5) ? { phases: [{ grades: bandOf(grades, chance), from: year }] } : {}),
    ...(chance.percent(5) ? { programs: { noneOf: ["special-education"] } } : {}),
    ...(chance.percent(8) ? { entrants: chance.oneOf(["only", "not"]) } : {}),
    ...(chance.percent(12)
      ? { after: { event: chance.oneOf(EVENTS), within: chance.oneOf(["school-year", "ever"]) } }
      : {}),
    ...(chance.percent(5) ? { youngerThan: 18 } : {}),
  };
  const alternatives = {
    ...(chance.percent(8)
      ? {
          substitute: {
            plan: chance.oneOf(["IEP", "504"]),
            tests: chance.percent(50) ? [] : ["it fits"],
          },
        }
      : {}),
    ...(chance.percent(6)
      ? { waivedBy: { event: "plan-declined", for: chance.oneOf(["school-year", "ever"]) } }
      : {}),
  };
  return {
    ...(Object.keys(appliesTo).length === 0 ? {} : { appliesTo }),
    ...(Object.keys(alternatives).length === 0 ? {} : { alternatives }),
    ...(chance.percent(20) ? { entrantDue: yearlyDue(chance) } : {}),
    ...(chance.percent(10) ? { offeredBy: chance.oneOf(EVENTS) } : {}),
  };
}

/** Days in force, where one due day decides whether the rule governs. */
function forcePart({ kind }: PlainDue, chance: Chance): Invented {
  const year = chance.whole(2016, 2026);
  if (kind === "either") return {};
  return {
    ...(chance.percent(8) ? { effectiveFrom: `${year}-07-01` } : {}),
    ...(chance.percent(8) ? { effectiveUntil: `${year}-06-30` } : {}),
  };
}

function planPart(grades: readonly string[], chance: Chance): Invented {
  const asks = chance.oneOf(["open", "made", "made", "kept"]);
  return asks === "made" ? { asks, ...spanned(grades, chance) } : { asks };
}

function recurringPart(grades: readonly string[], chance: Chance): Invented {
  const span = spanned(grades, chance);
  return {
    ...{ nth: chance.whole(1, 2), minimumDaysApart: chance.oneOf([0, 1, 60]) },
    ...(typeof span["span"] === "object" ? span : { span: "school-year", due: yearlyDue(chance) }),
    ...(chance.percent(30) ? { meeting: chance.oneOf(["individual", "group"]) } : {}),
    ...(chance.percent(30) ? { isDueInFirstYear: true } : {}),
    ...(chance.percent(25) ? { isMetByUpdate: true } : {}),
    ...(chance.percent(20) ? { needsPlan: false } : {}),
    ...(typeof span["span"] !== "object" && chance.percent(35)
      ? { reopenedBy: { event: chance.oneOf(EVENTS), days: chance.oneOf([0, 30]) } }
      : {}),
  };
}

const transitionPart = (grades: readonly string[], chance: Chance): Invented => ({
  ...(chance.percent(25) ? { isMetByUpdate: true } : {}),
  ...(chance.percent(25) ? { isOfEarlierPlan: true } : {}),
  ...{ grade: chance.oneOf(grades), transitionName: "A transition", focusAreas: [] },
  opensAfter: { days: chance.whole(0, 2), of: 4 },
  due: { kind: "share-of-year", days: chance.whole(2, 4), of: 4 },
});

function contentPart(grades: readonly string[], chance: Chance): Invented {
  const [first = "resume", ...rest] = chance.some(
    [
      ...["academic-goal", "career-goal", "personal-social-goal", "course-plan", "resume"],
      ...["action-steps-benchmarks", "career-exploration", ...chance.some(COMPONENTS, 5)],
    ].filter(
      (component, index, all) => all.indexOf(component) === index && component !== "portfolio",
    ),
    40,
  );
  const split = chance.whole(0, rest.length);
  const listed = [first, ...rest.slice(split)];
  const status = (): Invented =>
    chance.percent(20) ? { status: chance.oneOf(["confirmed", "recalled"]) } : {};
  const says = "It is in the text.";
  const isTallied = chance.percent(20);
  return {
    ...spanned(grades, chance),
    all: rest.slice(0, split).map((component) => ({ component, says, ...status() })),
    ...(chance.percent(60)
      ? {
          atLeast: {
            ...{ count: chance.whole(1, Math.min(2, listed.length)), of: listed, says },
            ...status(),
          },
        }
      : {}),
    ...(isTallied
      ? {
          tally: {
            ...{ component: "portfolio", counts: chance.oneOf(["entries", "quantity"]) },
            ...{ atLeast: chance.whole(1, 8), strands: chance.whole(1, 4) },
            marked: [{ mark: "implementation", atLeast: 1 }],
          },
        }
      : {}),
  };
}

const assentPart = (grades: readonly string[], chance: Chance): Invented => ({
  ...spanned(grades, chance),
  of: Array.from({ length: chance.whole(1, 3) }, () => ({
    ...{ anyOf: [chance.oneOf(ROLES)], who: "somebody", degree: chance.oneOf(DEGREES) },
    ...(chance.percent(25) ? { isOnlyForMinors: true } : {}),
    ...(chance.percent(25) ? { mayBeDesignee: true } : {}),
    ...(chance.percent(25) ? { isMetByGoodFaith: true } : {}),
    ...(chance.percent(15) ? { status: chance.oneOf(["confirmed", "recalled"]) } : {}),
  })),
  ...(chance.percent(25) ? { reopenedBy: chance.oneOf(EVENTS) } : {}),
  ...(chance.percent(20) ? { isOfYearlyReview: true } : {}),
});

const recordPart = (grades: readonly string[], chance: Chance): Invented => ({
  ...(chance.percent(25) ? { span: { after: chance.oneOf(EVENTS) } } : spanned(grades, chance)),
  ...{ record: chance.oneOf(EVENTS), times: chance.oneOf([1, 1, 2]) },
});
