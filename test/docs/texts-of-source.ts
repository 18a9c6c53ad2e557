import ts from "typescript";

/** A comment or a string of a source file, as read, and the line on which it begins. */
export interface SourceText {
  readonly line: number;
  readonly text: string;
}

/** The comments, and the strings of several words, of a TypeScript or JavaScript source. */
export function textsOfSource(source: string): readonly SourceText[] {
  const file = ts.createSourceFile("source.ts", source, ts.ScriptTarget.Latest, true);
  const texts = new Map<number, string>();
  const add = (from: number, text: string): void => {
    texts.set(from, text);
  };
  const visit = (node: ts.Node): void => {
    const comments = [
      ...(ts.getLeadingCommentRanges(source, node.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(source, node.getEnd()) ?? []),
    ];
    for (const { pos, end } of comments) add(pos, plainComment(source.slice(pos, end)));
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (isText(node) && node.text.includes(" ")) add(node.getStart(), node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...texts]
    .sort(([a], [b]) => a - b)
    .map(([from, text]) => ({ line: file.getLineAndCharacterOfPosition(from).line + 1, text }));
}

const plainComment = (comment: string): string =>
  comment.replace(/\s*\n\s*(?:\*\/|\*|\/\/)? ?/g, " ");

const isText = (node: ts.Node): node is ts.LiteralLikeNode =>
  ts.isStringLiteral(node) ||
  ts.isNoSubstitutionTemplateLiteral(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddle(node) ||
  ts.isTemplateTail(node);
