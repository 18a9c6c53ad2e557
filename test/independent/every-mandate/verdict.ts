import { askedBy, type AskedBy } from "./asked-by.ts";
import { askedSigners, assentsBy, assentVerdict, isAtLeast } from "./assents.ts";
import { contentVerdict } from "./contents.ts";
import { FIRST_DAY, LAST_DAY } from "./days.ts";
import { holdsOn, isExempt } from "./exempt.ts";
import { judge, shown, type Verdict } from "./judge.ts";
import { mayConvict, type PlainMandate, type PlainRule } from "./plain-mandates.ts";
import type { PlainStudent } from "./plain-records.ts";
import { planDue } from "./plan-missing.ts";
import { acceptedPlans, isOpen, planVerdict } from "./plans.ts";
import { recordVerdict } from "./records.ts";
import { firstPlanOf, reviewVerdict, type ReviewVerdict } from "./reviews.ts";
import { lastEvent } from "./school-life.ts";
import { speaksTo } from "./speaks-to.ts";
import { windowBegins } from "./window.ts";

/** How a student stands on a requirement: of a review also its finer status. */
export interface PlainAnswer {
  readonly standing: Verdict;
  readonly status: Verdict | ReviewVerdict;
}

/** The second evaluation of one requirement for one student on one day, by `docs/mandate-rules.md`. */
export function answerTo(
  mandate: PlainMandate,
  rule: PlainRule,
  student: PlainStudent,
  asOf: string,
): PlainAnswer {
  const speaks = speaksTo(mandate, rule, student, asOf);
  const asked = askedBy(mandate, rule, student, asOf);
  const { effectiveFrom = "", effectiveUntil = LAST_DAY } = rule;
  const { ruleDay } = asked.term;
  if (
    speaks === "no" ||
    rule.modality === "encouraged" ||
    ruleDay < effectiveFrom ||
    ruleDay > effectiveUntil
  ) {
    return answer("not-applicable");
  }
  if (isExempt(rule, student, asOf)) return answer(isReview(rule) ? "exempt" : "not-applicable");

  const verdict: ReviewVerdict | Verdict =
    speaks === "cannot say" ? "not-determinable" : verdictOf(mandate, rule, student, asked, asOf);
  const asOfPlan = verdict === "not-met" ? beforePlan(mandate, rule, student, asOf) : verdict;
  return attested(substituted(offered(asOfPlan)));

  /** What must only be offered is met by the offer, and nobody is blamed for what was not taken up. */
  function offered(status: PlainAnswer["status"]): PlainAnswer {
    const own = held(status);
    if (!isOfferOnly(rule) || own.standing === "met") return own;
    if (isOffered(mandate, rule, student, asOf)) return answer("met");
    return own.standing === "not-met" ? answer("not-determinable") : own;
  }

  /** Only a rule that somebody read, or chose, is held against a student. */
  function held(status: PlainAnswer["status"]): PlainAnswer {
    const own = answer(status);
    return own.standing === "not-met" && isReview(rule) && !mayConvict(rule.status)
      ? answer("not-determinable")
      : own;
  }

  /** An open IEP or Section 504 plan in its place, at once or where somebody attests to what is asked of it. */
  function substituted(own: PlainAnswer): PlainAnswer {
    const substitute = rule.alternatives?.substitute;
    if (substitute === undefined) return own;
    if (own.standing === "met" || own.standing === "not-applicable") return own;
    const isThere = student.plans.some(
      (plan) => plan.type === substitute.plan && isOpen(plan, asOf),
    );
    if (!isThere) return own;
    return answer(substitute.tests.length === 0 ? "met" : "not-determinable");
  }

  /** What a named person states decides where nothing else does; the later statement of two. */
  function attested(own: PlainAnswer): PlainAnswer {
    if (own.standing !== "not-determinable") return own;
    const statement = student.attestations
      .filter((attestation) => attestation.requirement === rule.id && holdsOn(attestation, asOf))
      .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
      .at(-1);
    if (statement === undefined) return own;
    if (statement.isMet) return answer("met");
    return answer(mayConvictAll(rule) ? "not-met" : "not-determinable");
  }
}

/**
 * What a plan contains and who agrees to it is not asked of who has none while it is still to fall due;
 * assent to the yearly review neither in the school year of the first plan.
 */
