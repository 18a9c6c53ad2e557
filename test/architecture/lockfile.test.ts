import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { REPOSITORY } from "./source-file.ts";

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly dependencies?: { readonly [name: string]: string };
  readonly optionalDependencies?: { readonly [name: string]: string };
  readonly devDependencies?: { readonly [name: string]: string };
}
type Locked = { readonly [path: string]: LockedPackage };

const text = readFileSync(join(REPOSITORY, "package-lock.json"), "utf8");
const { packages } = JSON.parse(text) as { readonly packages: Locked };

/** Dependencies that Node would not find among the packages of the lockfile. */
const missing = (locked: Locked): readonly string[] =>
  Object.entries(locked).flatMap(([path, lockedPackage]) =>
    Object.keys({
      ...lockedPackage.dependencies,
      ...lockedPackage.optionalDependencies,
      ...lockedPackage.devDependencies,
    })
      .filter((name) => !isFound(locked, path, name))
      .map((name) => `${name}, for ${path === "" ? "the project" : path}`),
  );

/** Looks in the package's own node_modules, then in those of the folders above it. */
function isFound(locked: Locked, from: string, name: string): boolean {
  const path = from === "" ? `node_modules/${name}` : `${from}/node_modules/${name}`;
  if (locked[path] !== undefined) return true;
  return (
    from !== "" &&
    isFound(locked, from.slice(0, Math.max(0, from.lastIndexOf("node_modules/") - 1)), name)
  );
}

describe("package-lock.json", () => {
  it("names no registry, so that packages come from the one in use", () => {
    expect(text).not.toContain('"resolved"');
    expect(text).not.toMatch(/https?:\/\/[^"]*\.tgz/);
  });

  it("lists every package that another asks for, those of other platforms too", () => {
    expect(missing(packages)).toEqual([]);
  });

  it("would be found short of a package of another platform", () => {
    const { "node_modules/@rollup/rollup-darwin-arm64": _left, ...rest } = packages;
    expect(missing(rest)).toEqual(["@rollup/rollup-darwin-arm64, for node_modules/rollup"]);
  });

  it("is in step with package.json", () => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(REPOSITORY, "package.json"), "utf8"),
    ) as LockedPackage;
    expect(packages[""]?.dependencies).toEqual(dependencies);
    expect(packages[""]?.devDependencies).toEqual(devDependencies);
  });
});
