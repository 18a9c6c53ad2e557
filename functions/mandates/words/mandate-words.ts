import type { DutyItem } from "../clock/duty-checklist.ts";
import type { Force } from "../rules/mandate-profile.ts";
import type { Modality, Requirement } from "../rules/requirement.ts";

/** The kind of rule, as a page says it. */
export const FORCE_NAMES: { readonly [force in Force]: string } = {
  practice: "Effective practice, not law",
  required: "Required",
  service: "A service that must be offered",
  "funding-condition": "A condition of funding",
  accountability: "Counted in accountability",
  framework: "A framework without a duty",
  encouraged: "Encouraged, not required",
  pilot: "A pilot, not required",
  "none-found": "No duty was found",
};

/** How strongly a rule asks, as a page says it. */
export const MODALITY_NAMES: { readonly [modality in Modality]: string } = {
  must: "Must",
  counted: "Is counted",
  "must-offer": "Must be offered",
  "on-request": "On request",
  encouraged: "Encouraged",
};

/** What a requirement asks for, as a page says it. */
export const REQUIREMENT_KIND_NAMES: { readonly [kind in Requirement["kind"]]: string } = {
  "recurring-review": "Review",
  "transition-review": "Review at a transition",
  plan: "Plan",
  content: "Content of the plan",
  assent: "Who takes part and agrees",
  record: "Something done and recorded",
  judged: "Must be judged by a person",
};

/** The state of a duty of the district, as a page says it. */
export const DUTY_STATE_NAMES: { readonly [state in DutyItem["status"]]: string } = {
  done: "Done",
  due: "Due",
  overdue: "Overdue, not recorded as done",
  undated: "No due date can be determined",
  "no-record": "Never recorded as done",
  "not-in-force": "Not in force on this day",
};
