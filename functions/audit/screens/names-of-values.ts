import type { MessageId } from "../../releases/words/message.ts";

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Every message: a missing one does not compile. */
const MESSAGES: { readonly [id in MessageId]: true } = {
  "requirements-missing": true,
  "requirements-met": true,
  "none-known-missing": true,
  "nothing-due-yet": true,
  "most-missing": true,
  "cannot-say-whether-met": true,
  "cannot-be-determined": true,
  "would-decide": true,
  "due-soon": true,
  "plans-open": true,
  "no-requirements": true,
  "none-readable": true,
  "none-in-force": true,
  "no-figure": true,
  "district-not-public": true,
  "school-not-covered": true,
  "transition-ready": true,
  "transition-too": true,
  "transition-without": true,
  "no-transitions": true,
  "reviews-on-time": true,
  "reviews-otherwise": true,
  "most-to-do": true,
  "no-reviews": true,
  "attendance-too-few": true,
  "attendance-no-data": true,
  "attendance-compared": true,
  "goals-compared": true,
  "association-not-effect": true,
  "all-records-used": true,
  "records-not-used": true,
  "file-left-out": true,
  "absences-outside": true,
  "enrollments-undated": true,
  "calendars-in-part": true,
  "not-collected": true,
  "trends-start-anew": true,
  "came-due": true,
  "rates-not-compared": true,
  "rate-changed": true,
  "act-on": true,
  "act-due-soon": true,
  "act-fix-records": true,
  "nothing-to-do": true,
  "little-to-do": true,
  "no-action-public": true,
  "no-plans-sent": true,
};

/** Messages of releases through version 14. */
const MESSAGES_OF_BEFORE = [
  ...["fewest-on-time", "groups-too-small", "groups-not-comparable", "no-gap-certain"],
  ...["group-gap", "more-groups-differ"],
];

export const MESSAGE_IDS: ReadonlySet<string> = new Set([
  ...Object.keys(MESSAGES),
  ...MESSAGES_OF_BEFORE,
]);

/**
 * The names under which first screens and messages have values. Any other name could itself be a
 * value.
 */
export const NAMES_OF_VALUES: ReadonlySet<string> = new Set(
  words(`actions asOf attendance bars before breakdown change changes comparedWith count decides
definitionVersion district division dueOn edition estimate exactPlaces figures first from
gap grades group groupName groups heldOn high id instructionalDay isAlone isExact
isHigherBetter isRanked kept kind last lastYear level limits list low mandate measure message
messages more mostly n name need noPlan notCompared notDue notHeld on onTime owner part parts past peers
place places points problem rate rates reasons records release requirement requirements
reviews rows sameDayLastYear screenForm school schoolYear schools share smallestGroup state students
target thing title transition transitions until values with`),
);
