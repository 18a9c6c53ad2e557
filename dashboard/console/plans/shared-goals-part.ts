import { html } from "htl";
import type { SharedGoalsAnswer } from "../../../functions/console/plans/plan-answers.ts";
import { askPage } from "../asking/ask.js";
import { pagedList } from "../parts/paged-list.js";
import { counted, wholeNumber } from "../words/numbers.js";
import { sharedGoalRow, sharedGoalsTable } from "./shared-goals-table.js";

/**
 * The goals that several students share, page by page, or why there are none.
 * @param address of the answer, for its next pages
 * @param isBySchool whether the reader sees students of several schools
 */
export function sharedGoalsPart(
  first: SharedGoalsAnswer,
  address: string,
  isBySchool: boolean,
): HTMLElement {
  return html`<section aria-labelledby="shared-goals">
    <h2 id="shared-goals">Goals that several students share</h2>
    <p class="about">
      A goal counts as shared if three or more students of the district have had its text, or
      nearly, in its school year, apart from names, numbers and dates. That is a reason to talk, and
      says nothing of who wrote it first, or why.
    </p>
    ${first.goals.length === 0 ? html`<p class="none">${noneInWords(first)}</p>` : listOf(first, address, isBySchool)}
  </section>`;
}

const noneInWords = ({ isNoted }: SharedGoalsAnswer): string =>
  isNoted
    ? "No student whom you see has a goal that is shared."
    : "This edition was made before shared goals were noted; the next one has them.";

function listOf(
  first: SharedGoalsAnswer,
  address: string,
  isBySchool: boolean,
): readonly HTMLElement[] {
  const isByCounselor = first.goals.some(({ counselors }) => counselors !== null);
  const { table, rows } = sharedGoalsTable(isBySchool, isByCounselor);
  const { shown, more } = pagedList<SharedGoalsAnswer>({
    list: rows,
    first,
    entriesOf: ({ goals }) => goals.map((goal) => sharedGoalRow(goal, isBySchool, isByCounselor)),
    ask: (after) => askPage(address, after),
    shownInWords: (count, isEnd) => {
      const having = `${counted(first.students, "student")} whom you see ${first.students === 1 ? "has" : "have"} at least one of ${counted(first.texts, "shared text")}`;
      return isEnd
        ? `${having}, all shown.`
        : `${having}. The ${wholeNumber(count)} that most of them share are shown.`;
    },
  });
  return [
    shown,
    html`<div class="table-scroll" tabindex="0" role="region" aria-label="Shared goals">
      ${table}
    </div>`,
    more,
  ];
}
