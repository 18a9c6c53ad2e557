import ts from "typescript";
import type { SourceFile } from "./source-file.ts";

export interface Import {
  readonly from: string;
  readonly line: number;
  /** Gone once compiled: `import type`, or a type's `import("…")`. */
  readonly isTypeOnly: boolean;
}

export const parse = ({ path, text }: SourceFile): ts.SourceFile =>
  ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);

/** Calls the visitor with every node of a file. */
export function visit(node: ts.Node, visitor: (node: ts.Node) => void): void {
  visitor(node);
  node.forEachChild((child) => visit(child, visitor));
}

export const lineOf = (node: ts.Node): number =>
  node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;

const importsByFile = new WeakMap<SourceFile, readonly Import[]>();

/** Every import of a file: declarations, re-exports, dynamic imports, `require`, and types. */
export function importsOf(file: SourceFile): readonly Import[] {
  const imports = importsByFile.get(file) ?? importsIn(file);
  importsByFile.set(file, imports);
  return imports;
}

function importsIn(file: SourceFile): readonly Import[] {
  const imports: Import[] = [];
  visit(parse(file), (node) => {
    const importLine = importIn(node);
    if (importLine !== null) imports.push({ ...importLine, line: lineOf(node) });
  });
  return imports;
}

function importIn(node: ts.Node): Omit<Import, "line"> | null {
  if (ts.isImportDeclaration(node)) {
    return { from: textOf(node.moduleSpecifier), isTypeOnly: isTypeOnly(node) };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
    return { from: textOf(node.moduleSpecifier), isTypeOnly: node.isTypeOnly };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return { from: textOf(node.argument.literal), isTypeOnly: true };
  }
  if (ts.isCallExpression(node) && node.arguments[0] !== undefined && isLoading(node.expression)) {
    return { from: textOf(node.arguments[0]), isTypeOnly: false };
  }
  return null;
}

const isLoading = (called: ts.Expression): boolean =>
  called.kind === ts.SyntaxKind.ImportKeyword ||
  (ts.isIdentifier(called) && called.text === "require");

function isTypeOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (importClause === undefined) return false;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = importClause.namedBindings;
  return (
    importClause.name === undefined &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every((element) => element.isTypeOnly)
  );
}

/** The text of a module's name; a name that is computed is shown as written. */
const textOf = (node: ts.Node): string =>
  ts.isStringLiteralLike(node) ? node.text : `<${node.getText()}>`;
