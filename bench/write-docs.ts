import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { format } from "oxfmt";
import { MEMORY_CEILING, DUCKDB_RATIO, NIGHT_CEILINGS } from "./ceilings.ts";
import type { MeasuredSize } from "./measure-size.ts";
import { NIGHTS } from "./nights.ts";
import type { MeasuredStep } from "./step-clock.ts";
import { growthOf } from "./step-table.ts";
import { count } from "./words.ts";

const DOCUMENT = fileURLToPath(new URL("../docs/performance.md", import.meta.url));
const BEGIN = "<!-- Written by the benchmark: npm run bench -- --write-docs -->";
const END = "<!-- End of what the benchmark writes -->";

/** Writes the table, the machine and the date into docs/performance.md, in place of the ones before. */
export async function writeDocs(sizes: readonly MeasuredSize[], runs: number): Promise<void> {
  const text = withSection(readFileSync(DOCUMENT, "utf8"), section(sizes, runs, new Date()));
  const { code, errors } = await format(DOCUMENT, text, { printWidth: 100 });
  if (errors[0] !== undefined) throw new Error(`docs/performance.md: ${errors[0].message}`);
  writeFileSync(DOCUMENT, code);
}

/** @throws Error where the document has no place for the section */
export function withSection(document: string, written: string): string {
  const begin = document.indexOf(BEGIN);
  const end = document.indexOf(END);
  if (begin < 0 || end < begin) throw new Error("docs/performance.md has no place for the table");
  return `${document.slice(0, begin + BEGIN.length)}\n\n${written}\n\n${document.slice(end)}`;
}

export function section(sizes: readonly MeasuredSize[], runs: number, on: Date): string {
  const day = on.toLocaleDateString("en-US", { dateStyle: "long", timeZone: "UTC" });
  const students = sizes.map((size) => count(size.students));
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? "unknown"}), Node ${process.version}`;
  return [
    `## The benchmark on ${day}`,
    `${runs === 1 ? "One run" : `Medians of ${runs} runs`} of ${students.join(" and ")} students on ${machine}: \`npm run bench -- --students ${sizes.map((size) => size.students).join(",")} --runs ${runs}\`. Each cell gives seconds, processor seconds and the highest memory in MiB.`,
    table(sizes),
    nightsTable(sizes),
    `The figures of the staff edition were ${sizes.every(({ sameFigures }) => sameFigures) ? "the same as DuckDB's" : "NOT the same as DuckDB's"}.`,
  ].join("\n\n");
}

function table(sizes: readonly MeasuredSize[]): string {
  const [smallest] = sizes;
  const largest = sizes.at(-1);
  if (smallest === undefined || largest === undefined) throw new Error("nothing was measured");
  const growth = smallest === largest ? null : growthOf(smallest, largest);
  const heads = sizes.map((size) => `${count(size.students)} students`);
  return markdown(
    ["step", ...heads, ...(growth === null ? [] : ["growth of processor time"])],
    smallest.steps.map(({ name }, index) => [
      name.trim(),
      ...sizes.map(({ steps }) => cell(steps[index])),
      ...(growth === null ? [] : [(growth[index]?.cpuSeconds ?? NaN).toFixed(1)]),
    ]),
  );
}

const cell = (step: MeasuredStep | undefined): string =>
  step === undefined
    ? ""
    : `${step.seconds.toFixed(2)}, ${step.cpuSeconds.toFixed(2)}, ${count(Math.ceil(step.peakMiB))}`;

function nightsTable(sizes: readonly MeasuredSize[]): string {
  const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
  const heads = sizes.map((size) => `${count(size.students)} students`);
  const ratio = sizes.map(({ duckdbRatio }) => duckdbRatio.toFixed(1));
  return markdown(
    ["whole", ...heads, "goal"],
    [
      ["seconds divided by DuckDB's seconds", ...ratio, String(DUCKDB_RATIO.goal)],
      [
        "highest memory, MiB",
        ...sizes.map(({ peakMiB }) => count(peakMiB)),
        String(MEMORY_CEILING.goalMiB),
      ],
      ...NIGHTS.map((night) => [
        `night ${night}, of the full run's processor time`,
        ...sizes.map(({ nights }) => percent(nights[night])),
        percent(NIGHT_CEILINGS[night].goal),
      ]),
      ...NIGHTS.map((night) => [
        `night ${night}, objects and items written`,
        ...sizes.map(
          ({ written }) => `${count(written[night].objects)} and ${count(written[night].items)}`,
        ),
        night === "unchanged" ? "0 and 0" : "",
      ]),
    ],
  );
}

const markdown = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
