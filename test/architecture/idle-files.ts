import ts from "typescript";
import { parse, visit } from "./imports-of.ts";
import type { SourceFile } from "./source-file.ts";

/** What a promise, or a sequence of them, is called where a function says what it returns. */
const PROMISES: ReadonlySet<string> = new Set([
  "Promise",
  "AsyncGenerator",
  "AsyncIterable",
  "AsyncIterableIterator",
]);

/**
 * The files that reach nothing outside. A file reaches outside when it has one of these:
 * - a function that is `async`, or says that it returns a promise or an asynchronous sequence,
 * - an `await`, a `for await`, or a call of a function of `Promise`,
 * - a function with a body that takes a port, alone or inside another type such as `Pick<Places, "table">`.
 * A type, an import and a parameter of a method without a body do not count: they do nothing.
 * @param ports the names of the ports
 */
export function idleFiles(
  files: readonly SourceFile[],
  ports: ReadonlySet<string>,
): readonly string[] {
  return files.filter((file) => !reachesOutside(file, ports)).map(({ path }) => path);
}

function reachesOutside(file: SourceFile, ports: ReadonlySet<string>): boolean {
  let isReaching = false;
  visit(parse(file), (node) => {
    isReaching ||= waits(node) || (hasBody(node) && reaches(node, ports));
  });
  return isReaching;
}

const waits = (node: ts.Node): boolean =>
  ts.isAwaitExpression(node) ||
  (ts.isForOfStatement(node) && node.awaitModifier !== undefined) ||
  (ts.isPropertyAccessExpression(node) && node.expression.getText() === "Promise");

type WithBody = ts.FunctionLikeDeclaration & { readonly body: ts.Node };

const hasBody = (node: ts.Node): node is WithBody =>
  ts.isFunctionLike(node) && "body" in node && node.body !== undefined;

const reaches = (node: WithBody, ports: ReadonlySet<string>): boolean =>
  ts.getModifiers(node as ts.HasModifiers)?.some(isAsync) === true ||
  names(node.type, PROMISES) ||
  node.parameters.some(({ type }) => names(type, ports));

const isAsync = ({ kind }: ts.Modifier): boolean => kind === ts.SyntaxKind.AsyncKeyword;

function names(type: ts.TypeNode | undefined, wanted: ReadonlySet<string>): boolean {
  let isNamed = false;
  if (type === undefined) return false;
  visit(type, (node) => {
    isNamed ||= ts.isIdentifier(node) && wanted.has(node.text);
  });
  return isNamed;
}

/** The ports that a file declares: its interfaces with a method, and those with a property that is a port. */
export function portsOf(file: SourceFile): ReadonlySet<string> {
  const declared = parse(file).statements.filter(ts.isInterfaceDeclaration);
  const ports = new Set(
    declared
      .filter(({ members }) => members.some(ts.isMethodSignature))
      .map(({ name }) => name.text),
  );
  for (const { name, members } of declared) {
    const isOfPorts = members.filter(ts.isPropertySignature).some(({ type }) => names(type, ports));
    if (isOfPorts) ports.add(name.text);
  }
  return ports;
}
