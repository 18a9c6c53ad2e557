import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../dashboard/src/words/", import.meta.url));

/** A table of words, not the words of it that were chosen for the reader. */
const IS_TABLE = /^[A-Z_]+$/;

/** What a module of the words exports that holds words in both languages, or in Spanish alone. */
export interface Catalogue {
  readonly name: string;
  readonly en: unknown;
  readonly es: unknown;
}

/** Every table of words of the pages, whatever file it is in, so that a new one is looked at too. */
export async function catalogues(): Promise<readonly Catalogue[]> {
  const files = readdirSync(ROOT, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  const modules = await Promise.all(
    files.map(async (file) => ({
      file,
      exported: (await import(`${ROOT}${file}`)) as { readonly [name: string]: unknown },
    })),
  );
  return modules.flatMap(({ file, exported }) =>
    Object.entries(exported).flatMap(([name, value]) => {
      if (!isRecord(value) || Array.isArray(value)) return [];
      const isBoth = "en" in value && "es" in value;
      const isWords =
        isBoth ||
        (IS_TABLE.test(name) && Object.values(value).every((each) => typeof each === "string"));
      if (!isWords) return [];
      return [
        {
          name: `${file} ${name}`,
          en: isBoth ? value["en"] : undefined,
          es: isBoth ? value["es"] : value,
        },
      ];
    }),
  );
}

/** Every text of a table of words, by its path in it. */
export function textsOf(words: unknown, path = ""): readonly (readonly [string, string])[] {
  if (typeof words === "string") return [[path, words]];
  return isRecord(words)
    ? Object.entries(words).flatMap(([key, value]) => textsOf(value, `${path}/${key}`))
    : [];
}

/** The paths of everything in a table of words, functions too. */
export function pathsOf(words: unknown, path = ""): readonly string[] {
  return isRecord(words)
    ? Object.entries(words).flatMap(([key, value]) => pathsOf(value, `${path}/${key}`))
    : [path];
}

const isRecord = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === "object" && value !== null;
