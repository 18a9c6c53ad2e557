import { it } from "vitest";
import { expectSameEditionsWhereverKilled } from "../support/killed-run.ts";

it("a run that is killed before every seventh write and started again ends in the same editions", async () => {
  await expectSameEditionsWhereverKilled(7);
});
