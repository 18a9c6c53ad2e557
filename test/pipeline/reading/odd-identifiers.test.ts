import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fromArrow } from "../../../functions/releases/files/arrow-rows.ts";
import { EXACT_RATES } from "../../../functions/releases/tables/tables.ts";
import { conformedInForce } from "../../../functions/pipeline/conform/conformed-in-force.ts";
import {
  CAST,
  CAST_DAY,
  CAST_EXPORTS,
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
      const key = `editions/staff/cast/${edition}/rates.arrow`;
      const row = fromArrow(EXACT_RATES, (await places.records.get(key))!).find(
        ({ measure, breakdown, schoolName }) =>
          `${measure} ${breakdown} ${schoolName}` === "plan-coverage all Cast Middle School",
      );
      expect(row).toMatchObject({ school: id, groupName: "All students", count: 12, n: 17 });
    },
  );
});
