import { describe, expect, it } from "vitest";
import { importFaults } from "./import-faults.ts";
import { importsOf } from "./imports-of.ts";
import { codeBelow } from "./source-file.ts";

const file = (path: string, text: string) => ({ path, text });

describe("the rooms", () => {
  it("import only what the table of the design allows", () => {
    const files = ["functions", "infra", "dashboard", "fixtures"].flatMap(codeBelow);
    expect(files.length).toBeGreaterThan(150);
    expect(importFaults(files)).toEqual([]);
  });
});

describe("importFaults", () => {
  it("finds a room that reaches to its right", () => {
    const text = 'import { publish } from "../pipeline/release/publish.ts";';
    expect(importFaults([file("functions/metrics/new.ts", text)])).toEqual([
      "functions/metrics/new.ts:1 may not import functions/pipeline/release/publish.ts",
    ]);
  });

  it("finds a type as well as a value", () => {
    const text = 'import type { Metric } from "../metrics/metric.ts";';
    expect(importFaults([file("functions/domain/new.ts", text)])).toHaveLength(1);
  });

  it("lets pages take types from the domain and the releases, and nothing more", () => {
    const faultsOf = (text: string) =>
      importFaults([file("dashboard/src/components/new.ts", text)]);
    const rates = "../../../functions/releases/tables/tables.ts";
    expect(faultsOf(`import type { RateRow } from "${rates}";`)).toEqual([]);
    expect(faultsOf(`import { type RateRow } from "${rates}";`)).toEqual([]);
    expect(faultsOf(`import { TABLES } from "${rates}";`)).toHaveLength(1);
    expect(faultsOf(`import { type RateRow, TABLES } from "${rates}";`)).toHaveLength(1);
    expect(
      faultsOf('import type { Count } from "../../../functions/metrics/measures/metric.ts";'),
    ).toHaveLength(1);
  });

  it("finds a package that the room may not use", () => {
    const faultsOf = (path: string, text: string) => importFaults([file(path, text)]);
    expect(faultsOf("functions/sources/new.ts", 'import Papa from "papaparse";')).toEqual([]);
    expect(faultsOf("functions/domain/new.ts", 'import Papa from "papaparse";')).toHaveLength(1);
    expect(
      faultsOf("functions/adapters/new.ts", 'import { S3 } from "@aws-sdk/client-s3";'),
    ).toEqual([]);
    expect(
      faultsOf("functions/metrics/new.ts", 'import { S3 } from "@aws-sdk/client-s3";'),
    ).toHaveLength(1);
  });

  it("finds a built-in module of Node in a pure room, and all but hashing in the pipeline", () => {
    const faultsOf = (path: string, name: string) =>
      importFaults([file(path, `import "${name}";`)]);
    expect(faultsOf("functions/domain/new.ts", "node:fs")).toHaveLength(1);
    expect(faultsOf("functions/pipeline/new.ts", "node:crypto")).toEqual([]);
    expect(faultsOf("functions/pipeline/new.ts", "node:fs")).toHaveLength(1);
    expect(faultsOf("functions/adapters/new.ts", "node:fs/promises")).toEqual([]);
    expect(faultsOf("functions/domain/new.ts", "fs")).toHaveLength(1);
  });

  it("lets adapters see the ports of the pipeline, not its steps", () => {
    const faultsOf = (name: string) =>
      importFaults([file("functions/adapters/new.ts", `import "../pipeline/${name}.ts";`)]);
    expect(faultsOf("ports")).toEqual([]);
    expect(faultsOf("conform")).toHaveLength(1);
  });

  it("finds a file in a folder that is no room, and an import from one", () => {
    expect(importFaults([file("functions/helpers/new.ts", "")])).toEqual([
      "functions/helpers/new.ts is in no room of the design",
    ]);
    const text = 'import { cast } from "../../test/cast.ts";';
    expect(importFaults([file("functions/domain/new.ts", text)])).toHaveLength(1);
  });
});

describe("importsOf", () => {
  it("sees every way to import", () => {
    const text = [
      'import a, { type B } from "one";',
      'import type { C } from "two";',
      'export { d } from "three";',
      'export type { E } from "four";',
      'const f = await import("five");',
      'let g: import("six").G;',
      'const h = require("seven");',
      'import "eight";',
      "const i = await import(address);",
    ].join("\n");
    expect(
      importsOf(file("a.ts", text)).map(({ from, line, isTypeOnly }) => [from, line, isTypeOnly]),
    ).toEqual([
      ["one", 1, false],
      ["two", 2, true],
      ["three", 3, false],
      ["four", 4, true],
      ["five", 5, false],
      ["six", 6, true],
      ["seven", 7, false],
      ["eight", 8, false],
      ["<address>", 9, false],
    ]);
  });
});
