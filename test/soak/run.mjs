/**
 * `npm run soak`: the tests that take too long for every change, `*.soak.ts` in this folder. On a terminal
 * each is told as it passes; in a pipe only what they print and what failed. Names after the command
 * choose files: `npm run soak protection`. The last line is the sum, alone: `12 passed, 0 failed`.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));
const VITEST = join(REPOSITORY, "node_modules/vitest/vitest.mjs");
const CONFIG = join(REPOSITORY, "test/soak/vitest.config.mjs");

const folder = mkdtempSync(join(tmpdir(), "ilp-soak-"));
const { passed, failed } = await runSoak(join(folder, "results.json"));
rmSync(folder, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;

/** Runs the tests. An error outside any test, a run without a test, and a run without a report are a failure too. */
async function runSoak(file) {
  const isGood = await runVitest(file);
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const sum = countTests(JSON.parse(readFileSync(file, "utf8")));
  const hasFailed = !isGood || sum.passed === 0;
  return hasFailed && sum.failed === 0 ? { ...sum, failed: 1 } : sum;
}

/** Whether vitest says that all is well; what it found is in the file. */
function runVitest(file) {
  const reporter = process.stdout.isTTY ? "verbose" : "minimal";
  const reporters = [`--reporter=${reporter}`, "--reporter=json", `--outputFile.json=${file}`];
  const args = [VITEST, "run", "--config", CONFIG, "--root", REPOSITORY, ...reporters];
  const child = spawn(process.execPath, [...args, ...process.argv.slice(2)], {
    cwd: REPOSITORY,
    stdio: ["ignore", "inherit", "inherit"],
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code === 0));
  });
}

/** Adds up vitest's report: a file that could not be loaded is a failure. */
function countTests({ numPassedTests, numFailedTests, testResults }) {
  const unloaded = testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && assertionResults.every((test) => test.status !== "failed"),
  );
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length };
}
