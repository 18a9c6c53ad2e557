/**
 * The suites that take longest and that others stand beside: `npm run soak` runs them, so that `npm test`
 * ends within ten minutes on two cores. `npm run soak every-number` runs one of them alone.
 */
export const SLOW_SUITES: readonly string[] = [
  // Every number is counted in the tests of its answer; this one clicks them all in a browser.
  "test/dashboard/console/every-number.test.ts",
  // The catalogues and lists of words are tested by themselves; this one reads every page in both languages.
  "test/dashboard/words-of-pages.test.ts",
  // `night.test.ts` has nights without faults, `killed-anywhere.test.ts` every kill on one machine.
  "test/infra/night-faults.test.ts",
  // Each alarm's words are tested; this one carries out what the runbook says.
  "test/infra/runbook-rehearsal.test.ts",
  // `fuzz.test.ts` and `one-cell.test.ts` change exports at random; these two go through whole families of them.
  "test/sources/hostile.test.ts",
  "test/sources/propose/survey.test.ts",
  // `bench.soak.ts` runs the benchmark at several sizes; this one once, at its smallest.
  "test/bench/bench.test.ts",
  // The other recipes are soaks as well; `test/mandates` tests every mandate.
  "test/recipes/mandate.test.ts",
  // They watch memory grow: what is kept of a text is tested where it is read, too.
  "test/domain/records/own-text.test.ts",
  // Each page is opened by `pages.test.ts`; this one waits as on a slow network.
  "test/dashboard/speed.test.ts",
  // Each answer is tested by role; this one opens the pages of every role in a browser.
  "test/dashboard/console/roles.test.ts",
  // `test/independent/every-mandate` counts under each mandate a second way.
  "test/pipeline/answers/every-mandate.test.ts",
  // Commands are tested with whole streams; this one closes each stream early.
  "test/cli/closed-output.test.ts",
];
