import { html } from "htl";
import { linkTo } from "../../../release/address.js";
import { english, plainText } from "../../../words/language.js";
import { notComparedWords } from "../../../words/not-compared.js";
import { requirementWords as words } from "../../../words/requirements.js";
import { isShown } from "../../../words/formats/shares.js";
import { breakdownGroupName } from "../../../words/terms/breakdowns.js";
import { partsInWords } from "../../../words/terms/question-parts.js";
import { stackedBars } from "../../charts/stacked-bars.js";
import { beforeDueNotes } from "../not-compared.js";
import { inGroups, type BarRow, type Question } from "./bar-rows.js";
import { earlierBars, placesInOrder, type Beside } from "./bars-in-order.js";
import { drawnBar } from "./drawn-bar.js";
import { questionName } from "./questions.js";

/** One stacked bar for each place, most still to do first; the district stands above them. */
export function barsBySchool(
  question: Question,
  rows: readonly BarRow[],
  beside: Beside,
): HTMLElement {
  const places = inGroups(rows, ({ level, school }) => `${level} ${school}`);
  const earlier = earlierBars(question, places, beside);
  const { sorted, isRanked } = placesInOrder(question, places, beside);
  return html`<section class="card">
    <h2>${words.bySchool}</h2>
    ${stackedBars({
      label: plainText(words.bySchoolLabel(questionName(question))),
      parts: partsInWords(question.parts),
      target: 1,
      bars: sorted.map((bar) => ({
        name: english(bar[0].schoolName),
        href: bar[0].level === "school" ? linkTo("schools", { school: bar[0].school }) : null,
        isWhole: bar[0].level === "district",
        ...drawnBar(bar, beside.asOf, earlier.has(bar)),
      })),
    })}
    <p class="fine">
      ${[words.sorted, ...(isRanked ? [] : [notComparedWords.unranked])].join(" ")}
    </p>
    ${beforeDueNotes([...earlier.values()])}
  </section>`;
}

/** One stacked bar for each grade of a place, in the order of the grades. */
export function barsByGrade(
  question: Question,
  rows: readonly BarRow[],
  beside: Beside,
): HTMLElement | null {
  const grades = inGroups(rows, ({ group }) => group).filter((own) => own.some(isShown));
  const [first] = grades[0] ?? [];
  if (first === undefined) return null;
  const earlier = earlierBars(question, grades, beside);
  return html`<section class="card">
    <h2>${words.byGrade}</h2>
    ${stackedBars({
      label: plainText(words.byGradeLabel(questionName(question), english(first.schoolName))),
      parts: partsInWords(question.parts),
      target: 1,
      bars: grades.map((bar) => ({
        name: breakdownGroupName(bar[0].breakdown, bar[0].group, bar[0].groupName),
        href: null,
        isWhole: false,
        ...drawnBar(bar, beside.asOf, earlier.has(bar)),
      })),
    })}
    ${beforeDueNotes([...earlier.values()])}
  </section>`;
}
