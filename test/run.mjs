/**
 * Runs every check: all suites, and beside them, with what they leave of the processor, the two type
 * checks, lint and format. Each static check counts as one test. The last line is the sum, alone:
 * `812 passed, 0 failed`.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { constants, setPriority, tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const { PRIORITY_LOW, PRIORITY_NORMAL } = constants.priority;
const REPOSITORY = fileURLToPath(new URL("..", import.meta.url));

const STATIC_CHECKS = [
  { name: "types", tool: "typescript-native/bin/tsc", options: ["-p", "."] },
  {
    name: "types of the dashboard",
    tool: "typescript-native/bin/tsc",
    options: ["-p", "dashboard"],
  },
  { name: "lint", tool: "oxlint/bin/oxlint", options: ["."] },
  { name: "format", tool: "oxfmt/bin/oxfmt", options: ["--check", "."] },
];

const sum = { passed: 0, failed: 0, skipped: 0 };

const checks = runStaticChecks();
await runSuites();
for (const { name, isGood, output, seconds } of await checks) {
  console.log(`${isGood ? "passed" : "FAILED"}  ${name}  ${seconds} s`);
  if (!isGood) console.log(output.trimEnd());
  sum[isGood ? "passed" : "failed"]++;
}

if (sum.failed > 0) process.exitCode = 1;
const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : "";
console.log(`\n${sum.passed} passed, ${sum.failed} failed${skipped}`);

function runStaticChecks() {
  return Promise.all(
    STATIC_CHECKS.map(async ({ name, tool, options }) => ({
      name,
      ...(await run(tool, options, "pipe", PRIORITY_LOW)),
    })),
  );
}

async function runSuites() {
  const folder = mkdtempSync(join(tmpdir(), "ilp-test-"));
  try {
    const file = join(folder, "results.json");
    const reporters = ["--reporter=minimal", "--reporter=json", `--outputFile.json=${file}`];
    const { isGood, seconds } = await run("vitest/vitest.mjs", ["run", ...reporters], "inherit");
    countSuites(JSON.parse(readFileSync(file, "utf8")), isGood);
    console.log(`${isGood ? "passed" : "FAILED"}  suites  ${seconds} s`);
  } catch (error) {
    console.log(`FAILED  suites  ${String(error)}`);
    sum.failed++;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Adds up vitest's report. A file that could not be loaded, an error outside any test, and a run without a test are a failure each. */
function countSuites(report, isGood) {
  sum.passed += report.numPassedTests;
  sum.failed += report.numFailedTests;
  sum.skipped += report.numPendingTests + report.numTodoTests;
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && assertionResults.every((test) => test.status !== "failed"),
  );
  sum.failed += unloaded.length;
  for (const { name, assertionResults } of report.testResults) {
    const count = assertionResults.filter(({ status }) => /skipped|pending|todo/.test(status));
    if (count.length > 0) console.log(`skipped ${relative(REPOSITORY, name)}: ${count.length}`);
  }
  if (report.numTotalTests === 0 && unloaded.length === 0) {
    console.log("No test was found.");
    sum.failed++;
  } else if (!isGood && report.numFailedTests + unloaded.length === 0) {
    sum.failed++;
  }
}

/** Runs a tool of node_modules with this Node, on Linux at a priority. */
function run(tool, options, output, priority = PRIORITY_NORMAL) {
  const started = performance.now();
  const child = spawn(process.execPath, [join(REPOSITORY, "node_modules", tool), ...options], {
    cwd: REPOSITORY,
    stdio: ["ignore", output, output],
  });
  if (child.pid !== undefined) setPriority(child.pid, priority);
  const chunks = [];
  child.stdout?.on("data", (chunk) => chunks.push(chunk));
  child.stderr?.on("data", (chunk) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      resolve({ isGood: code === 0, output: Buffer.concat(chunks).toString("utf8"), seconds });
    });
  });
}
