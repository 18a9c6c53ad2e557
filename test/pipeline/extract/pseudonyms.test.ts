import { expect, it } from "vitest";
import type { StudentId } from "../../../functions/domain/ids.ts";
import { pseudonymsOf } from "../../../functions/pipeline/extract/pseudonyms.ts";
import { CAST, freshPlaces } from "../../support/local-district.ts";

const ids = (...texts: readonly string[]) => texts as unknown as readonly StudentId[];

it("makes a number for each student once, whatever their identifier is like", async () => {
  const { table } = await freshPlaces();
  const odd = ids("00417", "a#b", "a|b", "Zoë", "a b");
  const first = await pseudonymsOf(table, CAST, odd);
  expect(new Set(first.values()).size).toBe(5);
  const again = await pseudonymsOf(table, CAST, [...odd, ...ids("00418")]);
  for (const student of odd) expect(again.get(student)).toBe(first.get(student));
  expect(again.size).toBe(6);
  for (const surrogate of first.values()) {
    expect(surrogate).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  }
});

it("gives two runs at once the same numbers", async () => {
  const { table } = await freshPlaces();
  const students = ids(...Array.from({ length: 40 }, (_, index) => `S-${index}`));
  const [first, other] = await Promise.all([
    pseudonymsOf(table, CAST, students),
    pseudonymsOf(table, CAST, students),
  ]);
  expect([...first]).toEqual([...other]);
});
