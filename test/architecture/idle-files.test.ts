import { describe, expect, it } from "vitest";
import { idleFiles, portsOf } from "./idle-files.ts";
import { codeBelow } from "./source-file.ts";

const PIPELINE = codeBelow("functions/pipeline");

/** The files of the pipeline that may reach nothing outside, each with the reason why it is there. */
const MAY_BE_IDLE: { readonly [path: string]: string } = {
  "functions/pipeline/conform/document-change.ts":
    "compares the items of the table with those of its lists, whose keys no room below the pipeline may know",
  "functions/pipeline/not-possible.ts": "the error by which a step says why it cannot be done",
  "functions/pipeline/ports.ts": "declares the ports",
};

const portsFile = PIPELINE.find(({ path }) => path === "functions/pipeline/ports.ts");
const ports = portsOf(portsFile ?? { path: "", text: "" });

describe("the pipeline", () => {
  it("holds no file that reaches nothing outside, but those that are listed with a reason", () => {
    expect(PIPELINE.length).toBeGreaterThan(60);
    expect([...idleFiles(PIPELINE, ports)].sort()).toEqual(Object.keys(MAY_BE_IDLE).sort());
  });
});

describe("portsOf", () => {
  it("finds what has a method, and what holds such a thing", () => {
    expect([...ports].sort()).toEqual([
      "IncomingFile",
      "Mailer",
      "ObjectStore",
      "Places",
      "Progress",
      "Table",
    ]);
  });
});

describe("idleFiles", () => {
  const isIdle = (text: string): boolean =>
    idleFiles([{ path: "functions/pipeline/new.ts", text }], ports).length === 1;

  it.each([
    ["a function of a value", "export const a = (day: Day): number => 1;"],
    ["a type that has a port", "export interface A { readonly records: ObjectStore }"],
    ["the import of a port", 'import type { ObjectStore } from "./ports.ts";\nconst a = 1;'],
    ["a method that somebody else has", "export interface A { get(key: string): Promise<A> }"],
    ["a property called as a port is", "export const a = (b: B) => b.ObjectStore;"],
  ])("finds a file with no more than %s", (_, text) => {
    expect(isIdle(text)).toBe(true);
  });

  it.each([
    ["an async function", "export async function a() {}"],
    ["an async function inside another", "export const a = () => b(async () => 1);"],
    ["an async method", "export const a = { async b() {} };"],
    ["a function that returns a promise", "export const a = (): Promise<number> => b();"],
    ["a generator of promises", "export function a(): AsyncGenerator<number> { return b(); }"],
    ["an await", "await a;"],
    ["a for await", "for await (const a of b) c(a);"],
    ["Promise.all", "export const a = Promise.all(b);"],
    ["a function that takes a port", "export const a = (table: Table) => b(table);"],
    ["a part of a port", 'export const a = ({ table }: Pick<Places, "table">) => b(table);'],
  ])("lets a file with %s be", (_, text) => {
    expect(isIdle(text)).toBe(false);
  });
});
