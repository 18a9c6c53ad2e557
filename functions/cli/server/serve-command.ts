import { Option, type Command } from "commander";
import { districtId, type DistrictId } from "../../domain/ids.ts";
import { CommandError } from "../arguments/command-error.ts";
import { command, parsed, print, type Common } from "../arguments/command-parts.ts";
import { ingestedDistricts } from "./ingested-districts.ts";
import { isAsking } from "./is-asking.ts";
import { openingLines, printOnEnter } from "./opening-lines.ts";
import type { Identity } from "./opening-tokens.ts";
import type { ConsoleAsked } from "./serve-sites.ts";
import { untilStopped } from "./until-stopped.ts";

interface ServeArguments extends Common {
  readonly port?: number;
  readonly district?: DistrictId;
  readonly as?: string;
  readonly idleMinutes: number;
  readonly staff?: true;
  readonly school?: string;
}

export const PORT_OPTION = [
  "--port <number>",
  "the port of the dashboard; the console uses the next port. The environment variable PORT sets it too",
  parsed(portArgument),
] as const;

export function addServeCommand(program: Command): void {
  command(program, "serve", "Serve the dashboard, and the console for staff, on this machine.")
    .option(...PORT_OPTION)
    .option(
      "--district <id>",
      "the console's district; by default, the only one in the data folder",
      parsed(districtId),
    )
    .option(
      "--as <staff id>",
      "the staff member for whom the console opens; by default, the system account",
    )
    .option(
      "--idle-minutes <number>",
      "minutes without activity before a browser is signed out",
      parsed(minutesArgument),
      IDLE_MINUTES,
    )
    .addOption(new Option("--staff").hideHelp())
    .addOption(new Option("--school <id>").hideHelp())
    .action((options: ServeArguments) => {
      if (options.staff === true || options.school !== undefined) throw new CommandError(NEW_NAME);
      const { asked, because } = consoleAsked(options);
      return serveUntilStopped(options, asked, options.as ?? null, because);
    });
}

const NEW_NAME =
  "the console is served by ilp serve --district <id> now, and --as <staff id> opens it for one person, whose schools are those of the staff list";

/** A browser without requests for this long is signed out. */
export const IDLE_MINUTES = 30;

/**
 * Serves both sites, or only the public one, until Ctrl-C, and prints their addresses.
 * @param because why the console is not served; empty if it is
 */
export async function serveUntilStopped(
  options: Common & { readonly port?: number },
  asked: ConsoleAsked | null,
  identity: Identity,
  because: string,
): Promise<void> {
  const port = options.port ?? portArgument(process.env["PORT"] ?? "3000");
  // No other command needs what answers over HTTP.
  const { serveSites } = await import("./serve-sites.ts");
  const { servers, address, openingFor } = await serveSites(options.data, port, asked);
  const opening = openingFor === null ? null : openingFor(identity);
  // In a pipe nobody can press Enter, and the input is not meant for this command.
  const canAsk = options.json === undefined && isAsking(process.stdin);
  const isReaderGone = hearReader();
  print(
    options,
    { address, console: opening === null ? { address: null, because } : { address: opening } },
    () =>
      `the dashboard is at ${address} (Ctrl-C stops it)\n${opening === null ? `${because}\n` : openingLines(opening, identity, canAsk)}`,
  );
  const stopReading =
    canAsk && openingFor !== null
      ? printOnEnter(process.stdin, identity, openingFor, (text) => process.stdout.write(text))
      : () => undefined;
  await untilStopped(servers, isReaderGone);
  stopReading();
}

/**
 * Detects whether the reader of the addresses has gone, as in `npm start | head -1`: nobody would
 * use the sites.
 */
function hearReader(): () => Promise<boolean> {
  let isGone = false;
  const hear = () => (isGone = true);
  process.stdout.on("error", hear);
  return async () => {
    // The result of a write is known one turn later.
    await new Promise(setImmediate);
    process.stdout.off("error", hear);
    return isGone;
  };
}

/** The console that is asked for, or why it cannot be served. */
function consoleAsked({ data, district, as, idleMinutes }: ServeArguments): {
  readonly asked: ConsoleAsked | null;
  readonly because: string;
} {
  const ingested = ingestedDistricts(data);
  const [only, ...others] = district === undefined ? ingested : [district];
  if (only !== undefined && others.length === 0) {
    return {
      asked: { district: only, isDemo: false, idleMinutes, through: "console" },
      because: "",
    };
  }
  const because =
    only === undefined
      ? `the console is not served: nothing is ingested in ${data} yet; ilp ingest <exports> --district <id> does that`
      : `the console is not served: ${data} has several districts; give one of them: ${ingested.map((id) => `--district ${id}`).join(", ")}`;
  if (as !== undefined) throw new CommandError(because);
  return { asked: null, because };
}

export function portArgument(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new CommandError(
      `"${text.slice(0, 20)}" is not a port; expected a whole number up to 65535`,
    );
  }
  return port;
}

function minutesArgument(text: string): number {
  const minutes = Number(text);
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > 24 * 60) {
    throw new Error("expected a whole number of minutes, from 1 to 1440");
  }
  return minutes;
}
