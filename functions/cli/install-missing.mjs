/**
 * Installs the packages of package-lock.json if those in node_modules are others, so that a fresh
 * clone starts and tests itself with one command. It runs before anything is installed, so it is
 * plain JavaScript without a package. When it installs, it prints a line at the beginning and one
 * at the end, and on a terminal the progress between them; otherwise it prints nothing.
 */
import { spawn } from "node:child_process";
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
    const installedPackage = installed[path];
    return installedPackage === undefined
      ? optional === true || devOptional === true
      : installedPackage.version === version;
  });
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string; optional?: boolean; devOptional?: boolean }>}
 */
function packagesOf(path) {
  return JSON.parse(readFileSync(path, "utf8")).packages;
}

/**
 * @param {string} folder
 * @returns {Promise<number>} the exit code of npm
 */
async function install(folder) {
  // The packages are needed even if nobody reads the output any more.
  process.stdout.on("error", () => undefined);
  // Most optional packages are for other platforms.
  const paths = Object.entries(packagesOf(join(folder, "package-lock.json")))
    .filter(([path, { optional, devOptional }]) => path !== "" && !optional && !devOptional)
    .map(([path]) => path);
  console.log(
    `Installing ${paths.length.toLocaleString("en-US")} packages of package-lock.json: it has taken from 1½ to 7 minutes, by the connection and the disk.`,
  );
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const drawing = process.stdout.isTTY ? setInterval(draw, 1000) : undefined;
  const run = spawn("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  /** @type {number} */
  const code = await new Promise((resolve) => {
    run.once("error", (error) => {
      console.error(`npm could not be run: ${error.message}`);
      resolve(1);
    });
    run.once("close", (ended) => resolve(ended ?? 1));
  });
  clearInterval(drawing);
  if (process.stdout.isTTY) process.stdout.write(CLEARED);
  console.log(
    code === 0
      ? `Installed in ${seconds()} seconds.`
      : `npm ci failed after ${seconds()} seconds: its messages say why.`,
  );
  return code;

  function draw() {
    const count = paths.filter((path) => existsSync(join(folder, path, "package.json"))).length;
    process.stdout.write(
      `${CLEARED}  ${count.toLocaleString("en-US")} of ${paths.length.toLocaleString("en-US")} packages are there, ${seconds()} seconds`,
    );
  }
}

/** Begins the terminal's line anew. */
const CLEARED = "\r\u001b[2K";

if (realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const repository = fileURLToPath(new URL("../..", import.meta.url));
  process.exitCode = isInstalled(repository) ? 0 : await install(repository);
}
