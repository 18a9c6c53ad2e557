import { html } from "htl";
import type { Edition } from "../../../release/edition.ts";
import { isShown } from "../../../words/formats/shares.js";
import { english, plainText } from "../../../words/language.js";
import { requirementWords as words } from "../../../words/requirements.js";
import { LATENESS_BINS, latenessWords } from "../../../words/terms/lateness.js";
import type { Question } from "./bar-rows.ts";
import { questionName } from "./questions.js";
import type { Chosen } from "./chosen.ts";

/** How late reviews were held, and how long they are overdue: of the places that the reader sees exactly. */
export async function howLate(
  question: Question,
  { place, grade }: Chosen,
  edition: Edition,
): Promise<HTMLElement | null> {
  if (question.parts !== "review") return null;
  const rows = (await edition.rows("lateness"))
    .filter((row) => row.requirement === (question.requirement ?? "all"))
    .filter((row) => row.school === place.school)
    .filter((row) => (grade === null ? row.breakdown === "all" : row.group === grade))
    .filter(isShown);
  if (rows.length === 0) return null;
  const countOf = (part: string): number =>
    rows.find(({ lateness }) => lateness === part)?.count ?? 0;
  const bins = LATENESS_BINS.map(({ held, overdue }, at) => ({
    name: latenessWords.bins[at] ?? "",
    counts: { "held-late": countOf(held), "not-held": countOf(overdue) },
  }));
  const isNobody = bins.every(({ counts }) => Object.values(counts).every((count) => count === 0));
  return html`<section class="card">
    <h2>${words.howLate}</h2>
    ${
      isNobody
        ? html`<p>${words.nobodyLate}</p>`
        : (await import("../../charts/histogram.js")).histogram({
            label: plainText(words.howLateLabel(questionName(question), english(place.name))),
            parts: [
              { part: "held-late", name: latenessWords.held },
              { part: "not-held", name: latenessWords.overdue },
            ],
            bins,
          })
    }
    ${isNobody ? "" : html`<p class="fine">${question.requirement === null ? words.lateNoteOfAll : words.lateNote}</p>`}
  </section>`;
}
