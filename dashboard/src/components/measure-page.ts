import { html } from "htl";
import type { MeasureDefinition } from "../../../functions/domain/figures/measure-definition.ts";
import { fromAddress, intoAddress } from "../release/address.js";
import type { Release } from "../release/release.ts";
import { figureCards } from "./figure-cards.js";
import { measureDefinition } from "./measure-definition.js";
import { pick } from "./pick.js";
import { inGroups } from "./place-cell.js";
import { bySchool, rateDots } from "./rate-dots.js";
import { rateTable } from "./rate-table.js";
import { card, cards, section, sentence } from "./section.js";
import { trendCards } from "./trend-cards.js";

/** Any measure of the release, chosen by the reader: a new measure has its page by itself. */
export function anyMeasure(release: Release): HTMLElement {
  const { measures } = release.manifest;
  const asked = fromAddress("measure");
  const first = measures.find(({ id }) => id === asked) ?? measures[0];
  if (first === undefined) return html`<p>This release has no measures.</p>`;
  const parts = html`<div></div>`;
  const redraw = (measure: MeasureDefinition): void =>
    parts.replaceChildren(...measureParts(release, measure));
  const options = measures.map(({ id, name }) => ({ value: id, label: name }));
  redraw(first);
  return html`<div>
    ${pick("Measure", options, first.id, (id) => {
      const measure = measures.find((each) => each.id === id);
      if (measure === undefined) return;
      intoAddress("measure", id);
      redraw(measure);
    })}
    ${parts}
  </div>`;
}

const DIVIDED = ["grade", "transition", "requirement"];

function measureParts(
  release: Release,
  { id, name, isHigherBetter, ...summary }: MeasureDefinition,
): readonly Node[] {
  const rows = release.rows("rates").filter(({ measure }) => measure === id);
  const trend = release.rows("trend").filter(({ measure }) => measure === id);
  const changes = release.rows("changes");
  const district = rows.filter(({ level }) => level === "district");
  const groups = inGroups(
    rows.filter(({ breakdown }) => ["all", "transition", "requirement"].includes(breakdown)),
    ({ breakdown, group }) => `${breakdown} ${group}`,
  );
  const schoolCards = groups.filter((group) => group.some(({ level }) => level === "school"));
  const headline = district.filter(({ breakdown }) => breakdown === "all");
  const inner = district.filter(({ breakdown }) => DIVIDED.includes(breakdown));
  return [
    sentence(summary.definition),
    figureCards(release, headline.length > 0 ? headline : inner, { trend, changes }),
    section(
      "By school",
      cards(
        ...schoolCards.map((group) =>
          card(
            group[0].groupName,
            rateDots(
              `${name}, ${group[0].groupName}, by school`,
              bySchool(group, isHigherBetter).map((row) => ({ ...row, group: "all" })),
              ({ level, schoolName }) => (level === "district" ? "District" : schoolName),
            ),
          ),
        ),
        inner.length > 1
          ? card(
              "Divided, all schools together",
              rateDots(`${name}, all schools together`, inner, ({ groupName }) => groupName),
            )
          : null,
      ),
      rateTable(release, `${name} by school and group`, rows),
    ),
    section("Over the releases of the year", trendCards(release, trend)),
    section("Definition", measureDefinition({ id, name, isHigherBetter, ...summary })),
  ];
}
