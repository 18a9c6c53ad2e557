import { html } from "htl";
import { piecesOf } from "../../words/language.js";

/** A sentence of the catalogue as nodes: texts that stay in English are marked so. */
export const worded = (sentence: string): readonly (Node | string)[] =>
  piecesOf(sentence).map(({ text, isEnglish }) =>
    isEnglish && document.documentElement.lang !== "en"
      ? html`<span lang="en">${text}</span>`
      : text,
  );
