import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Two cores, and some suites start servers, child processes and a browser.
    // By itself vitest leaves one core to itself, which on two cores is half of the time.
    maxWorkers: "100%",
    // A worker goes from file to file with its modules loaded, which spares a quarter of the time of all suites.
    // So a file leaves nothing behind that another would meet: no stubbed variable, no replaced function.
    isolate: false,
    // What a test bundles into a scratch folder is loaded by Node as AWS loads it.
    server: { deps: { external: [/\/ilp-[^/]+\/.*\.mjs$/] } },
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // What is waited for in a browser or a server takes as long as the machine is busy.
    expect: { poll: { timeout: 15_000 } },
  },
});
