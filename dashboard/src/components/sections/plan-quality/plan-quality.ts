import { html } from "htl";
import { linkTo } from "../../../release/address.js";
import type { Edition } from "../../../release/edition.ts";
import { isShown, isSingular, studentsInWords } from "../../../words/formats/shares.js";
import { english, plainText } from "../../../words/language.js";
import { planQualityWords as words } from "../../../words/plan-quality.js";
import { measureName } from "../../../words/terms/measures.js";
import { partsInWords } from "../../../words/terms/question-parts.js";
import { stackedBars } from "../../charts/stacked-bars.js";
import { worded } from "../../page/worded.js";
import { drawnBar } from "../requirements/drawn-bar.js";
import { besideBars, type BesideBar } from "./beside-bars.js";
import { qualityCards, type DrawnCard, type DrawnChart } from "./quality-rows.js";
import { qualityTable } from "./quality-table.js";
import { signatureDays } from "./signature-days.js";

/** What is drawn of one place. */
interface Place {
  readonly name: string;
  readonly asOf: string;
  /** The measures that no headline may rest on. */
  readonly unvalidated: ReadonlySet<string>;
}

/**
 * What the plans of a place say, beside the requirements that go with it; null where the edition has
 * no figure of it.
 * @param school empty for the district
 */
export async function planQuality(edition: Edition, school: string): Promise<HTMLElement | null> {
  const cards = await qualityCards(edition, school);
  const name = cards[0]?.charts[0]?.bars[0]?.[0].schoolName;
  if (name === undefined) return null;
  const { measures } = await edition.manifest();
  const unvalidated = new Set(
    measures.filter(({ isValidated }) => isValidated === false).map(({ id }) => id),
  );
  const place = { name, asOf: edition.screen.asOf, unvalidated };
  const besides = await besideBars(edition, school);
  const days = await signatureDays(edition, school);
  return html`<section class="part" id="plan-quality">
    <h2>${words.title}</h2>
    <p>${words.lead}</p>
    ${sharedSentence(cards, place)}
    ${cards.map(
      ({ card, charts }) =>
        html`<div class="card">
          <h3>${card.title}</h3>
          ${charts.flatMap((drawn) => [
            qualityBars(drawn, place),
            drawn.chart.parts === "review-signature" ? days : null,
          ])}
          ${besideBar(besides.get(card.beside), card.title, place)}
        </div>`,
    )}
    ${await qualityTable(cards, name, edition)}
  </section>`;
}

const qualityBars = ({ chart, bars }: DrawnChart, place: Place): HTMLElement =>
  stackedBars({
    label: plainText(
      words.chart(bars.map(([{ measure }]) => nameOf(measure, place)).join(", "), place.name),
    ),
    parts: partsInWords(chart.parts),
    bars: bars.map((rows) => ({
      name: nameOf(rows[0].measure, place),
      href: linkTo("methods", {}, rows[0].measure),
      isWhole: false,
      ...drawnBar(rows, place.asOf),
    })),
  });

/** @param title of the card that it stands in */
function besideBar(
  bar: BesideBar | undefined,
  title: string,
  { name, asOf }: Place,
): HTMLElement | null {
  if (bar === undefined) return null;
  return html`<h4>${words.beside}</h4>
    ${stackedBars({
      label: plainText(words.chart(`${title}, ${bar.name}`, name)),
      parts: partsInWords(bar.parts),
      bars: [{ name: bar.name, href: bar.href, isWhole: false, ...drawnBar(bar.rows, asOf) }],
    })}`;
}

/** A measure that is not validated says so wherever it is drawn. */
const nameOf = (measure: string, { unvalidated }: Place): string => {
  const name = measureName(measure, measure);
  return unvalidated.has(measure) ? `${name} (${words.notValidated})` : name;
};

/** How many share every goal, and of how many none is compared: what the section is first asked. */
function sharedSentence(cards: readonly DrawnCard[], { name }: Place): HTMLElement | null {
  const bar = cards
    .flatMap(({ charts }) => charts.flatMap(({ bars }) => bars.flat()))
    .filter(({ measure }) => measure === "goal-individuality")
    .filter(isShown);
  const shared = bar.find(({ part }) => part === "shared");
  if (shared === undefined) return null;
  const others = bar.filter(({ part, high }) => part === "no-eligible-goal" && high > 0);
  return html`<div>
    <p class="answer">
      ${worded(words.shared(studentsInWords(shared, shared.n), isSingular(shared, shared.n), english(name)))}
      ${others.map((row) => words.notCompared(studentsInWords(row, row.n), isSingular(row, row.n)))}
    </p>
    <p class="fine">${words.sharedNote}</p>
  </div>`;
}
