import type { MeasureDefinition } from "../../../../functions/domain/figures/measure-definition.ts";

/** A measure in words. Its source stays in English. */
export type MeasureWords = Pick<
  MeasureDefinition,
  "name" | "definition" | "numerator" | "denominator" | "exclusions"
>;

/** The words of one version of a measure: what another version counts they do not say. */
export type DefinitionWords = Omit<MeasureWords, "name"> & Pick<MeasureDefinition, "version">;
