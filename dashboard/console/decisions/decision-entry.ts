import { html } from "htl";
import type { ListedDecision, Withdrawal } from "../../../functions/console/decision-answers.ts";
import { dayInWords } from "../words/days.js";
import { decisionButton } from "./decision-dialog.js";
import { recordedNote, SHOWN_NEXT } from "./recorded-note.js";

/**
 * One decision: what, about whom, who, when, why, how it stands, and the way to withdraw it.
 * @param noEffect why it changes nothing, where that is known
 */
export function decisionEntry(
  decision: ListedDecision,
  signedAs: string,
  noEffect = "",
): HTMLElement {
  const { kind, inWords, reason, by, at: instant, student, withdraw, isPending } = decision;
  const about =
    student === null
      ? ""
      : html`<p class="who">
          <a href=${`/student.html?student=${student.key}`}>${student.name}</a>
        </p>`;
  return html`<li class="entry decided" data-state=${stateOf(decision)} data-kind=${kind}>
    <div>
      <h3>${inWords}</h3>
      ${about} ${reason === "" ? "" : html`<p>Why: ${reason}</p>`}
      <p class="when">
        ${decision.isWithdrawal ? "Withdrawn" : "Recorded"} by ${by} on
        <time datetime=${instant}>${dayInWords(instant)}</time>${stateInWords(decision)}
      </p>
      ${noEffect === "" ? "" : html`<p class="no-effect">It has no effect now. ${noEffect}</p>`}
      ${isPending ? html`<p class="pending"><strong>${SHOWN_NEXT}</strong></p>` : ""}
    </div>
    ${withdraw === null ? "" : withdrawPart(withdraw, inWords, signedAs)}
  </li>`;
}

const stateOf = ({ isWithdrawal, state }: ListedDecision): string =>
  isWithdrawal ? "withdrawal" : state;

const stateInWords = ({ isWithdrawal, state }: ListedDecision): string =>
  isWithdrawal || state === "in-force"
    ? "."
    : state === "withdrawn"
      ? ". It was withdrawn later."
      : ". A later record took its place.";

/** The button that withdraws the decision; afterwards, a note of what was recorded. */
function withdrawPart(withdraw: Withdrawal, inWords: string, signedAs: string): HTMLElement {
  const place = html`<div class="act"></div>`;
  const { path, body, asks, effect } = withdraw;
  place.append(
    decisionButton("Withdraw…", () => ({
      title: `Withdraw: ${inWords}`,
      fields:
        asks === null
          ? []
          : [
              {
                name: asks,
                label: "Why it is withdrawn",
                is: "words",
                missing: "Say why it is withdrawn.",
              },
            ],
      effect: () => effect,
      ...{ signedAs, submit: "Withdraw", path },
      body: (entered) => ({ ...body, ...entered }),
      onRecorded: () => recordedNote(place, "Withdrawn."),
    })),
  );
  return place;
}
