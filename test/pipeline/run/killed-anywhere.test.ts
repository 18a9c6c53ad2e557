import { it } from "vitest";
import { expectSameEditionsWhereverKilled } from "../../support/killed-run.ts";

/** `npm run soak killed` kills it in many more places. */
it("a run that is killed and started again ends in the same editions, at a sample of its writes", async () => {
  await expectSameEditionsWhereverKilled(131);
}, 600_000);
