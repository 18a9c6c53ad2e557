import { html } from "htl";
import type { Edition } from "../../../release/edition.ts";
import { isShown } from "../../../words/formats/shares.js";
import { english, plainText } from "../../../words/language.js";
import { requirementWords as words } from "../../../words/requirements.js";
import { latenessName } from "../../../words/terms.js";
import type { Question } from "./bar-rows.ts";
import { questionName } from "./questions.js";
import type { Chosen } from "./requirements.ts";

/** How late reviews were held, and how long they are overdue: of the places that the reader sees exactly. */
export async function howLate(
  question: Question,
  { place, grade }: Chosen,
  edition: Edition,
): Promise<HTMLElement | null> {
  if (question.parts !== "review") return null;
  const rows = (await edition.rows("lateness"))
    .filter((row) => row.requirement === (question.requirement ?? "all"))
    .filter((row) => row.school === place.school && row.lateness !== "not-late")
    .filter((row) => (grade === null ? row.breakdown === "all" : row.group === grade))
    .filter(isShown);
  if (rows.length === 0) return null;
  const label = words.howLateLabel(questionName(question), english(place.name));
  const { histogram } = await import("../../charts/histogram.js");
  return html`<section class="card">
    <h2>${words.howLate}</h2>
    ${
      rows.every(({ count }) => (count ?? 0) === 0)
        ? html`<p>${words.nobodyLate}</p>`
        : histogram({
            label: plainText(label),
            bins: rows.map((row) => ({
              group: row.lateness.startsWith("held") ? words.held : words.overdue,
              name: latenessName(row),
              count: row.count ?? 0,
            })),
          })
    }
  </section>`;
}
