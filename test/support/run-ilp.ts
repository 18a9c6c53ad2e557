import { spawnSync } from "node:child_process";
import { runIlp } from "../../functions/cli/ilp.ts";
import { LAUNCH } from "./serving-console.ts";

/** What a command printed, and the exit code with which it ended. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs an `ilp` command line in this process, which is faster: for tests of what the command does.
 */
export async function ilp(...args: readonly string[]): Promise<Ended> {
  const written = { stdout: "", stderr: "" };
  const restores = (["stdout", "stderr"] as const).map((name) => {
    const stream = process[name];
    const { write } = stream;
    stream.write = (text: string | Uint8Array): boolean => {
      written[name] += typeof text === "string" ? text : Buffer.from(text).toString("utf8");
      return true;
    };
    return () => {
      stream.write = write;
    };
  });
  try {
    return { status: await runIlp(args), ...written };
  } finally {
    for (const restore of restores) restore();
  }
}

/**
 * Runs an `ilp` command line in a process of its own, as a district does: for tests of how a
 * command starts and ends.
 */
export function ilpProcess(...args: readonly string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [LAUNCH, ...args], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}
