import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import schema from "../../../functions/reports/sis-values/sis-profile.schema.json" with { type: "json" };
import { SIS_PROFILES } from "../../../functions/reports/sis-values/sis-profiles.ts";
import { REPORT_DEFINITIONS } from "../../../functions/reports/state/definitions/report-definitions.ts";

const FOLDER = fileURLToPath(
  new URL("../../../functions/reports/sis-values/profiles", import.meta.url),
);
const holds = new Ajv({ allErrors: true }).compile(schema);
const faultsOf = (profile: unknown) => (holds(profile) ? [] : holds.errors);

describe("the lists of student information systems", () => {
  it("are the files of their folder, in the order of their names", () => {
    const files = readdirSync(FOLDER).map((name) => name.replace(/\.json$/, ""));
    expect(SIS_PROFILES.map(({ id }) => id)).toEqual(files.sort());
  });

  it.each(SIS_PROFILES)("$id is what the schema describes", (profile) => {
    expect(faultsOf(profile)).toEqual([]);
  });

  it.each(SIS_PROFILES)("$id reads what its report says, and nothing else", (profile) => {
    const definition = REPORT_DEFINITIONS.find(({ id }) => id === profile.report);
    const rows = new Map(
      definition?.fields.flatMap(({ source, codes }) =>
        "row" in source ? [[source.row, codes] as const] : [],
      ),
    );
    expect(rows.has("student.stateId")).toBe(true);
    for (const { row, means } of profile.fields) {
      expect(rows.has(row), row).toBe(true);
      const codes = rows.get(row);
      if (codes === undefined) continue;
      expect(Object.keys(means).filter((value) => !Object.hasOwn(codes, value))).toEqual([]);
    }
  });

  it.each(SIS_PROFILES)("$id compares what both can say", ({ fields }) => {
    for (const { columns, means, prevails } of fields) {
      const said = new Set(columns.flatMap(({ codes }) => Object.values(codes)));
      expect(Object.values(means).filter((value) => !said.has(value))).toEqual([]);
      expect(columns.length > 1).toBe(prevails !== undefined);
    }
  });

  const [profile] = SIS_PROFILES;
  it.each([
    ["an unknown setting", { ...profile, color: "red" }],
    ["no source", { ...profile, sources: [] }],
    ["no column with the student's identifier", { ...profile, stateId: [] }],
    ["no field", { ...profile, fields: [] }],
    ["a status of its own", { ...profile, status: "guessed" }],
  ])("refuse %s", (_what, faulty) => {
    expect(faultsOf(faulty)).not.toEqual([]);
  });
});
