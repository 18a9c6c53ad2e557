import { describe, expect, it } from "vitest";
import { columnLook, MOST_CODES } from "../../../functions/sources/propose/column-shape.ts";

const shapeOf = (cells: readonly string[], speaksOfDays = false) => {
  const look = columnLook();
  for (const cell of cells) look.push(cell);
  return look.shape(
    "Column",
    speaksOfDays,
    cells.map((cell) => [cell]),
    0,
  );
};

describe("columnLook", () => {
  it.each([
    ["days whose order shows", ["3/4/2022", "3/14/2022"], "month-first"],
    ["days whose order does not show", ["3/4/2022", "5/6/2022"], "open"],
    ["days after the twelfth", ["14/3/2022", "5/6/2022"], "day-first"],
    ["days of no doubt", ["2022-03-04"], "not-slashed"],
  ])("tells %s", (_what, cells, order) => {
    expect(shapeOf(cells).days?.order).toBe(order);
  });

  it("takes numbers for days only where the column speaks of days", () => {
    expect(shapeOf(["44621", "44622"]).days).toBeNull();
    expect(shapeOf(["44621", "44622"], true).days?.formats).toEqual(["excel-serial"]);
  });

  it.each([
    ["family names first", "Zq Ill, Ada", "family-given"],
    ["given names first", "Ada Zq", "given-family"],
    ["one name", "Zqill", "one"],
  ])("tells names, %s", (_what, name, names) => {
    const cells = "abcdefgh".split("").map((letter) => `${name}${letter}`);
    expect(shapeOf(cells).names).toBe(names);
  });

  it("takes no names of schools, and no codes that are few, for people", () => {
    expect(shapeOf("abcdefg".split("").map((a) => `Zq${a} High School`)).names).toBeNull();
    expect(
      shapeOf(Array.from({ length: 60 }, (_, n) => (n % 2 ? "Active" : "Draft"))).names,
    ).toBeNull();
  });

  it("keeps values only while they are few, and knows where all differ", () => {
    const few = Array.from({ length: MOST_CODES }, (_, n) => `C${n}`);
    expect(shapeOf([...few, ...few])).toMatchObject({ isUnique: false, distinct: MOST_CODES });
    expect(shapeOf(few).codes?.size).toBe(MOST_CODES);
    const many = shapeOf([...few, "C99"]);
    expect(many.codes).toBeNull();
    expect(many.isUnique).toBe(true);
  });

  it("counts words for nothing as empty", () => {
    expect(shapeOf(["NULL", ".", "(null)", "--", "", "a"])).toMatchObject({ filled: 1, blank: 5 });
  });
});
