/**
 * The rules of effective practice written out a second time, plainly and slowly, over the conformed
 * records of one student: what a counselor would find with the records on the table. Longer than most, since it is each rule in one place.
 */
import { daysFrom, isReview, MANDATE, PLAN_RULE, plusDays, type Rule } from "./plain-rules.ts";
import type { Row, SchoolTables } from "./conformed-records.ts";

/** The records of one student: those of the school year of the day, and of plans those of each year held. */
export interface Folder {
  readonly asOf: string;
  readonly year: number;
  readonly yearBegins: string;
  readonly student: Row;
  readonly grade: string;
  readonly enrollments: readonly Row[];
  /** The school that counts the student; null for who is enrolled nowhere. */
  readonly school: string | null;
  readonly days: readonly string[];
  /** Whether they are all of the year, so that its shares have a day. */
  readonly isWholeYear: boolean;
  /** Of the school year; each says whether the mandate accepts it. */
  readonly plans: readonly Row[];
  /** Of the school year and of those before it; goals, steps and reviews are of all these. */
  readonly plansHeld: readonly Row[];
  readonly goals: readonly Row[];
  readonly steps: readonly Row[];
  readonly reviews: readonly Row[];
  readonly exemptions: readonly Row[];
  readonly attestations: readonly Row[];
  readonly assents: readonly Row[];
  readonly components: readonly Row[];
}

export const text = (row: Row, column: string): string => String(row[column] ?? "");

/** From a first day on and before a last one, where there is one. */
export const holdsOn = (row: Row, from: string, until: string, on: string): boolean =>
  text(row, from) <= on && (row[until] === null || on < text(row, until));

/** @param planTypes that the mandate accepts */
export function folderOf(
  tables: SchoolTables,
  student: Row,
  asOf: string,
  planTypes: readonly string[] = MANDATE.planTypes,
): Folder {
  const id = student["student"] ?? null;
  const year = Number(asOf.slice(0, 4)) + (asOf.slice(5) >= "07-01" ? 1 : 0);
  const yearBegins = `${year - 1}-07-01`;
  const own = (table: string): readonly Row[] => tables.rowsWith(table, "student", id);
  const enrollments = own("enrollment");
  const school = countedAt(enrollments, asOf);
  const plansHeld = own("plan")
    .filter((plan) => Number(plan["schoolYear"]) <= year)
    .map((plan): Row => ({
      ...plan,
      isAccepted: plan["status"] !== "draft" && planTypes.includes(text(plan, "planType")),
    }));
  const of = (table: string, column: string, rows: readonly Row[], key: string): readonly Row[] =>
    rows.flatMap((row) => tables.rowsWith(table, column, row[key] ?? null));
  const goals = of("goal", "plan", plansHeld, "plan");
  const days = school === null ? [] : daysOf(tables, school, yearBegins);
  return {
    asOf,
    year,
    yearBegins,
    student,
    grade: text(student, "grade"),
    enrollments,
    school,
    days,
    isWholeYear: isWholeYear(days, asOf, year),
    plans: plansHeld.filter((plan) => plan["schoolYear"] === year),
    plansHeld,
    goals,
    steps: of("actionStep", "goal", goals, "goal"),
    reviews: of("review", "plan", plansHeld, "plan"),
    exemptions: own("exemption"),
    attestations: own("attestation"),
    assents: own("planAssent"),
    components: own("planComponent"),
  };
}

/** From early autumn until May; or as many as a short school year has, and more to come. */
export function isWholeYear(days: readonly string[], asOf: string, year: number): boolean {
  const [begins = "", ends = ""] = [days[0], days.at(-1)];
  const reaches = begins < `${year - 1}-10-02` && ends > `${year}-04-30`;
  return reaches || (days.length > 141 && !(asOf > ends));
}

/** The instructional days of a school in the school year, in order. */
export function daysOf(
  tables: SchoolTables,
  school: string,
  yearBegins: string,
): readonly string[] {
  const daysBySchool = DAYS.get(tables) ?? new Map<string, readonly string[]>();
  DAYS.set(tables, daysBySchool);
  const key = `${school} ${yearBegins}`;
  const yearEnds = plusDays(yearBegins, 365);
  const days =
    daysBySchool.get(key) ??
    tables
      .rowsWith("calendar", "school", school)
      .map((row) => text(row, "on"))
      .filter((on) => on >= yearBegins && on < yearEnds)
      .sort();
  daysBySchool.set(key, days);
  return days;
}

