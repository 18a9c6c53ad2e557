import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Two cores, and some suites start servers, child processes and a browser.
    // By itself vitest leaves one core to itself, which on two cores is half of the time.
    maxWorkers: "100%",
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // What is waited for in a browser or a server takes as long as the machine is busy.
    expect: { poll: { timeout: 15_000 } },
  },
});
