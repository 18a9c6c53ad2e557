import { configDefaults, defineConfig } from "vitest/config";
import { LongSuitesFirst } from "./test/long-suites-first.ts";
import { SLOW_SUITES } from "./test/slow-suites.ts";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: [...configDefaults.exclude, ...SLOW_SUITES],
    sequence: { sequencer: LongSuitesFirst },
    // Two cores, and the suites wait a third of their time for servers, child processes and a browser:
    // with two workers a core is idle for so long, and with four the suites take longer. By itself vitest would start one.
    maxWorkers: 3,
    // A worker goes from file to file with its modules loaded, which spares a quarter of the time of all suites.
    // So a file leaves nothing behind that another would meet: no stubbed variable, no replaced function.
    isolate: false,
    // V8 makes faster code of what a few tests call for a moment, on the cores that the tests wait for
    // (functions/cli/run-compiled.mjs). Its versions after 13 may not know the setting.
    execArgv: Number.parseInt(process.versions.v8) <= 13 ? ["--interrupt-budget=500000"] : [],
    // What a test bundles into a scratch folder is loaded by Node as AWS loads it.
    server: { deps: { external: [/\/ilp-[^/]+\/.*\.mjs$/] } },
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // What is waited for in a browser or a server takes as long as the machine is busy.
    expect: { poll: { timeout: 15_000 } },
  },
});
