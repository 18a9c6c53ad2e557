import { worklistOfSchool } from "../../support/worklist-of-school.ts";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DATA_FOLDER } from "../../../functions/cli/arguments/local-places.ts";
import { previewMandate, previewText } from "../../../functions/cli/steps/preview-mandate.ts";
import { addPublishCommand } from "../../../functions/cli/commands/publish-command.ts";
import { quietProgress } from "../../../functions/pipeline/ports.ts";
import { mandateById } from "../../../functions/mandates/rules/mandates.ts";
import { setMandate } from "../../../functions/pipeline/settings/mandate-setting.ts";
import { conformedCast } from "../../support/conformed-districts.ts";
import { CAST, CAST_DAY, everything, publishDay, quiet } from "../../support/local-district.ts";
import { runCommand } from "../../support/run-command.ts";

describe("ilp publish --mandate", () => {
  it("writes a preview, says what would make it real, and changes neither what staff see nor what is public", async () => {
    const places = await conformedCast();
    await publishDay(places, CAST_DAY);
    const preview = (data: string) =>
      previewMandate(places, data, CAST, { asOf: CAST_DAY, mandate: mandateById("PA") }, quiet);
    const inForce = async () => [
      Object.entries(await everything(places.records)).filter(
        ([key]) => !key.startsWith("previews/"),
      ),
      await everything(places.public),
      await worklistOfSchool(places, CAST, "CAST-MS"),
    ];
    const before = await inForce();
    const report = await preview("my data");
    const options = '--district cast --data "my data"';
    expect(report.toMakeReal).toEqual([
      `ilp district set ${options} --mandate PA`,
      `ilp publish ${options} --as-of 2022-03-15`,
    ]);
    const folder = `previews/cast/PA/${report.edition}/`;
    expect(report.folder).toBe(join(process.cwd(), "my data/records", folder));
    expect(await places.records.size(`${folder}students.arrow`)).not.toBeNull();
    expect(previewText(report).trimEnd().split("\n").slice(-2)).toEqual([
      "nothing else was changed: not the mandate, the current staff edition, a worklist or the public figures",
      `to use this mandate: ${report.toMakeReal.join(" && ")}`,
    ]);
    expect(await inForce()).toEqual(before);

    // Where the mandate is the one in force, only publishing is left.
    await setMandate(places.records, CAST, { mandate: "PA", overlay: null });
    const again = await preview(DATA_FOLDER);
    expect(again).toMatchObject({
      isNew: false,
      toMakeReal: ["ilp publish --district cast --as-of 2022-03-15"],
    });
  }, 60_000);

  it("is refused together with --public, which cannot be taken back", async () => {
    const refused = await runCommand(
      (program) => addPublishCommand(program, () => quietProgress),
      ...["publish", "--district", "cast", "--as-of", "2022-03-15", "--mandate", "Pennsylvania"],
      "--public",
    );
    expect(refused.stdout).toBe("");
    expect(refused.refusal).toMatch(
      /^--mandate writes a preview, and what is public cannot .*--mandate PA/,
    );
  });
});
