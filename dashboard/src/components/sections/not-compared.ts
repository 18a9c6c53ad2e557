import { html } from "htl";
import type { BeforeDue } from "../../release/due-between.ts";
import { dayOfYearInWords, daysBetweenInWords } from "../../words/formats/days.js";
import { notComparedWords as words } from "../../words/not-compared.js";

/** One line for each day of counts from before a due day. */
export const beforeDueNotes = (of: readonly (BeforeDue | null)[]): readonly HTMLElement[] =>
  eachOnce(of).map(
    ({ heldOn, dueOn }) =>
      html`<p class="fine">${words.counts(dayOfYearInWords(heldOn), dueInWords(dueOn))}</p>`,
  );

export const dueInWords = ({ first, last }: BeforeDue["dueOn"]): string =>
  daysBetweenInWords(first, last);

const eachOnce = (of: readonly (BeforeDue | null)[]): readonly BeforeDue[] => [
  ...new Map(
    of
      .filter((each) => each !== null)
      .map(
        (each) => [JSON.stringify([each.heldOn, each.dueOn.first, each.dueOn.last]), each] as const,
      ),
  ).values(),
];
