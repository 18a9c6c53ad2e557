import { html } from "htl";
import type { WeekAnswer } from "../../../functions/console/counselor-answers.ts";
import { choose } from "../parts/choices.js";
import { weekQuery } from "./week-query.js";

/** School, counselor and how many a day; a change of any asks anew. */
export function filters(
  { asked, schools, counselors, whose, needed }: WeekAnswer,
  onChoice: (query: URLSearchParams) => void,
): HTMLElement {
  const again = (part: "school" | "counselor" | "perDay", value: string | null): void => {
    const query = new URLSearchParams(location.search);
    query.delete(part);
    if (value !== null) query.set(part, value);
    // Another school has other counselors.
    if (part === "school") query.delete("counselor");
    onChoice(weekQuery(query));
  };
  const own = counselors.length === 1 && asked.counselor === null && whose !== null;
  return html`<div class="filters" role="search" aria-label="Whose week">
    ${
      schools.length < 2
        ? ""
        : choose("School", "All schools", schools, asked.school, (id) => again("school", id))
    }
    ${
      own
        ? ""
        : choose(
            "Counselor",
            whose !== null && asked.counselor === null ? "Your own caseload" : "Choose",
            counselors,
            asked.counselor,
            (id) => again("counselor", id),
          )
    }
    ${whose === null ? "" : perDayField(asked.perDay, needed, (number) => again("perDay", number))}
  </div>`;
}

function perDayField(
  asked: number | null,
  needed: number | null,
  onChange: (perDay: string | null) => void,
): HTMLElement {
  const input = html`<input
    type="number"
    min="1"
    max="200"
    inputmode="numeric"
    value=${asked ?? needed ?? ""}
    autocomplete="off"
  />` as HTMLInputElement;
  input.addEventListener("change", () => {
    if (!input.checkValidity()) {
      input.reportValidity();
      return;
    }
    onChange(input.value === "" || input.value === String(needed) ? null : input.value);
  });
  return html`<label class="pick"><span>Students a day</span>${input}</label>`;
}
