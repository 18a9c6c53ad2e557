import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  readGoals,
  readLabels,
  readLabelsIfAny,
  writeLabels,
} from "../../../functions/cli/steps/label-files.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

function fileOf(text: string): string {
  const path = join(scratchFolder(), "labels.csv");
  writeFileSync(path, text);
  return path;
}

describe("readGoals", () => {
  it("reads goals, with and without the student's name", () => {
    const columns = "id,language,domain,grade,text";
    expect(readGoals(fileOf(`\uFEFF${columns}\r\n7,es,career,09,"leer, cada noche"\r\n`))).toEqual([
      {
        id: "7",
        language: "es",
        domain: "career",
        grade: "09",
        text: "leer, cada noche",
        name: "",
      },
    ]);
    expect(readGoals(fileOf(`${columns},name\n7,en,personal,10,read,Maria\n`))).toMatchObject([
      { id: "7", name: "Maria" },
    ]);
  });

  it.each([
    ["id,language,domain,text\n1,en,career,Zenobia\n", /has no column grade/],
    ["", /is empty/],
    [
      "id,language,domain,grade,text\n1,en,,,Zenobia\n1,en,,,b\n",
      /record 2: its id is there twice/,
    ],
    ["id,language,domain,grade,text\n,en,,,Zenobia\n", /record 1: expected an id/],
    ['id,language,domain,grade,text\n1,en,,,"Zenobia\n', /breaks off/],
  ])("refuses %j and says no value", (text, message) => {
    let refusal = "";
    try {
      readGoals(fileOf(text));
    } catch (error) {
      refusal = (error as Error).message;
    }
    expect(refusal).toMatch(message);
    expect(refusal).not.toMatch(/Zenobia/);
  });
});

describe("labels", () => {
  const labels = [
    { id: "1", specific: true, measurable: false, timeBound: false },
    { id: 'a "b", c', specific: false, measurable: true, timeBound: true },
  ];

  it("are read as they were written", () => {
    const path = join(scratchFolder(), "out.csv");
    expect(readLabelsIfAny(path)).toEqual([]);
    writeLabels(path, labels);
    expect(readFileSync(path, "utf8").split("\n")[1]).toBe("1,yes,no,no");
    expect(readLabelsIfAny(path)).toEqual(labels);
    expect(existsSync(`${path}.part`)).toBe(false);
  });

  it("are yes or no", () => {
    const path = fileOf("id,specific,measurable,time_bound\n1,Yes,NO,no\n2,yes,perhaps,no\n");
    expect(() => readLabels(path)).toThrow(/record 2, column measurable: expected yes or no/);
  });

  it("are not written into a folder that does not exist", () => {
    expect(() => writeLabels(join(scratchFolder(), "none", "out.csv"), labels)).toThrow(
      /cannot be written/,
    );
  });
});
