import { describe, expect, it } from "vitest";
import {
  foldedIdentifier,
  trimmedIdentifier,
} from "../../../functions/domain/text/folded-identifier.ts";

describe("an identifier without what nobody sees", () => {
  it.each([
    ["AB12", "ab12"],
    [" ab12\t", "ab12"],
    ["\u00a0ab12\u3000", "ab12"],
    ["\uff21\uff42\uff11\uff12", "ab12"],
    ["ab\u200b12\ufeff", "ab12"],
    ["STRASSE", "strasse"],
    ["stra\u00dfe", "strasse"],
    ["a b", "a b"],
    ["0012", "0012"],
  ])("%j is %j", (value, folded) => {
    expect(foldedIdentifier(value)).toBe(folded);
  });

  it("keeps its case where that tells two apart", () => {
    expect(trimmedIdentifier(" \uff21b\u200b ")).toBe("Ab");
  });
});
