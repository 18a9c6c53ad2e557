import { describe, expect, it } from "vitest";
import { fromArrow } from "../../../functions/releases/files/arrow-rows.ts";
import { toCsv } from "../../../functions/releases/files/csv.ts";
import { STAFF_TABLES, TABLES } from "../../../functions/releases/tables/tables.ts";
import { conformedCast } from "../../support/conformed-districts.ts";
import { CAST_DAY, everything, publishDay } from "../../support/local-district.ts";

const GOLDEN = new URL("../../../fixtures/cast/golden/", import.meta.url).pathname;

/** The name of a release: its day, and what it was made from. */
const A_RELEASE = /\d{4}-\d\d-\d\d-[0-9a-f]{8}/;

/** Reviewed as a diff: `npx vitest run test/pipeline/answers/golden-editions.test.ts -u` writes them anew. */
describe("the golden editions of the cast", () => {
  it("say what they said before, table by table, after earlier ones of the year", async () => {
    const places = await conformedCast();
    await publishDay(places, "2022-01-31");
    const { release, edition } = await publishDay(places, CAST_DAY);
    const editions = [
      [TABLES, "public", await everything(places.public, `cast/releases/${release}/`)],
      [STAFF_TABLES, "staff", await everything(places.records, `editions/staff/cast/${edition}/`)],
    ] as const;
    for (const [tables, kind, files] of editions) {
      const file = (name: string, encoding: "utf8" | "latin1" = "utf8") => {
        const [, bytes] = Object.entries(files).find(([key]) => key.endsWith(`/${name}`)) ?? [];
        expect(bytes, `${kind} ${name}`).toBeDefined();
        return Buffer.from(bytes ?? "", "latin1").toString(encoding);
      };
      for (const table of tables) {
        const { name } = table;
        // Of a staff edition the CSV is not stored: it is made of these rows when somebody asks.
        const arrow = Buffer.from(file(`${name}.arrow`, "latin1"), "latin1");
        const csv = toCsv(table, fromArrow(table, arrow));
        if (kind === "public") expect(file(`${name}.csv`), name).toBe(csv);
        // Or every row would change with the version of any measure.
        expect(csv, `${kind} ${name}`).not.toMatch(A_RELEASE);
        await expect(csv).toMatchFileSnapshot(`${GOLDEN}${kind}/${name}.csv`);
      }
      await expect(file("manifest.json")).toMatchFileSnapshot(`${GOLDEN}${kind}/manifest.json`);
      const screens = Object.keys(files).filter((key) =>
        /\/(overview|school-reports\/[^/]+)\.json$/.test(key),
      );
      expect(screens.length, kind).toBe(5);
      for (const key of screens) {
        const name = key.slice(key.search(/overview|school-reports/));
        // As pages read it, it is one line; laid out it is a diff that somebody can review.
        const value = JSON.parse(file(name)) as object;
        // What the manifest says once would otherwise change every file with the version of any measure.
        const named = {
          ...value,
          release: "(as in the manifest)",
          definitionVersion: "(the same)",
        };
        const laidOut = `${JSON.stringify(named, null, 2)}\n`;
        await expect(laidOut).toMatchFileSnapshot(`${GOLDEN}${kind}/${name}`);
      }
      await expect(file("datapackage.json")).toMatchFileSnapshot(
        `${GOLDEN}${kind}/datapackage.json`,
      );
    }
  });
});
