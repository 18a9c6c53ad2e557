import { spawn, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";

export const LAUNCH = fileURLToPath(new URL("../../functions/cli/launch.mjs", import.meta.url));

export interface ServingConsole {
  readonly child: ChildProcess;
  /** The address that opens the console, once. */
  readonly opening: string;
  /** Where the console is, such as `http://127.0.0.1:41234`. */
  readonly site: string;
  /** Where the public site is. */
  readonly publicSite: string;
  /** All that it has printed. */
  readonly told: () => string;
  /** Ends it at once. */
  readonly kill: () => void;
}

/**
 * Serves both sites of a data folder in a process of its own, on free ports, as `ilp serve` does. Both
 * sites are built before, by `buildDashboard()`.
 * @param args more arguments, such as `"--district", "cast", "--as", "K-71"`
 */
export const servingConsole = (data: string, ...args: readonly string[]): Promise<ServingConsole> =>
  serving("serve", data, args);

/** As `servingConsole`, of the demo: what `npm start` runs. */
export const servingDemo = (data: string): Promise<ServingConsole> => serving("start", data, []);

function serving(
  command: "serve" | "start",
  data: string,
  args: readonly string[],
): Promise<ServingConsole> {
  const child = spawn(process.execPath, [LAUNCH, command, "--data", data, "--port", "0", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let told = "";
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      told += chunk.toString();
      const publicSite = /http:\/\/localhost:\d+/.exec(told)?.[0];
      const opening = /http:\/\/127\.0\.0\.1:\d+\/open\/[\w-]{43}/.exec(told)?.[0];
      if (publicSite === undefined || opening === undefined) return;
      const kill = () => {
        child.removeAllListeners("exit");
        child.kill("SIGKILL");
      };
      const { origin: site } = new URL(opening);
      resolve({ child, opening, site, publicSite, told: () => told, kill });
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => reject(new Error(`ended with code ${code}: ${told}`)));
  });
}

/** Opens the console as a browser would; its cookie. */
export async function cookieOf({ opening }: Pick<ServingConsole, "opening">): Promise<string> {
  const response = await fetch(opening, { redirect: "manual" });
  if (response.status !== 303) throw new Error(`${response.status}: ${await response.text()}`);
  return (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}
