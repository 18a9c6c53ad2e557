import { html } from "htl";
import type { Edition } from "../../../release/edition.ts";
import { isShown, shareAndCount, shareOrder } from "../../../words/formats/shares.js";
import { wholeNumber } from "../../../words/formats/numbers.js";
import { english } from "../../../words/language.js";
import { planQualityWords as words } from "../../../words/plan-quality.js";
import { requirementWords } from "../../../words/requirements.js";
import { measureName } from "../../../words/terms/measures.js";
import { partsInWords } from "../../../words/terms/question-parts.js";
import { markOf } from "../../../words/terms/states.js";
import { dataTable } from "../../tables/data-table.js";
import { countsOfColumn } from "../counts-of.js";
import { filesOf } from "../files-of.js";
import type { DrawnCard, QualityRow } from "./quality-rows.ts";

/** The same figures as rows: a measure and an answer each. */
export async function qualityTable(
  cards: readonly DrawnCard[],
  place: string,
  edition: Edition,
): Promise<HTMLElement> {
  const charts = cards.flatMap((drawn) => drawn.charts);
  const names = new Map(
    charts.flatMap(({ chart: { parts } }) =>
      partsInWords(parts).map(({ part, name }) => [`${parts} ${part}`, name] as const),
    ),
  );
  const rows = charts.flatMap(({ chart, bars }) =>
    bars.flat().map((row) => ({
      ...row,
      answerName: names.get(`${chart.parts} ${row.part}`) ?? "",
    })),
  );
  type Row = (typeof rows)[number];
  return html`<details>
    <summary>${words.table}</summary>
    ${dataTable<Row>({
      caption: words.caption(english(place)),
      rows,
      markOf: ({ state }) => (state === "shown" ? null : markOf(state)),
      columns: [
        {
          title: words.measure,
          value: ({ measure }) => measureName(measure, measure),
        },
        { title: words.answer, value: ({ answerName }) => answerName },
        {
          ...({ title: words.share, kind: "number", isFigure: true } as const),
          value: shareOrder,
          cell: (row) => (isShown(row) ? shareAndCount(row) : ""),
        },
        {
          ...({ title: requirementWords.students, kind: "number", foldsOnPhone: true } as const),
          value: ({ n }) => n,
          cell: ({ n }) => (n === null ? "" : wholeNumber(n)),
        },
        ...countsOfColumn(
          requirementWords.countsOf,
          rows,
          ({ drawnOn }: QualityRow) => drawnOn,
          edition.screen.asOf,
        ),
      ],
      files: await filesOf(edition, "answers"),
    })}
  </details>`;
}
