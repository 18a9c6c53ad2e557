/**
 * Installs the packages of package-lock.json where those in node_modules are others, so that a
 * fresh clone starts and tests itself with one command. It runs before anything is installed, hence
 * plain JavaScript without a package. It prints a line when it installs, and nothing otherwise.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Whether every package of the lockfile is in node_modules in the same version. npm writes what it
 * installed to node_modules/.package-lock.json as its last step, so a broken install does not pass.
 * Optional packages of other platforms may be missing.
 * @param {string} folder
 */
export function isInstalled(folder) {
  const record = join(folder, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const installed = packagesOf(record);
  const wanted = Object.entries(packagesOf(join(folder, "package-lock.json")));
  return wanted.every(([path, { version, optional, devOptional }]) => {
    if (path === "") return true;
    const there = installed[path];
    return there === undefined
      ? optional === true || devOptional === true
      : there.version === version;
  });
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string; optional?: boolean; devOptional?: boolean }>}
 */
function packagesOf(path) {
  return JSON.parse(readFileSync(path, "utf8")).packages;
}

/** @param {string} folder */
function install(folder) {
  console.log("Installing the packages of package-lock.json: the first start takes a minute.");
  const run = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (run.error !== undefined) console.error(`npm could not be run: ${run.error.message}`);
  return run.status ?? 1;
}

if (realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const repository = fileURLToPath(new URL("../..", import.meta.url));
  process.exitCode = isInstalled(repository) ? 0 : install(repository);
}
