import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listedFor } from "../../functions/cli/commands/worklist-asked.ts";
import { addWorklistCommand } from "../../functions/cli/commands/worklist-command.ts";
import { caseloadsText, worklistText } from "../../functions/cli/text/worklist-text.ts";
import { tableKeys } from "../../functions/layout.ts";
import {
  CAST,
  CAST_DAY,
  CAST_EXPORTS,
  freshPlaces,
  ingestPath,
  publishDay,
} from "../support/local-district.ts";
import { runCommand } from "../support/run-command.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

/** The cast with counselors by name: Patel has students at the middle school, Muñoz at the high school, Okafor one for whom nothing waits. */
async function castByName() {
  const exports = join(scratchFolder(), "exports");
  cpSync(CAST_EXPORTS, exports, { recursive: true });
  const plans = readFileSync(join(exports, "plans.csv"), "utf8")
    .replaceAll("K-71", "Patel")
    .replaceAll("K-72", "Muñoz")
    .replace(/^(CP-0401,.*)Patel$/m, "$1Okafor");
  writeFileSync(join(exports, "plans.csv"), plans);
  const places = await freshPlaces();
  await ingestPath(places, exports);
  await publishDay(places, CAST_DAY);
  return places;
}

describe("ilp worklist", () => {
  it("knows schools and counselors without regard to case and accents, and refuses who is not there instead of saying that nobody waits", async () => {
    const places = await castByName();
    const ask = (school?: string, counselor?: string) =>
      listedFor(places, {
        district: CAST,
        ...(school !== undefined && { school }),
        ...(counselor !== undefined && { counselor }),
      });
    const counselorsIn = async (...asked: Parameters<typeof ask>) => {
      const { entries } = await ask(...asked);
      return [...new Set(entries.map(({ counselor, school }) => `${counselor} ${school}`))].sort();
    };
    expect(await counselorsIn(undefined, "patel")).toEqual(["Patel CAST-MS"]);
    expect(await counselorsIn(undefined, "MUNOZ")).toEqual(["Muñoz CAST-HS"]);
    expect(await counselorsIn("cast-ms", "patel")).toEqual(["Patel CAST-MS"]);
    expect(await counselorsIn("CAST-MS", "(none named)")).toEqual([" CAST-MS"]);
    expect((await ask("CAST-MS", "(none named)")).whose).toMatch(/^ of students without a /);
    await expect(ask("CAST-MS", "")).rejects.toThrow('use --counselor "(none named)"');

    // Who exists and has nobody waiting, or nobody at this school, is told so.
    const none = await ask(undefined, "okafor");
    expect(worklistText(none.entries, 0, none.whose)).toContain(
      "the list of counselor Okafor is empty: nothing is overdue",
    );
    const elsewhere = await ask("CAST-MS", "munoz");
    expect(elsewhere.entries).toEqual([]);
    expect(caseloadsText([], elsewhere.whose)).toMatch(
      /^the list of counselor Muñoz at .+ is empty/,
    );

    await expect(ask(undefined, "Patell")).rejects.toThrow(
      'no plan in the current staff edition names a counselor "Patell"; use one of: K-74, Muñoz, Okafor, Patel',
    );
    await expect(ask("CAST-XS")).rejects.toThrow(
      /^no school "CAST-XS" in this district; use one of: .*CAST-MS \(/,
    );
    await places.table.deleteAll([tableKeys.worklist(CAST, "CAST-HS")]);
    await expect(ask("CAST-HS")).rejects.toThrow(
      "the current staff edition does not have CAST-HS yet",
    );
  }, 60_000);

  it("refuses a number of entries beside the count of all of them, instead of leaving it out", async () => {
    const options = ["--district", "cast", "--data", scratchFolder(), "--limit", "3"];
    expect(await runCommand(addWorklistCommand, "worklist", "--caseloads", ...options)).toEqual({
      stdout: "",
      refusal: expect.stringContaining("--limit shortens the list"),
    });
  });

  it("refuses a district that is not there", async () => {
    const options = ["--district", "cast", "--data", scratchFolder(), "--counselor", "patel"];
    expect(await runCommand(addWorklistCommand, "worklist", ...options)).toEqual({
      stdout: "",
      refusal: expect.stringContaining("district cast has no edition yet"),
    });
  });
});
