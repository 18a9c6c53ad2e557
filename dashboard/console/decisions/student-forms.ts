import { html } from "htl";
import type { StudentDecisions } from "../../../functions/console/decision-answers.ts";
import type { StatementShown } from "../../../functions/console/student-page/student-page.ts";
import { ask } from "../asking/ask.js";
import { wordsOf } from "../asking/refusal.js";
import { dayInWords } from "../words/days.js";
import { decisionButton, type AskedDecision, type Entered } from "./decision-dialog.js";
import { decisionEntry } from "./decision-entry.js";
import type { DecisionField } from "./decision-field.js";
import { recordedNote } from "./recorded-note.js";

/**
 * The forms that the reader's role grants for a student, and what was decided about the student already;
 * asked for when it is put on a page.
 * @param student the key of the student
 * @param statements what is in force of these, and with what effect
 */
export function studentForms(student: string, statements: readonly StatementShown[]): HTMLElement {
  const place = html`<section class="student-decisions" aria-label="Decisions">
    <p role="status">Reading what was decided…</p>
  </section>`;
  const noEffects = new Map(statements.map(({ key, noEffect }) => [key, noEffect]));
  void draw(null);
  return place;

  /**
   * Loads the decisions about the student, and again once something was recorded, with a note of
   * it.
   */
  function draw(recorded: string | null): Promise<void> {
    return ask<StudentDecisions>("/console/student-decisions", {
      "ilp-student": encodeURIComponent(student),
    }).then(
      (of) => {
        const said = html`<div></div>`;
        place.replaceChildren(...partsOf(of, said, (what) => void draw(what), noEffects));
        if (recorded !== null) recordedNote(said, recorded);
      },
      (error: unknown) => {
        place.replaceChildren(html`<p role="status">${wordsOf(error)}</p>`);
      },
    );
  }
}

/** Says that something was recorded, below what is decided now. */
type OnRecorded = (what: string) => void;

function partsOf(
  of: StudentDecisions,
  place: HTMLElement,
  said: OnRecorded,
  noEffects: ReadonlyMap<string, string>,
): readonly (HTMLElement | string)[] {
  const { canExempt, canAttest, canAssign, counselors, decided, others, signedAs } = of;
  const buttons = [
    ...(canExempt ? [decisionButton("Exempt…", () => exemption(of, said))] : []),
    ...(canAttest ? [decisionButton("Attest…", () => attestation(of, said))] : []),
    ...(canAssign && counselors.length > 0
      ? [decisionButton("Assign a counselor…", () => assignment(of, said))]
      : []),
  ];
  return [
    buttons.length === 0
      ? ""
      : html`<div class="tools" role="group" aria-label="Decide">${buttons}</div>`,
    others === "" ? "" : html`<p class="who-could">${others}</p>`,
    place,
    decided.length === 0
      ? html`<p>Nothing was decided about this student one by one.</p>`
      : html`<ul class="entries">
          ${decided.map((decision) =>
            decisionEntry(
              { ...decision, student: null },
              signedAs,
              decision.isWithdrawal || decision.state !== "in-force"
                ? ""
                : (noEffects.get(decision.statement ?? "") ?? ""),
            ),
          )}
        </ul>`,
  ];
}

const span = (of: StudentDecisions): readonly DecisionField[] => [
  {
    name: "from",
    label: "From",
    is: "day",
    value: of.firstDay,
    missing: "Give the first day.",
  },
  {
    name: "until",
    label: "Until",
    is: "day",
    hint: "The first day on which it no longer holds.",
  },
];

const endsTooEarly: NonNullable<AskedDecision["fault"]> = ({ from = "", until = "" }) =>
  until !== "" && until <= from
    ? { field: "until", words: "The end must come after the first day." }
    : null;

function exemption(of: StudentDecisions, said: OnRecorded): AskedDecision {
  const requirements = [{ id: "all", name: "All requirements" }, ...of.requirements];
  return {
    title: "Exempt the student",
    fields: [
      {
        name: "requirement",
        label: "From which requirement",
        is: requirements,
        missing: "Choose the requirement.",
      },
      ...span(of),
      { name: "reason", label: "Why", is: of.reasons, missing: "Choose the reason." },
    ],
    effect(entered) {
      const name = requirements.find(({ id }) => id === entered["requirement"])?.name;
      return name === undefined
        ? "Choose the requirement to see what changes."
        : `This student will not be asked for ${inSentence(name)} ${spanInWords(entered)}; the figures follow with the next run.`;
    },
    ...{ signedAs: of.signedAs, submit: "Record the exemption", path: "/console/exemptions" },
    body: (entered) => ({ student: of.student, ...entered }),
    fault: endsTooEarly,
    onRecorded: () => said("The exemption is recorded."),
  };
}

function attestation(of: StudentDecisions, said: OnRecorded): AskedDecision {
  const answers = [
    { id: "yes", name: "It is met" },
    { id: "no", name: "It is not met" },
  ];
  return {
    title: "State what no record shows",
    fields: [
      {
        name: "requirement",
        label: "Which requirement",
        is: of.requirements,
        hint: "A statement counts only where neither the text of the rule nor the records decide.",
        missing: "Choose the requirement.",
      },
      { name: "isMet", label: "What you state", is: answers, missing: "Choose what you state." },
      ...span(of),
      {
        name: "reason",
        label: "What the statement rests on",
        is: "words",
        missing: "Say on what the statement rests.",
      },
    ],
    effect(entered) {
      const name = of.requirements.find(({ id }) => id === entered["requirement"])?.name;
      const isMet = entered["isMet"];
      return name === undefined || isMet === ""
        ? "Choose the requirement and what you state to see what changes."
        : `Where no record decides it, ${inSentence(name)} counts as ${isMet === "yes" ? "met" : "not met"} ${spanInWords(entered)}; the figures follow with the next run.`;
    },
    ...{ signedAs: of.signedAs, submit: "Record the statement", path: "/console/attestations" },
    body: ({ isMet, ...entered }) => ({ student: of.student, ...entered, isMet: isMet === "yes" }),
    fault: endsTooEarly,
    onRecorded: () => said("The statement is recorded."),
  };
}

function assignment(of: StudentDecisions, said: OnRecorded): AskedDecision {
  return {
    title: "Assign a counselor",
    fields: [
      {
        name: "counselor",
        label: "Counselor",
        is: of.counselors,
        missing: "Choose the counselor.",
      },
    ],
    effect: ({ counselor = "" }) =>
      counselor === ""
        ? "Choose the counselor to see what changes."
        : `This student comes into the caseload of ${of.counselors.find(({ id }) => id === counselor)?.name ?? counselor} with the next run. A counselor whom the plan names stays the first one.`,
    ...{ signedAs: of.signedAs, submit: "Assign", path: "/console/caseload-assignments" },
    body: (entered) => ({ students: [of.student], ...entered }),
    onRecorded: () => said("The assignment is recorded."),
  };
}

/** "from May 20, 2022 on", "from May 20, 2022 until June 9, 2022". */
function spanInWords({ from = "", until = "" }: Entered): string {
  if (from === "") return "from the first day on";
  return `from ${dayInWords(from)} ${until === "" ? "on" : `until ${dayInWords(until)}`}`;
}

/** "Second review of the year" within a sentence; an abbreviation keeps its capitals. */
const inSentence = (name: string): string => (/^[A-Z][a-z]/.test(name) ? `“${name}”` : name);
