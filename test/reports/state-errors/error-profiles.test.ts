import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import {
  OUR_CHECKS,
  type ErrorProfile,
} from "../../../functions/reports/state-errors/error-profile.ts";
import schema from "../../../functions/reports/state-errors/error-profile.schema.json" with { type: "json" };
import { ERROR_PROFILES } from "../../../functions/reports/state-errors/error-profiles.ts";
import { FIELD_CHECKS } from "../../../functions/reports/state/checks/field-checks.ts";
import { keysUnique } from "../../../functions/reports/state/checks/keys-unique.ts";
import { populationParity } from "../../../functions/reports/state/checks/population-parity.ts";
import { sameAnswers } from "../../../functions/reports/state/checks/same-answers.ts";
import { swing } from "../../../functions/reports/state/checks/swing.ts";
import { systemsAgree } from "../../../functions/reports/state/checks/systems-agree.ts";
import { ERROR_TEXTS, SEVERITIES } from "../../../functions/reports/state-errors/state-error.ts";

const FOLDER = fileURLToPath(
  new URL("../../../functions/reports/state-errors/profiles", import.meta.url),
);
/** The formats of a draft are checked by a package of their own; patterns are compiled below. */
const holds = new Ajv({ allErrors: true, formats: { regex: true } }).compile(schema);
const faultsOf = (profile: unknown) => (holds(profile) ? [] : holds.errors);
const patternsOf = (profile: ErrorProfile): readonly string[] => [
  ...profile.fileNames,
  ...(profile.fromName ?? []),
  ...(profile.fromMessage ?? []),
  profile.ruleIdForm,
  ...profile.rules.flatMap(({ ruleId, message }) => [ruleId ?? "", message ?? ""]),
];
const groupsOf = (patterns: readonly string[] = []): readonly string[] =>
  patterns.flatMap((pattern) => [...pattern.matchAll(/\(\?<(\w+)>/g)].map(([, name]) => name!));

describe("ERROR_PROFILES", () => {
  it("are the files of their folder, in the order of their names", () => {
    const files = readdirSync(FOLDER).map((name) => name.replace(/\.json$/, ""));
    expect(ERROR_PROFILES.map(({ id }) => id)).toEqual(files.sort());
  });

  it.each(ERROR_PROFILES)(
    "$id is what the schema describes, with patterns that compile",
    (profile) => {
      expect(faultsOf(profile)).toEqual([]);
      for (const pattern of patternsOf(profile))
        expect(() => new RegExp(pattern, "i")).not.toThrow();
    },
  );

  it.each(ERROR_PROFILES)("$id reads the id of a rule, and texts that an error has", (profile) => {
    const { columns, fromName, fromMessage } = profile;
    const named = [...groupsOf(fromName), ...groupsOf(fromMessage)];
    expect([...columns.map(({ to }) => to), ...named]).toContain("ruleId");
    expect(named.filter((name) => !ERROR_TEXTS.includes(name as never))).toEqual([]);
  });

  it.each(ERROR_PROFILES)("$id knows each column of its signature", ({ signature, columns }) => {
    const names = columns.flatMap((column) => column.names ?? []);
    expect(signature.flat().filter((name) => !names.includes(name))).toEqual([]);
  });
});

describe("OUR_CHECKS", () => {
  it("are checks that the gate of reports has", () => {
    const gate = [
      ...FIELD_CHECKS,
      ...[keysUnique, populationParity, sameAnswers, swing, systemsAgree],
    ];
    const ids = gate.map(({ id }) => id);
    expect(Object.keys(OUR_CHECKS).filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe("error-profile.schema.json", () => {
  const [profile] = ERROR_PROFILES;

  it("lists the texts, severities and checks that the code has", () => {
    const { text, severity, check } = schema.definitions;
    expect(text.enum).toEqual(ERROR_TEXTS);
    expect(severity.enum).toEqual(SEVERITIES);
    expect(check.enum).toEqual([...Object.keys(OUR_CHECKS), null]);
  });

  it.each([
    ["an unknown setting", { ...profile, color: "red" }],
    ["a column without a place", { ...profile, columns: [{ to: "ruleId" }] }],
    ["a column that no error has", { ...profile, columns: [{ to: "grade", names: ["Grade"] }] }],
    ["the position before the first", { ...profile, columns: [{ to: "value", position: 0 }] }],
    ["a rule of everything", { ...profile, rules: [{ check: "form" }] }],
    ["a check that we do not have", { ...profile, rules: [{ ruleId: "A", check: "luck" }] }],
    [
      "a severity that we do not have",
      { ...profile, severities: { codes: { F: "bad" }, otherwise: "error" } },
    ],
    ["no source", { ...profile, sources: [] }],
  ])("refuses %s", (_what, faulty) => {
    expect(faultsOf(faulty)).not.toEqual([]);
  });
});
