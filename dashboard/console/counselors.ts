/** The counselors in the order of their names, how much each has to do, and the students without one. */
import { html } from "htl";
import type { AboutReader } from "../../functions/console/answers.ts";
import type { CounselorsAnswer } from "../../functions/console/counselor-answers.ts";
import { ask } from "./asking/ask.js";
import { withQuery } from "./asking/with-query.js";
import { counselorTable } from "./counselors/counselor-table.js";
import { unassignedTable } from "./counselors/unassigned-table.js";
import { choose } from "./parts/choices.js";
import { pagePlace } from "./parts/page-place.js";
import { placeLine } from "./parts/place-line.js";
import { redrawnPlace } from "./parts/redrawn-place.js";
import { takeAlong } from "./parts/take-along.js";
import { dayInWords } from "./words/days.js";
import { counted } from "./words/numbers.js";

redrawnPlace(pagePlace("counselors"), async (address, again) => {
  const school = address.get("school");
  const query = new URLSearchParams(school ? { school } : {});
  const [me, list] = await Promise.all([
    ask<AboutReader>("/console/me"),
    ask<CounselorsAnswer>(withQuery("/console/counselors", query)),
  ]);
  const { asked, asOf, heldSince, schools, counselors, without, because } = list;
  return [
    html`<div class="heading">
      ${placeLine([me.district.name], asOf)}
      <p class="sentence" role="status">${sentenceOf(list)}</p>
    </div>`,
    ...(schools.length < 2
      ? []
      : [
          html`<div class="filters" role="search" aria-label="Which school">
            ${choose("School", "All schools", schools, asked.school, (id) =>
              again(new URLSearchParams(id === null ? {} : { school: id })),
            )}
          </div>`,
        ]),
    takeAlong(),
    ...(counselors.length === 0 ? [] : [counselorTable(counselors)]),
    ...without.map((group) => unassignedTable(group, me.can.includes("assign-counselor"))),
    html`<p class="because">
      Counselors stand in the order of their names; nothing here compares them. The last 7 days
      began on ${dayInWords(heldSince)}. A number opens the students whom it counts.
      ${because === "" ? "" : `Why you may see them: ${because}`} Each look is noted in the access
      log.
    </p>`,
  ];
});

function sentenceOf({ counselors, without }: CounselorsAnswer): string {
  const alone = without.reduce((sum, { number }) => sum + number.count, 0);
  const many = counted(counselors.length, "counselor");
  return alone === 0
    ? `${many}. Every student under the mandate whom you may see has a counselor.`
    : `${many}, and ${counted(alone, "student")} without one.`;
}
