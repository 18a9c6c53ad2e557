import ts from "typescript";
import { describe, expect, it } from "vitest";
import { lineOf, parse, visit } from "./imports-of.ts";
import { codeBelow, type SourceFile } from "./source-file.ts";

/** Who may say the word that makes a table protected, and who may make tables of protected ones. */
const MAY_SAY = new Map([
  ["asProtected", /^functions\/protection\//],
  ["derivedFrom", /^functions\/(protection\/|editions\/public-tables\.ts$)/],
]);

/** Each use of a door's word, or cast to a protected table, where it is not allowed. */
function doorFaults(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => {
    const faults: string[] = [];
    visit(parse(file), (node) => {
      if (ts.isIdentifier(node) && MAY_SAY.get(node.text)?.test(file.path) === false) {
        faults.push(`${file.path}:${lineOf(node)} says ${node.text}`);
      }
      const isCast = ts.isAsExpression(node) && /\bProtectedTable\b/.test(node.type.getText());
      if (isCast && !file.path.startsWith("functions/protection/")) {
        faults.push(`${file.path}:${lineOf(node)} casts to ProtectedTable`);
      }
    });
    return faults;
  });
}

describe("the door to a public release", () => {
  it("is opened by protection alone", () => {
    expect(doorFaults(["functions", "infra", "dashboard"].flatMap(codeBelow))).toEqual([]);
  });

  it.each([
    ["asProtected(rows);", "functions/pipeline/release/public-edition.ts:1 says asProtected"],
    [
      "x(y as ProtectedTable<Row>);",
      "functions/pipeline/release/public-edition.ts:1 casts to ProtectedTable",
    ],
    [
      "x(y as unknown as PublicTables<ProtectedTable<Row>>);",
      "functions/pipeline/release/public-edition.ts:1 casts to ProtectedTable",
    ],
  ])("is seen when %s opens it elsewhere", (text, fault) => {
    expect(doorFaults([{ path: "functions/pipeline/release/public-edition.ts", text }])).toEqual([
      fault,
    ]);
  });

  it("lets tables be derived from protected ones in the one step that assembles a public release", () => {
    const text = "derivedFrom(table, rows);";
    expect(doorFaults([{ path: "functions/editions/public-tables.ts", text }])).toEqual([]);
    expect(doorFaults([{ path: "functions/pipeline/measure/measure.ts", text }])).toHaveLength(1);
  });
});
