/**
 * How a part is drawn everywhere: a color of the palette, and a pattern that distinguishes it
 * without color.
 */
export const LOOKS = ["done", "late", "missing", "absent", "unknown", "rest"] as const;
export type Look = (typeof LOOKS)[number];

/**
 * The look of every part of every bar. Parts that mean the same in different questions look alike.
 */
const PART_LOOKS: { readonly [part: string]: Look } = {
  // Reviews
  "on-time": "done",
  "held-late": "late",
  "not-held": "missing",
  "no-plan": "absent",
  "not-determinable": "unknown",
  "not-due": "rest",
  // Other requirements
  met: "done",
  "not-met": "missing",
  "not-applicable": "rest",
  // Plans
  open: "done",
  none: "missing",
  // Transitions
  ready: "done",
  "not-ready": "missing",
  // Participation
  "took-part": "done",
  "did-not": "missing",
  "not-recorded": "unknown",
  "no-review-held": "rest",
  // Domains of goals
  "three-domains": "done",
  "fewer-domains": "late",
  "no-goals": "absent",
  // Action steps
  "on-track": "done",
  overdue: "missing",
  "undated-only": "absent",
  "no-steps": "rest",
  // Changes between reviews
  changed: "done",
  unchanged: "missing",
  "fewer-reviews": "absent",
  // Signatures
  "signed-in-time": "done",
  "signed-later": "late",
  "awaiting-signature": "absent",
  "not-signed": "missing",
  // Absence
  "not-chronic": "done",
  chronic: "missing",
  "too-few-days": "rest",
  // Goals of the student's own
  own: "done",
  shared: "late",
  "no-eligible-goal": "rest",
  // Indicators of goals
  "all-goals": "done",
  "some-goals": "late",
  "none-of-goals": "missing",
  // Milestones and contents
  yes: "done",
  no: "missing",
  "not-asked": "rest",
};

/**
 * @throws Error when no part has this id: without a look of its own it would be drawn like another
 * part
 */
export function lookOf(part: string): Look {
  const look = PART_LOOKS[part];
  if (look === undefined) throw new Error(`no look for the part ${part}: expected a part of a bar`);
  return look;
}
