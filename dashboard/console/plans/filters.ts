import { html } from "htl";
import type { PlansAnswer } from "../../../functions/console/plans/plan-answers.ts";
import { choose } from "../parts/choices.js";
import { plansQuery } from "./plans-query.js";

/** School and counselor; a change of either asks anew. Empty where there is nothing to choose. */
export function filters(
  { asked, schools, counselors, whose }: PlansAnswer,
  onChoice: (query: URLSearchParams) => void,
): HTMLElement {
  const again = (part: "school" | "counselor", value: string | null): void => {
    const query = plansQuery(new URLSearchParams(location.search));
    query.delete(part);
    if (value !== null) query.set(part, value);
    // Another school has other counselors.
    if (part === "school") query.delete("counselor");
    onChoice(query);
  };
  const isOwn = whose !== null && asked.counselor === null;
  return html`<div class="filters" role="search" aria-label="Whose plans">
    ${
      schools.length < 2
        ? ""
        : choose("School", "All schools", schools, asked.school, (id) => again("school", id))
    }
    ${
      isOwn && counselors.length < 2
        ? ""
        : choose(
            "Counselor",
            isOwn ? "Your own caseload" : "Choose",
            counselors,
            asked.counselor,
            (id) => again("counselor", id),
          )
    }
  </div>`;
}
