import ts from "typescript";
import { describe, expect, it } from "vitest";
import { lineOf, parse, visit } from "./imports-of.ts";
import { codeBelow, type SourceFile } from "./source-file.ts";

/** Who may say the words that make a table protected. Rows of files and records go past protection in one place only. */
const MAY_SAY = new Map([
  ["asProtected", /^functions\/disclosure\//],
  ["withoutStudents", /^functions\/(disclosure\/|pipeline\/protected-tables\.ts$)/],
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
      if (isCast && !file.path.startsWith("functions/disclosure/")) {
        faults.push(`${file.path}:${lineOf(node)} casts to ProtectedTable`);
      }
    });
    return faults;
  });
}

describe("the door to a release", () => {
  it("is opened by disclosure alone", () => {
    expect(doorFaults(["functions", "infra", "dashboard"].flatMap(codeBelow))).toEqual([]);
  });

  it.each([
    ["asProtected(rows);", "functions/pipeline/protect.ts:1 says asProtected"],
    ["x(y as ProtectedTable<Row>);", "functions/pipeline/protect.ts:1 casts to ProtectedTable"],
    [
      "x(y as unknown as ReleaseTables<ProtectedTable<Row>>);",
      "functions/pipeline/protect.ts:1 casts to ProtectedTable",
    ],
  ])("is seen when %s opens it elsewhere", (text, fault) => {
    expect(doorFaults([{ path: "functions/pipeline/protect.ts", text }])).toEqual([fault]);
  });

  it("lets rows without students pass in the one step that assembles a release", () => {
    const text = "withoutStudents(rows);";
    expect(doorFaults([{ path: "functions/pipeline/protected-tables.ts", text }])).toEqual([]);
    expect(doorFaults([{ path: "functions/pipeline/measure.ts", text }])).toHaveLength(1);
  });
});
