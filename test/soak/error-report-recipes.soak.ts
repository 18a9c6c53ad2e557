import { describe, expect, it } from "vitest";
import { expectEnough, recipe } from "../recipes/recipe.ts";
import { scratchRepository } from "../recipes/scratch-repository.ts";

const CASE = "ohio-with-the-levels-of-a-check";

describe("the recipe for an error report of a state", () => {
  it("adds a state with the files that it names", { timeout: 300_000 }, () => {
    const scratch = scratchRepository();
    const folder = "functions/reports/state-errors/";
    const tsds = JSON.parse(scratch.read(`${folder}profiles/tsds.json`)) as object;
    const ohio = {
      ...{ id: "ohio", title: "Ohio", state: "OH", collection: "EMIS", fileNames: ["emis"] },
      signature: [["Check Number"], ["Check Level"]],
      columns: [
        { to: "ruleId", names: ["Check Number"] },
        { to: "severity", names: ["Check Level"] },
      ],
    };
    scratch.write(`${folder}profiles/ohio.json`, JSON.stringify({ ...tsds, ...ohio }));
    scratch.edit(
      `${folder}error-profiles.ts`,
      'import pims from "./profiles/pims.json"',
      `import ohio from "./profiles/ohio.json" with { type: "json" };
import pims from "./profiles/pims.json"`,
    );
    scratch.edit(
      `${folder}error-profiles.ts`,
      "  pims as ErrorProfile,",
      "  ohio as ErrorProfile,\n  pims as ErrorProfile,",
    );
    const sample = `fixtures/state-errors/${CASE}`;
    scratch.write(`${sample}/emis.csv`, "Check Number,Check Level\n40100-0017,F\n");
    const error = {
      ...{ state: "OH", collection: "EMIS", reportRecord: 1, ruleId: "40100-0017" },
      ...{ severity: "fatal", scope: "record" },
    };
    const expected = { profile: "ohio", records: 1, rejects: [], errors: [error] };
    scratch.write(`${sample}/expected.json`, JSON.stringify(expected));

    expectEnough(recipe("An error report of a state", { report: "ohio", case: CASE }), scratch);
    expect(scratch.touched()).toEqual([
      ...[`${sample}/emis.csv`, `${sample}/expected.json`],
      ...[`${folder}error-profiles.ts`, `${folder}profiles/ohio.json`],
    ]);
  });
});
