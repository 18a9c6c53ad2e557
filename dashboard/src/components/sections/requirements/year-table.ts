import type { TrendPoint } from "../../charts/trend-marks.ts";
import { dayInWords } from "../../../words/formats/days.js";
import { shareInWords, shareOrder } from "../../../words/formats/shares.js";
import { plainText } from "../../../words/language.js";
import { requirementWords as words } from "../../../words/requirements.js";
import { worded } from "../../page/worded.js";
import { dataTable } from "../../tables/data-table.js";
import { html } from "htl";

interface Line {
  readonly name: string;
  readonly points: readonly TrendPoint[];
}

/** Every dot of the lines over the year, by its day. */
export const yearTable = (caption: string, lines: readonly Line[], file: string): HTMLElement =>
  dataTable<Line["points"][number] & { readonly name: string }>({
    caption,
    rows: lines.flatMap(({ name, points }) => points.map((point) => ({ ...point, name }))),
    columns: [
      {
        title: words.requirement,
        value: ({ name }) => plainText(name),
        cell: ({ name }) => html`<span>${worded(name)}</span>`,
      },
      { title: words.countsOf, value: ({ asOf }) => asOf, cell: ({ asOf }) => dayInWords(asOf) },
      {
        title: words.share,
        kind: "number",
        isFigure: true,
        value: shareOrder,
        cell: shareInWords,
      },
    ],
    theseRows: {
      name: file,
      columns: [
        { name: "name", value: ({ name }) => plainText(name) },
        { name: "countsOf", value: ({ asOf }) => asOf },
        { name: "low", value: ({ low }) => low },
        { name: "high", value: ({ high }) => high },
      ],
    },
  });
