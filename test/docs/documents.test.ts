import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";
import { pathsBelow } from "../architecture/source-file.ts";
import { notPlain } from "./not-plain.ts";

const REPOSITORY = join(import.meta.dirname, "../..");
const MOST_WORDS = 700;

const DOCUMENTS = [
  ...["README.md", "CONTRIBUTING.md"],
  ...pathsBelow("docs").filter((path) => path.endsWith(".md")),
].sort();
const RECORDS = DOCUMENTS.filter((path) => path.startsWith("docs/decisions/"));
const textOf = (path: string): string => readFileSync(join(REPOSITORY, path), "utf8");

const FOLDERS = ["functions", "infra", "dashboard", "fixtures", "test", "bench", "docs", ".ci"];
const CODE = new Set(FOLDERS.flatMap(pathsBelow).map((path) => basename(path)));

/** What the head of a decision record lacks: a line each. */
function faultsOfRecord(path: string, text: string): readonly string[] {
  const number = basename(path).slice(0, 3);
  const date = /^Date: ([A-Z][a-z]+ \d{1,2}, \d{4}) *$/m.exec(text)?.[1];
  const status = /^Status: (.+)$/m.exec(text)?.[1] ?? "";
  const [, by] = /^superseded by \[(\d{3})\]\(/.exec(status) ?? [];
  const numbers = RECORDS.map((record) => basename(record).slice(0, 3));
  return [
    ...(text.startsWith(`# ${number} `) ? [] : ["its title does not begin with its number"]),
    ...(date !== undefined && !Number.isNaN(Date.parse(date)) ? [] : ["no date"]),
    ...(by !== undefined || /^accepted(;|$)/.test(status) ? [] : ["no status"]),
    ...(by === undefined || (numbers.includes(by) && by !== number) ? [] : [`no record ${by}`]),
    ...(text.split(/\s+/).length <= MOST_WORDS ? [] : [`more than ${MOST_WORDS} words`]),
  ];
}

/** The paths that a document names and that do not exist. */
function missingPaths(path: string, text: string): readonly string[] {
  const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^https?:/.test(target));
  const quoted = [...text.matchAll(/`([^`\n]+)`/g)].map(([, words = ""]) => words);
  const words = quoted
    .flatMap((sentence) => sentence.split(" "))
    .filter((word) => !isOfBuild(word));
  return [
    ...links.filter((target) => !existsSync(join(REPOSITORY, dirname(path), target))),
    ...words.filter(isOfRepository).filter((word) => !isThere(word)),
    ...words.filter((word) => /^[\w.-]+\.(ts|mjs)$/.test(word) && !CODE.has(word)),
  ];
}

/** The names that a document says are in a file, and that are not: "`name` in `file`" or "`name` (`file`)". */
function missingNames(text: string): readonly string[] {
  return [...text.matchAll(/`(\w+)`(?: in | \()`([\w./-]+\/[\w.-]+\.ts)`/g)].flatMap(
    ([, name = "", path = ""]) =>
      new RegExp(`\\b${name}\\b`).test(textOf(path)) ? [] : [`${name} is not in ${path}`],
  );
}

const isOfRepository = (word: string): boolean =>
  FOLDERS.some((folder) => word.startsWith(`${folder}/`));

/** What a build makes, and no commit holds. */
const isOfBuild = (word: string): boolean => /(^|\/)(dist|cdk\.out|\.local)(\/|$)/.test(word);

/** A path with a placeholder, such as `<vendor>`, is there when the folder before it is. */
function isThere(word: string): boolean {
  const fixed = normalize(word.replace(/[^/]*[<*].*$/, ""));
  if (!existsSync(join(REPOSITORY, fixed))) return false;
  return !fixed.endsWith("/") || statSync(join(REPOSITORY, fixed)).isDirectory();
}

describe("a decision record", () => {
  it.each(RECORDS)("%s has a date and a status, and is at most a page long", (path) => {
    expect(faultsOfRecord(path, textOf(path))).toEqual([]);
  });

  it("is found to lack what it lacks", () => {
    const head = (date: string, status: string) =>
      `# 004 A title\n\nDate: ${date}  \nStatus: ${status}\n`;
    const faults = (text: string) => faultsOfRecord("docs/decisions/004-a-title.md", text);
    expect(faults(head("May 20, 2022", "accepted"))).toEqual([]);
    expect(faults(head("20 May 2022", "accepted"))).toEqual(["no date"]);
    expect(faults(head("May 20, 2022", "in force"))).toEqual(["no status"]);
    expect(faults(head("May 20, 2022", "superseded by [999](999-no.md)"))).toEqual([
      "no record 999",
    ]);
    expect(faults("A title")).toHaveLength(3);
    expect(faults(head("May 20, 2022", "accepted") + "word ".repeat(MOST_WORDS))).toHaveLength(1);
  });
});

describe("the documents", () => {
  it.each(DOCUMENTS)("%s names paths that exist", (path) => {
    expect(missingPaths(path, textOf(path))).toEqual([]);
  });

  it.each(DOCUMENTS)("%s names what is in the files that it names", (path) => {
    expect(missingNames(textOf(path))).toEqual([]);
  });

  it("are found to name what is not in a file", () => {
    expect(
      missingNames("`documentKey` in `functions/pipeline/conform/plan-lists.ts`"),
    ).toHaveLength(1);
    expect(missingNames("`documentKey` (`functions/pipeline/conform/document-change.ts`)")).toEqual(
      [],
    );
  });

  it("are found to name what does not exist", () => {
    const missing = (text: string) => missingPaths("docs/runbook.md", text);
    expect(missing("`functions/domain/` and `test/docs/<any>.test.ts`, `day.ts`")).toEqual([]);
    expect(missing("[a](formats/ilp-csv.md#plans) and `npx vitest run test/docs`")).toEqual([]);
    expect(missing("`functions/disclosure/`, `functions/no/<x>.ts`")).toHaveLength(2);
    expect(missing("[a](formats/no.md), `no-such-file.ts`, `functions/layout.ts/`")).toHaveLength(
      3,
    );
  });

  it.each(DOCUMENTS)("%s is in plain American English", (path) => {
    expect(notPlain(textOf(path))).toEqual([]);
  });

  it("are found to say what is not plain", () => {
    const text =
      "On 20 May 2022 it was mended, one row a student; `mend` and May 20, 2022 are fine.";
    expect(notPlain(text)).toHaveLength(3);
    expect(notPlain("their behaviour, held against the roster; organised")).toHaveLength(3);
  });
});
