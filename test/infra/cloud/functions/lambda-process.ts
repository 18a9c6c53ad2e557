import { type ChildProcess, fork } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { DeployedResource, Invoked, Services } from "../templates/deployed.ts";

const RUNTIME = fileURLToPath(new URL("lambda-runtime.mjs", import.meta.url));
/** What Lambda returns at most. */
const LARGEST_PAYLOAD = 6_291_556;

/** One process with one function in it, which takes one call at a time. */
export interface LambdaProcess {
  readonly functionArn: string;
  readonly hasEnded: boolean;
  /** `timeout` is in milliseconds, and counts once the process is there. */
  call(
    id: string,
    payload: string,
    options: { ahead: () => number; timeout: number },
  ): Promise<Invoked>;
  kill(): void;
}

type Reply =
  | { readonly isReady: true }
  | { readonly payload: string }
  | {
      readonly report: { readonly errorType: string; readonly errorMessage: string };
    };

/** Starts a process with the environment that Lambda gives the function, and nothing of ours. */
export function lambdaProcess(
  resource: DeployedResource,
  folder: string,
  services: Services,
  onLine: (line: string) => void,
): LambdaProcess {
  const { Handler, MemorySize = 128 } = resource.properties as {
    Handler: string;
    MemorySize?: number;
  };
  const child = fork(RUNTIME, [folder, Handler], {
    env: environmentOf(resource, MemorySize, services),
    // Two such processes and the tests share the memory of this machine.
    execArgv: [`--max-old-space-size=${Math.max(MemorySize, 128)}`],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  for (const stream of [child.stdout, child.stderr]) {
    if (stream !== null) createInterface({ input: stream }).on("line", onLine);
  }
  let hasEnded = false;
  child.on("exit", () => (hasEnded = true));
  const isReady = replyOf(child);
  // Whoever calls hears of a process that ends before it is ready.
  isReady.catch(() => undefined);

  return {
    functionArn: resource.arn,
    get hasEnded() {
      return hasEnded;
    },
    async call(id, payload, { ahead, timeout }) {
      let timer: NodeJS.Timeout | undefined;
      let isTimedOut = false;
      try {
        await isReady;
        timer = setTimeout(() => {
          isTimedOut = true;
          child.kill("SIGKILL");
        }, timeout);
        const replied = replyOf(child);
        // That a process is ending is heard by its exit, not by what could not be sent to it.
        child.send({ id, payload, timeout, ahead: ahead() }, () => undefined);
        const reply = await replied;
        // What was printed before the answer is read before it.
        await new Promise((resolve) => setImmediate(resolve));
        return invokedOf(reply);
      } catch (error) {
        const seconds = (timeout / 1000).toFixed(2);
        return isTimedOut
          ? failed(
              "Sandbox.Timedout",
              `RequestId: ${id} Error: Task timed out after ${seconds} seconds`,
            )
          : failed("Runtime.ExitError", `RequestId: ${id} Error: ${(error as Error).message}`);
      } finally {
        clearTimeout(timer);
      }
    },
    kill: () => void child.kill("SIGKILL"),
  };
}

function environmentOf(
  { arn, properties }: DeployedResource,
  memory: number,
  services: Services,
): Record<string, string> {
  const { Environment, Role } = properties as {
    Environment?: { Variables?: Record<string, string> };
    Role: string;
  };
  const { accessKeyId, secretAccessKey } = services.credentialsOf(Role);
  const [, , , region = "", , , name = ""] = arn.split(":");
  return {
    ...Environment?.Variables,
    ...services.endpoints,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memory),
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
    TZ: "UTC",
  };
}

/** @throws Error where the process ends first */
function replyOf(child: ChildProcess): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const onMessage = (reply: unknown) => {
      child.off("exit", onExit);
      resolve(reply as Reply);
    };
    const onExit = (status: number | null, signal: string | null) => {
      child.off("message", onMessage);
      const how = signal === null ? `exit status ${status}` : "signal: killed";
      reject(new Error(`Runtime exited with error: ${how}`));
    };
    if (child.exitCode !== null || child.signalCode !== null) {
      return onExit(child.exitCode, child.signalCode);
    }
    child.once("message", onMessage);
    child.once("exit", onExit);
  });
}

function invokedOf(reply: Reply): Invoked {
  if ("report" in reply) {
    return { error: reply.report.errorType, cause: JSON.stringify(reply.report) };
  }
  if (!("payload" in reply)) throw new Error("the process was ready twice");
  const size = Buffer.byteLength(reply.payload);
  return size > LARGEST_PAYLOAD
    ? failed(
        "Function.ResponseSizeTooLarge",
        `Response payload size (${size} bytes) exceeded maximum allowed payload size (${LARGEST_PAYLOAD} bytes).`,
      )
    : { payload: JSON.parse(reply.payload) as unknown };
}

export function failed(errorType: string, errorMessage: string): Invoked {
  return { error: errorType, cause: JSON.stringify({ errorType, errorMessage }) };
}