/** Asked for every student, so each school's are made out once. */
const DAYS = new WeakMap<SchoolTables, Map<string, readonly string[]>>();

/** A school that answers for the student before others, then the later-begun, then the smaller id. */
export function countedAt(enrollments: readonly Row[], on: string): string | null {
  const [first] = enrollments
    .filter((enrollment) => holdsOn(enrollment, "enteredOn", "withdrewOn", on))
    .sort(
      (a, b) =>
        Number(b["isPrimary"]) - Number(a["isPrimary"]) ||
        text(b, "enteredOn").localeCompare(text(a, "enteredOn")) ||
        (text(a, "school") < text(b, "school") ? -1 : 1),
    );
  return first === undefined ? null : text(first, "school");
}

/** A plan of a folder: no draft, and of a type that the mandate accepts. */
export const isAccepted = (plan: Row): boolean => plan["isAccepted"] === true;

/** No draft, and one that is said to be active or closes on a day to come. */
export const isOpen = (plan: Row, on: string): boolean =>
  (plan["status"] === "active" || (plan["status"] === "closed" && plan["closedOn"] !== null)) &&
  holdsOn(plan, "openedOn", "closedOn", on);

export const openAccepted = ({ plansHeld, asOf }: Folder): readonly Row[] =>
  plansHeld.filter((plan) => isAccepted(plan) && isOpen(plan, asOf));

/** Accepted plans of this year, or of earlier ones that are open while there is none of this year. */
const plansOfYear = (folder: Folder): readonly Row[] => {
  const own = folder.plansHeld.filter(
    (plan) =>
      isAccepted(plan) &&
      text(plan, "openedOn") <= folder.asOf &&
      Number(plan["schoolYear"]) >= folder.year,
  );
  return own.length > 0 ? own : openAccepted(folder);
};

/** Whether a plan of this year is closed, and nobody gives the day. */
export const mayBeOpen = (folder: Folder): boolean =>
  plansOfYear(folder).some((plan) => plan["status"] === "closed" && plan["closedOn"] === null);

/** How many reviews of this year's plans were held on a day that nobody gives. */
function undatedReviews(folder: Folder): number {
  const ids = new Set(plansOfYear(folder).map((plan) => plan["plan"]));
  return folder.reviews.filter(
    (review) => review["state"] === "held" && review["heldOn"] === null && ids.has(review["plan"]),
  ).length;
}

/** Plans of accepted types, drafts left out, by id. */
const acceptedPlans = (plans: readonly Row[]): ReadonlySet<string> =>
  new Set(plans.filter(isAccepted).map((plan) => text(plan, "plan")));

/** Reviews of accepted plans held this school year by the day, the earliest first. */
export function heldReviews(folder: Folder, plans = folder.plansHeld): readonly Row[] {
  const accepted = acceptedPlans(plans);
  return folder.reviews
    .filter(
      (review) =>
        review["state"] === "held" &&
        accepted.has(text(review, "plan")) &&
        text(review, "heldOn") >= folder.yearBegins &&
        text(review, "heldOn") <= folder.asOf,
    )
    .sort((a, b) => text(a, "heldOn").localeCompare(text(b, "heldOn")));
}

/** A status counts from its day on; before it the goal was being worked on. */
export const statusOf = (goal: Row, { asOf }: Folder): string =>
  text(goal, "statusOn") > asOf ? "in-progress" : text(goal, "status");

/** Goals of accepted plans set by the day. */
export function goalsSet(folder: Folder, plans = folder.plansHeld): readonly Row[] {
  const accepted = acceptedPlans(plans);
  return folder.goals.filter(
    (goal) => accepted.has(text(goal, "plan")) && text(goal, "setOn") <= folder.asOf,
  );
}

export const listed = (row: Row, column: string): readonly string[] =>
  text(row, column)
    .split(";")
    .filter((item) => item !== "");

export const isExempt = ({ exemptions, asOf }: Folder, rule: string): boolean =>
  exemptions.some(
    (row) =>
      [rule, "all"].includes(text(row, "requirement")) && holdsOn(row, "from", "until", asOf),
  );

