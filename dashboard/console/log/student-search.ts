import { html } from "htl";

/**
 * The field to search for who has seen one student.
 * @param onSearch called with what was typed; empty for every student
 */
export function studentSearch(typed: string, onSearch: (typed: string) => void): HTMLElement {
  const input = html`<input type="search" value=${typed} autocomplete="off" />` as HTMLInputElement;
  const form = html`<form class="student-search" role="search" aria-label="Who has seen a student">
    <label class="pick"><span>Who has seen this student (name or ID)</span> ${input}</label>
    <button type="submit">Search</button>
  </form>`;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    onSearch(input.value.trim());
  });
  return form;
}
