import { basename } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { parse } from "./imports-of.ts";
import { codeBelow, pathsBelow, type SourceFile } from "./source-file.ts";

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)+$/;
const VAGUE = /(^|[-/])(utils?|helpers?|common|managers?|services?|misc)([-./]|$)/;
const LONG = 250;
const REGISTRIES = new Set([
  "functions/sources/profiles/profiles.ts",
  "functions/mandates/rules/mandates.ts",
  "functions/metrics/measures/metrics.ts",
]);

const linesOf = ({ text }: SourceFile): number => text.trimEnd().split("\n").length;

/** The first comment of a long file says that, and why, it is long. */
const isLongWithoutReason = (file: SourceFile): boolean =>
  linesOf(file) > LONG && !/long/i.test(firstComment(file.text));

const firstComment = (text: string): string => /\/\*[^]*?\*\/|\/\/.*/.exec(text)?.[0] ?? "";

const hasNames = ({ exportClause }: ts.ExportDeclaration): boolean =>
  exportClause !== undefined && ts.isNamedExports(exportClause);

/** Exports and imports only, or everything of another file: a file that passes on what it does not hold. */
const isBarrel = (file: SourceFile): boolean => {
  const { statements } = parse(file);
  // `export *` hides what a file passes on, even beside things of its own.
  if (statements.some((each) => ts.isExportDeclaration(each) && !hasNames(each))) return true;
  return (
    statements.some(
      (statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined,
    ) &&
    statements.every(
      (statement) => ts.isExportDeclaration(statement) || ts.isImportDeclaration(statement),
    )
  );
};

const source = ["functions", "infra", "dashboard", "fixtures"].flatMap(codeBelow);
const tests = codeBelow("test");

describe("files", () => {
  it("are named in kebab-case, but for the samples that keep their format's names", () => {
    const paths = ["functions", "infra", "dashboard", "fixtures", "test", "docs"]
      .flatMap(pathsBelow)
      .filter(
        (path) =>
          !/\.csv$|^fixtures\/(?:sources|cases)\/|^fixtures\/cast\/golden\/|README\.md$/.test(path),
      )
      .filter((path) => !basename(path).startsWith("."));
    expect(paths.filter((path) => !KEBAB.test(basename(path)))).toEqual([]);
  });

  it("are named for a thing of the field, none for a heap", () => {
    expect(
      [...source, ...tests].map(({ path }) => path).filter((path) => VAGUE.test(path)),
    ).toEqual([]);
    expect(VAGUE.test("functions/domain/date-utils.ts")).toBe(true);
    expect(VAGUE.test("functions/common/day.ts")).toBe(true);
  });

  it("are no barrels; the registries list things in the order of display", () => {
    expect(source.filter(isBarrel).map(({ path }) => path)).toEqual([]);
    expect(isBarrel({ path: "index.ts", text: 'export { day } from "./day.ts";' })).toBe(true);
    for (const all of ["*", "* as days"]) {
      const text = `export ${all} from "./day.ts";\nexport const own = 1;`;
      expect(isBarrel({ path: "index.ts", text })).toBe(true);
    }
    expect(isBarrel({ path: "own.ts", text: "const own = 1;\nexport { own };" })).toBe(false);
    expect(source.filter(({ path }) => REGISTRIES.has(path))).toHaveLength(REGISTRIES.size);
  });

  it(`have ${LONG} lines at most, or say why not in their first comment`, () => {
    expect(source.filter(isLongWithoutReason).map(({ path }) => path)).toEqual([]);
    expect(isLongWithoutReason({ path: "a.ts", text: "x;\n".repeat(LONG + 1) })).toBe(true);
    const explained = `/** A table of contents, so longer than most. */\n${"x;\n".repeat(LONG + 1)}`;
    expect(isLongWithoutReason({ path: "a.ts", text: explained })).toBe(false);
  });

  it("are short at the median and at the 90th percentile", () => {
    const lengths = source.map(linesOf).sort((a, b) => a - b);
    const lengthAt = (share: number) => lengths[Math.floor(lengths.length * share)]!;
    expect(lengthAt(0.5)).toBeLessThanOrEqual(75);
    expect(lengthAt(0.9)).toBeLessThanOrEqual(170);
  });
});
