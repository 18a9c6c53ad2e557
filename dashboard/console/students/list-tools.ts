import { html } from "htl";
import { askFile } from "../asking/ask.js";
import { wordsOf } from "../asking/refusal.js";
import { fileAddress, searchHeader, type ListAsked } from "./ask-students.js";
import type { StudentTable } from "./student-table.js";

/** The whole list as files and on paper, whatever is drawn of it. */
export function listTools(asked: ListAsked, table: StudentTable): HTMLElement {
  const said = html`<span role="status"></span>`;
  const print = html`<button type="button">Print</button>`;
  print.addEventListener("click", () => {
    said.textContent = "Reading all rows…";
    table.drawUntil(Infinity).then(
      () => {
        said.textContent = "";
        window.print();
      },
      (error: unknown) => {
        said.textContent = `The list cannot be printed whole: ${wordsOf(error)}`;
      },
    );
  });
  return html`<div class="tools" role="group" aria-label="Take the list along">
    ${fileLink("csv", "CSV", asked, said)} ${fileLink("xlsx", "Excel (XLSX)", asked, said)} ${print}
    ${said}
  </div>`;
}

/** A link to the list as a file. What is looked for stands in no address, so that file is fetched. */
function fileLink(
  format: "csv" | "xlsx",
  name: string,
  { query, search }: ListAsked,
  said: HTMLElement,
): HTMLElement {
  const address = fileAddress(format, query);
  const link = html`<a href=${address} download>${name}</a>`;
  if (search === "") return link;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    askFile(address, searchHeader(search)).then(
      (bytes) => keep(bytes, `students.${format}`),
      (error: unknown) => {
        said.textContent = `The file cannot be made: ${wordsOf(error)}`;
      },
    );
  });
  return link;
}

function keep(bytes: Blob, name: string): void {
  const address = URL.createObjectURL(bytes);
  html`<a href=${address} download=${name}></a>`.click();
  // The browser has taken it by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