function beforePlan(
  mandate: PlainMandate,
  rule: PlainRule,
  student: PlainStudent,
  asOf: string,
): Verdict {
  if (rule.kind !== "content" && rule.kind !== "assent") return "not-met";
  const first = firstPlanOf(mandate, student, asOf);
  const plan = planDue(mandate, student, asOf);
  if (rule.isOfYearlyReview === true) {
    if (first === "unclear") return "not-determinable";
    if (first === "this year") return "not-applicable";
    const isNew = plan.is === "to come" || (plan.is === "due" && plan.isThisYear);
    if (first === "none" && isNew) return "not-applicable";
  }
  const isStillToFallDue = plan.is === "to come" && plan.isDayToCome;
  return first === "none" && isStillToFallDue ? "not-applicable" : "not-met";
}

const isReview = ({ kind }: PlainRule): boolean => kind.endsWith("-review");

/** Nobody is held to a text that nobody read, whatever is stated: every line of it must be confirmed. */
const mayConvictAll = ({ status, all = [], atLeast, of = [] }: PlainRule): boolean =>
  [
    status,
    ...[...all, ...of, ...(atLeast === undefined ? [] : [atLeast])].map(
      (line) => line.status ?? status,
    ),
  ].every(mayConvict);

function answer(status: PlainAnswer["status"]): PlainAnswer {
  return { status, standing: STANDINGS[status] };
}

const STANDINGS: { readonly [status in PlainAnswer["status"]]: Verdict } = {
  met: "met",
  "not-met": "not-met",
  "not-applicable": "not-applicable",
  "not-determinable": "not-determinable",
  timely: "met",
  "held-late": "not-met",
  "not-held": "not-met",
  "plan-missing": "not-met",
  pending: "not-applicable",
  exempt: "not-applicable",
  "not-yet-assessable": "not-applicable",
  "without-calendar": "not-determinable",
};

function verdictOf(
  mandate: PlainMandate,
  rule: PlainRule,
  student: PlainStudent,
  asked: AskedBy,
  asOf: string,
): Verdict | ReviewVerdict {
  switch (rule.kind) {
    case "plan":
      return planVerdict(mandate, rule, student, asked, asOf);
    case "content":
      return contentVerdict(mandate, rule, student, asked, asOf);
    case "assent":
      return assentVerdict(mandate, rule, student, asked, asOf);
    case "record":
      return recordVerdict(mandate, rule, student, asked, asOf);
    case "judged":
      // No record shows it.
      return judge(
        { count: 1, of: [shown([], false)], status: rule.status },
        asked.term,
        false,
        asOf,
      );
    case "recurring-review":
    case "transition-review":
      return reviewVerdict(mandate, rule, student, asked, asOf);
    default:
      throw new Error(`a requirement of kind ${rule.kind} is not known`);
  }
}

const isOfferOnly = ({ modality, appliesTo }: PlainRule): boolean =>
  modality === "must-offer" || (modality === "on-request" && appliesTo?.after === undefined);

/** Whether an offer is on record: its event, a review scheduled, or an invitation of each who is named. */
function isOffered(
  mandate: PlainMandate,
  rule: PlainRule,
  student: PlainStudent,
  asOf: string,
): boolean {
  const isPlan = rule.kind === "plan" || rule.kind === "content";
  const span = rule.kind === "transition-review" ? "school-year" : (rule.span ?? "ever");
  const isAfterEvent = typeof span === "object" && span.after !== undefined;
  const since = isAfterEvent ? FIRST_DAY : windowBegins(span, student);
  const event = rule.offeredBy ?? (isPlan ? "plan-offered" : "");
  if (lastEvent(student, event, since, asOf) !== null) return true;
  if (isReview(rule)) {
    const accepted = acceptedPlans(mandate, student, asOf).map(({ plan }) => plan);
    return student.reviews.some(
      ({ plan, scheduledOn }) =>
        scheduledOn !== null &&
        scheduledOn >= since &&
        scheduledOn <= asOf &&
        (rule.needsPlan === false || accepted.includes(plan)),
    );
  }
  const signers = askedSigners(rule, student, asOf);
  return (
    rule.kind === "assent" &&
    signers.length > 0 &&
    signers.every(({ anyOf }) =>
      assentsBy(mandate, student, asOf).some(
        ({ role, degree, givenOn }) =>
          anyOf.includes(role) && isAtLeast(degree, "invitation") && givenOn >= since,
      ),
    )
  );
}
