import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { expectEnough, recipe } from "../recipes/recipe.ts";
import { scratchRepository, type ScratchRepository } from "../recipes/scratch-repository.ts";

/** Adds an import below another one and an entry below another one. */
function register(
  scratch: ScratchRepository,
  file: string,
  [importLine, newImport]: readonly [string, string],
  [entry, newEntry]: readonly [string, string],
): void {
  scratch.edit(file, `${importLine}\n`, `${importLine}\n${newImport}\n`);
  scratch.edit(file, `${entry}\n`, `${entry}\n${newEntry}\n`);
}

describe("the recipe for a vendor", () => {
  it("adds a vendor from its export, with the files that it names", () => {
    const scratch = scratchRepository();
    const name = "ExampleSIS_Students.csv";
    const exported = [
      "SIS Student ID,Last,First,Grade,School,Entry Date,Exit Date",
      "1001,Vance,Ada,09,North High,2021-09-13,2022-03-17",
      "1002,Lind,Bo,10,North High,2021-09-13,",
      "1003,Ross,Cy,11,South High,2021-09-14,2022-01-21",
      "1004,Moss,Di,12,South High,2021-09-14,",
      "",
    ].join("\n");
    const folder = "fixtures/sources/example-sis/a-student-who-left-in-march";
    const how = recipe("A vendor or a format", {
      vendor: "example-sis",
      case: "a-student-who-left-in-march",
      export: `../export-of-example/${name}`,
    });
    const [proposes, checks] = how.commands;
    if (proposes === undefined || checks === undefined) throw new Error("a command is missing");
    const outside = join(scratch.folder, "..", "export-of-example");
    mkdirSync(outside, { recursive: true });
    writeFileSync(join(outside, name), exported);
    const proposed = scratch.run(`${proposes} || [ $? -eq 2 ]`);
    const profile = proposed
      .replace(/"id": "[^"]+"/, '"id": "example-sis"')
      .replace(
        /"sources": \[[^\]]*\]/,
        '"sources": ["an export of our own", "the vendor\'s manual"]',
      )
      .replaceAll('"?"', '"first-day-out"');
    for (const column of ["Last", "First", "Entry Date", "Exit Date"]) {
      expect(profile).toContain(`"from": ["${column}"]`);
    }
    scratch.write("functions/sources/vendors/example-sis.json", profile);
    register(
      scratch,
      "functions/sources/profiles/profiles.ts",
      [
        'import synergy from "../vendors/synergy.json" with { type: "json" };',
        'import exampleSis from "../vendors/example-sis.json" with { type: "json" };',
      ],
      ["  synergy as Profile,", "  exampleSis as Profile,"],
    );
    scratch.edit(
      "docs/formats/vendors.md",
      "| `kinvolved` |",
      `| \`example-sis\` | ${name} | students, enrollments, schools | – | – | all columns |\n| \`kinvolved\` |`,
    );
    scratch.write(`${folder}/${name}`, exported);
    const expected = {
      files: {
        [name]: {
          kind: `example-sis/${name}`,
          outcome: "used",
          records: 4,
          accepted: 4,
          rejected: 0,
          rows: { person: 4, enrollment: 4, organization: 4 },
        },
      },
    };
    scratch.write(`${folder}/expected.json`, JSON.stringify(expected));
    expectEnough(how, scratch, [proposes]);
    expect(scratch.touched()).toHaveLength(5);
  });
});
