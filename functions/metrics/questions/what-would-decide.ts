import { grouped } from "../../domain/text/grouped.ts";
import type { AssentDegree } from "../../domain/plans/plan-assent.ts";
import { PLAN_SHOWS } from "../../mandates/evidence/component-entries.ts";
import type {
  AssentRequirement,
  ContentRequirement,
  Requirement,
} from "../../mandates/rules/requirement.ts";

/** Which of the records that few districts send a district sends. */
export interface SentRecords {
  readonly programs: boolean;
  readonly planAssents: boolean;
  readonly planComponents: boolean;
  readonly studentEvents: boolean;
}

/** Records that decide a requirement, in words, and whether the district sends any of them. */
interface Records {
  readonly words: string;
  readonly isSent: boolean;
}

/**
 * The text or record that would decide a requirement that cannot be determined, as the end of a
 * sentence: what the text leaves open, then the records that nobody sends; if all are sent, those
 * that the answer is read from.
 * @param sent null if no district is meant
 */
export function whatWouldDecide(requirement: Requirement, sent: SentRecords | null): string {
  const records = [...ofApplicability(requirement, sent), ...ofKind(requirement, sent)];
  const unsent = records.filter(({ isSent }) => !isSent);
  const earlier = looksBack(requirement)
    ? [{ words: "plans and reviews of the earlier school years", isSent: true }]
    : [];
  const asked = unsent.length > 0 ? unsent : [...records, ...earlier];
  return [...textsOpen(requirement), ...asked.map(({ words }) => words)].join("; ");
}

/** What the text does not say, or what nobody has read in the text yet. */
function textsOpen({ status, citation, confirmedBy, due }: Requirement): readonly string[] {
  const isUnread = confirmedBy === undefined && (status === "recalled" || status === "not-found");
  return [
    ...(isUnread ? [`the text itself, which has to be checked (${citation})`] : []),
    ...(due.kind === "open" ? [`a due day, which the text does not give (${due.words})`] : []),
    ...(due.kind === "either" ? ["a text that says which of its days governs"] : []),
    ...("unit" in due && due.unit === "unstated"
      ? ["a text that says in which days it counts"]
      : []),
  ];
}

function ofApplicability({ appliesTo }: Requirement, sent: SentRecords | null): readonly Records[] {
  return [
    ...(appliesTo?.programs === undefined
      ? []
      : [{ words: "the programs that students are in", isSent: sent?.programs ?? true }]),
    ...(appliesTo?.after === undefined ? [] : [eventOf(appliesTo.after.event, sent)]),
    ...(appliesTo?.youngerThan === undefined ? [] : [BIRTHDAY]),
  ];
}

const BIRTHDAY: Records = { words: "days of birth", isSent: true };

function ofKind(requirement: Requirement, sent: SentRecords | null): readonly Records[] {
  switch (requirement.kind) {
    case "recurring-review":
    case "transition-review":
      return [{ words: "reviews with the day on which each was held (reviews.csv)", isSent: true }];
    case "plan":
      return requirement.modality === "must-offer"
        ? [eventOf("plan-offered", sent)]
        : [{ words: "plans with their first day (plans.csv)", isSent: true }];
    case "content":
      return [componentsOf(requirement, sent)];
    case "assent":
      return assentsOf(requirement, sent);
    case "record":
      return [eventOf(requirement.record, sent)];
    case "judged":
      return [
        {
          words: `a named person's statement whether ${requirement.question} (attestations.csv)`,
          isSent: true,
        },
      ];
  }
}

const eventOf = (event: string, sent: SentRecords | null): Records => ({
  words: `records of “${spaced(event)}” (student_events.csv)`,
  isSent: sent?.studentEvents ?? true,
});

/** Goals and action steps come with the plan itself; anything else is an entry of a file of its own. */
function componentsOf(
  { all, atLeast, tally }: ContentRequirement,
  sent: SentRecords | null,
): Records {
  const asked = new Set([
    ...all.map(({ component }) => component),
    ...(atLeast?.of ?? []),
    ...(tally === undefined ? [] : [tally.component]),
  ]);
  const entries = [...asked].filter((component) => !PLAN_SHOWS.has(component));
  return entries.length === 0 && tally === undefined
    ? { words: "goals and action steps with the plan (goals.csv, action_steps.csv)", isSent: true }
    : {
        words: `entries of ${listed(entries.map(spaced))} (plan_components.csv)`,
        isSent: sent?.planComponents ?? true,
      };
}

const DEGREES: { readonly [degree in AssentDegree]: string } = {
  notice: "a notice to",
  invitation: "an invitation of",
  "consultation-sought": "a consultation sought with",
  participation: "participation by",
  signature: "a signature by",
  approval: "an approval by",
};

function assentsOf({ of }: AssentRequirement, sent: SentRecords | null): readonly Records[] {
  const byDegree = grouped(of, ({ degree }) => degree);
  const words = [...byDegree]
    .map(([degree, lines]) => `${DEGREES[degree]} ${listed(lines.map(({ who }) => who))}`)
    .join(", ");
  const isOnReviews = of.every(({ degree }) => degree === "participation");
  const minors = of.some(({ isOnlyForMinors }) => isOnlyForMinors === true) ? [BIRTHDAY] : [];
  return [
    isOnReviews
      ? { words: `${words} on each review (reviews.csv, participants)`, isSent: true }
      : { words: `records of ${words} (plan_assents.csv)`, isSent: sent?.planAssents ?? true },
    ...minors,
  ];
}

/** Whether it was due, or could be done, in a school year before this one. */
function looksBack(requirement: Requirement): boolean {
  const { due } = requirement;
  const isOfGrade = ["grade", "semester-end", "days-into-grade", "either"].includes(due.kind);
  return isOfGrade || ("span" in requirement && requirement.span !== "school-year");
}

const spaced = (words: string): string => words.replaceAll("-", " ");

/** The rule has the complete list; a sentence names only its first items. */
const MOST_ITEMS = 3;

function listed(items: readonly string[]): string {
  const first = items.slice(0, MOST_ITEMS);
  const more = items.length - first.length;
  if (more > 0) return `${first.join(", ")} and other items of the rule`;
  const last = first.at(-1) ?? "";
  return first.length < 2 ? last : `${first.slice(0, -1).join(", ")} and ${last}`;
}
