import ts from "typescript";
import { lineOf, parse, visit } from "./imports-of.ts";
import { roomOf } from "./rooms.ts";
import type { SourceFile } from "./source-file.ts";

/** Names of the outside world: what a pure function never speaks of. */
const OUTSIDE = new Set([
  "process",
  "console",
  "performance",
  "fetch",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "queueMicrotask",
  "globalThis",
  "crypto",
  "webcrypto",
  "getRandomValues",
  "randomBytes",
  "randomFill",
  "randomFillSync",
  "randomInt",
  "randomUUID",
  "Promise",
]);

/** Each word of a pure room that reaches for I/O, clock, randomness, environment, logging or waits. */
export function purityFaults(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => roomOf(path)?.isPure === true)
    .flatMap((file) => {
      const faults: string[] = [];
      visit(parse(file), (node) => {
        const word = impureWord(node);
        if (word !== null) faults.push(`${file.path}:${lineOf(node)} uses ${word}`);
      });
      return faults;
    });
}

/** What only adapters, handlers and commands may read: others are given it. */
export function outsideFaults(files: readonly SourceFile[]): readonly string[] {
  return (
    files
      // Of a pure room `purityFaults` says more.
      .filter(({ path }) => !/^functions\/(adapters|cli|handlers)\//.test(path))
      .filter(({ path }) => roomOf(path)?.isPure !== true)
      .flatMap((file) => {
        const faults: string[] = [];
        visit(parse(file), (node) => {
          const word = outsideWord(node);
          if (word !== null) faults.push(`${file.path}:${lineOf(node)} uses ${word}`);
        });
        return faults;
      })
  );
}

function outsideWord(node: ts.Node): string | null {
  if (isNowDate(node)) return "the clock";
  if (!ts.isPropertyAccessExpression(node)) return null;
  const word = `${node.expression.getText()}.${node.name.text}`;
  return ["Date.now", "Math.random", "process.env"].includes(word) ? word : null;
}

function impureWord(node: ts.Node): string | null {
  if (node.kind === ts.SyntaxKind.AsyncKeyword) return "async";
  if (ts.isAwaitExpression(node) || node.kind === ts.SyntaxKind.AwaitKeyword) return "await";
  if (ts.isPropertyAccessExpression(node)) {
    const word = node.getText();
    return word === "Date.now" || word === "Math.random" ? word : null;
  }
  if (isNowDate(node)) return "the clock";
  if (ts.isIdentifier(node) && OUTSIDE.has(node.text) && isReference(node)) return node.text;
  return null;
}

/** `new Date()` and `Date()` read the clock; `new Date(text)` does not. */
const isNowDate = (node: ts.Node): boolean =>
  (ts.isCallExpression(node) && node.expression.getText() === "Date") ||
  (ts.isNewExpression(node) &&
    node.expression.getText() === "Date" &&
    (node.arguments ?? []).length === 0);

/** Not the name of a property, a parameter or a type's member. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  return !(
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isBindingElement(parent) ||
    ts.isParameter(parent)
  );
}
