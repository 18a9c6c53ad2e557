import { html } from "htl";
import type { ConferenceSheet } from "../../../functions/console/student-page/conference-sheet.ts";
import { dayInWords } from "../../src/words/formats/days.js";
import type { Language } from "../../src/words/language.js";
import { dueNoteInWords } from "../words/due-notes.js";
import { SHEET_WORDS, type SheetWords } from "./sheet-words.js";

/** Lines to write down what is agreed. */
const LINES = [1, 2, 3] as const;

/**
 * One Letter page for the meeting with student and family. What the school wrote in English is
 * marked as English.
 */
export function sheet(of: ConferenceSheet, language: Language): HTMLElement {
  const words = SHEET_WORDS[language];
  const on = (day: string): string => dayInWords(day, language);
  return html`<article class="sheet" lang=${language} aria-label=${words.title}>
    ${heading(of, words)} ${goals(of, words, on, language)} ${attendance(of, words, on)}
    ${due(of, words, on)} ${agreement(words)} ${signatures(words)}
    <p class="sheet-about">${words.about(on(of.asOf))}</p>
  </article>`;
}

type DayWords = (day: string) => string;

const heading = (of: ConferenceSheet, words: SheetWords): HTMLElement =>
  html`<header>
    <h2>${words.title}</h2>
    <dl class="sheet-facts">
      ${fact(words.student, `${of.givenName} ${of.familyName}`)}
      ${fact(words.school, of.schoolName)} ${fact(words.grade, of.grade.replace(/^0/, ""))}
      ${fact(words.counselor, of.counselors.join(", ") || words.none)}
      ${fact(words.meetingOn, html`<span class="line"></span>`)}
    </dl>
  </header>`;

const fact = (name: string, value: string | HTMLElement): HTMLElement =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;

const goals = (
  of: ConferenceSheet,
  words: SheetWords,
  on: DayWords,
  language: Language,
): HTMLElement =>
  html`<section class="sheet-goals">
    <h3>${words.goals}</h3>
    ${
      of.goals.length === 0
        ? html`<p>${words.noGoals}</p>`
        : html`<ol>
            ${of.goals.map(
              ({ description, targetOn, dueNote, steps }) =>
                html`<li>
                  <p class="own-words">
                    <q lang="">${description}</q>
                    ${targetOn === null ? "" : html`<span>(${words.by(on(targetOn))})</span>`}
                  </p>
                  ${
                    dueNote === null
                      ? ""
                      : html`<p class="step">${dueNoteInWords(dueNote, language)}</p>`
                  }
                  ${
                    steps.length === 0
                      ? html`<p class="step">${words.noStep}</p>`
                      : steps.map(
                          (step) =>
                            html`<p class="step">
                              ${words.next}: <span lang="">${step.description}</span>
                              ${step.dueOn === null ? "" : `(${words.by(on(step.dueOn))})`}
                            </p>`,
                        )
                  }
                </li>`,
            )}
          </ol>`
    }
    ${
      of.moreGoals + of.goalsMet === 0
        ? ""
        : html`<p class="more-of">
            ${of.moreGoals === 0 ? "" : `… ${words.moreGoals(of.moreGoals)}. `}
            ${of.goalsMet === 0 ? "" : words.goalsMet(of.goalsMet)}
          </p>`
    }
  </section>`;

const attendance = (of: ConferenceSheet, words: SheetWords, on: DayWords): HTMLElement =>
  html`<section>
    <h3>${words.attendance}</h3>
    <p>
      ${
        of.attendance === null
          ? words.noAttendance
          : words.absent(of.attendance.absentDays, of.attendance.enrolledDays, on(of.asOf))
      }
      ${of.attendance?.isChronicallyAbsent === true ? words.chronic : ""}
    </p>
  </section>`;

const due = (of: ConferenceSheet, words: SheetWords, on: DayWords): HTMLElement =>
  html`<section>
    <h3>${words.due}</h3>
    ${
      of.due.length === 0
        ? html`<p>${words.nothingDue}</p>`
        : html`<ul>
            ${of.due.map(
              ({ name, need, dueOn }) =>
                html`<li>
                  <span lang="en" class="requirement-name">${name}</span>:
                  ${words.needs[need](dueOn === null ? null : on(dueOn))}
                </li>`,
            )}
            ${of.moreDue === 0 ? "" : html`<li>${words.moreDue(of.moreDue)}</li>`}
          </ul>`
    }
  </section>`;

const agreement = (words: SheetWords): HTMLElement =>
  html`<section class="sheet-agreed">
    <h3>${words.agreed}</h3>
    <table>
      <thead>
        <tr>
          <th scope="col">${words.who}</th>
          <th scope="col">${words.what}</th>
          <th scope="col">${words.when}</th>
        </tr>
      </thead>
      <tbody>
        ${LINES.map(
          () =>
            html`<tr>
              <td></td>
              <td></td>
              <td></td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;

const signatures = (words: SheetWords): HTMLElement =>
  html`<section>
    <h3>${words.signatures}</h3>
    <div class="sheet-signatures">
      ${[words.student, words.family, words.counselor].map(
        (who) => html`<p><span class="line"></span>${who}</p>`,
      )}
    </div>
  </section>`;
