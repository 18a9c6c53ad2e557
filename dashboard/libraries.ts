/**
 * What the pages take from their libraries. Each package becomes one file with these names and
 * nothing else, so that a page makes three requests for libraries and not forty-five.
 */
export const LIBRARIES: { readonly [name: string]: readonly string[] } = {
  "@observablehq/plot": [
    "plot",
    "axisX",
    "barX",
    "dot",
    "gridX",
    "lineY",
    "link",
    "ruleX",
    "ruleY",
    "stackX",
    "text",
    "tip",
    "pointer",
  ],
  "apache-arrow": ["tableFromIPC"],
  htl: ["html", "svg"],
};
