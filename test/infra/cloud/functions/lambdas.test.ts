import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { scratchFolder } from "../../../support/scratch-folder.ts";
import { stackClock } from "../clock.ts";
import type { Call } from "../templates/deployed.ts";
import { runningLambdas, type RunningLambdas } from "./lambdas.ts";
import { authorityBut, deployedOf, resource, roleArn, servicesAt } from "../stand-ins.ts";

let lambdas: RunningLambdas | undefined;
afterEach(() => lambdas?.close());

const CODE = {
  echo: "export const handler = async (event) => event;",
  environment: `export const handler = async (event, context) => ({
    environment: { ...process.env },
    left: context.getRemainingTimeInMillis(),
    name: context.functionName,
  });`,
  time: `const loadedAt = Date.now();
    export const handler = async () => ({
      now: Date.now(), newDate: new Date().getTime(), isDate: new Date() instanceof Date,
      epoch: new Date(0).toISOString(), loadedAt, utc: Date.UTC(2025, 0, 1),
    });`,
  throws: `export const handler = async () => {
    throw Object.assign(new Error("no such file"), { name: "PoisonedSchool" });
  };`,
  exits: "export const handler = async () => process.exit(3);",
  hangs: "export const handler = () => new Promise((resolve) => setTimeout(resolve, 60_000));",
  counts:
    "let calls = 0; export const handler = async () => { calls += 1; return { calls, pid: process.pid }; };",
  slow: `export const handler = async () => {
    const from = performance.timeOrigin + performance.now();
    await new Promise((resolve) => setTimeout(resolve, 60));
    return { from, to: performance.timeOrigin + performance.now(), pid: process.pid };
  };`,
  prints: `export const handler = async () => { console.log("one"); console.error("two"); };`,
  broken: `import "no-such-package"; export const handler = async () => 1;`,
  large: "export const handler = async (size) => 'x'.repeat(size);",
};
type Name = keyof typeof CODE;

const arnOf = (name: Name) => `arn:aws:lambda:us-east-2:111122223333:function:${name}`;

function started({
  isRefused,
  ...options
}: {
  isRefused?: (call: Call) => boolean;
  concurrency?: number;
  timeout?: () => number;
} = {}) {
  const folder = scratchFolder();
  const names = Object.keys(CODE) as Name[];
  for (const name of names) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "index.mjs"), CODE[name]);
  }
  const clock = stackClock();
  lambdas = runningLambdas({
    deployed: deployedOf(
      ...names.map((name) =>
        resource("AWS::Lambda::Function", name, {
          Handler: "index.handler",
          ...{ Role: roleArn(name), MemorySize: 256, Timeout: 30 },
          Environment: { Variables: { ILP_TABLE: "table" } },
        }),
      ),
    ),
    authority: authorityBut(isRefused),
    services: servicesAt({ AWS_ENDPOINT_URL_S3: "http://127.0.0.1:1" }),
    clock,
    codeOf: ({ id }) => join(folder, id),
    ...options,
  });
  const running = lambdas;
  const call = (name: Name, payload: unknown = {}) =>
    running.invoke(arnOf(name), payload, "caller");
  const payloadOf = async <T>(name: Name) => ((await call(name)) as { payload: T }).payload;
  return { running, call, payloadOf, clock };
}

