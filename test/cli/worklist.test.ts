import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { withLocalPlaces } from "../../functions/cli/local-places.ts";
import { addWorklistCommand } from "../../functions/cli/worklist-command.ts";
import { tableKeys } from "../../functions/layout.ts";
import {
  CAST,
  CAST_DAY,
  CAST_EXPORTS,
  ingestPath,
  publishDay,
  putKnownSecret,
} from "../support/local-district.ts";
import { runCommand } from "../support/run-command.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

/** The cast with counselors by name: Patel has students at the middle school, Muñoz at the high school, Okafor one for whom nothing waits. */
async function castDistrict(): Promise<string> {
  const data = scratchFolder();
  const exports = join(data, "exports");
  cpSync(CAST_EXPORTS, exports, { recursive: true });
  const plans = readFileSync(join(exports, "plans.csv"), "utf8")
    .replaceAll("K-71", "Patel")
    .replaceAll("K-72", "Muñoz")
    .replace(/^(CP-0401,.*)Patel$/m, "$1Okafor");
  writeFileSync(join(exports, "plans.csv"), plans);
  await withLocalPlaces(data, async (places) => {
    await putKnownSecret(places.records);
    await ingestPath(places, exports);
    await publishDay(places, CAST_DAY);
  });
  return data;
}

describe("ilp worklist", () => {
  it("knows schools and counselors without regard to case and accents, and refuses who is not there instead of saying that nobody waits", async () => {
    const data = await castDistrict();
    const ask = (...args: string[]) =>
      runCommand(addWorklistCommand, "worklist", "--district", "cast", "--data", data, ...args);
    const counselorsIn = async (...args: string[]) => {
      const { stdout } = await ask("--json", ...args);
      const entries = JSON.parse(stdout) as { counselor: string; school: string }[];
      return [...new Set(entries.map(({ counselor, school }) => `${counselor} ${school}`))].sort();
    };
    expect(await counselorsIn("--counselor", "patel")).toEqual(["Patel CAST-MS"]);
    expect(await counselorsIn("--counselor", "MUNOZ")).toEqual(["Muñoz CAST-HS"]);
    expect(await counselorsIn("--counselor", "patel", "--school", "cast-ms")).toEqual([
      "Patel CAST-MS",
    ]);
    expect(await counselorsIn("--counselor", "", "--school", "CAST-MS")).toEqual([" CAST-MS"]);

    // Who exists and has nobody waiting, or nobody at this school, is told so.
    const none = await ask("--counselor", "okafor");
    expect(none.stdout).toContain("the list of counselor Okafor is empty: no record shows");
    const elsewhere = await ask("--counselor", "munoz", "--school", "CAST-MS", "--caseloads");
    expect(elsewhere.stdout).toMatch(/^the list of counselor Muñoz at .+ is empty/);

    const nobody = await ask("--counselor", "Patell");
    expect(nobody.stdout).toBe("");
    expect(nobody.refusal).toBe(
      'no plan of a student in the current staff edition names a counselor "Patell"; known are: K-74, Muñoz, Okafor, Patel',
    );
    expect((await ask("--school", "CAST-XS")).refusal).toMatch(
      /^no school "CAST-XS" in this district; known are: .*CAST-MS \(/,
    );

    await withLocalPlaces(data, ({ table }) =>
      table.deleteAll([tableKeys.worklist(CAST, "CAST-HS")]),
    );
    expect((await ask("--school", "CAST-HS")).refusal).toContain(
      "the current staff edition does not have CAST-HS yet",
    );
  }, 30_000);
});
