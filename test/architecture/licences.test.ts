import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { REPOSITORY } from "./source-file.ts";

/** Licences that let anybody use, change and pass on the whole: what occurs among the packages, and their like. */
const ALLOWED = new Set([
  "MIT",
  "MIT-0",
  "ISC",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "0BSD",
  "BlueOak-1.0.0",
  "BSL-1.0",
  "Zlib",
  "CC0-1.0",
  "CC-BY-4.0",
  "Unlicense",
  "Python-2.0",
]);

interface PackageFile {
  readonly name?: string;
  readonly license?: string | { readonly type: string };
  readonly licenses?: readonly { readonly type: string }[];
}

/** An SPDX expression: each part of an AND, any part of an OR. */
const isAllowed = (expression: string): boolean =>
  expression
    .replace(/[()]/g, "")
    .split(" AND ")
    .every((part) => part.split(" OR ").some((licence) => ALLOWED.has(licence.trim())));

function licenceOf({ license, licenses }: PackageFile): string {
  if (typeof license === "string") return license;
  return license?.type ?? licenses?.map(({ type }) => type).join(" OR ") ?? "none";
}

const { packages } = JSON.parse(readFileSync(join(REPOSITORY, "package-lock.json"), "utf8")) as {
  readonly packages: { readonly [path: string]: object };
};

const installed = Object.keys(packages)
  .map((path) => join(path, "package.json"))
  .filter((path) => path.startsWith("node_modules/") && existsSync(join(REPOSITORY, path)))
  .map((path) => ({
    path,
    licence: licenceOf(JSON.parse(readFileSync(join(REPOSITORY, path), "utf8")) as PackageFile),
  }));

describe("the licence of every installed package", () => {
  it("lets anybody use, change and pass on the whole", () => {
    expect(installed.length).toBeGreaterThan(500);
    expect(installed.filter(({ licence }) => !isAllowed(licence))).toEqual([]);
  });

  it.each([
    ["GPL-3.0-only", false],
    ["MPL-2.0", false],
    ["AGPL-3.0-or-later", false],
    ["none", false],
    ["SEE LICENSE IN LICENSE.txt", false],
    ["(MIT OR GPL-3.0-or-later)", true],
    ["(MIT AND Zlib)", true],
    ["MIT AND MPL-2.0", false],
  ])("is read as SPDX writes it: %s", (licence, isGood) => {
    expect(isAllowed(licence)).toBe(isGood);
  });
});
