/** What is to be done today, by school, grade and counselor; every number opens the students whom it counts. */
import { html } from "htl";
import type { AboutReader } from "../../functions/console/answers.ts";
import type { Today } from "../../functions/console/today.ts";
import { ask } from "./asking/ask.js";
import { withQuery } from "./asking/with-query.js";
import { choose } from "./parts/choices.js";
import { pagePlace } from "./parts/page-place.js";
import { placeLine } from "./parts/place-line.js";
import { redrawnPlace } from "./parts/redrawn-place.js";
import { undecidedList } from "./today/undecided-list.js";
import { todaySentence } from "./today/today-sentence.js";
import { todayTable } from "./today/today-table.js";

redrawnPlace(pagePlace("today"), async (address, again) => {
  const query = schoolQuery(address.get("school"));
  const [me, today] = await Promise.all([
    ask<AboutReader>("/console/me"),
    ask<Today>(withQuery("/console/today", query)),
  ]);
  return [
    html`<div class="heading">
      ${placeLine(
        [today.school === null ? me.district.name : `${today.placeName}, ${me.district.name}`],
        today.asOf,
      )}
      <p class="sentence" role="status">${todaySentence(today)}</p>
    </div>`,
    ...(me.listSchools.length < 2
      ? []
      : [
          html`<div class="filters" role="search" aria-label="Which school">
            ${choose("School", "All schools", me.listSchools, today.school, (school) =>
              again(schoolQuery(school)),
            )}
          </div>`,
        ]),
    ...(today.school === null
      ? [
          todayTable(
            today,
            "School",
            today.schools,
            (id) => `/today.html?${String(schoolQuery(id))}`,
          ),
        ]
      : [
          todayTable(today, "Grade", today.grades, null),
          todayTable(today, "Counselor", today.counselors, null),
        ]),
    ...undecidedList(today),
    html`<p class="because">
      A number opens the students whom it counts: those whom you may see by name. “–” stands where
      nothing is asked of these students.
      ${today.because === "" ? "" : `Why you may see them: ${today.because}`} Each look at a list is
      noted in the access log.
    </p>`,
  ];
});

function schoolQuery(school: string | null): URLSearchParams {
  return new URLSearchParams(school === null ? {} : { school });
}
