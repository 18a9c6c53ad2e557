// Longer than most: each field of the reference is compared here, so that a fact left out fails.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Grade } from "../../functions/domain/people/grade.ts";
import { MANDATES, mandateById } from "../../functions/mandates/rules/mandates.ts";
import type {
  MandateFacts,
  MandateProfile,
} from "../../functions/mandates/rules/mandate-profile.ts";

interface Reference {
  readonly state: string;
  readonly plan: string;
  readonly abbreviation: string | null;
  readonly mandate: string;
  readonly citation: string;
  readonly gradesFrom: number | null;
  readonly gradesTo: number | null;
  readonly startBy: string | null;
  readonly reviewsPerYear: number | null;
  readonly reviewRule: string | null;
  readonly transitionGrades: readonly number[];
  readonly requiredComponents: readonly string[];
  readonly participants: readonly string[];
  readonly parentSignature: string;
  readonly reporting: string | null;
  readonly graduation: string | null;
  readonly iep504: string | null;
  readonly ruleShapes: readonly string[];
  readonly confirmedFacts: readonly string[];
  readonly recalledFacts: readonly string[];
  readonly sources: readonly string[];
  readonly nacac2015Mandate: boolean;
  readonly factStatus: { readonly [field: string]: string };
  readonly gaps: readonly string[];
}

/** By which requirement, duty or note of the profile each fact and shape of the reference is carried. */
interface Trace {
  readonly [field: string]: { readonly [text: string]: readonly string[] };
}

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`./reference/${name}`, import.meta.url), "utf8")) as T;
/** What later reading of the texts put in the place of the reference: by state and field, with why. */
interface Amendments {
  readonly [state: string]: {
    readonly [field: string]: {
      readonly value?: unknown;
      readonly status?: string;
      readonly because: string;
    };
  };
}
const AMENDMENTS: Amendments = Object.assign(
  {},
  ...readdirSync(new URL("./reference/amendments/", import.meta.url)).map((name) =>
    read<Amendments>(`amendments/${name}`),
  ),
) as Amendments;
const amended = (reference: Reference): Reference => {
  const own = Object.entries(AMENDMENTS[reference.state] ?? {});
  return {
    ...reference,
    ...Object.fromEntries(
      own.flatMap(([field, { value }]) => (value === undefined ? [] : [[field, value]])),
    ),
    factStatus: {
      ...reference.factStatus,
      ...Object.fromEntries(
        own.flatMap(([field, { status }]) => (status === undefined ? [] : [[field, status]])),
      ),
    },
  };
};
const REFERENCE = read<readonly Reference[]>("mandates.json").map(amended);
const TRACES = read<{ readonly [state: string]: Trace }>("trace.json");

const hyphenated = (words: readonly string[]) =>
  words.map((word) => word.replaceAll("_", "-").toLowerCase());
const grade = (number: number | null) =>
  number === null ? null : (String(number).padStart(2, "0") as Grade);

/** The fields of the reference, and where the profile has each. */
const FIELDS = {
  plan: "plan",
  abbreviation: "abbreviation",
  mandate: "mandate",
  citation: "citation",
  startBy: "start",
  reviewsPerYear: "reviewsPerYear",
  transitionGrades: "transitionGrades",
  requiredComponents: "components",
  participants: "participants",
  parentSignature: "parent",
  reporting: "reporting",
  graduation: "graduation",
  iep504: "iep504",
} as const satisfies { readonly [field: string]: keyof MandateFacts };

/** Words that say that there is nothing to say. */
const NOTHING =
  /^(none|not (stated|seen)|n\/a|none (found|stated|for a plan).*|none found in.*|not stated in.*)$/;

const numbersIn = (text: string) => (text.match(/\d+/g) ?? []).map((number) => String(+number));

const longRun = 10;
const words = (text: string) => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
const runsOf = (text: string) => {
  const all = words(text);
  return all.slice(longRun - 1).map((_, index) => all.slice(index, index + longRun).join(" "));
};

/** What a reader is told, in this project's own words. */
const toldBy = ({ facts, requirements, duties, notes }: MandateProfile): readonly string[] => [
  ...[facts!.start, facts!.review, facts!.reporting, facts!.graduation, facts!.iep504].flatMap(
    ({ value }) => value ?? [],
  ),
  ...facts!.gaps,
  ...[...requirements, ...duties].map(({ rule }) => rule),
  ...notes.map(({ text }) => text),
];

const textsOf = (reference: Reference): readonly string[] =>
  [
    ...reference.confirmedFacts,
    ...reference.recalledFacts,
    ...[reference.startBy, reference.reviewRule, reference.reporting],
    ...[reference.graduation, reference.iep504],
  ].filter((text) => text !== null);

