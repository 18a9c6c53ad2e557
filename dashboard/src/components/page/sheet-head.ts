import { html } from "htl";

/** The head of each printed sheet: what the page is of at its left, and the day of its data at its right. */
export const sheetHead = (left: string, right: string): HTMLElement =>
  html`<style>
    ${`@page {
  @top-left { content: ${quoted(left)}; }
  @top-right { content: ${quoted(right)}; }
}`}
  </style>`;

/** A text as CSS writes one; what could end it, or the style, is written by its code. */
const quoted = (text: string): string =>
  `"${text.replaceAll(/["\\<>\n\r\f]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;
