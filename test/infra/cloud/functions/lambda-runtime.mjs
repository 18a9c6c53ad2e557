// Runs one handler in a process of its own, one call at a time, as the runtime of Lambda does.
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, handlerName] = process.argv.slice(2);
const [file, exportName] = handlerName.split(".");

let ahead = 0;
const RealDate = Date;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length === 0 ? [target.now() + ahead] : given, newTarget),
  apply: (target) => new target(target.now() + ahead).toString(),
  get: (target, name, receiver) =>
    name === "now" ? () => target.now() + ahead : Reflect.get(target, name, receiver),
});

const reported = (error) =>
  error instanceof Error
    ? {
        errorType: error.name,
        errorMessage: error.message,
        trace: (error.stack ?? "").split("\n"),
      }
    : { errorType: typeof error, errorMessage: String(error), trace: [] };

/** Loaded with the first call, since it may look at the clock. */
let loaded;
async function load() {
  const module = await import(pathToFileURL(join(folder, `${file}.mjs`)).href);
  if (typeof module[exportName] !== "function") {
    const error = new Error(`${handlerName} is undefined or not exported`);
    error.name = "Runtime.HandlerNotFound";
    throw error;
  }
  return module[exportName];
}

process.on("message", async (call) => {
  ahead = call.ahead;
  try {
    const handler = await (loaded ??= load());
    const endsAt = RealDate.now() + call.timeout;
    const result = await handler(JSON.parse(call.payload), {
      awsRequestId: call.id,
      functionName: process.env["AWS_LAMBDA_FUNCTION_NAME"],
      getRemainingTimeInMillis: () => Math.max(0, endsAt - RealDate.now()),
    });
    process.send({ payload: JSON.stringify(result ?? null) });
  } catch (error) {
    const isMissing = error?.code === "ERR_MODULE_NOT_FOUND";
    const report = reported(error);
    if (isMissing) report.errorType = "Runtime.ImportModuleError";
    process.send({ report });
  }
});
process.on("disconnect", () => process.exit());
process.send({ isReady: true });
