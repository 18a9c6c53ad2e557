import { describe, expect, it } from "vitest";
import { foldedName, namesMeant } from "../../../functions/domain/text/folded-name.ts";

describe("foldedName", () => {
  it.each([
    ["Patel", "patel"],
    ["MUÑOZ", "munoz"],
    // The tilde as a mark of its own, as some systems send it.
    ["Mun\u0303oz", "munoz"],
    ["Søren Østergård", "soren ostergard"],
    ["Weiß", "weiss"],
    ["Łukasz", "lukasz"],
    ["İpek Yıldız", "ipek yildiz"],
    ["O’Brien", "o'brien"],
    ["  de  la Cruz ", "de la cruz"],
    ["K-71", "k-71"],
  ])("of %s is %s", (name, folded) => {
    expect(foldedName(name)).toBe(folded);
    expect(foldedName(foldedName(name))).toBe(folded);
  });
});

describe("namesMeant", () => {
  it("are the name itself where it is known, else those that differ in case and accents alone", () => {
    const names = ["Muñoz", "Munoz", "Patel", "PATEL", "Patel"];
    expect(namesMeant("Munoz", names)).toEqual(["Munoz"]);
    expect(namesMeant("munoz", names)).toEqual(["Muñoz", "Munoz"]);
    expect(namesMeant("patel", names)).toEqual(["Patel", "PATEL"]);
    expect(namesMeant("Patil", names)).toEqual([]);
    // Nobody named is no spelling of somebody.
    expect(namesMeant("", names)).toEqual([]);
    expect(namesMeant("", ["", "Patel"])).toEqual([""]);
  });
});
