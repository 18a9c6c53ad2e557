import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { chromiumPath } from "../../../functions/cli/print/chromium-path.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

/** A folder with programs of these names. */
function folderWith(...names: readonly string[]): string {
  const folder = scratchFolder();
  for (const name of names) {
    writeFileSync(join(folder, name), "#!/bin/sh\n");
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

describe("chromiumPath", () => {
  it.each([
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
  ])("finds %s in a folder of PATH", (name) => {
    const [empty, folder] = [scratchFolder(), folderWith("firefox", name)];
    const PATH = `${empty}${delimiter}${delimiter}${folder}`;
    expect(chromiumPath({ PATH }, [])).toBe(join(folder, name));
  });

  it("takes the one without a window where both are in a folder", () => {
    const folder = folderWith("chromium", "chromium-headless-shell");
    expect(chromiumPath({ PATH: folder }, [])).toBe(join(folder, "chromium-headless-shell"));
  });

  it("takes the first folder of PATH, then what is installed elsewhere", () => {
    const [first, second] = [folderWith("google-chrome"), folderWith("chromium")];
    const installed = [join(second, "chromium")];
    expect(chromiumPath({ PATH: `${first}${delimiter}${second}` }, installed)).toBe(
      join(first, "google-chrome"),
    );
    expect(chromiumPath({ PATH: scratchFolder() }, installed)).toBe(join(second, "chromium"));
    expect(chromiumPath({}, installed)).toBe(join(second, "chromium"));
  });

  it("takes the program that CHROMIUM_PATH names, and no other if it is not there", () => {
    const folder = folderWith("chromium", "own");
    const CHROMIUM_PATH = join(folder, "own");
    expect(chromiumPath({ CHROMIUM_PATH, PATH: folder })).toBe(CHROMIUM_PATH);
    expect(chromiumPath({ CHROMIUM_PATH: "", PATH: folder })).toBe(join(folder, "chromium"));
    const missing = join(folder, "missing");
    expect(() => chromiumPath({ CHROMIUM_PATH: missing, PATH: folder })).toThrow(
      `CHROMIUM_PATH names ${missing}, which is not a program`,
    );
  });

  it("passes over a folder, and a file that cannot be run", () => {
    const folder = scratchFolder();
    mkdirSync(join(folder, "chromium"));
    writeFileSync(join(folder, "google-chrome"), "notes", { mode: 0o644 });
    expect(() => chromiumPath({ PATH: folder }, [])).toThrow(
      "pages are printed by Chromium, which this machine does not have: install it (apt-get install chromium), or name it with CHROMIUM_PATH",
    );
  });
});
