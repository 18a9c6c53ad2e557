import { describe, expect, it, vi } from "vitest";
import { confirmText } from "../../../functions/cli/commands/confirm-command.ts";
import {
  confirmRule,
  whyNeverNotMet,
  type ConfirmationAsked,
} from "../../../functions/pipeline/decisions/confirm-rule.ts";
import { addDistrictCommands } from "../../../functions/cli/commands/district-commands.ts";
import { addMandateCommands } from "../../../functions/cli/commands/mandate-commands.ts";
import { mandateText } from "../../../functions/cli/text/mandate-text.ts";
import { shownMandate } from "../../../functions/cli/commands/shown-mandate.ts";
import { quietProgress } from "../../../functions/pipeline/ports.ts";
import { day } from "../../../functions/domain/calendar/day.ts";
import { isUnconfirmed } from "../../../functions/mandates/rules/confirmations.ts";
import { MANDATES } from "../../../functions/mandates/rules/mandates.ts";
import type { Requirement } from "../../../functions/mandates/rules/requirement.ts";
import { conformedInForce } from "../../../functions/pipeline/conform/conformed-in-force.ts";
import { definitionVersion } from "../../../functions/metrics/cube/definition-version.ts";
import {
  districtMandate,
  mandateNamed,
} from "../../../functions/pipeline/measure/district-mandate.ts";
import { setMandate } from "../../../functions/pipeline/settings/mandate-setting.ts";
import { conformedCast } from "../../support/conformed-districts.ts";
import { CAST, everything, quiet } from "../../support/local-district.ts";
import { runCommand } from "../../support/run-command.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const state = MANDATES.find(
  ({ requirements }) => requirements.some(isUnconfirmed) && !requirements.every(isUnconfirmed),
)!;
const recalled = state.requirements.find(isUnconfirmed)!;
const checked = state.requirements.find((requirement) => !isUnconfirmed(requirement))!;

