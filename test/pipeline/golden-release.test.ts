import { describe, expect, it } from "vitest";
import { TABLES } from "../../functions/releases/tables.ts";
import {
  CAST_DAY,
  CAST_EXPORTS,
  everything,
  freshPlaces,
  ingestPath,
  publishDay,
} from "../support/local-district.ts";

const GOLDEN = new URL("../../fixtures/cast/golden/", import.meta.url).pathname;

/** Reviewed as a diff: `npx vitest run test/pipeline/golden-release.test.ts -u` writes it anew. */
describe("the golden release of the cast", () => {
  it("says what it said before, table by table, after an earlier release of the year", async () => {
    const places = await freshPlaces();
    await ingestPath(places, CAST_EXPORTS);
    await publishDay(places, "2022-01-31");
    const { release } = await publishDay(places, CAST_DAY);
    const files = await everything(places.public, `cast/releases/${release}/`);
    const file = (name: string) =>
      Buffer.from(files[`cast/releases/${release}/${name}`] ?? "", "latin1").toString("utf8");
    for (const { name } of TABLES) {
      await expect(file(`${name}.csv`)).toMatchFileSnapshot(`${GOLDEN}${name}.csv`);
    }
    await expect(file("manifest.json")).toMatchFileSnapshot(`${GOLDEN}manifest.json`);
    await expect(file("datapackage.json")).toMatchFileSnapshot(`${GOLDEN}datapackage.json`);
  });
});
