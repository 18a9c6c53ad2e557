import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { ErrorProfile } from "../../../functions/reports/state-errors/error-profile.ts";
import { ERROR_PROFILES } from "../../../functions/reports/state-errors/error-profiles.ts";
import { knownRules } from "../../../functions/reports/state-errors/known-rules.ts";
import { readStateErrors } from "../../../functions/reports/state-errors/read-state-errors.ts";
import {
  isRecognized,
  recognizeErrors,
  type RecognizedErrors,
} from "../../../functions/reports/state-errors/recognize-errors.ts";

const CASES = fileURLToPath(new URL("../../../fixtures/state-errors", import.meta.url));
const cases = readdirSync(CASES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** What a case says, without what is empty. */
function readCase(folder: string, change: (text: string) => string = (text) => text): object {
  const name = readdirSync(join(CASES, folder)).find((file) => file !== "expected.json")!;
  const text = change(readFileSync(join(CASES, folder, name), "utf8"));
  const recognized = recognizeErrors(name, text);
  if (!isRecognized(recognized)) return { isRecognized: false };
  const { profile } = recognized;
  const ruleOf = knownRules(profile);
  const { errors, records, rejects, isCutShort } = readStateErrors({ name, text }, recognized);
  return {
    ...{ profile: profile.id, records },
    ...(isCutShort ? { isCutShort } : {}),
    rejects: rejects.map(({ file, ...reject }) => (file === name ? reject : { file })),
    errors: errors.map((error) =>
      withoutEmpty({ ...error, check: ruleOf(error.ruleId, error.message).check }),
    ),
  };
}

const withoutEmpty = (error: object): object =>
  Object.fromEntries(Object.entries(error).filter(([, value]) => value !== "" && value !== null));

const expected = (folder: string): unknown =>
  JSON.parse(readFileSync(join(CASES, folder, "expected.json"), "utf8"));

describe("readStateErrors", () => {
  it.each(cases)("reads the case %s", (folder) => {
    expect(readCase(folder)).toEqual(expected(folder));
  });

  it.each(["calpads-without-a-header", "tsds-with-levels"])(
    "reads %s the same without a last line end, and with blank lines between records",
    (folder) => {
      expect(readCase(folder, (text) => text.trimEnd())).toEqual(expected(folder));
      expect(readCase(folder, (text) => text.replaceAll("\n", "\n\n"))).toEqual(expected(folder));
    },
  );

  it("says nothing of a value in a reject", () => {
    const { rejects } = readCase("records-that-cannot-be-read") as { readonly rejects: unknown };
    expect(JSON.stringify(rejects)).not.toMatch(/Ada|Larkspur|9000000|Strange|yesterday|the last/);
  });

  it("takes a cell before what the message says, and that before the file's name", () => {
    const pims = ERROR_PROFILES.find(({ id }) => id === "pims")!;
    const profile: ErrorProfile = {
      ...{ ...pims, fromName: ["(?<ruleId>rule_\\d+)_(?<field>[a-z]+)"] },
      fromMessage: ["(?<ruleId>rule_\\d+) of (?<field>[A-Z][a-z]+)"],
      columns: [
        { to: "ruleId", names: ["Rule"] },
        { to: "message", names: ["Message"] },
      ],
    };
    const text = "rule_1,rule_2 of Grade\n,rule_2 of Grade\n,words\n";
    const recognized: RecognizedErrors = {
      ...{ profile, delimiter: ",", header: ["Rule", "Message"], recordsBeforeHeader: 0 },
    };
    const named = { name: "rule_3_sex.csv", text: `Rule,Message\n${text}` };
    const { errors } = readStateErrors(named, recognized);
    expect(errors.map(({ ruleId, field }) => [ruleId, field])).toEqual([
      ["rule_1", "Grade"],
      ["rule_2", "Grade"],
      ["rule_3", "sex"],
    ]);
  });

  it("reads a report without errors", () => {
    const header = (text: string) => `${text.split("\n")[0]}\n`;
    expect(readCase("tsds-with-levels", header)).toEqual({
      ...{ profile: "tsds", records: 0, rejects: [], errors: [] },
    });
  });
});
