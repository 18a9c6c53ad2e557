import { html } from "htl";
import type { AboutReader } from "../../../functions/console/answers.ts";

type Kind = AboutReader["can"][number];

const NAMES: readonly Kind[] = ["see-student", "see-records", "see-data-to-fix"];

const DECIDING: readonly Kind[] = [
  ...(["record-exemption", "record-attestation", "assign-counselor"] as const),
  ...(["record-duty", "confirm-rule", "decide-removals"] as const),
];

/** The pages and who may use each: a page that would refuse its reader is not offered. */
const PAGES: readonly {
  readonly path: string;
  readonly name: string;
  readonly asks: readonly Kind[];
}[] = [
  { path: "/today.html", name: "Today", asks: NAMES },
  { path: "/students.html", name: "Students", asks: NAMES },
  { path: "/week.html", name: "This week", asks: ["see-student"] },
  { path: "/plans.html", name: "Plans", asks: ["see-student"] },
  { path: "/counselors.html", name: "Counselors", asks: ["see-student"] },
  { path: "/data-to-fix.html", name: "Data to fix", asks: [...NAMES, "see-rejected-files"] },
  { path: "/state-reports.html", name: "State reports", asks: ["make-state-file"] },
  { path: "/decisions.html", name: "Decisions", asks: DECIDING },
  { path: "/log.html", name: "Access log", asks: ["see-log"] },
];

/** @param here the path of the page that is open */
export function consolePages({ can }: AboutReader, here: string): HTMLElement {
  const open = PAGES.filter(({ asks }) => asks.some((kind) => can.includes(kind)));
  const isOwn = PAGES.some(({ path }) => isAt(path, here));
  const link = (path: string, name: string) =>
    html`<li><a href=${path} aria-current=${isAt(path, here) ? "page" : null}>${name}</a></li>`;
  return html`<nav class="console-pages" id="console-pages" tabindex="-1" aria-label="Console">
    <ul>
      ${isOwn ? link("/", "Figures") : ""} ${open.map(({ path, name }) => link(path, name))}
    </ul>
  </nav>`;
}

/** A server may leave out the extension. */
const isAt = (path: string, here: string): boolean => here === path || `${here}.html` === path;
