import type { KnipConfig } from "knip";

/** The code of a page: its fenced blocks of JavaScript, which import like any module. */
const codeOfPage = (text: string): string =>
  [...text.matchAll(/^```(?:js|ts|jsx|tsx)[^\n]*\n([^]*?)^```/gm)]
    .map(([, code]) => code)
    .join("\n");

/**
 * What nothing but a test uses goes: `npx knip --production` finds nothing, and is part of `npm test`.
 * An export that its own file uses may be there for a test of that piece.
 */
const config: KnipConfig = {
  entry: [
    "functions/cli/{launch,install-missing}.mjs!",
    "functions/cli/ilp.ts!",
    // The goals are not yet in the cube: until then the benchmark is what asks for them.
    "bench/goals/measure-goals.ts!",
    // What the records around a goal show is asked by no page yet.
    "functions/goals/quality/structure/goal-structure.ts!",
    // Threads: started by the name of their bundle.
    "functions/cli/steps/{school,read}-thread.ts!",
    "functions/handlers/*.ts!",
    "infra/{app,bundle}.ts!",
    "dashboard/build.ts!",
    "dashboard/observablehq.config.js!",
    "dashboard/console/*.ts!",
    "dashboard/src/*.md!",
    "test/**/*.{test,soak,contract}.ts",
    "bench/*.{ts,mjs}",
    "fixtures/own-exports/write.ts",
    // What a recipe adds to a scratch copy.
    "fixtures/recipes/**/*.ts",
    "test/support/ingest-interviews.ts",
    // A thread, started by its name.
    "test/support/dynalite/dynalite-thread.mjs",
  ],
  project: [
    "functions/**/*.{ts,mjs}!",
    "infra/**/*.ts!",
    "dashboard/**/*.{ts,js,md}!",
    "!dashboard/**/dist/**!",
    "test/**/*.ts",
    "bench/**/*.{ts,mjs}",
    "fixtures/**/*.ts",
  ],
  // Builds the sites as a command of its own.
  ignoreDependencies: ["@observablehq/framework"],
  ignoreExportsUsedInFile: true,
  compilers: { md: codeOfPage },
};

export default config;
