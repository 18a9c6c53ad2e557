import { html } from "htl";
import type { DutySummary } from "../../../functions/releases/manifest/mandate-summary.ts";
import type { Release } from "../release/release.ts";
import { dayInWords } from "../words/days.js";
import { cited } from "./cited.js";
import { figureTable } from "./figure-table.js";
import { section } from "./section.js";

/** What needs attention first; what is done or not in force last. */
const ORDER = ["overdue", "due", "no-record", "undated", "done", "not-in-force"];

/** What the district itself, not a student, has to do: a checklist with its days. */
export function districtDuties({ manifest }: Release): HTMLElement {
  const { duties, title } = manifest.mandate;
  const name = "What the district itself has to do";
  if (duties.length === 0)
    return section(name, html`<p>${title} names no duty of the district.</p>`);
  const inOrder = [...duties].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  return section(
    name,
    figureTable<DutySummary>({
      caption: `Duties of the district, as of ${dayInWords(manifest.asOf)}`,
      rows: inOrder,
      columns: [
        {
          title: "State",
          value: ({ state }) => ORDER.indexOf(state),
          cell: ({ state, stateName }) =>
            html`<span class="check"
              ><span aria-hidden="true">${state === "done" ? "☑" : "☐"}</span> ${stateName}</span
            >`,
        },
        {
          title: "Duty",
          isProse: true,
          value: (duty) => duty.name,
          cell: (duty) => html`<strong>${duty.name}</strong><small>${duty.rule}</small>`,
        },
        { title: "When", value: ({ due }) => due },
        dayColumn("Due on", ({ dueOn }) => dueOn, "no day"),
        dayColumn("Done on", ({ doneOn }) => doneOn, "no record"),
        { title: "How strongly", value: ({ modalityName }) => modalityName },
        { title: "Written in", isProse: true, value: ({ citation }) => citation, cell: cited },
      ],
    }),
  );
}

function dayColumn(title: string, value: (duty: DutySummary) => string | null, none: string) {
  return {
    title,
    value,
    cell: (duty: DutySummary) => {
      const day = value(duty);
      return day === null ? html`<span class="mark">${none}</span>` : dayInWords(day);
    },
  };
}