export interface PlainAnswer {
  readonly status: string;
  readonly dueOn: string | null;
  /** When what is asked was done. */
  readonly doneOn: string | null;
  /** Of a transition the first day on which a review counts. */
  readonly opensOn: string | null;
  /** Whether somebody's statement decided it. */
  readonly isAttested: boolean;
  /** It was due before the student came, and may have been done elsewhere. */
  readonly isElsewhere: boolean;
}

const answered = (status: string, rest: Partial<PlainAnswer> = {}): PlainAnswer => ({
  status,
  dueOn: null,
  doneOn: null,
  opensOn: null,
  isAttested: false,
  isElsewhere: false,
  ...rest,
});

/** How a student stands on a rule on the day. */
export function answerTo(folder: Folder, rule: Rule): PlainAnswer {
  const grades = rule.grade === undefined ? MANDATE.grades : [rule.grade];
  if (!grades.includes(folder.grade)) return answered("not-applicable");
  if (isExempt(folder, rule.id)) return answered(isReview(rule) ? "exempt" : "not-applicable");
  return isReview(rule) ? reviewAnswer(folder, rule) : attested(folder, rule);
}

interface Due {
  readonly original: string;
  /** With the days of grace of a student who came during the year. */
  readonly moved: string;
  /** The first day in the district this school year, or the day of return to it if the day fell between. */
  readonly entered: string;
  readonly isEntrant: boolean;
  readonly graceEnds: string;
}

const partOf = (days: readonly string[], share: { days: number; of: number }): number =>
  Math.floor((days.length * share.days) / share.of);

/** Whether a plan had to be open before this day. */
export function isPlanDue(folder: Folder): boolean {
  if (PLAN_RULE === undefined || isExempt(folder, PLAN_RULE.id)) return false;
  const due = dueOf(folder, PLAN_RULE);
  return due !== null && folder.asOf > due.moved;
}

/** Null without a calendar. */
function dueOf(
  { days, isWholeYear, enrollments, yearBegins, asOf }: Folder,
  { due }: Rule,
): Due | null {
  if (due.kind !== "share-of-year") throw new Error(`a due day of kind ${due.kind} is not known`);
  const [firstDay] = days;
  const original = days[partOf(days, due) - 1];
  if (firstDay === undefined || original === undefined || !isWholeYear) return null;
  const ofYear = enrollments.filter(
    (enrollment) =>
      enrollment["withdrewOn"] === null || text(enrollment, "withdrewOn") > yearBegins,
  );
  const entries = ofYear.map((enrollment) => text(enrollment, "enteredOn")).sort();
  const by = (entered: string): Due => {
    const isEntrant = entered > firstDay;
    const graceEnds = isEntrant ? plusDays(entered, MANDATE.entrantGraceDays) : "";
    const moved = graceEnds > original ? graceEnds : original;
    return { original, moved, entered, isEntrant, graceEnds };
  };
  let asked = by(entries[0] ?? "");
  // Each day of school that the student missed between two enrollments.
  const missed = days.filter(
    (on) =>
      on <= asOf &&
      !ofYear.some((enrollment) => holdsOn(enrollment, "enteredOn", "withdrewOn", on)),
  );
  for (const on of missed) {
    const left = ofYear.map((row) => text(row, "withdrewOn")).filter((day) => day && day <= on);
    const back = entries.find((entry) => entry > on && entry <= asOf);
    if (left.length === 0 || back === undefined || back === asked.entered) continue;
    if (asked.moved < (left.sort().at(-1) ?? "")) return asked;
    asked = by(back);
  }
  return asked;
}

