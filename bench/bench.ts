/**
 * `npm run bench`: makes districts of the sizes asked for, takes each from CSV files to both editions by the
 * `ilp` command, measures each step and the nights after, and lets DuckDB work out the same totals from
 * the same files. The last line is one JSON document about the largest size. Exit code 1 when the two do
 * not say the same, or when anything is above its ceiling.
 * With `--goals 1000000` it compares that many planted goals instead, and needs no other option.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import "../functions/cli/closed-output.mjs";
import { aboveCeilings } from "./above-ceilings.ts";
import { attendanceSizes } from "./attendance-sizes.ts";
import { bundleSteps } from "./bundle-steps.ts";
import { bundleCommand } from "./commands.ts";
import { benchDistrict } from "./district.ts";
import { measureGoals } from "./goals/measure-goals.ts";
import { measureSize, type MeasuredSize } from "./measure-size.ts";
import { fasterThanStudents, growthOf, stepTable } from "./step-table.ts";
import { rounded, say } from "./words.ts";
import { writeDocs } from "./write-docs.ts";
import { writeDistrict } from "./write-district.ts";

const { values: given } = parseArgs({
  options: {
    // Sizes such as 10000,100000: each is measured, and how each step grows from one to the next.
    students: { type: "string", default: "10000" },
    days: { type: "string", default: "180" },
    runs: { type: "string", default: "3" },
    // Sizes such as 100,1000: ingest alone, once for an attendance file of each size.
    "attendance-mib": { type: "string" },
    // So many goals of students, compared with one another: nothing else is measured.
    goals: { type: "string" },
    // A file for every number of every size, as JSON.
    details: { type: "string" },
    // Writes the table into docs/performance.md.
    "write-docs": { type: "boolean", default: false },
  },
});
const sizes = given.students.split(",").map(wholeNumber);
const days = wholeNumber(given.days);
const runs = wholeNumber(given.runs);
const goals = given.goals === undefined ? undefined : wholeNumber(given.goals);
const attendanceMiB = given["attendance-mib"]?.split(",").map(wholeNumber);

const folder = mkdtempSync(join(tmpdir(), "ilp-bench-"));
try {
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model ?? "unknown"}), Node ${process.version}`;
  if (goals !== undefined) {
    say(machine);
    if (!measureGoals(goals)) process.exitCode = 1;
  } else {
    say(`${machine}, ${days} school days, ${runs} ${runs === 1 ? "run" : "runs"}`);
    await bundleCommand();
    if (attendanceMiB === undefined) await measureSizes();
    else await measureAttendance(attendanceMiB);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measureSizes(): Promise<void> {
  const bundle = await bundleSteps();
  const measured: MeasuredSize[] = [];
  try {
    for (const students of sizes) {
      const own = join(folder, String(students));
      const folders = { exports: join(own, "exports"), data: join(own, "data") };
      measured.push(await measureSize(folders, bundle, benchDistrict(students, days), runs));
      rmSync(own, { recursive: true, force: true });
    }
  } finally {
    rmSync(bundle, { recursive: true, force: true });
  }
  say("");
  for (const line of stepTable(measured)) say(line);
  say("");
  const growth = measured.slice(1).map((larger, index) => {
    const smaller = measured[index] ?? larger;
    const faster = fasterThanStudents(smaller, larger);
    const named = faster.map(({ name, times }) => `${name} (x ${times.toFixed(1)})`).join(", ");
    say(
      `processor time that grows faster than the students from ${smaller.students} to ${larger.students}: ${named === "" ? "none" : named}`,
    );
    const steps = growthOf(smaller, larger).map(({ name, ...times }) => ({
      name: name.trim(),
      seconds: rounded(times.seconds, 2),
      cpuSeconds: rounded(times.cpuSeconds, 2),
      peakMiB: rounded(times.peakMiB, 2),
    }));
    return { from: smaller.students, to: larger.students, steps };
  });
  if (given.details !== undefined) {
    writeFileSync(given.details, `${JSON.stringify({ sizes: measured, growth })}\n`);
  }
  if (given["write-docs"]) await writeDocs(measured, runs);
  const above = measured.flatMap(aboveCeilings);
  for (const line of above) say(`ABOVE ITS CEILING: ${line}`);
  say(JSON.stringify(lastLine(measured)));
  const isSame = measured.every(({ sameFigures }) => sameFigures);
  if (!isSame || above.length > 0) process.exitCode = 1;
}

/** What the largest size comes to. */
function lastLine(measured: readonly MeasuredSize[]) {
  const largest = measured.reduce((a, b) => (b.students > a.students ? b : a));
  const { students, rows, seconds, cpuSeconds, peakMiB, duckdbRatio, nights } = largest;
  const sameFigures = measured.every((size) => size.sameFigures);
  return { students, rows, seconds, cpuSeconds, peakMiB, duckdbRatio, nights, sameFigures };
}

async function measureAttendance(mebibytes: readonly number[]): Promise<void> {
  const folders = { exports: join(folder, "exports"), data: join(folder, "data") };
  const district = benchDistrict(sizes[0] ?? 0, days);
  writeDistrict(folders.exports, district);
  say(JSON.stringify(await attendanceSizes(folders, district, mebibytes)));
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) {
    throw new Error(`"${text}" is not a whole number from 1 on`);
  }
  return value;
}
