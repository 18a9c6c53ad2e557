import { describe, expect, it } from "vitest";
import { languageOf } from "../../../../functions/goals/quality/labels/language-of.ts";

describe("languageOf", () => {
  it.each([
    ["I want to pass math", "en"],
    ["quiero pasar matemáticas", "es"],
    ["graduarme", "es"],
    ["leer 20 minutos cada noche", "es"],
    ["quiero subir mi grade de math a B este semester", "es"],
    ["improve my grades with la maestra", "en"],
    ["college", "en"],
    ["", "en"],
  ])("of %j is %s", (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});
