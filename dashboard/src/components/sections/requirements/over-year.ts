import { html } from "htl";
import type { ReleaseManifest } from "../../../../../functions/releases/manifest/manifest.ts";
import type { Edition } from "../../../release/edition.ts";
import type { RowsByTable } from "../../../release/rows-by-table.ts";
import { english, plainText } from "../../../words/language.js";
import { requirementWords as words } from "../../../words/requirements.js";
import { isShown } from "../../../words/formats/shares.js";
import type { TrendPoint } from "../../charts/trend-marks.ts";
import type { Question } from "./bar-rows.ts";
import { questionName } from "./questions.js";
import { yearTable } from "./year-table.js";

type TrendRow = RowsByTable["trend"];

/** Each rate of the question over the school year, with its due dates and the year before. */
export async function overYear(
  question: Question,
  place: { readonly school: string; readonly name: string },
  edition: Edition,
): Promise<HTMLElement | null> {
  const [manifest, trend, lastYear] = await Promise.all([
    edition.manifest(),
    edition.rows("trend"),
    edition.rows("last-year"),
  ]);
  const isOf =
    (row: Pick<TrendRow, "measure" | "group" | "school">) => (rate: Question["rates"][number]) =>
      row.school === place.school && row.measure === rate.measure && row.group === rate.group;
  const ofRates = (rows: readonly TrendRow[]) =>
    question.rates.map((rate) => ({
      rate,
      points: pointsOf(rows.filter((row) => isOf(row)(rate))),
    }));
  const series = ofRates(trend).filter(({ points }) => points.length > 0);
  if (series.length === 0) return null;
  const days = new Set(series.flatMap(({ points }) => points.map(({ asOf }) => asOf)));
  const title = words.overYearLabel(questionName(question), english(place.name));
  if (days.size < 2) return card(place.name, html`<p>${words.oneDay}</p>`);
  const { trendLines } = await import("../../charts/trend-lines.js");
  const yearBefore = ofRates(lastYear as readonly TrendRow[])
    .map(({ points }) => points.map((point) => ({ ...point, asOf: yearLater(point.asOf) })))
    .filter((points) => points.length > 0);
  const named = series.map(({ rate, points }) => ({
    name: nameOf(rate, question, manifest),
    points,
  }));
  return card(
    place.name,
    trendLines({
      label: plainText(title),
      series: named,
      lastYear: yearBefore,
      dueDays: dueDaysOf(question, manifest),
    }),
    html`<p class="fine">${words.overYearNote(yearBefore.length > 0)}</p>`,
    html`<details>
      <summary>${words.overYearTable}</summary>
      ${yearTable(title, named, `${manifest.district.id}-${manifest.asOf}-${question.id}-over-year.csv`)}
    </details>`,
  );
}

/**
 * The shares as they were published, each on the day of its counts, so that a share that was
 * carried forward appears once.
 */
function pointsOf(rows: readonly TrendRow[]): readonly TrendPoint[] {
  const points = rows.filter(isShown).map(({ asOf, drawnOn, low, high, comparableSince }) => ({
    ...{ asOf: drawnOn ?? asOf, low, high },
    comparableSince: comparableSince ?? asOf,
  }));
  return [
    ...new Map(points.map((point) => [`${point.comparableSince} ${point.asOf}`, point])).values(),
  ];
}

const card = (place: string, ...parts: readonly Node[]): HTMLElement =>
  html`<section class="card">
    <h2>${words.overYear} <small lang="en">${place}</small></h2>
    ${parts}
  </section>`;

/**
 * The day of this school year that corresponds to a day of the year before; February 29 corresponds
 * to February 28.
 */
const yearLater = (day: string): string =>
  `${Number(day.slice(0, 4)) + 1}${day.slice(4) === "-02-29" ? "-02-28" : day.slice(4)}`;

/** A single line is named by the chart. */
function nameOf(
  { group }: Question["rates"][number],
  question: Question,
  { mandate }: ReleaseManifest,
): string {
  const requirement = mandate.requirements.find(({ id }) => id === group);
  return requirement === undefined ? questionName(question) : english(requirement.name);
}

/** Of all requirements together each of them: the set that was due changes on these days. */
const dueDaysOf = (question: Question, { mandate }: ReleaseManifest) =>
  mandate.requirements
    .filter(({ isInForce }) => isInForce)
    .filter(
      ({ id }) =>
        question.id === "all-requirements" ||
        question.requirement === id ||
        question.rates.some(({ group }) => group === id),
    )
    .flatMap(({ name, dueOn }) =>
      dueOn === null ? [] : [{ name: english(name), day: dueOn.last }],
    );
