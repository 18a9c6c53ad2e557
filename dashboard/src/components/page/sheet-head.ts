import { html } from "htl";
import type { AboutEdition } from "../../release/edition.ts";
import { dayInWords } from "../../words/formats/days.js";
import { pageWords as words } from "../../words/page.js";

/** The head and foot of each printed sheet: district and day, and which sheet it is of how many. */
export const sheetMargins = ({ district, asOf }: AboutEdition): HTMLElement =>
  html`<style>
    ${`@page {
  @top-left { content: ${quoted(`${district.name} · ${words.plans}`)}; }
  @top-right { content: ${quoted(`${words.dataAsOf} ${dayInWords(asOf)}`)}; }
}`}
  </style>`;

/** A text as CSS writes one; what could end it, or the style, is written by its code. */
const quoted = (text: string): string =>
  `"${text.replaceAll(/["\\<>\n\r\f]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;
