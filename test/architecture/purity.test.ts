import { describe, expect, it } from "vitest";
import { outsideFaults, purityFaults } from "./purity-faults.ts";
import { codeBelow } from "./source-file.ts";

const faultsOf = (text: string, path = "functions/domain/new.ts") => purityFaults([{ path, text }]);

describe("the rooms below the pipeline", () => {
  it("read no clock, chance, environment or file, log nothing and wait for nothing", () => {
    expect(purityFaults(codeBelow("functions"))).toEqual([]);
  });
});

describe("the rooms beside adapters, handlers and commands", () => {
  it("are given time, chance and environment", () => {
    expect(outsideFaults(codeBelow("functions"))).toEqual([]);
  });

  it.each([
    ["const a = Date.now();", "Date.now"],
    ["const a = new Date();", "the clock"],
    ["const a = Math.random();", "Math.random"],
    ["const a = process.env.HOME;", "process.env"],
    ["const a = process?.env.HOME;", "process.env"],
  ])("would be faulted for %s, and the others not", (text, word) => {
    const faults = outsideFaults([{ path: "functions/pipeline/new.ts", text }]);
    expect(faults).toEqual([`functions/pipeline/new.ts:1 uses ${word}`]);
    for (const room of ["adapters", "cli", "handlers"]) {
      expect(outsideFaults([{ path: `functions/${room}/new.ts`, text }])).toEqual([]);
    }
  });

  it("may make a date of a text", () => {
    const text = "const a = new Date(text);";
    expect(outsideFaults([{ path: "functions/pipeline/new.ts", text }])).toEqual([]);
  });
});

describe("purityFaults", () => {
  it.each([
    ["async function a() {}", "async"],
    ["const a = async () => 1;", "async"],
    ["await b;", "await"],
    ["for await (const a of b) c(a);", "await"],
    ["const a = Date.now();", "Date.now"],
    ["const a = new Date();", "the clock"],
    ["const a = Date();", "the clock"],
    ["const a = Math.random();", "Math.random"],
    ["const a = process.env.HOME;", "process"],
    ['console.log("a");', "console"],
    ["const { log } = console;", "console"],
    ["setTimeout(a, 1);", "setTimeout"],
    ['import { randomBytes } from "node:crypto";', "randomBytes"],
    ['import { randomUUID as a } from "node:crypto";', "randomUUID"],
  ])("finds %s", (text, word) => {
    expect(faultsOf(text)).toContain(`functions/domain/new.ts:1 uses ${word}`);
  });

  it("lets a given instant, a property and a comment be", () => {
    expect(faultsOf("const a = new Date(text);")).toEqual([]);
    expect(faultsOf("const a = { process: 1 }; a.process; // console")).toEqual([]);
  });

  it("lets rooms that are not pure be", () => {
    expect(faultsOf("console.log(1);", "functions/cli/new.ts")).toEqual([]);
  });
});