function reviewAnswer(folder: Folder, rule: Rule): PlainAnswer {
  const { asOf } = folder;
  const days = heldReviews(folder).map((review) => text(review, "heldOn"));
  const held = [...new Set(days)];
  const share = rule.opensAfter;
  const isOpening = share !== undefined && (folder.isWholeYear || share.days === 0);
  const opensOn = isOpening ? (folder.days[partOf(folder.days, share)] ?? null) : null;
  const doneOn =
    share === undefined
      ? nthApart(held, rule.nth ?? 1, rule.minimumDaysApart ?? 0)
      : (held.find((on) => opensOn !== null && on >= opensOn) ?? null);
  const due = dueOf(folder, rule);
  if (due === null) {
    const status = folder.days.length === 0 ? "not-yet-assessable" : "not-determinable";
    return answered(status, { opensOn, doneOn });
  }
  const say = (status: string, dueOn: string | null = due.moved): PlainAnswer =>
    answered(status, { dueOn, doneOn, opensOn });
  if (doneOn !== null && doneOn <= due.moved) return say("timely");
  // Who came after the day was never asked.
  if (due.isEntrant && due.entered > due.original) return say("exempt");
  const undated = undatedReviews(folder);
  const isUnclear = undated > 0 && held.length + undated >= (rule.nth ?? 1);
  if (doneOn !== null) return say(isUnclear ? "not-determinable" : "held-late");
  if (due.isEntrant && asOf < due.graceEnds) return say("not-yet-assessable");
  // Who is asked for no plan is held to the review alone.
  const isWithoutPlan = openAccepted(folder).length === 0 && !mayBeOpen(folder);
  const planDue =
    PLAN_RULE !== undefined && isWithoutPlan && !isExempt(folder, PLAN_RULE.id)
      ? dueOf(folder, PLAN_RULE)
      : null;
  if (planDue !== null && asOf <= planDue.moved) return say("pending", null);
  if (asOf <= due.moved) return say("pending");
  if (isUnclear) return say("not-determinable");
  return say(planDue === null ? "not-held" : "plan-missing");
}

function nthApart(held: readonly string[], nth: number, apart: number): string | null {
  let last: string | null = null;
  let counted = 0;
  for (const on of held) {
    if (last !== null && daysFrom(last, on) < apart) continue;
    last = on;
    counted++;
    if (counted === nth) return on;
  }
  return null;
}

/** A requirement that is no review; where the records do not decide, the latest statement does. */
function attested(folder: Folder, rule: Rule): PlainAnswer {
  const answer = standingAnswer(folder, rule);
  if (answer.status !== "not-determinable") return answer;
  const statement = folder.attestations
    .filter((row) => row["requirement"] === rule.id && holdsOn(row, "from", "until", folder.asOf))
    .sort((a, b) => text(a, "from").localeCompare(text(b, "from")))
    .at(-1);
  if (statement === undefined) return answer;
  return { ...answer, status: statement["isMet"] === true ? "met" : "not-met", isAttested: true };
}

function standingAnswer(folder: Folder, rule: Rule): PlainAnswer {
  if (rule.kind === "plan") return planAnswer(folder, rule);
  const due = dueOf(folder, rule);
  const doneOn =
    rule.kind === "content"
      ? contentDone(folder, rule, due?.moved ?? folder.asOf)
      : partTaken(folder, rule);
  if (due === null) return answered("not-determinable", { doneOn });
  const isElsewhere = due.isEntrant && due.entered > due.original;
  const say = (status: string): PlainAnswer =>
    answered(status, { dueOn: due.moved, doneOn, isElsewhere });
  // A goal of which nobody can say the domain may be the one that is missing.
  const isUnsaid =
    rule.kind === "content" &&
    goalsSet(folder).some(
      (goal) => goal["domain"] === null && isInPlanOn(goal, due.moved, folder.asOf),
    );
  const isUndated =
    rule.kind === "assent" && (undatedReviews(folder) > 0 || isAnyAssentUndated(folder, rule));
  const missed = isElsewhere || isUnsaid || isUndated ? "not-determinable" : "not-met";
  if (doneOn !== null) return say(doneOn <= due.moved ? "met" : missed);
  return say(folder.asOf <= due.moved ? "not-applicable" : missed);
}

/** Whether a goal had not been given up when it was due, or by the date of the data where that comes first. */
function isInPlanOn(goal: Row, dueOn: string, asOf: string): boolean {
  if (goal["status"] !== "discontinued") return true;
  if (goal["statusOn"] === null) {
    if (dueOn < asOf) throw new Error("a goal given up on no day is not known");
    return false;
  }
  return text(goal, "statusOn") > (dueOn < asOf ? dueOn : asOf);
}

/** Whether a plan is open on the day, whenever it was made. */
function planAnswer(folder: Folder, rule: Rule): PlainAnswer {
  if (rule.asks !== "open") throw new Error(`a plan that is ${rule.asks ?? ""} is not known`);
  const due = dueOf(folder, rule);
  const dueOn = due?.moved ?? null;
  if (openAccepted(folder).length > 0) return answered("met", { dueOn, doneOn: folder.asOf });
  if (dueOn === null) return answered("not-determinable");
  if (folder.asOf <= dueOn) return answered("not-applicable", { dueOn });
  return answered(mayBeOpen(folder) ? "not-determinable" : "not-met", { dueOn });
}

