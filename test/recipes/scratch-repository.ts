import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { onTestFinished } from "vitest";

const REPOSITORY = join(import.meta.dirname, "../..");

/** What no commit holds: packages, builds, and data of this machine. */
const NOT_COPIED: ReadonlySet<string> = new Set([
  ...[".git", ".local", "node_modules", "dist", "cdk.out", "coverage"],
  ...["dashboard/dist", "dashboard/console/dist", "dashboard/src/.observablehq/cache"],
]);

/** A copy of the repository in a temporary folder, in which a recipe is carried out. */
export interface ScratchRepository {
  readonly folder: string;
  read(path: string): string;
  /** Writes a file that may be new. */
  write(path: string, text: string): void;
  /** Replaces a passage that the file has exactly once. */
  edit(path: string, passage: string, replacement: string): void;
  /** Runs a command line of the recipe and returns what it printed. Throws where it fails. */
  run(command: string): string;
  /** The files that differ from the repository, or that it does not have, in order. */
  touched(): readonly string[];
}

/** Copies the repository. The copy is gone when the test has ended. Packages are shared by a link. */
export function scratchRepository(): ScratchRepository {
  const folder = mkdtempSync(join(tmpdir(), "ilp-recipe-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(REPOSITORY, folder, { recursive: true, filter: (path) => isCopied(path, REPOSITORY) });
  symlinkSync(join(REPOSITORY, "node_modules"), join(folder, "node_modules"), "dir");
  const read = (path: string): string => readFileSync(join(folder, path), "utf8");
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const before = contentsBelow(folder);
  return {
    folder,
    read,
    write,
    edit: (path, passage, replacement) => {
      const parts = read(path).split(passage);
      if (parts.length !== 2) {
        throw new Error(`${path} has "${passage}" ${parts.length - 1} times, expected once`);
      }
      write(path, parts.join(replacement));
    },
    run: (command) => runIn(folder, command),
    touched: () => {
      const after = contentsBelow(folder);
      const paths = new Set([...before.keys(), ...after.keys()]);
      return [...paths].filter((path) => before.get(path) !== after.get(path)).sort();
    },
  };
}

const isCopied = (path: string, root: string): boolean =>
  !NOT_COPIED.has(relative(root, path).split(sep).join("/"));

/** The text of each file of the repository by its path. */
function contentsBelow(root: string): ReadonlyMap<string, string> {
  const contents = new Map<string, string>();
  const look = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (!isCopied(path, root)) continue;
      if (entry.isDirectory()) look(path);
      if (!entry.isFile()) continue;
      contents.set(relative(root, path).split(sep).join("/"), readFileSync(path, "latin1"));
    }
  };
  look(root);
  return contents;
}

/** The variables of this process, without those by which a test runner would find another one. */
const environment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|VITE_|TEST$|NODE_ENV$)/.test(name)),
  );

function runIn(folder: string, command: string): string {
  const options = { cwd: folder, encoding: "utf8", shell: true, env: environment() } as const;
  const { status, stdout, stderr } = spawnSync(command, options);
  if (status !== 0) {
    throw new Error(`"${command}" ended with exit code ${String(status)}\n${stdout}\n${stderr}`);
  }
  return stdout;
}
