/**
 * Builds the public site into `dashboard/dist`, and the console's into `dashboard/console/dist`,
 * only from their sources and the lockfile, and does nothing if neither has changed. Run with `npm
 * run build:dashboard`.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { oneAtATime } from "./build-lock.ts";
import { buildConsole } from "./build-console.ts";
import { bundlePages } from "./bundle-pages.ts";
import { bundleLibraries } from "./bundle-libraries.ts";
import { writePolicy } from "./content-security-policy.ts";
import { finishPages } from "./finish-pages.ts";
import { OWN_PAGES } from "./own-pages.ts";

const REPOSITORY = fileURLToPath(new URL("..", import.meta.url));
const DASHBOARD = join(REPOSITORY, "dashboard");
const CACHE = join(DASHBOARD, "src", ".observablehq", "cache");
const LOCK = "build.lock";
const DIST = join(DASHBOARD, "dist");
const CONSOLE = join(DASHBOARD, "console");
const CONSOLE_DIST = join(CONSOLE, "dist");
/** The file in each site with the hash of what it was built from. */
const RECORD = ".built";
const FRAMEWORK = join(REPOSITORY, "node_modules/@observablehq/framework/dist/bin/observable.js");

interface Built {
  readonly isBuilt: boolean;
  readonly ms: number;
}

/** Builds the site if its sources have changed; reports whether it did and how long it took. */
export function buildDashboard(): Promise<Built> {
  return oneAtATime(join(CACHE, LOCK), build);
}

async function build(): Promise<Built> {
  const started = performance.now();
  const hash = hashOfSources();
  if ([DIST, CONSOLE_DIST].every((site) => isBuiltFrom(site, hash))) {
    return { isBuilt: false, ms: 0 };
  }

  clearStaleCache();
  await bundleLibraries(REPOSITORY, CACHE, filesUnder(join(DASHBOARD, "src")));
  // Built beside the old sites and moved into place when complete, so that a failed build leaves no
  // half-built page.
  const next = join(CACHE, "site");
  runFramework(next);
  await bundlePages(next);
  finishPages(next);
  const nextConsole = join(CACHE, "console-site");
  await buildConsole(CONSOLE, next, nextConsole, OWN_PAGES);
  for (const [made, site] of [
    [next, DIST],
    [nextConsole, CONSOLE_DIST],
  ] as const) {
    writePolicy(made);
    writeFileSync(join(made, RECORD), hash);
    rmSync(site, { recursive: true, force: true });
    renameSync(made, site);
  }
  return { isBuilt: true, ms: Math.round(performance.now() - started) };
}

function isBuiltFrom(site: string, hash: string): boolean {
  const record = join(site, RECORD);
  return existsSync(record) && readFileSync(record, "utf8") === hash;
}

function hashOfSources(): string {
  const hash = createHash("sha256");
  for (const path of [...filesUnder(DASHBOARD), join(REPOSITORY, "package-lock.json")]) {
    hash.update(path.slice(REPOSITORY.length)).update("\0").update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex");
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith(".") && name !== "dist")
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(path) : [path];
    })
    .sort();
}

/** Framework reuses anything in its cache, however old, so only the libraries are kept. */
function clearStaleCache(): void {
  if (!existsSync(CACHE)) return;
  for (const name of readdirSync(CACHE)) {
    if (!["_node", "_npm", LOCK].includes(name))
      rmSync(join(CACHE, name), { recursive: true, force: true });
  }
}

function runFramework(output: string): void {
  const run = spawnSync(
    process.execPath,
    [FRAMEWORK, "build", "--config", "dashboard/observablehq.config.js"],
    {
      cwd: REPOSITORY,
      encoding: "utf8",
      env: { ...process.env, OBSERVABLE_TELEMETRY_DISABLE: "1", ILP_DASHBOARD_OUTPUT: output },
    },
  );
  if (run.status !== 0) throw new Error(`dashboard build failed\n${run.stdout}\n${run.stderr}`);
}

const isMain =
  process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href;
if (isMain) {
  const { isBuilt, ms } = await buildDashboard();
  console.log(isBuilt ? `dashboard built in ${ms} ms` : "dashboard unchanged");
}
