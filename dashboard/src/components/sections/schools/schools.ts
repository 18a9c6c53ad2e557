import type { Overview } from "../../../../../functions/releases/overview/overview.ts";
import type { SchoolReport } from "../../../../../functions/releases/overview/school-report.ts";
import { fromAddress, linkTo } from "../../../release/address.js";
import { html } from "htl";
import { schoolWords as words } from "../../../words/schools.js";
import { page } from "../../page/page.js";
import { listTitle, schoolList } from "./school-list.js";
import { reportTitle, schoolReport } from "./school-report.js";

/** The school that the address names, or all of them. */
export function schools(): HTMLElement {
  const school = fromAddress("school");
  return school === null
    ? page<Overview>({ file: "overview.json", title: listTitle, draw: schoolList })
    : page<SchoolReport>({
        file: fileOf(school),
        title: reportTitle,
        draw: (edition) => [
          html`<p class="no-print">
            <a href="${linkTo("schools", { school: null })}">${words.all}</a>
          </p>`,
          ...schoolReport(edition),
        ],
      });
}

/** The name of a file of the release, twice encoded: its name holds the id encoded. */
const fileOf = (school: string): string =>
  `school-reports/school-${encodeURIComponent(encodeURIComponent(school))}.json`;
