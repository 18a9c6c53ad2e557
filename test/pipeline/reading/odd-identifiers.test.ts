import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { conformedInForce } from "../../../functions/pipeline/conform/conformed-in-force.ts";
import {
  CAST,
  CAST_DAY,
  CAST_EXPORTS,
  everything,
  ingestPath,
  placesIn,
  publishDay,
} from "../../support/local-district.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

describe("identifiers that are no file names", () => {
  it.each(["../../etc", "..", "__proto__", "a/b#c d", "é".repeat(200), "CON.", "x\\y"])(
    "measures and publishes a school with the id %j like any other",
    async (id) => {
      const folder = join(scratchFolder(), "exports");
      cpSync(CAST_EXPORTS, folder, { recursive: true });
      for (const file of readdirSync(folder)) {
        const path = join(folder, file);
        writeFileSync(path, readFileSync(path, "utf8").replaceAll("CAST-MS", id));
      }
      const places = await placesIn(scratchFolder());
      await ingestPath(places, folder);
      const { edition } = await publishDay(places, CAST_DAY);
      const manifest = await conformedInForce(places.records, CAST);
      expect(manifest!.schools.map((school) => school.id)).toContain(id);
      const key = `editions/staff/cast/${edition}/rates.csv`;
      const rates = (await everything(places.records, key))[key];
      const row = rates!
        .split("\r\n")
        .find((line) => line.startsWith("plan-coverage") && line.includes("Cast Middle School"));
      expect(row).toContain(",all,all,All students,12,17,");
    },
  );
});
