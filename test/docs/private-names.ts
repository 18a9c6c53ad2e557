import ts from "typescript";

/** Names of locals that say nothing of what they hold. */
export const PRIVATE_NAMES = ["one", "at", "known", "found", "told", "here", "there", "near"];

/** What a text must have to declare one of the names: most texts have none, and need not be parsed. */
const mayDeclare = (names: readonly string[]): RegExp =>
  new RegExp(
    `(?:\\b(?:const|let)\\s+|[({[,:]\\s*|\\.{3})(?:${names.join("|")})\\s*(?:[,)}\\]:=?;]|of\\b|in\\b)`,
  );

/**
 * The variables and parameters of a source whose names do not say what they hold, with their lines.
 * Names of properties are free: `at`, `told` and `known` are parts of contracts (a log entry, a message).
 */
export function privateNames(
  source: string,
  names: readonly string[] = PRIVATE_NAMES,
): readonly string[] {
  if (!mayDeclare(names).test(source)) return [];
  const file = ts.createSourceFile("source.ts", source, ts.ScriptTarget.Latest, true);
  const faults: string[] = [];
  const visit = (node: ts.Node): void => {
    if (declaresName(node) && ts.isIdentifier(node.name) && names.includes(node.name.text)) {
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
