import { randomUUID } from "node:crypto";
import type { StackClock } from "../clock.ts";
import { isAssumable } from "../events/delivery.ts";
import type {
  Authority,
  Deployed,
  DeployedResource,
  Invoked,
  Lambdas,
  Services,
} from "../templates/deployed.ts";
import { failed, type LambdaProcess, lambdaProcess } from "./lambda-process.ts";

/** A test in the place of Lambda: it may `run` the function, with this or another payload, or answer by itself. */
export type Interception = (
  payload: unknown,
  run: (payload: unknown) => Promise<Invoked>,
) => Promise<Invoked>;

/** What came of one call, for the metrics of the function. */
export interface Invocation {
  readonly functionArn: string;
  readonly payload: unknown;
  readonly invoked: Invoked;
  readonly at: Date;
}

export interface RunningLambdas extends Lambdas {
  readonly invocations: readonly Invocation[];
  /** Puts a test between the caller and a function until what it returns is called. */
  intercept(functionArn: string, interception: Interception): () => void;
  /** Has the service refuse the next calls of a function, as many as said, such as with `Lambda.TooManyRequestsException`. */
  refuse(functionArn: string, times: number, error?: string): void;
  /** Holds the next call of a function open before it runs. `reached` comes back once there is one. */
  hold(functionArn: string): { readonly reached: Promise<void>; release(): void };
  /** Ends the processes in which a function runs now. Returns how many these were. */
  kill(functionArn: string): number;
}

export interface LambdasOptions {
  readonly deployed: Deployed;
  readonly authority: Authority;
  readonly services: Services;
  readonly clock: StackClock;
  /** What is added to the endpoints of the services, asked for when a process starts. */
  readonly endpoints?: () => Readonly<Record<string, string>>;
  /** The folder with the code of a function. */
  readonly codeOf: (resource: DeployedResource) => string;
  /** How long a function may run, in milliseconds; what its template says where it is left out. */
  readonly timeout?: (resource: DeployedResource) => number;
  /** How many functions run at once; the others wait. */
  readonly concurrency?: number;
}

/** Processes that are kept for the next call. */
const WARM = 12;
const LARGEST_PAYLOAD = 6_291_456;

export function runningLambdas(options: LambdasOptions): RunningLambdas {
  const { deployed, authority, services, clock, concurrency = 3 } = options;
  const log: string[] = [];
  const invocations: Invocation[] = [];
  const interceptions = new Map<string, Interception[]>();
  const idle: LambdaProcess[] = [];
  const running = new Set<LambdaProcess>();
  const waiting: (() => void)[] = [];
  let places = concurrency;
  let isClosed = false;
  checkRoles(deployed);

  function functionOf(functionArn: string): DeployedResource {
    const resource = deployed.byArn(functionArn);
    if (resource?.type !== "AWS::Lambda::Function") {
      throw new Error(`no function is deployed as ${functionArn}`);
    }
    return resource;
  }

  async function run(resource: DeployedResource, payload: unknown): Promise<Invoked> {
    const text = JSON.stringify(payload ?? null);
    if (Buffer.byteLength(text) > LARGEST_PAYLOAD) {
      return failed(
        "Lambda.RequestTooLargeException",
        "Request must be smaller than 6291456 bytes",
      );
    }
    if (places === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else places -= 1;
    if (isClosed) throw new Error("the functions are closed");
    const process = idleOrNew(resource);
    running.add(process);
    try {
      const { Timeout = 3 } = resource.properties as { Timeout?: number };
      const timeout = options.timeout?.(resource) ?? Timeout * 1000;
      return await process.call(randomUUID(), text, { ahead: () => clock.ahead, timeout });
    } finally {
      running.delete(process);
      keep(process);
      const next = waiting.shift();
      if (next === undefined) places += 1;
      else next();
    }
  }

  function idleOrNew(resource: DeployedResource): LambdaProcess {
    const index = idle.findIndex(
      (process) => process.functionArn === resource.arn && !process.hasEnded,
    );
    const [idleProcess] = index === -1 ? [] : idle.splice(index, 1);
    return (
      idleProcess ??
      lambdaProcess(resource, options.codeOf(resource), reached(), (line) => log.push(line))
    );
  }

  const reached = (): Services => ({
    ...services,
    credentialsOf: (roleArn) => services.credentialsOf(roleArn),
    endpoints: { ...services.endpoints, ...options.endpoints?.() },
  });

  function keep(process: LambdaProcess): void {
    if (process.hasEnded) return;
    if (isClosed) return process.kill();
    idle.push(process);
    if (idle.length > WARM) idle.shift()?.kill();
  }

  function intercept(functionArn: string, interception: Interception): () => void {
    functionOf(functionArn);
    const list = interceptions.get(functionArn) ?? [];
    interceptions.set(functionArn, [...list, interception]);
    return () => {
      const now = interceptions.get(functionArn) ?? [];
      interceptions.set(
        functionArn,
        now.filter((other) => other !== interception),
      );
    };
  }

  return {
    log,
    invocations,
    async invoke(functionArn, payload, caller, context) {
      const resource = functionOf(functionArn);
      authority.check({
        principal: caller,
        action: "lambda:InvokeFunction",
        resource: functionArn,
        ...(context !== undefined && { context }),
      });
      // The one that was put last is the first that is asked.
      const through = (interceptions.get(functionArn) ?? []).reduce(
        (inner: (payload: unknown) => Promise<Invoked>, outer) => (given) => outer(given, inner),
        (given) => run(resource, given),
      );
      const invoked = await clock.busy(() => through(payload));
      invocations.push({ functionArn, payload, invoked, at: clock.now() });
      return invoked;
    },
    intercept,
    refuse(functionArn, times, error = "Lambda.TooManyRequestsException") {
      let left = times;
      const remove = intercept(functionArn, async (payload, runIt) => {
        if (left === 0) return runIt(payload);
        left -= 1;
        if (left === 0) remove();
        return failed(error, "Rate Exceeded.");
      });
    },
    hold(functionArn) {
      let reach: () => void = () => undefined;
      let release: () => void = () => undefined;
      const reached = new Promise<void>((resolve) => (reach = resolve));
      const released = new Promise<void>((resolve) => (release = resolve));
      const remove = intercept(functionArn, async (payload, runIt) => {
        remove();
        reach();
        await released;
        return runIt(payload);
      });
      return { reached, release: () => release() };
    },
    kill(functionArn) {
      const named = [...running].filter((process) => process.functionArn === functionArn);
      for (const process of named) process.kill();
      return named.length;
    },
    async close() {
      isClosed = true;
      for (const process of [...idle, ...running]) process.kill();
      for (const resume of waiting.splice(0)) resume();
      await Promise.resolve();
    },
  };
}

/** @throws Error where a function has a role that Lambda may not take on */
function checkRoles(deployed: Deployed): void {
  for (const { id, arn, properties } of deployed.ofType("AWS::Lambda::Function")) {
    const role = String(properties["Role"]);
    const source = { arn, account: arn.split(":")[4] ?? "" };
    if (deployed.byArn(role) === null) continue;
    if (!isAssumable(deployed, role, "lambda.amazonaws.com", source)) {
      throw new Error(`the role of the function ${id} does not trust lambda.amazonaws.com`);
    }
  }
}
