import { html } from "htl";
import type { Release } from "../release/release.ts";
import { counted } from "../words/numbers.js";
import { isShown } from "../words/shares.js";
import { MARKS } from "../words/states.js";
import { keyOf } from "./mark-key.js";
import { inGroups } from "./place-cell.js";
import { onward, section, sentence } from "./section.js";

/** How public figures are protected, for a reader who has to answer for it before a board. */
export function protectionParts(release: Release): readonly Node[] {
  const { smallestGroup, statement } = release.manifest.protection;
  const fewest = counted(smallestGroup, "student");
  return [
    sentence(
      `Public figures are bands, drawn from slightly shifted counts of groups of ${fewest} or more. Exact figures are in the staff edition, for those who have a right to them.`,
    ),
    section(
      "Why exact numbers are not public",
      html`<p>
        “1 of the 3 students of grade 9 at our school has no plan.” Whoever knows the three knows
        who it is. With larger groups the same can happen by subtraction: take the schools that are
        shown from the district, and what is left is the school that is not.
      </p>`,
    ),
    section(
      "What is done",
      html`<ul>
        <li>
          <strong>Shares are bands.</strong> “60–69%” is as much as a board needs, and does not tell
          whether it is one student more or fewer. The fewer the students, the wider the band:
          fifths up to 30 students, tenths up to 60, then 5 points, and whole percents from 301
          students on. A share near none or near all is “at most” or “or more”.
        </li>
        <li>
          <strong>Dividing lines are shifted.</strong> Before the bands are drawn, each dividing
          line of a bar, such as the one between “held on time” and “held late”, is moved by a
          secret whole number of students: at most 5, mostly 0 to 2, and the same all school year.
          So the true share is inside the band or close beside it.
        </li>
        <li>
          <strong>There is a smallest group.</strong> A group of fewer than ${fewest} has no public
          figure, not even a good one. Students of a school with fewer than ${fewest} are in no
          public figure at all, the district’s included, so that taking the other schools from the
          district leaves nothing.
        </li>
        <li>
          <strong>A bar is redrawn once 5 to 8 of its students have moved.</strong> Until then the
          page keeps the earlier figure and says its day, “as of March 11, 2022”. How many exactly
          is secret, so that a change from one release to the next does not point at one student.
        </li>
        <li>
          <strong>Some things are not published.</strong> Lists of names, days late, single
          milestones, and numbers of records other than by order of magnitude are for staff alone.
        </li>
      </ul>`,
    ),
    section(
      "What this does not promise",
      html`<p>
        This is no mathematical guarantee. In simulated school years with monthly releases, somebody
        who already knew all but one student of a group learned that one for certain in 6 to 10 of
        100 months. It also has a price: a figure may be a few students out of date, and two schools
        with nearly the same share may be in the wrong order.
      </p>`,
      html`<p class="fine">As the release says it: ${statement}</p>`,
    ),
    section("What each mark means", keyOf(MARKS)),
    section(
      "What researchers get",
      html`<p>
        These pages, unless the district has an agreement with them. Under one they may be given one
        row per student for restricted use, without name, school, day or a word that anybody wrote.
        About a tenth of the students, chosen by chance, are left out, and at least five are alike
        in all that could tell who they are.
      </p>`,
    ),
    ...(release.manifest.edition === "public" ? [inThisRelease(release)] : []),
    onward(
      ["definitions", "Definitions and files"],
      ["school", "The page of a school"],
      ["data-quality", "What the files lack"],
    ),
  ];
}

/** Which schools of this release have no public figure: a reader who misses one finds it here. */
function inThisRelease(release: Release): HTMLElement {
  const schools = inGroups(
    release.rows("rates").filter(({ level }) => level === "school"),
    ({ school }) => school,
  );
  const without = schools.filter(
    (rows) =>
      !rows.some(isShown) &&
      rows.some(({ state }) => state === "too-few-students" || state === "left-out"),
  );
  return section(
    "In this release",
    without.length === 0
      ? html`<p>No school is too small for public figures.</p>`
      : html`<p>
          Too small for public figures: ${without.map(([{ schoolName }]) => schoolName).join(", ")}.
        </p>`,
  );
}