const GOAL_DOMAINS: { readonly [component: string]: string } = {
  "academic-goal": "academic",
  "career-goal": "career",
  "personal-social-goal": "personal",
};

/** The first day on which everything was there: the last of the first days of each. */
function contentDone(folder: Folder, { all = [] }: Rule, dueOn: string): string | null {
  return lastOfFirst(
    all.map(({ component }) => {
      const domain = GOAL_DOMAINS[component];
      if (domain === undefined) throw new Error(`the content ${component} is not known`);
      return [
        ...goalsSet(folder)
          .filter((goal) => goal["domain"] === domain && isInPlanOn(goal, dueOn, folder.asOf))
          .map((goal) => dayInPlan(folder, goal)),
        ...folder.components
          .filter((entry) => entry["component"] === component)
          .map((entry) => text(entry, "enteredOn")),
      ];
    }),
    folder,
  );
}

/** A goal that was set before the school year is in a plan of it, or carried on in it, from its first day on. */
function dayInPlan(folder: Folder, goal: Row): string {
  const setOn = text(goal, "setOn");
  const isOfYear = [...folder.plans, ...plansOfYear(folder)].some(
    (plan) => plan["plan"] === goal["plan"],
  );
  return isOfYear && setOn < folder.yearBegins ? folder.yearBegins : setOn;
}

const SHOWS_PARTICIPATION = ["participation", "signature", "approval"];

const isPartOf = (row: Row, roles: readonly string[]): boolean =>
  roles.includes(text(row, "role")) &&
  SHOWS_PARTICIPATION.includes(text(row, "degree")) &&
  row["isDesignee"] === false &&
  row["isGoodFaithEffort"] === false;

/** Whether a part that a line asks for was taken on a day that no record gives. */
const isAnyAssentUndated = (folder: Folder, { of = [] }: Rule): boolean =>
  folder.assents.some(
    (row) => row["givenOn"] === null && of.some(({ anyOf }) => isPartOf(row, anyOf)),
  );

function partTaken(folder: Folder, { kind, of = [] }: Rule): string | null {
  if (kind !== "assent") throw new Error(`a requirement of kind ${kind} is not known`);
  return lastOfFirst(
    of.map(({ anyOf, degree }) => {
      if (degree !== "participation") throw new Error(`the degree ${degree} is not known`);
      return [
        ...heldReviews(folder)
          .filter((review) => listed(review, "participants").some((role) => anyOf.includes(role)))
          .map((review) => text(review, "heldOn")),
        ...folder.assents
          .filter((row) => row["givenOn"] !== null && isPartOf(row, anyOf))
          .map((row) => text(row, "givenOn")),
      ];
    }),
    folder,
  );
}

function lastOfFirst(
  entries: readonly (readonly string[])[],
  { asOf, yearBegins }: Folder,
): string | null {
  const firsts = entries.map(
    (days) => days.filter((on) => on >= yearBegins && on <= asOf).sort()[0] ?? null,
  );
  return firsts.includes(null) ? null : (firsts.sort().at(-1) ?? null);
}

/** Any answer as met, not met, not determinable or not applicable. */
export function standingOf({ status, dueOn }: PlainAnswer): string {
  switch (status) {
    case "timely":
    case "met":
      return "met";
    case "held-late":
    case "not-held":
    case "plan-missing":
    case "not-met":
      return "not-met";
    case "not-determinable":
      return "not-determinable";
    case "not-yet-assessable":
      return dueOn === null ? "not-determinable" : "not-applicable";
    default:
      return "not-applicable";
  }
}

/** Any answer as a part of a bar of reviews. */
export function reviewPartOf({ status, dueOn }: PlainAnswer): string {
  switch (status) {
    case "timely":
      return "on-time";
    case "held-late":
    case "not-held":
      return status;
    case "plan-missing":
      return "no-plan";
    case "not-yet-assessable":
      return dueOn === null ? "not-determinable" : "not-due";
    case "not-determinable":
      return status;
    default:
      return "not-due";
  }
}
