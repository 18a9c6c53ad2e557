import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Two cores, and some suites start servers, child processes and a browser.
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
