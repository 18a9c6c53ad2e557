import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { ScratchRepository } from "./scratch-repository.ts";

const CONTRIBUTING = readFileSync(join(import.meta.dirname, "../../CONTRIBUTING.md"), "utf8");

/** What stands for each placeholder of a recipe: `vendor` for `<vendor>`. */
interface Placeholders {
  readonly [placeholder: string]: string;
}

/** One recipe of CONTRIBUTING.md, with its placeholders filled in. */
export interface Recipe {
  /** The files that it names. A path that ends in a slash is a folder with all files below it. */
  readonly paths: readonly string[];
  /** The command lines that it names, in order. */
  readonly commands: readonly string[];
}

/** The titles of all recipes, in order. */
export const recipeTitles = (): readonly string[] =>
  [...CONTRIBUTING.matchAll(/^## (.+)$/gm)].map(([, title = ""]) => title);

/** @throws Error where there is no recipe of this title, or a placeholder has no value */
export function recipe(title: string, placeholders: Placeholders = {}): Recipe {
  const section = CONTRIBUTING.split(/^## /m).find((text) => text.startsWith(`${title}\n`));
  if (section === undefined) throw new Error(`CONTRIBUTING.md has no recipe "${title}"`);
  const quoted = [...section.matchAll(/`([^`]+)`/g)].map(([, text = ""]) => text);
  const isCommand = (text: string): boolean => /^(npx|npm) /.test(text);
  const isPath = (text: string): boolean => /^[\w.@<-][^\s]*\/[^\s]*$/.test(text);
  const filled = (text: string): string =>
    text.replace(/<([\w-]+)>/g, (_, name: string) => {
      const value = placeholders[name];
      if (value === undefined) throw new Error(`the recipe "${title}" has <${name}>, no value`);
      return value;
    });
  return {
    paths: quoted.filter(isPath).map(filled),
    commands: quoted.filter(isCommand).map(filled),
  };
}

/**
 * Runs every command of the recipe, then expects that no file was touched but those that it names.
 * @param ran commands that were run already
 */
export function expectEnough(
  { paths, commands }: Recipe,
  scratch: ScratchRepository,
  ran: readonly string[] = [],
): void {
  for (const command of commands.filter((command) => !ran.includes(command))) scratch.run(command);
  expect(unnamed(paths, scratch.touched()), "files that the recipe does not name").toEqual([]);
}

/** The touched files that the recipe does not name. */
export const unnamed = (paths: readonly string[], touched: readonly string[]): readonly string[] =>
  touched.filter(
    (file) => !paths.some((path) => (path.endsWith("/") ? file.startsWith(path) : file === path)),
  );
