import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { CommandError } from "../arguments/command-error.ts";

/** What Linux distributions call the program; the one without a window first, since it does less. */
const NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];

/** Where macOS and Windows keep it, which name it in no search path. */
const INSTALLED = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * The Chromium of this machine: the program that `CHROMIUM_PATH` names, otherwise the first one in
 * the folders of `PATH` and the usual places.
 * @throws CommandError that says what to install, or that the named program is not there
 */
export function chromiumPath(
  environment: { readonly [name: string]: string | undefined },
  installed: readonly string[] = INSTALLED,
): string {
  const named = environment["CHROMIUM_PATH"] ?? "";
  if (named !== "") {
    if (isProgram(named)) return named;
    throw new CommandError(`CHROMIUM_PATH names ${named}, which is not a program`);
  }
  const folders = (environment["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const places = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const path = [...places, ...installed].find(isProgram);
  if (path === undefined) {
    throw new CommandError(
      "pages are printed by Chromium, which this machine does not have: install it (apt-get install chromium), or name it with CHROMIUM_PATH",
    );
  }
  return path;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