describe("running lambdas", () => {
  it("gives a function its own environment and nothing else", async () => {
    const { payloadOf } = started();
    const { environment, left, name } = await payloadOf<{
      environment: Record<string, string>;
      left: number;
      name: string;
    }>("environment");
    expect(environment).toEqual({
      ILP_TABLE: "table",
      AWS_ENDPOINT_URL_S3: "http://127.0.0.1:1",
      AWS_REGION: "us-east-2",
      AWS_ACCESS_KEY_ID: "environment",
      AWS_SECRET_ACCESS_KEY: "secret",
      AWS_LAMBDA_FUNCTION_NAME: "environment",
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: "256",
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
      TZ: "UTC",
      // What the channel to the process needs.
      NODE_CHANNEL_FD: environment["NODE_CHANNEL_FD"],
      NODE_CHANNEL_SERIALIZATION_MODE: environment["NODE_CHANNEL_SERIALIZATION_MODE"],
    });
    expect(name).toBe("environment");
    expect(left).toBeGreaterThan(29_000);
    expect(left).toBeLessThanOrEqual(30_000);
  });

  it("runs at the time of the clock", async () => {
    const { payloadOf, clock } = started();
    clock.skip(86_400);
    const time = await payloadOf<{ now: number; newDate: number; loadedAt: number }>("time");
    const expected = Date.now() + 86_400_000;
    for (const moment of [time.now, time.newDate, time.loadedAt]) {
      expect(Math.abs(moment - expected)).toBeLessThan(5_000);
    }
    expect(time).toMatchObject({
      isDate: true,
      epoch: "1970-01-01T00:00:00.000Z",
      utc: Date.UTC(2025, 0, 1),
    });
  });

  it("keeps a process for the next call, which it does one at a time", async () => {
    const { payloadOf } = started({ concurrency: 2 });
    const first = await payloadOf<{ pid: number }>("counts");
    expect(await payloadOf("counts")).toEqual({ calls: 2, pid: first.pid });
    const times = await Promise.all(
      [1, 2, 3, 4].map(() => payloadOf<{ from: number; to: number; pid: number }>("slow")),
    );
    const atOnce = times.map(
      ({ from }) => times.filter((other) => other.from <= from && from < other.to).length,
    );
    expect(Math.max(...atOnce)).toBeLessThanOrEqual(2);
    const ofOne = times.filter(({ pid }) => pid === times[0]!.pid).sort((a, b) => a.from - b.from);
    for (const [index, { from }] of ofOne.entries()) {
      if (index > 0) expect(from).toBeGreaterThanOrEqual(ofOne[index - 1]!.to);
    }
  });

  it("reports what is thrown, an end of the process and a function that cannot be loaded", async () => {
    const { call } = started();
    const thrown = (await call("throws")) as { error: string; cause: string };
    expect(thrown.error).toBe("PoisonedSchool");
    expect(JSON.parse(thrown.cause)).toMatchObject({
      errorType: "PoisonedSchool",
      errorMessage: "no such file",
      trace: expect.arrayContaining([expect.stringContaining("throws/index.mjs:2")]),
    });
    expect(await call("exits")).toMatchObject({
      error: "Runtime.ExitError",
      cause: expect.stringContaining("exit status 3"),
    });
    expect(await call("broken")).toMatchObject({ error: "Runtime.ImportModuleError" });
    expect(await call("echo", [1, undefined, null])).toEqual({ payload: [1, null, null] });
  });

  it("ends a function that takes too long, and starts it anew", async () => {
    const { call } = started({ timeout: () => 200 });
    expect(await call("hangs")).toMatchObject({
      error: "Sandbox.Timedout",
      cause: expect.stringContaining("Task timed out after 0.20 seconds"),
    });
    expect(await call("echo", 1)).toEqual({ payload: 1 });
  });

  it("reports a process that a test kills", async () => {
    const { call, running } = started();
    const hanging = call("hangs");
    await expect.poll(() => running.kill(arnOf("hangs"))).toBe(1);
    expect(await hanging).toMatchObject({
      error: "Runtime.ExitError",
      cause: expect.stringContaining("signal: killed"),
    });
    expect(running.kill(arnOf("hangs"))).toBe(0);
  });

  it("refuses as many calls as a test says", async () => {
    const { call, running } = started();
    running.refuse(arnOf("echo"), 2);
    expect(await call("echo", 1)).toMatchObject({ error: "Lambda.TooManyRequestsException" });
    expect(await call("echo", 1)).toMatchObject({ error: "Lambda.TooManyRequestsException" });
    expect(await call("echo", 1)).toEqual({ payload: 1 });
  });

  it("lets a test change a payload and hold a call", async () => {
    const { call, running } = started();
    const undo = running.intercept(arnOf("echo"), (payload, run) => run({ was: payload }));
    const { reached, release } = running.hold(arnOf("echo"));
    let hasEnded = false;
    const held = call("echo", 1).finally(() => (hasEnded = true));
    await reached;
    expect(await call("echo", 2)).toEqual({ payload: { was: 2 } });
    expect(hasEnded).toBe(false);
    release();
    expect(await held).toEqual({ payload: { was: 1 } });
    undo();
    expect(await call("echo", 3)).toEqual({ payload: 3 });
  });

  it("keeps the clock from skipping while a call is under way", async () => {
    const { call, running, clock } = started();
    const { reached, release } = running.hold(arnOf("echo"));
    const order: string[] = [];
    const held = call("echo", 1).then(() => order.push("call"));
    await reached;
    const waited = clock.wait(3600).then(() => order.push("wait"));
    await new Promise((resolve) => setTimeout(resolve, 20));
    release();
    await Promise.all([held, waited]);
    expect(order).toEqual(["call", "wait"]);
  });

  it("keeps what functions print", async () => {
    const { call, running } = started();
    await call("prints");
    await expect.poll(() => [...running.log].sort()).toEqual(["one", "two"]);
  });

  it("limits what comes back", async () => {
    const { call } = started();
    // Two quotation marks.
    expect(await call("large", 6_291_554)).toHaveProperty("payload");
    expect(await call("large", 6_291_555)).toMatchObject({
      error: "Function.ResponseSizeTooLarge",
    });
    expect(await call("echo", "x".repeat(6_291_455))).toMatchObject({
      error: "Lambda.RequestTooLargeException",
    });
  });

  it("does not start with a role that does not trust Lambda", () => {
    const start = (Service: string) => {
      const trust = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service } };
      const made = runningLambdas({
        deployed: deployedOf(
          resource("AWS::Lambda::Function", "echo", { Role: roleArn("echo") }),
          resource("AWS::IAM::Role", "echo", { AssumeRolePolicyDocument: { Statement: [trust] } }),
        ),
        ...{ authority: authorityBut(), services: servicesAt(), clock: stackClock() },
        codeOf: () => "",
      });
      return made.log;
    };
    expect(start("lambda.amazonaws.com")).toEqual([]);
    expect(() => start("states.amazonaws.com")).toThrow("does not trust lambda.amazonaws.com");
  });

  it("runs nothing for a caller that may not invoke", async () => {
    const { call, running } = started({
      isRefused: ({ principal, action, resource: asked }) =>
        principal === "caller" && action === "lambda:InvokeFunction" && asked === arnOf("echo"),
    });
    await expect(call("echo")).rejects.toThrow("not authorized to perform lambda:InvokeFunction");
    expect(running.invocations).toEqual([]);
  });
});
