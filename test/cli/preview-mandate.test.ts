import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { withLocalPlaces } from "../../functions/cli/local-places.ts";
import { addPublishCommand } from "../../functions/cli/publish-command.ts";
import { quietProgress } from "../../functions/cli/terminal-progress.ts";
import { addWorklistCommand } from "../../functions/cli/worklist-command.ts";
import { CAST_EXPORTS, everything, ingestPath, putKnownSecret } from "../support/local-district.ts";
import { runCommand } from "../support/run-command.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

describe("ilp publish --mandate", () => {
  it("writes a preview, says what would make it real, and changes neither what staff see nor what is public", async () => {
    const data = scratchFolder();
    await withLocalPlaces(data, async (places) => {
      await putKnownSecret(places.records);
      await ingestPath(places, CAST_EXPORTS);
    });
    const at = ["--district", "cast", "--data", data];
    const publish = (...args: string[]) =>
      runCommand(
        (program) => addPublishCommand(program, () => quietProgress),
        ...["publish", "--as-of", "2022-03-15", ...args, ...at],
      );
    const stored = () =>
      withLocalPlaces(data, async ({ records, public: open }) => [
        Object.entries(await everything(records)).filter(([key]) => !key.startsWith("previews/")),
        await everything(open),
      ]);
    const runWorklist = async () =>
      (await runCommand(addWorklistCommand, "worklist", "--json", ...at)).stdout;

    expect((await publish()).stdout).toContain("it is the current staff edition");
    const list = await runWorklist();
    const before = await stored();
    const tried = await publish("--mandate", "pennsylvania");
    const folder = / are in (.+?): it names students/.exec(tried.stdout)?.[1] ?? "";
    expect(folder.startsWith(join(data, "records/previews/cast/PA/2022-03-15-"))).toBe(true);
    expect(existsSync(join(folder, "students.arrow"))).toBe(true);
    expect(tried.stdout.trimEnd().split("\n").at(-1)).toBe(
      `to make it real: ilp district set --district cast --data ${data} --mandate PA && ilp publish --district cast --data ${data} --as-of 2022-03-15`,
    );
    expect(await stored()).toEqual(before);
    expect(await runWorklist()).toBe(list);

    const refused = await publish("--mandate", "PA", "--public");
    expect(refused).toMatchObject({ stdout: "" });
    expect(refused.refusal).toMatch(/^--mandate writes a preview, and what is public cannot/);
    expect(await stored()).toEqual(before);
  }, 30_000);
});
