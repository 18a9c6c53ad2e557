import { describe, expect, it } from "vitest";
import { nameKey } from "../../../functions/sources/csv/header.ts";
import { namesOfFields } from "../../../functions/sources/profiles/field-names.ts";
import type { CanonicalTable } from "../../../functions/sources/profiles/profile.ts";

/** The field that a column of this name fills, though no profile is there. */
const fieldOf = (table: CanonicalTable, name: string) =>
  namesOfFields(table, []).get(nameKey(name));

describe("namesOfFields", () => {
  it.each([
    ["person", "Last", "familyName"],
    ["person", "First", "givenName"],
    ["person", "Last Name", "familyName"],
    ["enrollment", "Entry Date", "enteredOn"],
    ["enrollment", "Exit Date", "withdrewOn"],
    ["enrollment", "EntryDate", "enteredOn"],
    ["goal", "Deadline", "targetOn"],
    ["plan", "Plan Status", "status"],
    ["review", "Held Date", "heldOn"],
  ] as const)("of %s know %s as %s", (table, name, field) => {
    expect(fieldOf(table, name)).toBe(field);
  });

  it("know no name that says something else", () => {
    expect(fieldOf("person", "Entry Date")).toBeUndefined();
    expect(fieldOf("enrollment", "Last")).toBeUndefined();
  });
});
