import { describe, expect, it } from "vitest";
import { withLocalPlaces } from "../../functions/cli/local-places.ts";
import { addMandateCommands } from "../../functions/cli/mandate-commands.ts";
import { quietProgress } from "../../functions/cli/terminal-progress.ts";
import { isUnconfirmed } from "../../functions/mandates/confirmations.ts";
import { MANDATES } from "../../functions/mandates/mandates.ts";
import { conformedInForce } from "../../functions/pipeline/conformed-manifest.ts";
import { definitionVersion } from "../../functions/pipeline/definition-version.ts";
import { districtMandate, mandateNamed } from "../../functions/pipeline/district-mandate.ts";
import { CAST, CAST_EXPORTS, everything, ingestPath } from "../support/local-district.ts";
import { runCommand } from "../support/run-command.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

const state = MANDATES.find(
  ({ requirements }) => requirements.some(isUnconfirmed) && !requirements.every(isUnconfirmed),
)!;
const recalled = state.requirements.find(isUnconfirmed)!;
const checked = state.requirements.find((one) => !isUnconfirmed(one))!;

describe("ilp district confirm", () => {
  it("records who read which text of a rule that is only recalled, so that it counts as confirmed, and takes it back", async () => {
    const data = scratchFolder();
    await withLocalPlaces(data, (places) => ingestPath(places, CAST_EXPORTS));
    const at = ["--district", "cast", "--data", data];
    const run = (...args: string[]) =>
      runCommand((program) => addMandateCommands(program, () => quietProgress), ...args, ...at);
    const confirm = (requirement: string, ...args: string[]) =>
      run(
        "district",
        "confirm",
        "--requirement",
        requirement,
        "--by",
        "A. Reader, counsel",
        ...args,
      );
    const inForce = () =>
      withLocalPlaces(data, async ({ records }) => {
        const mandate = await districtMandate(records, CAST);
        const manifest = (await conformedInForce(records, CAST))!;
        // A run on AWS names its mandate and the records that it is made from.
        expect(await mandateNamed(records, manifest, state.id)).toEqual(mandate);
        const { status, confirmedBy } = mandate.requirements.find(({ id }) => id === recalled.id)!;
        return { status, confirmedBy, version: definitionVersion(mandate) };
      });
    await run("district", "set", "--mandate", state.id);
    const before = await inForce();
    expect(before).toMatchObject({ status: recalled.status, confirmedBy: undefined });

    const source = ["--source", "State Register, 2025 edition", "--on", "2026-02-03"];
    const done = await confirm(recalled.id.toUpperCase(), ...source);
    expect(done.stdout).toContain(`${recalled.id} of ${state.id} is confirmed by the district`);
    const after = await inForce();
    expect(after).toMatchObject({
      status: "confirmed",
      confirmedBy: {
        by: "A. Reader, counsel",
        source: "State Register, 2025 edition",
        on: "2026-02-03",
      },
    });
    expect(after.version).not.toBe(before.version);
    const line =
      "Confirmed by the district on 2026-02-03 by A. Reader, counsel: State Register, 2025 edition.";
    expect((await run("mandates", "show")).stdout).toContain(`  ${line}\n`);

    // What is refused, or is confirmed already, stores nothing.
    const stored = await withLocalPlaces(data, ({ records }) => everything(records));
    expect((await confirm(recalled.id, ...source)).stdout).toMatch(
      /is confirmed already: by A\. Reader, counsel on 2026-02-03: .*; nothing was recorded/,
    );
    expect((await confirm(checked.id, ...source)).stdout).toContain(
      `${checked.id} of ${state.id} is confirmed already`,
    );
    const typed = `${recalled.id.slice(0, -1)}x`;
    const unknown = (await confirm(typed, ...source)).refusal;
    expect(unknown).toContain(`${state.title} has no requirement "${typed}"; `);
    expect(unknown).toContain(recalled.id);
    expect((await confirm(checked.id, "--withdraw")).refusal).toContain("nothing to take back");
    expect((await confirm(recalled.id)).refusal).toContain("--source must say what was read");
    expect((await confirm(recalled.id, ...source, "--on", "2999-01-01")).refusal).toContain(
      "is still to come",
    );
    expect(await withLocalPlaces(data, ({ records }) => everything(records))).toEqual(stored);

    const back = await confirm(recalled.id, "--withdraw", "--source", "repealed in 2026");
    expect(back.stdout).toContain("is no longer confirmed by the district");
    expect(await inForce()).toEqual(before);
    const shown = (await run("mandates", "show", state.id)).stdout;
    expect(shown).toContain(`  ${line} It no longer holds: see the next.\n`);
    expect(shown).toMatch(
      /Confirmation taken back on \S+ by A\. Reader, counsel: repealed in 2026\./,
    );
  }, 30_000);
});
