import { html } from "htl";
import type { HeadlineFigure } from "../../../../../functions/releases/overview/overview.ts";
import { linkTo } from "../../../release/address.js";
import { pastShares } from "../../../release/bar-parts.js";
import { counted } from "../../../words/formats/nouns.js";
import { dayInWords, dayOfYearInWords } from "../../../words/formats/days.js";
import { comparisonInWords } from "../../../words/messages/comparison.js";
import { overviewWords as words } from "../../../words/overview.js";
import { percent, wholeNumber } from "../../../words/formats/numbers.js";
import { isShown, shareInWords } from "../../../words/formats/shares.js";
import { rateName } from "../../../words/terms/rates.js";
import { markOf } from "../../../words/terms/states.js";
import { spark } from "../../charts/spark.js";
import { worded } from "../../page/worded.js";
import { heldInFew } from "../counts-of.js";

/** One figure with its target, whom it is of, its due date and its past. */
export function headlineFigure(figure: HeadlineFigure): HTMLElement {
  const name = rateName(figure);
  return html`<li class="figure" data-measure=${figure.measure} data-group=${figure.group}>
    <h2><a href="${pageOf(figure)}">${worded(name)}</a></h2>
    ${value(figure)}
    <p class="figure-due">${dueWords(figure).map(unbroken)}</p>
    ${isShown(figure) ? spark({ past: pastShares(figure.past), lastYear: figure.lastYear }) : ""}
    <p class="figure-change">${changeWords(figure)}</p>
  </li>`;
}

/** Where the reader finds all of it. */
const pageOf = ({ breakdown, group, measure }: HeadlineFigure): string =>
  linkTo("requirements", {
    requirement: breakdown === "all" ? (measure === "plan-coverage" ? "plans" : null) : group,
  });

function value(figure: HeadlineFigure): HTMLElement {
  if (!isShown(figure)) {
    return html`<p class="figure-value mark">${markOf(figure.state)}</p>`;
  }
  const { n, count, onTime, heldOn } = figure;
  const students = counted(n ?? 0, "student");
  const whom =
    count === null ? words.ofStudents(students) : words.countOf(wholeNumber(count), students);
  return html`<p class="figure-value">
      ${shareInWords(figure)}
      ${
        onTime !== null && isShown(onTime)
          ? html`<small>${words.onTime(shareInWords(onTime))}${otherDay(onTime, figure)}</small>`
          : ""
      }
    </p>
    <p class="figure-of">
      ${[whom, heldInFew(heldOn)].filter((each) => each !== null).join(" · ")}
    </p>`;
}

/** The share that was on time is a figure of its own, and its counts may be of another day. */
const otherDay = (
  { heldOn: own }: NonNullable<HeadlineFigure["onTime"]>,
  { heldOn }: HeadlineFigure,
): string => (own === heldOn || own === null ? "" : `, ${heldInFew(own)}`);

/** The target and the due date, which break between them and not within a date. */
function dueWords({ target, dueOn }: HeadlineFigure): readonly string[] {
  const due =
    dueOn === null
      ? []
      : dueOn.first === dueOn.last
        ? [words.due(dayOfYearInWords(dueOn.first))]
        : [words.dueBetween(dayOfYearInWords(dueOn.first), dayOfYearInWords(dueOn.last))];
  const goal = target === null ? [] : [words.target(percent(target))];
  return [...goal, ...due];
}

const unbroken = (words: string, index: number): HTMLElement =>
  html`<span>${index === 0 ? "" : " · "}<span class="unbroken">${words}</span></span>`;

function changeWords({ change, lastYear }: HeadlineFigure): string {
  return [
    ...(change === null ? [] : [comparisonInWords(change)]),
    ...(lastYear === null
      ? []
      : [words.lastYear(shareInWords(lastYear), dayInWords(lastYear.asOf))]),
  ].join("; ");
}
