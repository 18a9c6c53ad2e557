import type { ReleaseManifest } from "../../../../../functions/releases/manifest/manifest.ts";
import { english } from "../../../words/language.js";
import { requirementWords as words } from "../../../words/requirements.js";
import { measureName } from "../../../words/terms/measures.js";
import type { Edition } from "../../../release/edition.ts";
import type { Question } from "./bar-rows.ts";

/** Every question of the edition: all reviews first, then all requirements, plans, and the requirements in the order of the mandate. */
export async function questionsOf(edition: Edition): Promise<readonly Question[]> {
  const [manifest, statuses, standings, answers] = await Promise.all([
    edition.manifest(),
    edition.rows("statuses"),
    edition.rows("standings"),
    edition.rows("answers"),
  ]);
  const reviews = new Set(statuses.map(({ requirement }) => requirement));
  const others = new Set(standings.map(({ requirement }) => requirement));
  const transitions = new Map(
    answers
      .filter(({ measure }) => measure === "transition-coverage")
      .map(({ group, groupName }) => [group, groupName]),
  );
  const hasPlans = answers.some(({ measure }) => measure === PLANS);
  const ofRequirements = manifest.mandate.requirements.flatMap(
    ({ id, name, isInForce, isPlanCoverage = false }) => {
      if (!isInForce) return [];
      return isPlanCoverage && hasPlans
        ? [{ ...plans, id, requirement: id }]
        : ofRequirement(id, name, { reviews, others, transitions });
    },
  );
  return [
    ...(reviews.has("all") ? [allReviews(ofRequirements)] : []),
    ...(others.has("all") ? [allRequirements] : []),
    ...(hasPlans && !ofRequirements.some(isOfPlans) ? [plans] : []),
    ...ofRequirements,
  ];
}

const PLANS = "plan-coverage";

const isOfPlans = ({ parts }: Question): boolean => parts === "plan";

/** The question that the address asks for: open plans by the requirement that asks for them, or by their own name. */
export const questionAsked = (questions: readonly Question[], id: string): Question | undefined =>
  questions.find((question) => question.id === id) ??
  (id === plans.id ? questions.find(isOfPlans) : undefined);

interface Tables {
  readonly reviews: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
  readonly transitions: ReadonlyMap<string, string>;
}

/** A transition is read from its own bar; where the edition has its review besides, from that. */
function ofRequirement(
  id: string,
  name: string,
  { reviews, others, transitions }: Tables,
): readonly Question[] {
  const transition = transitions.get(id);
  const requirement = { id, name, requirement: id } as const;
  if (transition !== undefined) {
    const rates = [{ measure: "transition-coverage", group: id }];
    return [{ ...requirement, name: transition, parts: "transition", rates }];
  }
  if (reviews.has(id)) {
    const rates = [{ measure: "review-held", group: id }];
    return [{ ...requirement, parts: "review", rates }];
  }
  if (!others.has(id)) return [];
  return [
    { ...requirement, parts: "standing", rates: [{ measure: "requirement-met", group: id }] },
  ];
}

/**
 * For all requirements together, the lines of each review: the composite covers a different set of
 * requirements after each due date.
 */
const allReviews = (each: readonly Question[]): Question => ({
  id: "all",
  name: null,
  parts: "review",
  requirement: null,
  rates: each.filter(({ parts }) => parts === "review").flatMap(({ rates }) => rates),
});

const allRequirements: Question = {
  id: "all-requirements",
  name: null,
  parts: "standing",
  requirement: null,
  rates: [{ measure: "requirements-met", group: "all" }],
};

/** That a plan is open is one fact: a requirement that asks no more of every student is this question. */
const plans: Question = {
  id: "plans",
  name: null,
  parts: "plan",
  requirement: null,
  rates: [{ measure: PLANS, group: "all" }],
};

/** The question in the reader's words. */
export function questionName({ id, name, parts }: Question): string {
  if (name !== null) return english(name);
  if (parts === "plan") return measureName(PLANS, PLANS);
  return id === "all" ? words.allReviews : words.allRequirements;
}

/** The rule of a question, as the mandate has it. */
export const ruleOf = ({ requirement }: Question, { mandate }: ReleaseManifest) =>
  mandate.requirements.find(({ id }) => id === requirement) ?? null;
