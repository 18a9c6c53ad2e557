import { html } from "htl";
import type { DueCalendar } from "../../../../../functions/releases/trends/due-between.ts";
import { linkTo } from "../../../release/address.js";
import { beforeDue, type BeforeDue } from "../../../release/due-between.js";
import { english, plainText } from "../../../words/language.js";
import { notComparedWords } from "../../../words/not-compared.js";
import { requirementWords as words } from "../../../words/requirements.js";
import { isShown, shareOrder } from "../../../words/formats/shares.js";
import { breakdownGroupName } from "../../../words/terms/breakdowns.js";
import { partsInWords } from "../../../words/terms/question-parts.js";
import { stackedBars } from "../../charts/stacked-bars.js";
import { beforeDueNotes } from "../not-compared.js";
import { toDo } from "../to-do.js";
import { datedBar, inGroups, type BarRow, type Question } from "./bar-rows.js";
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
  const unranked = earlierBars(
    question,
    places.filter(([{ level }]) => level === "school"),
    beside,
  );
  const rank = (bar: Bar): number => (unranked.has(bar) ? UNRANKED : orderOf(bar));
  const sorted = [...places].sort(
    (a, b) =>
      Number(b[0].level === "district") - Number(a[0].level === "district") ||
      rank(b) - rank(a) ||
      a[0].schoolName.localeCompare(b[0].schoolName, "en"),
  );
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
      ${[words.sorted, ...(unranked.size > 0 ? [notComparedWords.unranked] : [])].join(" ")}
    </p>
    ${beforeDueNotes([...earlier.values()])}
  </section>`;
}

type Bar = readonly [BarRow, ...BarRow[]];

/** The day of the edition, and the due days across which bars are not compared. */
interface Beside {
  readonly asOf: string;
  readonly mandate: DueCalendar;
}

/** Between a school with nothing to do and one without a figure. */
const UNRANKED = -0.5;

/** The bars with counts from before a due day that others are from after. */
function earlierBars(
  question: Question,
  bars: readonly Bar[],
  { mandate }: Beside,
): ReadonlyMap<Bar, BeforeDue> {
  const before = beforeDue(
    mandate,
    bars.map((bar) => datedBar(question, bar)),
  );
  return new Map(
    bars.flatMap((bar, at) => {
      const due = before[at] ?? null;
      return due === null ? [] : [[bar, due] as const];
    }),
  );
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

/** A place without a figure comes last: the order must not reveal what the figure may not. */
function orderOf(rows: readonly BarRow[]): number {
  const shown = rows.filter(isShown);
  return shown.length === 0 ? -1 : (shareOrder(toDo(shown)) ?? -1);
}
