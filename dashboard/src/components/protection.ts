import { html } from "htl";
import type { RateRow } from "../../../functions/releases/tables.ts";
import type { Release } from "../release/release.ts";
import { bandInWords } from "../words/bands.js";
import { counted, wholeNumber } from "../words/numbers.js";
import { markOf } from "../words/states.js";
import { markKey } from "./mark-key.js";
import { rateTable } from "./rate-table.js";
import { onward, section, sentence } from "./section.js";

/** What is hidden and why, for a reader who has to answer for it before a board. */
export function protectionParts(release: Release): readonly Node[] {
  const { minimumGroup, proof } = release.manifest.protection;
  return [
    sentence(
      `No student can be picked out of these pages. ${wholeNumber(proof.hidden)} of ${counted(proof.figures, "figure")} of this release are hidden, and nobody can work out any of them from the others.`,
    ),
    section(
      "Why a small number tells on a student",
      html`<p>
        “1 of the 3 students of grade 9 at our school has no plan.” Whoever knows the three knows
        who it is. So a group of fewer than ${counted(minimumGroup, "student")} has no figure, not
        even a good one: “all 3 have a plan” tells of each of them too.
      </p>`,
    ),
    section(
      "Why larger figures are hidden with it",
      html`<div>
        <p>
          If the district and two of its three schools are shown, the third is what is left: a
          reader takes the two from the district’s. So a further figure is hidden beside each hidden
          one, and often it is not a small one. That is no fault in your data.
        </p>
        <p>
          A computer tries it out before a release goes out. For every hidden figure it writes down
          other numbers that fit everything these pages say. As long as there are enough of them,
          nobody can tell which are true. ${wholeNumber(proof.witnesses)} such sets of numbers were
          checked for this release. Were one figure open, there would be no release.
        </p>
      </div>`,
    ),
    section(
      "Why shares are told as bands",
      html`<p>
        “60–69%” is as much as a board needs, and does not tell whether it is one student more or
        fewer. The fewer the students, the wider the band: halves for 10 to 15 students, fifths up
        to 30, tenths up to 60, then 5 points, and whole percents from 301 students on. A share near
        none or near all is “at most” or “or more”, since “none” would tell of every student.
      </p>`,
    ),
    section(
      "What each mark means",
      markKey(),
      html`<p>
        What is hidden once stays hidden for the school year, so that two releases side by side tell
        no more than one. Lists of names are never on these pages.
      </p>`,
    ),
    section(
      "What researchers get",
      html`<p>
        Nothing more than these pages, unless the district has an agreement with them. Then they may
        be given a row for each student, without name, school, day or a word that anybody wrote.
        About a tenth of the students, chosen by lot, are left out; at least five look alike in all
        that could tell who they are; and the rows are tried against these pages before they go out.
      </p>`,
    ),
    exampleOf(release),
    onward(
      ["definitions", "Definitions and files"],
      ["school", "The page of a school"],
      ["data-quality", "What the files lack"],
    ),
  ];
}

/** A school of this release that shows it: the one with the most hidden. */
function exampleOf(release: Release): HTMLElement {
  const schools = release.rows("rates").filter(({ level }) => level === "school");
  const hiddenAt = (id: string) =>
    schools.filter(({ school, state }) => school === id && state === "hidden");
  const [most] = [...release.manifest.schools].sort(
    (a, b) => hiddenAt(b.id).length - hiddenAt(a.id).length,
  );
  if (most === undefined || hiddenAt(most.id).length === 0) {
    return section(
      "In this release",
      html`<p>No figure of a school is hidden in this release.</p>`,
    );
  }
  const rows = schools.filter(
    ({ school, breakdown, state }) =>
      school === most.id && breakdown === "all" && state !== "not-applicable",
  );
  return section(
    "In this release",
    html`<p>At ${most.name}${sizeOf(rows)}, for example: ${rows.map(inWords).join("; ")}.</p>`,
    rateTable(release, `Figures of ${most.name}`, rows),
  );
}

/** Enrollment is public; where it is small, it is the reason. */
const sizeOf = ([first]: readonly RateRow[]): string =>
  first?.of === null || first === undefined ? "" : `, with ${counted(first.of, "student")}`;

const inWords = ({ measureName, band, state }: RateRow): string =>
  `${measureName.toLowerCase()}, ${band === null ? markOf(state) : bandInWords(band)}`;
