import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { REPOSITORY } from "./source-file.ts";

/** What knip finds unused, as it prints it; empty where it finds nothing. */
function unused(...options: readonly string[]): string {
  const knip = ["knip", "--no-progress", "--no-exit-code", "--no-config-hints", ...options];
  return execFileSync("npx", ["--no-install", ...knip], {
    cwd: REPOSITORY,
    encoding: "utf8",
  }).trim();
}

describe("the code and its packages", () => {
  it("are used by more than tests, and each package is declared where it is used", () => {
    expect(unused("--production", "--include", "files,exports,dependencies,unlisted")).toBe("");
  });

  it("have no file that nothing reaches, not even a test", () => {
    expect(unused("--include", "files,dependencies,unlisted")).toBe("");
  });
});