describe("ilp district confirm", () => {
  it("records who read which text of a rule that is only recalled, so that it counts as confirmed, and takes it back", async () => {
    const places = await conformedCast();
    const { records } = places;
    await setMandate(records, CAST, { mandate: state.id, overlay: null });
    const of = { district: CAST, data: "" };
    const confirm = async (
      hour: string,
      requirement: string,
      more: Partial<ConfirmationAsked> = {},
    ) => {
      const instant = `2026-02-04T${hour}:00:00.000Z`;
      const mandate = await districtMandate(records, CAST);
      const recording = { places, district: CAST, mandate, at: instant, progress: quiet };
      const about = { requirement, isWithdrawn: false, source: "", on: null };
      const asked = { ...about, by: "A. Reader, counsel", ...more };
      return confirmText(await confirmRule(recording, state, asked));
    };
    const inForce = async () => {
      const mandate = await districtMandate(records, CAST);
      const manifest = (await conformedInForce(records, CAST))!;
      // A run on AWS names its mandate and the records that it is made from.
      expect(await mandateNamed(records, manifest, state.id)).toEqual(mandate);
      const { status, confirmedBy } = mandate.requirements.find(({ id }) => id === recalled.id)!;
      return { status, confirmedBy, version: definitionVersion(mandate) };
    };
    const shown = async () =>
      mandateText(await shownMandate(places, of, undefined, day("2022-03-15")));

    const before = await inForce();
    expect(before).toMatchObject({ status: recalled.status, confirmedBy: undefined });
    const toConfirm = `  ${recalled.id}: ${recalled.name} (`;
    expect(await shown()).toContain(toConfirm);

    const source = { source: "State Register, 2025 edition", on: day("2026-02-03") };
    const done = await confirm("10", recalled.id.toUpperCase(), source);
    expect(done).toContain(`${recalled.id} of ${state.id} is confirmed by the district`);
    const after = await inForce();
    expect(after).toMatchObject({
      status: "confirmed",
      confirmedBy: { by: "A. Reader, counsel", ...source },
    });
    expect(after.version).not.toBe(before.version);
    const line =
      "Confirmed by the district on February 3, 2026 by A. Reader, counsel: State Register, 2025 edition.";
    expect(await shown()).toContain(`  ${line}\n`);
    expect(await shown()).toContain("Read and confirmed by the district (confirmed-by-district): ");
    expect(await shown()).not.toContain(toConfirm);

    // What is refused, or is already confirmed, stores nothing.
    const stored = await everything(records);
    expect(await confirm("11", recalled.id, source)).toMatch(
      /is already confirmed: by A\. Reader, counsel on February 3, 2026: .*; nothing was recorded/,
    );
    expect(await confirm("11", checked.id, source)).toContain(
      `${checked.id} of ${state.id} is already confirmed`,
    );
    const typed = `${recalled.id.slice(0, -1)}x`;
    await expect(confirm("11", typed, source)).rejects.toThrow(
      new RegExp(`${state.title} has no requirement "${typed}"; .*\\b${recalled.id}\\b`),
    );
    await expect(confirm("11", checked.id, { isWithdrawn: true })).rejects.toThrow(
      "nothing to withdraw",
    );
    await expect(confirm("11", recalled.id)).rejects.toThrow("say what was read");
    await expect(confirm("11", recalled.id, { ...source, by: " " })).rejects.toThrow(
      "say who has read the text",
    );
    await expect(confirm("11", recalled.id, { ...source, on: day("2026-02-05") })).rejects.toThrow(
      "2026-02-05 is in the future",
    );
    expect(await everything(records)).toEqual(stored);

    const back = await confirm("12", recalled.id, {
      isWithdrawn: true,
      source: "repealed in 2026",
    });
    expect(back).toContain("is no longer confirmed by the district");
    expect(await inForce()).toEqual(before);
    expect(await shown()).toContain(`  ${line} It no longer applies: see the next one.\n`);
    expect(await shown()).toContain(
      "  Confirmation withdrawn on February 4, 2026 by A. Reader, counsel: repealed in 2026.\n",
    );
  }, 60_000);

  it("promises an effect only of a rule that can give “not met”", () => {
    const of = (given: object) =>
      whyNeverNotMet({ ...recalled, modality: "must", kind: "plan", ...given } as Requirement);
    const open = { kind: "open", words: "periodic" };
    const dated = { kind: "year-end" };
    expect(of({ due: dated })).toBeNull();
    expect(of({ due: dated, modality: "counted" })).toBeNull();
    expect(of({ due: { kind: "either", of: [open, dated] } })).toBeNull();
    expect(of({ due: open })).toContain("names no due date");
    expect(of({ due: { kind: "either", of: [open] } })).toContain("names no due date");
    expect(of({ due: dated, kind: "judged" })).toContain("a person must judge it");
    const after = { after: { event: "plan-requested", within: "ever" } };
    expect(of({ due: dated, modality: "on-request", appliesTo: after })).toBeNull();
    for (const modality of ["must-offer", "on-request", "encouraged"]) {
      expect(of({ due: dated, modality })).toMatch(/no student has to|not required/);
    }
    const report = {
      ...{ district: "cast", mandate: "KY", requirement: "it", kind: "recorded" as const },
      ...{ isWithdrawn: false, file: "f", version: "v", noEffectBecause: "it is periodic" },
    };
    expect(confirmText(report)).toContain(
      "is confirmed by the district; this changes no answer by itself: it is periodic\n",
    );
    expect(confirmText({ ...report, noEffectBecause: null })).toContain('it may give "not met"');
  });

  it("says of a district without records, once it is set, that nothing is ingested yet", async () => {
    const options = ["--district", "grand-bent", "--data", scratchFolder(), "--mandate", "KY"];
    const told = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const { stdout, refusal } = await runCommand(
      (program) => addDistrictCommands(program, () => quietProgress),
      ...["district", "set", ...options],
    );
    const [said] = told.mock.calls.map(([text]) => text);
    told.mockRestore();
    expect([refusal, said]).toEqual([
      null,
      "ilp: nothing is ingested for district grand-bent yet\n",
    ]);
    expect(stdout).toContain("KY");
  });

  it("is a command of a district that has records", async () => {
    const options = ["--district", "cast", "--data", scratchFolder()];
    const run = (...args: string[]) =>
      runCommand(
        (program) => {
          addMandateCommands(program);
          addDistrictCommands(program, () => quietProgress);
        },
        ...args,
        ...options,
      );
    const asked = ["--requirement", "plan", "--by", "A. Reader", "--source", "The register"];
    expect((await run("district", "confirm", ...asked)).refusal).toBe(
      "nothing is ingested for district cast: run ilp ingest <folder> --district cast first",
    );
    expect((await run("district", "show")).refusal).toBe(
      "district cast has no settings and no data yet",
    );
    expect((await run("mandates", "show")).stdout).toMatch(/^Effective practice /);
  });
});
