import ts from "typescript";

/** Names of locals that say nothing of what they hold. */
const PRIVATE_NAMES: ReadonlySet<string> = new Set(["told", "here", "there", "near"]);

/** The variables and parameters of a source whose names do not say what they hold, with their lines. */
export function privateNames(source: string): readonly string[] {
  const file = ts.createSourceFile("source.ts", source, ts.ScriptTarget.Latest, true);
  const faults: string[] = [];
  const visit = (node: ts.Node): void => {
    if (declaresName(node) && ts.isIdentifier(node.name) && PRIVATE_NAMES.has(node.name.text)) {
      const { line } = file.getLineAndCharacterOfPosition(node.name.getStart());
      faults.push(`line ${line + 1}: ${node.name.text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return faults;
}

const declaresName = (
  node: ts.Node,
): node is ts.VariableDeclaration | ts.ParameterDeclaration | ts.BindingElement =>
  ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node);
