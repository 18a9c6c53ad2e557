import { html } from "htl";

const MASKS: { readonly [mask: string]: string } = {
  "<who>": "[student]",
  "<num>": "[number]",
  "<date>": "[date]",
  "<pct>": "[percent]",
};

/** A masked text as a page shows it: what each student fills in stands in brackets. */
export const maskedWords = (text: string): readonly (string | HTMLElement)[] =>
  text
    .split(/(<(?:who|num|date|pct)>)/)
    .filter((part) => part !== "")
    .map((part) => {
      const mask = MASKS[part];
      return mask === undefined ? part : html`<span class="mask">${mask}</span>`;
    });