describe.each(REFERENCE)("the profile of $state", (reference) => {
  const profile = mandateById(reference.state);
  const facts = profile.facts!;
  const trace = TRACES[reference.state]!;

  it("has the facts of the reference field by field", () => {
    expect(facts.plan.value).toBe(reference.plan);
    expect(facts.abbreviation.value).toBe(reference.abbreviation);
    expect(facts.mandate.value).toBe(reference.mandate);
    expect(facts.citation.value).toBe(reference.citation);
    expect(profile.citation).toContain(reference.citation);
    expect(facts.grades.value).toEqual({
      from: grade(reference.gradesFrom),
      to: grade(reference.gradesTo),
    });
    expect([profile.grades[0] ?? null, profile.grades.at(-1) ?? null]).toEqual([
      grade(reference.gradesFrom),
      grade(reference.gradesTo),
    ]);
    expect(facts.reviewsPerYear.value).toBe(reference.reviewsPerYear);
    expect(facts.transitionGrades.value).toEqual(reference.transitionGrades.map(grade));
    expect(facts.components.value).toEqual(hyphenated(reference.requiredComponents));
    expect(facts.participants.value).toEqual(hyphenated(reference.participants));
    expect(facts.parent.value).toBe(reference.parentSignature);
    expect(facts.isOnNacac2015List).toBe(reference.nacac2015Mandate);
    expect(facts.gaps).toHaveLength(reference.gaps.length);
  });

  it("has each field's status, and calls what the reference leaves out not found", () => {
    for (const [field, own] of Object.entries(FIELDS)) {
      expect(facts[own].status, field).toBe(reference.factStatus[field] ?? "not-found");
    }
    const grades = [reference.factStatus["gradesFrom"], reference.factStatus["gradesTo"]];
    const weakest = ["recalled", "confirmed"].find((status) => grades.includes(status));
    expect(facts.grades.status).toBe(weakest ?? "not-found");
  });

  it("says something wherever the reference does", () => {
    for (const [text, own] of [
      [reference.startBy, facts.start],
      [reference.reviewRule, facts.review],
      [reference.reporting, facts.reporting],
      [reference.graduation, facts.graduation],
      [reference.iep504, facts.iep504],
    ] as const) {
      if (text !== null && !NOTHING.test(text)) expect(own.value, text).not.toBeNull();
      if (own.value !== null) expect(text).not.toBeNull();
    }
  });

  it("has every source with its address", () => {
    // Sources that were read later follow those of the reference.
    const first = profile.sources.slice(0, reference.sources.length);
    expect(first.map(({ title }) => title)).toEqual(
      reference.sources.map((source) => source.split(" — ")[0]),
    );
    for (const [index, { url }] of first.entries()) {
      expect(reference.sources[index]).toContain(url);
    }
  });

  it("carries each fact and each shape of rule in a requirement, a duty or a note", () => {
    const ruleIds = new Set(
      [...profile.requirements, ...profile.duties, ...profile.notes].map(({ id }) => id),
    );
    for (const field of ["confirmedFacts", "recalledFacts", "ruleShapes"] as const) {
      expect(Object.keys(trace[field]!)).toEqual(reference[field]);
      for (const [text, ids] of Object.entries(trace[field]!)) {
        expect(ids.length, text).toBeGreaterThan(0);
        expect(ids.filter((id) => !ruleIds.has(id))).toEqual([]);
      }
    }
  });

  it("leaves out no number, date or section that the reference names", () => {
    const there = new Set(numbersIn(JSON.stringify(profile)));
    for (const text of textsOf(reference)) {
      expect(
        numbersIn(text).filter((number) => !there.has(number)),
        text,
      ).toEqual([]);
    }
  });

  it("says it in words of its own", () => {
    const theirs = new Set(textsOf(reference).flatMap(runsOf));
    const copied = toldBy(profile)
      .flatMap(runsOf)
      .filter((run) => theirs.has(run));
    expect(copied).toEqual([]);
  });

  it("asks for each component and person that the facts name, or asks nothing", () => {
    if (profile.requirements.length === 0) return;
    const asked = new Set(
      profile.requirements.flatMap((requirement) =>
        requirement.kind === "content"
          ? [
              ...requirement.all.map(({ component }) => component),
              ...(requirement.atLeast?.of ?? []),
              ...(requirement.whereApplicable ?? []),
              ...(requirement.tally === undefined ? [] : [requirement.tally.component]),
            ]
          : [],
      ),
    );
    expect(facts.components.value.filter((component) => !asked.has(component))).toEqual([]);
    const ofParents = profile.requirements.flatMap((requirement) =>
      requirement.kind === "assent"
        ? requirement.of.filter(({ anyOf }) => anyOf.includes("family"))
        : [],
    );
    const degrees = new Set<string>(ofParents.map(({ degree }) => degree));
    const isGoodFaith = /-good-faith$/.test(facts.parent.value);
    const degree = { invited: "invitation", sought: "consultation-sought" }[facts.parent.value];
    if (facts.parent.value !== "none-found") {
      expect(degrees).toContain(degree ?? facts.parent.value.replace("-good-faith", ""));
    }
    expect(ofParents.some(({ isMetByGoodFaith }) => isMetByGoodFaith)).toBe(isGoodFaith);
  });
});

describe("the profiles", () => {
  it("include every jurisdiction of the reference", () => {
    const ids = new Set(MANDATES.map(({ id }) => id));
    expect(REFERENCE.map(({ state }) => state).filter((state) => !ids.has(state))).toEqual([]);
  });

  it("ask nothing of a student where nothing is in force, and something everywhere else", () => {
    for (const { id, force, requirements } of MANDATES) {
      const isAsking = !["encouraged", "pilot", "none-found", "framework"].includes(force);
      // What is asked of those in one program alone does not put the state's plan in force.
      const asked = requirements.filter(
        ({ modality, appliesTo }) =>
          modality !== "encouraged" && appliesTo?.programs?.anyOf === undefined,
      );
      expect(asked.length > 0, id).toBe(isAsking);
    }
  });

  it("differ from the reference only for a reason, in fields that it has", () => {
    for (const [state, fields] of Object.entries(AMENDMENTS)) {
      const reference = REFERENCE.find((reference) => reference.state === state)!;
      for (const [field, { because }] of Object.entries(fields)) {
        expect(Object.keys(reference), `${state} ${field}`).toContain(field);
        expect(because, `${state} ${field}`).toMatch(/^[A-Z].+\.$/);
      }
    }
  });
});
