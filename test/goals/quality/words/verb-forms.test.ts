import { describe, expect, it } from "vitest";
import {
  englishForms,
  spanishForms,
} from "../../../../functions/goals/quality/words/verb-forms.ts";

describe("englishForms", () => {
  it.each([
    ["visit", ["visit", "visits", "visiting", "visited"]],
    ["write", ["write", "writes", "writing", "writed"]],
    ["study", ["study", "studies", "studying", "studied"]],
    ["finish", ["finish", "finishes", "finishing", "finished"]],
    ["run/running", ["run", "runs", "running", "runned"]],
    ["see", ["see", "sees", "seeing", "seed"]],
  ])("of %s", (entry, forms) => {
    expect(englishForms(entry)).toEqual(forms);
  });
});

describe("spanishForms", () => {
  it.each([
    ["entregar", ["entregar", "entregará", "entregare", "entregando", "entregarlas", "entrego"]],
    ["leer", ["leer", "leyendo", "leerlo", "leo"]],
    ["ir", ["ir", "irme", "ire", "yendo"]],
    ["voy", ["voy"]],
  ])("of %s", (entry, forms) => {
    expect(spanishForms(entry)).toEqual(expect.arrayContaining(forms));
  });

  it("leaves out a form that is another word", () => {
    expect(spanishForms("comer")).not.toContain("como");
    expect(spanishForms("trabajar")).not.toContain("trabajo");
  });
});
