/**
 * `npm run bench`: makes a district, takes it from CSV files to a published release by the `ilp`
 * command, and lets DuckDB work out the same totals from the same files; each a whole process, in
 * turn. The last line is one JSON document. Exit code 1 when the two do not say the same.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { attendanceSizes } from "./attendance-sizes.ts";
import { bundleCommand } from "./commands.ts";
import { comparison } from "./comparison.ts";
import { disclosureBench } from "./disclosure.ts";
import { benchDistrict } from "./district.ts";
import { count, rounded, say } from "./words.ts";
import { writeDistrict } from "./write-district.ts";

const { values: given } = parseArgs({
  options: {
    students: { type: "string", default: "10000" },
    days: { type: "string", default: "180" },
    runs: { type: "string", default: "3" },
    // Sizes such as 100,1000: ingest alone, once for an attendance file of each size.
    "attendance-mib": { type: "string" },
    // Schools such as 20,88,500: protection and audit alone, of a state of each size.
    disclosure: { type: "string" },
  },
});
if (given.disclosure !== undefined) {
  say(JSON.stringify(await disclosureBench(given.disclosure.split(",").map(wholeNumber))));
  process.exit();
}
const students = wholeNumber(given.students);
const days = wholeNumber(given.days);
const runs = wholeNumber(given.runs);

const folder = mkdtempSync(join(tmpdir(), "ilp-bench-"));
const folders = { exports: join(folder, "exports"), data: join(folder, "data") };
try {
  const district = benchDistrict(students, days);
  const { rows, bytes } = writeDistrict(folders.exports, district);
  say(`${count(students)} students in ${district.schools.length} schools, ${days} school days`);
  say(`${count(rows)} attendance rows in ${rounded(bytes / 2 ** 20, 1)} MiB`);
  say(
    `${availableParallelism()} cores (${cpus()[0]?.model ?? "unknown"}), Node ${process.version}`,
  );
  await bundleCommand();
  const sizes = given["attendance-mib"]?.split(",").map(wholeNumber);
  const asOf = district.schoolDays.at(-1);
  if (asOf === undefined) throw new Error("a district needs a school day");
  const result =
    sizes === undefined
      ? await comparison(folders, asOf, students, rows, runs)
      : await attendanceSizes(folders, district, sizes);
  say(JSON.stringify(result));
  if ("sameFigures" in result && !result.sameFigures) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) {
    throw new Error(`"${text}" is not a whole number from 1 on`);
  }
  return value;
}
