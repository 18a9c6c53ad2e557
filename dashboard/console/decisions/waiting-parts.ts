import { html } from "htl";
import type {
  DecisionsPage,
  WaitingDuty,
  WaitingRemoval,
  WaitingRule,
} from "../../../functions/console/decision-answers.ts";
import { dayInWords, daysInWords } from "../words/days.js";
import { counted } from "../words/numbers.js";
import { decisionButton } from "./decision-dialog.js";
import type { DecisionField } from "./decision-field.js";
import { recordedNote } from "./recorded-note.js";

/**
 * What is waiting: files that would remove many records, duties of the district, rules that nobody
 * has read.
 */
export function waitingParts({ waiting, signedAs, asOf }: DecisionsPage): readonly HTMLElement[] {
  const { removals, duties, rules, others } = waiting;
  return [
    ...(removals === null || removals.length === 0
      ? []
      : [
          titled(
            "Files that would remove records",
            removals.map((removal) => removalEntry(removal, signedAs)),
          ),
        ]),
    ...(duties === null || duties.length === 0
      ? []
      : [
          titled(
            "Duties of the district",
            duties.map((duty) => dutyEntry(duty, signedAs, asOf)),
          ),
        ]),
    ...(rules === null || rules.length === 0
      ? []
      : [
          titled(
            "Rules that nobody has confirmed",
            rules.map((rule) => ruleEntry(rule, signedAs, asOf)),
          ),
        ]),
    ...others.map((sentence) => html`<p class="others">${sentence}</p>`),
  ];
}

const titled = (title: string, entries: readonly HTMLElement[]): HTMLElement =>
  html`<section aria-label=${title}>
    <h2>${title}</h2>
    <ul class="entries">
      ${entries}
    </ul>
  </section>`;

const WHY: DecisionField = {
  name: "reason",
  label: "Why",
  is: "words",
  missing: "Say why, for whoever reads it next year.",
};

function removalEntry(
  { file, sha256, records, removals, isRefused }: WaitingRemoval,
  signedAs: string,
): HTMLElement {
  const place = html`<div class="act"></div>`;
  const what =
    removals.length === 0
      ? "How many cannot be determined before the next run."
      : `It would remove ${new Intl.ListFormat("en").format(removals)}.`;
  const button = (isAccepted: boolean): HTMLButtonElement =>
    decisionButton(isAccepted ? "Accept…" : "Refuse…", () => ({
      title: `${isAccepted ? "Accept" : "Refuse"} what ${file} removes`,
      fields: [WHY],
      effect: () =>
        isAccepted
          ? `${what} They leave the lists and figures with the next run. An acceptance cannot be withdrawn: they come back with the next complete file.`
          : "The file stays as it was sent and is marked as refused. The last good version is used until a newer file comes.",
      ...{ signedAs, submit: isAccepted ? "Accept" : "Refuse", path: "/console/removals" },
      body: (entered) => ({ files: [sha256], isAccepted, ...entered }),
      onRecorded: () => recordedNote(place, isAccepted ? "Accepted." : "Refused."),
    }));
  place.append(...(isRefused ? [] : [button(true), button(false)]));
  return html`<li class="entry" data-state=${isRefused ? "replaced" : "waiting"}>
    <div>
      <h3>${file}</h3>
      <p>${counted(records, "record")}. ${what}</p>
      ${
        isRefused
          ? html`<p>
              <strong>Refused.</strong> The last good version is used. It can be withdrawn below.
            </p>`
          : html`<p>The last good version is used until somebody decides.</p>`
      }
    </div>
    ${place}
  </li>`;
}

function dutyEntry(
  { id, name, rule, due, dueOn, stateName }: WaitingDuty,
  signedAs: string,
  asOf: string | null,
): HTMLElement {
  const place = html`<div class="act"></div>`;
  place.append(
    decisionButton("Record as done…", () => ({
      title: `Done: ${name}`,
      fields: [
        {
          name: "on",
          label: "Done on",
          is: "day",
          value: asOf ?? "",
          missing: "Give the day on which it was done.",
        },
      ],
      effect: ({ on = "" }) =>
        on === ""
          ? "Give the day to see what changes."
          : `The duty counts as done on ${dayInWords(on)}, and is asked again when it is due again.`,
      ...{ signedAs, submit: "Record as done", path: "/console/duties" },
      body: (entered) => ({ duty: id, ...entered }),
      onRecorded: () => recordedNote(place, "Recorded as done."),
    })),
  );
  return html`<li class="entry" data-state="waiting">
    <div>
      <h3>${name}</h3>
      <p>${rule}</p>
      <p class="when">${due}${dueOn === null ? "." : ` (${dayInWords(dueOn)}). ${stateName}.`}</p>
    </div>
    ${place}
  </li>`;
}

function ruleEntry(
  { id, name, rule, citation, url, notConfirmed }: WaitingRule,
  signedAs: string,
  asOf: string | null,
): HTMLElement {
  const place = html`<div class="act"></div>`;
  place.append(
    decisionButton("Confirm…", () => ({
      title: `Confirm: ${name}`,
      fields: [
        {
          name: "source",
          label: "What you have read, with its edition",
          is: "line",
          hint: "Such as: 704 KAR 3:305, 2024 edition.",
          missing: "Say what you have read.",
        },
        { name: "on", label: "Read on", is: "day", value: asOf ?? "", missing: "Give the day." },
      ],
      effect: () =>
        "You state that the official text asks for what is written here. The rule may then give “not met”, and a new trend begins with the next run.",
      ...{ signedAs, submit: "Confirm", path: "/console/confirmations" },
      body: (entered) => ({ requirement: id, ...entered }),
      onRecorded: () => recordedNote(place, "Confirmed."),
    })),
  );
  return html`<li class="entry" data-state="waiting">
    <div>
      <h3>${name}</h3>
      <p>${rule} <cite>${url === null ? citation : html`<a href=${url}>${citation}</a>`}</cite></p>
      <p class="when">${daysInWords(notConfirmed)}</p>
    </div>
    ${place}
  </li>`;
}
