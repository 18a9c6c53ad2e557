import { describe, expect, it } from "vitest";
import { expectEnough, recipe } from "../recipes/recipe.ts";
import { scratchRepository } from "../recipes/scratch-repository.ts";

describe("the recipe for a report to a state", () => {
  it("adds a report with the files that it names", { timeout: 300_000 }, () => {
    const scratch = scratchRepository();
    const folder = "functions/reports/state/definitions/";
    const arizona = JSON.parse(scratch.read(`${folder}az-ecap-seniors.json`)) as object;
    const juniors = {
      ...arizona,
      id: "az-ecap-juniors",
      title: "Arizona: juniors without an ECAP",
    };
    scratch.write(`${folder}az-ecap-juniors.json`, JSON.stringify(juniors));
    const registry = `${folder}report-definitions.ts`;
    scratch.edit(
      registry,
      'import delaware from "./de-advisement-plan.json"',
      `import juniors from "./az-ecap-juniors.json" with { type: "json" };
import delaware from "./de-advisement-plan.json"`,
    );
    scratch.edit(registry, "  delaware,", "  juniors,\n  delaware,");

    expectEnough(recipe("A report to a state", { report: "az-ecap-juniors" }), scratch);
    expect(scratch.touched()).toEqual([`${folder}az-ecap-juniors.json`, registry]);
  });
});
