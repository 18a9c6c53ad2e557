import { html } from "htl";
import type { Edition } from "../../../release/edition.ts";
import { planQualityWords as words } from "../../../words/plan-quality.js";

/**
 * How many days it took until reviews were signed, in a sentence: of a place that the reader sees
 * exactly, since no public release has it; null where nobody knows.
 */
export async function signatureDays(edition: Edition, school: string): Promise<HTMLElement | null> {
  if (edition.screen.edition !== "staff") return null;
  const row = (await edition.rows("review-signatures")).find((each) => each.school === school);
  if (row === undefined || row.signed === null || row.waiting === null) return null;
  const { signed, medianDays, ninetiethDays, waiting, medianDaysWaiting } = row;
  const days =
    medianDays === null || ninetiethDays === null
      ? null
      : { half: medianDays, nineOfTen: ninetiethDays };
  return html`<p class="fine">
    ${words.signed(signed, days)}${waiting === 0 ? "" : ` ${words.waiting(waiting, medianDaysWaiting, signed > 0)}`}
  </p>`;
}
