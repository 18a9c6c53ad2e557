import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** One whole process as seen from outside, from its start to its end. */
export interface MeasuredRun {
  readonly seconds: number;
  /** The highest resident memory of the process, all its threads together, or of a child where that is larger. */
  readonly peakMiB: number;
  /** Processor time of all threads: what the process costs however busy the machine is. */
  readonly cpuSeconds: number;
  readonly output: string;
}

interface Report {
  readonly peakMiB: number;
  readonly cpuSeconds: number;
}

const REPOSITORY = fileURLToPath(new URL("..", import.meta.url));

/** Runs a script with this Node. Throws with its error output when it fails. */
export async function runProcess(args: readonly string[]): Promise<MeasuredRun> {
  const folder = mkdtempSync(join(tmpdir(), "ilp-bench-run-"));
  const report = join(folder, "report");
  const hook = new URL("at-exit.mjs", import.meta.url).href;
  const started = performance.now();
  try {
    const child = spawn(process.execPath, ["--import", hook, ...args], {
      cwd: REPOSITORY,
      env: { ...process.env, ILP_BENCH_REPORT: report },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const out: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
    const code = await new Promise<number | NodeJS.Signals | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (exit, signal) => resolve(exit ?? signal));
    });
    const seconds = (performance.now() - started) / 1000;
    if (code !== 0) {
      throw new Error(
        `${args.join(" ")} ended with ${code ?? "no code"}: ${Buffer.concat(errors).toString()}`,
      );
    }
    const reports = readdirSync(folder).map(
      (name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Report,
    );
    return {
      seconds,
      peakMiB: Math.max(...reports.map(({ peakMiB }) => peakMiB)),
      cpuSeconds: reports.reduce((sum, report) => sum + report.cpuSeconds, 0),
      output: Buffer.concat(out).toString("utf8"),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
