import { readFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "oxfmt";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { profileSchema } from "../../../functions/sources/profiles/profile-schema.ts";
import {
  ATTENDANCE_KINDS,
  CANONICAL_TABLES,
  GAP,
  ID_TYPES,
} from "../../../functions/sources/profiles/profile.ts";

const SCHEMA = join(import.meta.dirname, "../../../functions/sources/profiles/profile.schema.json");

interface ObjectSchema {
  readonly additionalProperties?: unknown;
  readonly required?: readonly string[];
  readonly properties?: { readonly [name: string]: { readonly enum?: readonly string[] } };
}
interface Shape {
  readonly settings: ReadonlyMap<string, { isOptional: boolean; literals: readonly string[] }>;
}

const parsed = ts.createSourceFile(
  "profile.ts",
  readFileSync(join(import.meta.dirname, "../../../functions/sources/profiles/profile.ts"), "utf8"),
  ts.ScriptTarget.ES2023,
  true,
);

/** The interfaces of the type, with the settings that they take from others. */
function shapeOf(name: string): Shape {
  const settings = new Map<string, { isOptional: boolean; literals: readonly string[] }>();
  for (const statement of parsed.statements) {
    if (!ts.isInterfaceDeclaration(statement) || statement.name.text !== name) continue;
    for (const { types } of statement.heritageClauses ?? []) {
      for (const { expression } of types) {
        for (const [key, value] of shapeOf(expression.getText()).settings) settings.set(key, value);
      }
    }
    for (const member of statement.members) {
      if (!ts.isPropertySignature(member)) continue;
      const key = member.name.getText();
      settings.set(key, {
        isOptional: member.questionToken !== undefined,
        literals: literalsOf(member.type),
      });
    }
  }
  return { settings };
}

/** The texts of a union of texts, also of one under a name of this file. */
function literalsOf(type: ts.TypeNode | undefined): readonly string[] {
  if (type === undefined) return [];
  if (ts.isUnionTypeNode(type)) return type.types.flatMap(literalsOf);
  if (ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal)) return [type.literal.text];
  if (!ts.isTypeReferenceNode(type)) return [];
  const name = type.typeName.getText();
  const lists = new Map<string, readonly string[]>([
    ["AttendanceKind", ATTENDANCE_KINDS],
    ["CanonicalTable", CANONICAL_TABLES],
    ["IdType", ID_TYPES],
  ]);
  const alias = parsed.statements.find(
    (statement): statement is ts.TypeAliasDeclaration =>
      ts.isTypeAliasDeclaration(statement) && statement.name.text === name,
  );
  return lists.get(name) ?? (alias === undefined ? [] : literalsOf(alias.type));
}

/** As the types of records make it; the last test below compares the file with it. */
const schema = profileSchema();
const definitions = schema.definitions as unknown as { readonly [name: string]: ObjectSchema };
const parts: readonly (readonly [string, ObjectSchema])[] = [
  ["Profile", schema as unknown as ObjectSchema],
  ...Object.entries(definitions),
];

describe("profile.schema.json", () => {
  it("describes every interface of the type", () => {
    const interfaces = parsed.statements
      .filter(ts.isInterfaceDeclaration)
      .map(({ name }) => name.text)
      // Its settings are those of the profile and of the file.
      .filter((name) => name !== "CellRules");
    expect(parts.map(([name]) => name).sort()).toEqual([...interfaces].sort());
    expect(interfaces.length).toBeGreaterThan(6);
  });

  it.each(parts)("has the settings of the type %s, and required the same", (name, part) => {
    const { settings } = shapeOf(name);
    expect(settings.size).toBeGreaterThan(1);
    expect(Object.keys(part.properties ?? {}).sort()).toEqual([...settings.keys()].sort());
    const required = [...settings].filter(([, { isOptional }]) => !isOptional).map(([key]) => key);
    expect([...(part.required ?? [])].sort()).toEqual(required.sort());
    expect(part.additionalProperties).toBe(false);
  });

  it.each(parts)("lists the values that the type %s lists", (name, part) => {
    for (const [key, { literals }] of shapeOf(name).settings) {
      const listed = part.properties?.[key]?.enum;
      if (listed !== undefined) expect([...listed].sort(), key).toEqual([...literals].sort());
      else if (literals.length > 1) expect.fail(`${name}.${key} lists no values`);
    }
  });

  it("lists the kinds of attendance that a code may mean", () => {
    const codes = definitions["WideAttendance"]?.properties?.["codes"] as unknown as {
      readonly additionalProperties: { readonly enum: readonly string[] };
    };
    expect(codes.additionalProperties.enum).toEqual([...ATTENDANCE_KINDS, GAP]);
  });

  it("lists the tables and fields of the types of records (`-u` writes it anew)", async () => {
    const { code } = await format(SCHEMA, JSON.stringify(schema, null, 2), { printWidth: 100 });
    await expect(code).toMatchFileSnapshot(SCHEMA);
  });
});
