import { describe, expect, it } from "vitest";
import { expectEnough, recipe } from "./recipe.ts";
import { scratchRepository } from "./scratch-repository.ts";

const STUDENTS = "test/mandates/students/missouri-to-wisconsin.ts";

describe("the recipe for a mandate", () => {
  it("adds a state with the files that it names", { timeout: 300_000 }, () => {
    const scratch = scratchRepository();
    const profile = JSON.parse(scratch.read("functions/mandates/profiles/nd.json")) as object;
    scratch.write(
      "functions/mandates/profiles/wy.json",
      JSON.stringify({ ...profile, id: "WY", title: "Wyoming" }),
    );
    const registry = "functions/mandates/rules/mandates.ts";
    scratch.edit(
      registry,
      'import wisconsin from "../profiles/wi.json" with { type: "json" };',
      `import wisconsin from "../profiles/wi.json" with { type: "json" };
import wyoming from "../profiles/wy.json" with { type: "json" };`,
    );
    scratch.edit(registry, "    wisconsin,\n", "    wisconsin,\n    wyoming,\n");
    const northDakota = /^ {2}ND: \[\n.*?^ {2}\],\n/ms.exec(scratch.read(STUDENTS))?.[0] ?? "";
    scratch.edit(STUDENTS, northDakota, northDakota + northDakota.replace("ND: [", "WY: ["));

    const how = recipe("A mandate", { code: "wy" });
    expectEnough(how, scratch);
    expect(scratch.touched()).toEqual(["functions/mandates/profiles/wy.json", registry, STUDENTS]);
  });
});
