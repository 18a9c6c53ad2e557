import { html } from "htl";
import type {
  NotCompared,
  ReportRow,
  SchoolReport,
} from "../../../../../functions/releases/overview/school-report.ts";
import { linkTo } from "../../../release/address.js";
import { barParts } from "../../../release/bar-parts.js";
import type { Edition } from "../../../release/edition.ts";
import { dayInWords, dayOfYearInWords } from "../../../words/formats/days.js";
import { counted } from "../../../words/formats/nouns.js";
import { isShown } from "../../../words/formats/shares.js";
import { english, plainText } from "../../../words/language.js";
import { comparisonInWords } from "../../../words/messages/comparison.js";
import { notComparedWords } from "../../../words/not-compared.js";
import { overviewWords } from "../../../words/overview.js";
import { schoolWords as words } from "../../../words/schools.js";
import { breakdownGroupName } from "../../../words/terms/breakdowns.js";
import { partsInWords } from "../../../words/terms/question-parts.js";
import { rateName } from "../../../words/terms/rates.js";
import { schoolLevelName } from "../../../words/terms/school-levels.js";
import { markOf } from "../../../words/terms/states.js";
import { shareRows } from "../../charts/share-rows.js";
import { stackedBars } from "../../charts/stacked-bars.js";
import { drawnLater } from "../../page/drawn-later.js";
import type { Parts } from "../../page/redrawn.ts";
import { actionList } from "../action-list.js";
import { answer } from "../answer.js";
import { countsNote, heldInFew } from "../counts-of.js";
import { beforeDueNotes } from "../not-compared.js";
import { planQuality } from "../plan-quality/plan-quality.js";

/** One school on one sheet: its sentence, its measures beside district and peers, its grade levels, and who acts next. */
export function schoolReport(edition: Edition<SchoolReport>): Parts {
  const { school, students, messages, rows, actions } = edition.screen;
  const shown = rows.filter((row) => isShown(row.school));
  return [
    html`<h2 class="school-name">
      <span lang="en">${school.name}</span>${
        students === null
          ? ""
          : html`<small>${levelOf(school)}${counted(students, "student")}</small>`
      }
    </h2>`,
    answer(messages),
    shown.length === 0 ? null : besideOthers(edition.screen),
    gradesOf(edition.screen),
    // A school is printed on one sheet.
    html`<div class="no-print">
      ${drawnLater(planQuality(edition, school.id).then((section) => [section]))}
    </div>`,
    shown.length === 0
      ? null
      : html`<section class="part">
          <h2>${words.actions}</h2>
          ${actionList(actions, edition)}
        </section>`,
  ];
}

/** A school of no one level says none. */
const levelOf = ({ level }: SchoolReport["school"]): string =>
  level === "other" ? "" : `${schoolLevelName(level, level)} · `;

function besideOthers({ school, rows }: SchoolReport): HTMLElement {
  return html`<section class="card">
    <h2>${rows.some(({ peers }) => peers !== null) ? words.besidePeers : words.beside}</h2>
    ${shareRows({
      label: plainText(words.besideLabel(english(school.name))),
      changeTitle: words.change,
      rows: rows.map((row) => ({
        name: nameOf(row),
        href: pageOf(row, school.id),
        school: shareOrWhy(row.school),
        district: shareOrWhy(row.district, apartOf(row, "district") !== undefined),
        peers: peersOrWhy(row),
        target: row.target,
        ...(row.dueOn !== null && { more: dueWords(row.dueOn) }),
        ...(isCompared(row) && { change: comparisonInWords(row.change) }),
      })),
    })}
    ${beforeDueNotes(rows.flatMap(({ notCompared = [] }) => notCompared))}
  </section>`;
}

const shareOrWhy = (figure: ReportRow["school"], isApart = false) =>
  isShown(figure)
    ? {
        ...{ low: figure.low, high: figure.high, isApart },
        note: countsNote(heldInFew(figure.heldOn), isApart),
      }
    : { why: markOf(figure.state) };

function peersOrWhy(row: ReportRow) {
  if (row.peers !== null) return { ...row.peers, note: peersHeld(row.peers.heldOn) };
  return apartOf(row, "peers") === undefined ? null : { why: notComparedWords.inFew };
}

const apartOf = ({ notCompared = [] }: ReportRow, others: NotCompared["with"]) =>
  notCompared.find((each) => each.with === others);

/** A median is made of several figures, the earliest of them of this day. */
const peersHeld = (heldOn: string | null): string | null =>
  heldOn === null ? null : words.countsSince(dayOfYearInWords(heldOn));

type Compared = ReportRow & { readonly change: NonNullable<ReportRow["change"]> };

/** Why a measure is not compared stands with the changes of the overview. */
const isCompared = (row: ReportRow): row is Compared =>
  row.change !== null && row.change.kind !== "not-compared";

const dueWords = ({ first, last }: NonNullable<ReportRow["dueOn"]>): string =>
  first === last
    ? overviewWords.due(dayInWords(last))
    : overviewWords.dueBetween(dayInWords(first), dayInWords(last));

/** A measure of which less is better says so. */
function nameOf(row: ReportRow): string {
  const name = rateName(row);
  return row.isHigherBetter ? name : `${name} (${words.lower})`;
}

const pageOf = ({ measure, breakdown, group }: ReportRow, school: string): string =>
  breakdown === "all" && measure === "chronic-absence"
    ? linkTo("methods", {}, "attendance")
    : linkTo("requirements", {
        school,
        requirement: breakdown === "all" ? (PAGES[measure] ?? null) : group,
      });

const PAGES: { readonly [measure: string]: string } = {
  "plan-coverage": "plans",
  "requirements-met": "all-requirements",
};

function gradesOf({ school, grades }: SchoolReport): HTMLElement | null {
  if (grades.bars.length === 0) return null;
  return html`<section class="card">
    <h2>${words.grades}</h2>
    ${stackedBars({
      label: plainText(words.gradesOf(english(school.name))),
      parts: partsInWords(grades.kind === "reviews" ? "review" : "standing"),
      target: 1,
      bars: grades.bars.map((bar) => ({
        n: bar.n,
        parts: barParts(bar.parts),
        note: heldInFew(bar.heldOn),
        name: breakdownGroupName("grade", bar.group, bar.groupName),
        href: linkTo("requirements", { school: school.id, grade: bar.group }),
        why: markOf(bar.state),
      })),
    })}
    <p class="fine">${words.gradesNote}</p>
  </section>`;
}

export const reportTitle = ({ school, asOf }: SchoolReport): string =>
  [words.title(school.name), dayInWords(asOf)].join(" · ");
