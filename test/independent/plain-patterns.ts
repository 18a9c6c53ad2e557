/** Patterns in plans and reviews of one school, worked out plainly from the conformed records. */
import { heldReviews, isAccepted, text } from "./plain-answers.ts";
import { goalsNow } from "./plain-plans.ts";
import { isReview } from "./plain-rules.ts";
import type { PlainStudent } from "./plain-student.ts";
import type { Row } from "./conformed-records.ts";

export const PATTERNS = [
  ...["reviewed-on-last-day", "reviewed-alike", "opened-and-reviewed", "goals-due-on-last-day"],
  ...["goals-as-others", "goals-as-last-year"],
];

/** Of each student the patterns that could be seen, and whether they are. */
export function patternsOf(
  students: readonly PlainStudent[],
): readonly ReadonlyMap<string, boolean>[] {
  const entered = students.map((student) =>
    heldReviews(student.folder)
      .filter((review) => review["meeting"] !== "group")
      .filter((review) => text(review, "participants") + text(review, "focusAreas") !== "")
      .map((review) => entryOf(student, review)),
  );
  /** How many students of the school have an entry. */
  const having = (entry: string): number => entered.filter((own) => own.includes(entry)).length;
  const together = students.map(({ folder }) => goalsTogether(folder));
  return students.map((student, place) => {
    const { folder, answers, counselor } = student;
    const shown = new Map<string, boolean>();
    // A calendar that ends before May 1 was not sent to its end.
    const lastDay = folder.days.filter((on) => on >= `${folder.year}-05-01`).at(-1);
    const held = heldReviews(folder);
    if (held.length > 0 && lastDay !== undefined) {
      const due = [...answers]
        .filter(([rule, answer]) => isReview(rule) && answer.doneOn === answer.dueOn)
        .map(([, answer]) => answer.dueOn);
      const isLast = (on: string): boolean => on === lastDay || due.includes(on);
      shown.set(
        "reviewed-on-last-day",
        held.some((review) => isLast(text(review, "heldOn"))),
      );
    }
    const own = entered[place] ?? [];
    if (own.length > 0) {
      shown.set("reviewed-alike", counselor !== "" && own.some((entry) => having(entry) >= 10));
    }
    const opened = folder.plansHeld.filter(
      (plan) =>
        isAccepted(plan) &&
        text(plan, "openedOn") >= folder.yearBegins &&
        text(plan, "openedOn") <= folder.asOf &&
        held.some((review) => review["plan"] === plan["plan"]),
    );
    if (opened.length > 0) {
      shown.set(
        "opened-and-reviewed",
        opened.some((plan) =>
          held.some(
            (review) => review["plan"] === plan["plan"] && review["heldOn"] === plan["openedOn"],
          ),
        ),
      );
    }
    const goals = goalsNow(folder);
    if (
      goals.length >= 2 &&
      goals.every((goal) => goal["targetOn"] !== null) &&
      lastDay !== undefined
    ) {
      shown.set(
        "goals-due-on-last-day",
        goals.every((goal) => goal["targetOn"] === lastDay),
      );
    }
    const goalTexts = together[place] ?? [];
    if (goalTexts.includes("own") ? goalTexts.length >= 2 : new Set(goalTexts).size >= 2) {
      const asWhole = goalTexts.join("|");
      const others = together.filter((of, other) => other !== place && of.join("|") === asWhole);
      shown.set("goals-as-others", !goalTexts.includes("own") && others.length >= 2);
    }
    const ofYear = folder.plans.map((plan) => text(plan, "plan"));
    const carried = goals
      .filter((goal) => ofYear.includes(text(goal, "plan")) && goal["textKind"] === "eligible")
      .map((goal) => goal["isLastYears"] ?? null);
    if (carried.length > 0 && !carried.includes(null)) {
      shown.set("goals-as-last-year", !carried.includes(false));
    }
    return shown;
  });
}

/** The texts of the compared goals in open plans, in order: "own" for one that fewer than three students had. */
const goalsTogether = (folder: PlainStudent["folder"]): readonly string[] =>
  goalsNow(folder)
    .filter((goal) => goal["textKind"] === "eligible")
    .map((goal) =>
      text(goal, "sharedText") === "" || text(goal, "sharedSince") > folder.asOf
        ? "own"
        : text(goal, "sharedText"),
    )
    .sort();

/** What two reviews of one counselor have in common that are alike. */
const entryOf = ({ counselor }: PlainStudent, review: Row): string =>
  [
    counselor,
    text(review, "heldOn"),
    text(review, "participants").split(";").sort().join(),
    text(review, "focusAreas").split(";").sort().join(),
  ].join(" ");
