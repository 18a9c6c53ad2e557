import type { Comparison } from "../../../../functions/releases/words/message.ts";
import { EN, ES } from "../formats/formats.js";
import { LANGUAGE, type InLanguages, type Language } from "../language.js";

const COMPARISONS: InLanguages<(comparison: Comparison) => string> = {
  en: (comparison) => {
    if (comparison.kind === "not-compared") {
      return `not compared with ${EN.day(comparison.on)}, when a different set of requirements was due`;
    }
    const { kind, before, on } = comparison;
    const was = `${EN.share(before)} on ${EN.dayOfYear(on)}`;
    switch (kind) {
      case "up":
        return `up from ${was}`;
      case "down":
        return `down from ${was}`;
      case "nearly":
        return `nearly the same as on ${EN.dayOfYear(on)}`;
      case "same":
        return `the same as on ${EN.dayOfYear(on)}`;
      case "after":
        return `compared with ${was}`;
    }
  },
  es: (comparison) => {
    if (comparison.kind === "not-compared") {
      return `sin comparación con el ${ES.day(comparison.on)}, cuando vencía otro conjunto de requisitos`;
    }
    const { kind, before, on } = comparison;
    const was = `${ES.dayOfYear(on)}: ${ES.share(before)}`;
    switch (kind) {
      case "up":
        return `en aumento (${was})`;
      case "down":
        return `en descenso (${was})`;
      case "nearly":
        return `casi igual que el ${ES.dayOfYear(on)}`;
      case "same":
        return `igual que el ${ES.dayOfYear(on)}`;
      case "after":
        return `frente a ${ES.share(before)} el ${ES.dayOfYear(on)}`;
    }
  },
};

/** "up from 72% on March 31": how a share stands beside the one of the release before. */
export const comparisonInWords = (comparison: Comparison, language: Language = LANGUAGE): string =>
  COMPARISONS[language](comparison);
