import { html } from "htl";
import { linkTo } from "../../../release/address.js";
import { english, plainText } from "../../../words/language.js";
import { requirementWords as words } from "../../../words/requirements.js";
import { isShown, shareOrder } from "../../../words/formats/shares.js";
import { breakdownGroupName } from "../../../words/terms/breakdowns.js";
import { partsInWords } from "../../../words/terms/question-parts.js";
import { stackedBars } from "../../charts/stacked-bars.js";
import { toDo } from "../to-do.js";
import { inGroups, type BarRow, type Question } from "./bar-rows.js";
import { drawnBar } from "./drawn-bar.js";
import { questionName } from "./questions.js";

/** One stacked bar for each place, most still to do first; the district stands above them. */
export function barsBySchool(
  question: Question,
  rows: readonly BarRow[],
  asOf: string,
): HTMLElement {
  const places = inGroups(rows, ({ level, school }) => `${level} ${school}`);
  const sorted = [...places].sort(
    ([a, ...others], [b, ...rest]) =>
      Number(b.level === "district") - Number(a.level === "district") ||
      orderOf([b, ...rest]) - orderOf([a, ...others]) ||
      a.schoolName.localeCompare(b.schoolName, "en"),
  );
  return html`<section class="card">
    <h2>${words.bySchool}</h2>
    ${stackedBars({
      label: plainText(words.bySchoolLabel(questionName(question))),
      parts: partsInWords(question.parts),
      target: 1,
      bars: sorted.map(([first, ...rest]) => ({
        name: english(first.schoolName),
        href: first.level === "school" ? linkTo("schools", { school: first.school }) : null,
        isWhole: first.level === "district",
        ...drawnBar([first, ...rest], asOf),
      })),
    })}
    <p class="fine">${words.sorted}</p>
  </section>`;
}

/** One stacked bar for each grade of a place, in the order of the grades. */
export function barsByGrade(
  question: Question,
  rows: readonly BarRow[],
  asOf: string,
): HTMLElement | null {
  const grades = inGroups(rows, ({ group }) => group).filter((own) => own.some(isShown));
  const [first] = grades[0] ?? [];
  if (first === undefined) return null;
  return html`<section class="card">
    <h2>${words.byGrade}</h2>
    ${stackedBars({
      label: plainText(words.byGradeLabel(questionName(question), english(first.schoolName))),
      parts: partsInWords(question.parts),
      target: 1,
      bars: grades.map(([grade, ...rest]) => ({
        name: breakdownGroupName(grade.breakdown, grade.group, grade.groupName),
        href: null,
        isWhole: false,
        ...drawnBar([grade, ...rest], asOf),
      })),
    })}
  </section>`;
}

/** A place without a figure comes last: the order must not reveal what the figure may not. */
function orderOf(rows: readonly BarRow[]): number {
  const shown = rows.filter(isShown);
  return shown.length === 0 ? -1 : (shareOrder(toDo(shown)) ?? -1);
}
