import { html } from "htl";
import type {
  DutySummary,
  MandateSummary,
} from "../../../../../functions/releases/manifest/mandate-summary.ts";
import type { ReleaseManifest } from "../../../../../functions/releases/manifest/manifest.ts";
import { dayInWords } from "../../../words/formats/days.js";
import { gradesInWords } from "../../../words/formats/grades.js";
import { counted } from "../../../words/formats/nouns.js";
import { english } from "../../../words/language.js";
import { requirementWords as words } from "../../../words/requirements.js";
import { dutyStateName, forceName, modalityName } from "../../../words/terms/mandates.js";
import { worded } from "../../page/worded.js";
import { dataTable } from "../../tables/data-table.js";
import { cited, ruleCard } from "./rule-card.js";

/** What the mandate is, in a sentence: law of a state, or a guideline. */
export function mandateLine({ title, jurisdiction, requirements, grades }: MandateSummary): string {
  const inForce = requirements.filter(({ isInForce }) => isInForce);
  const asked = counted(inForce.length, "requirement");
  const whom = gradesInWords(grades);
  if (jurisdiction === title) return words.mandateOfState(title, asked, whom);
  return jurisdiction === null
    ? words.guideline(title, asked, whom)
    : words.mandateOf(title, jurisdiction, asked, whom);
}

/** The mandate, requirement by requirement; those of another time last. */
export function mandateRules({ mandate, asOf }: ReleaseManifest): HTMLElement {
  const inForce = mandate.requirements.filter(({ isInForce }) => isInForce);
  const others = mandate.requirements.filter(({ isInForce }) => !isInForce);
  return html`<section class="part" id="mandate">
    <h2>${worded(words.law(mandate.title))}</h2>
    <p>
      ${worded(mandateLine(mandate))} <strong>${words.check}</strong>
      <span class="tag">${worded(forceName(mandate.force, mandate.forceName))}</span>
    </p>
    <div class="cards">${inForce.map((rule) => ruleCard(rule, mandate))}</div>
    ${
      others.length === 0
        ? ""
        : html`<h3>${words.notInForce(dayInWords(asOf))}</h3>
            <div class="cards">${others.map((rule) => ruleCard(rule, mandate))}</div>`
    }
    ${
      mandate.conventions.length === 0
        ? ""
        : html`<section class="card">
            <h3>${words.silent}</h3>
            <ul lang="en">
              ${mandate.conventions.map((line) => html`<li>${line}</li>`)}
            </ul>
          </section>`
    }
  </section>`;
}

/** What needs attention first; what is done or not in force last. */
const ORDER = ["overdue", "due", "no-record", "undated", "done", "not-in-force"];

/** What the district itself, not a student, has to do: a checklist with its days. */
export function districtDuties({ mandate: { duties, title } }: ReleaseManifest): HTMLElement {
  return html`<section class="part">
    <h2>${words.duties}</h2>
    ${
      duties.length === 0
        ? html`<p>${worded(words.noDuties(title))}</p>`
        : dataTable<DutySummary>({
            caption: words.duties,
            rows: [...duties].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state)),
            columns: [
              {
                title: words.duty,
                value: ({ name }) => name,
                cell: ({ name, rule }) =>
                  html`<span lang="en"><strong>${name}</strong><small>${rule}</small></span>`,
              },
              {
                title: words.state,
                value: ({ state, stateName }) => dutyStateName(state, stateName),
              },
              {
                title: words.due,
                value: ({ dueOn }) => dueOn,
                cell: ({ dueOn }) => dayOr(dueOn, words.noDay),
              },
              {
                title: words.doneOn,
                value: ({ doneOn }) => doneOn,
                cell: ({ doneOn }) => dayOr(doneOn, words.noRecord),
              },
              {
                title: words.strength,
                foldsOnPhone: true,
                value: ({ modality, modalityName: name }) => modalityName(modality, name),
              },
              {
                title: words.source,
                foldsOnPhone: true,
                value: ({ citation }) => citation,
                cell: cited,
              },
            ],
          })
    }
  </section>`;
}

const dayOr = (on: string | null, none: string): string => (on === null ? none : dayInWords(on));

/** What else is known of the mandate, and the pages that were read. */
export const mandateNotes = ({ mandate }: ReleaseManifest): HTMLElement =>
  html`<section class="part">
    <h2>${words.notes}</h2>
    <p>${worded(english(`${mandate.title}. ${mandate.citation}`))}</p>
    ${
      mandate.notes.length === 0
        ? ""
        : html`<ul>
            ${mandate.notes.map((note) => html`<li><span lang="en">${note.text}</span> ${cited(note)}</li>`)}
          </ul>`
    }
    ${
      mandate.sources.length === 0
        ? ""
        : html`<ul class="sources" lang="en">
            ${mandate.sources.map(({ title, url }) => html`<li><a href=${url}>${title}</a></li>`)}
          </ul>`
    }
  </section>`;
