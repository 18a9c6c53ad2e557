/** Whom a counselor sees this week, day by day: a list to work from, on the screen and on paper. */
import { html } from "htl";
import type { AboutReader } from "../../functions/console/answers.ts";
import type { WeekAnswer } from "../../functions/console/counselor-answers.ts";
import { ask } from "./asking/ask.js";
import { withQuery } from "./asking/with-query.js";
import { conversationList } from "./parts/conversation-list.js";
import { linkedCounts } from "./parts/linked-counts.js";
import { pagePlace } from "./parts/page-place.js";
import { placeLine } from "./parts/place-line.js";
import { redrawnPlace } from "./parts/redrawn-place.js";
import { takeAlong } from "./parts/take-along.js";
import { plansQuery } from "./plans/plans-query.js";
import { dayTable } from "./week/day-table.js";
import { filters } from "./week/filters.js";
import { weekQuery } from "./week/week-query.js";
import { counted } from "./words/numbers.js";

redrawnPlace(pagePlace("week"), async (address, again) => {
  const query = weekQuery(address);
  const [me, week] = await Promise.all([
    ask<AboutReader>("/console/me"),
    ask<WeekAnswer>(withQuery("/console/week", query)),
  ]);
  return [
    heading(me, week),
    filters(week, (next) => again(next)),
    ...(week.whose === null ? [] : chosen(week, query)),
    html`<p class="because">
      ${week.because === "" ? "" : `Why you may see these students: ${week.because} `}The order:
      students who move on or have just moved up, then students without a plan, then the longest
      overdue. Each look is noted in the access log.
    </p>`,
  ];
});

function heading({ district }: AboutReader, { whose, words, asOf }: WeekAnswer): HTMLElement {
  const [sentence, ...notes] =
    whose === null ? ["Choose a counselor to see whose week it is."] : words;
  return html`<div class="heading">
    ${placeLine([district.name, ...(whose === null ? [] : [whose])], asOf)}
    <p class="sentence" role="status">${sentence}</p>
    ${notes.map((note) => html`<p class="note">${note}</p>`)}
  </div>`;
}

function chosen(week: WeekAnswer, query: URLSearchParams): readonly HTMLElement[] {
  const { days, later, numbers, conversations } = week;
  const students = days.some((day) => day.students.length > 0);
  return [
    linkedCounts("The caseload", numbers),
    ...(conversations.length === 0
      ? [toPlans(query)]
      : [conversationList(conversations, toPlans(query))]),
    ...(students
      ? [
          takeAlong({
            name: "Calendar of due days (iCalendar)",
            address: withQuery("/console/calendar.ics", calendarQuery(query)),
          }),
        ]
      : []),
    ...days.flatMap((day) => (day.students.length === 0 ? [] : [dayTable(day)])),
    ...(later === 0
      ? []
      : [html`<p class="later">${counted(later, "more student")} after this week.</p>`]),
  ];
}

const toPlans = (query: URLSearchParams): HTMLElement =>
  html`<p class="to-plans">
    <a href=${withQuery("/plans.html", plansQuery(query))}
      >Plans: goals that several students share, and questions to look into</a
    >
  </p>`;

/** The calendar is of all due days, however many are seen a day. */
function calendarQuery(query: URLSearchParams): URLSearchParams {
  const own = new URLSearchParams(query);
  own.delete("perDay");
  return own;
}
