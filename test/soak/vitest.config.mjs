import { defineConfig } from "vitest/config";
import { SLOW_SUITES } from "../slow-suites.ts";

export default defineConfig({
  test: {
    include: ["test/soak/*.soak.ts", ...SLOW_SUITES],
    maxWorkers: "100%",
    // Slow is what these tests are for; one that hangs still ends.
    testTimeout: 3_600_000,
    hookTimeout: 600_000,
    // What a simulation found is printed in a pipe too.
    disableConsoleIntercept: true,
  },
});
