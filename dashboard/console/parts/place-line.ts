import { html } from "htl";
import { sheetHead } from "../../src/components/page/sheet-head.js";
import { dayInWords } from "../words/days.js";

/**
 * Below the first heading, and in the head of each printed sheet: which place the page is of, and of
 * which day its data are.
 * @param places the district, and whoever or whatever part of it the page is about
 * @param asOf null where the page has no data of one day
 */
export function placeLine(places: readonly string[], asOf: string | null = null): HTMLElement {
  const day = asOf === null ? [] : [`data as of ${dayInWords(asOf)}`];
  const heading = document.querySelector("h1")?.textContent ?? "";
  return html`<p class="place">
    ${[...places, ...day].join(" · ")}${sheetHead([...places, heading].join(" · "), day.join(""))}
  </p>`;
}
