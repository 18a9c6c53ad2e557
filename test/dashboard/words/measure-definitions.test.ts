import { describe, expect, it } from "vitest";
import { english } from "../../../dashboard/src/words/language.ts";
import {
  MEASURE_DEFINITIONS,
  measureWords,
} from "../../../dashboard/src/words/terms/measure-definitions.ts";
import { METRICS } from "../../../functions/metrics/measures/metrics.ts";

describe("measures in words", () => {
  it.each(METRICS.map((metric) => ({ id: metric.id, metric })))(
    "say in Spanish what the present version of $id counts",
    ({ metric }) => {
      expect(MEASURE_DEFINITIONS.es[metric.id]?.version).toBe(metric.version);
      const words = measureWords(metric, "es");
      expect(words.definition).not.toContain(metric.definition);
      expect(words.name).not.toContain(metric.name);
      expect(measureWords(metric, "en")).toBe(metric);
    },
  );

  it("stay in English where the measure counts something else by now", () => {
    const [first] = METRICS;
    const changed = { ...first!, version: 1000, definition: "Something else." };
    expect(measureWords(changed, "es").definition).toBe(english("Something else."));
    expect(measureWords(changed, "es").name).toBe("Todos los requisitos cumplidos");
  });
});
