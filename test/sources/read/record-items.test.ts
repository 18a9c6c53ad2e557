import { describe, expect, it } from "vitest";
import { recordItems } from "../../../functions/sources/read/record-items.ts";

const HEADER = ["user", "Org IDs", "role"];
const itemsIn = (list: string, separator: string) =>
  recordItems({ column: ["orgIds", "org"], separator }, HEADER)(["7", list, "staff"]);

describe("record items", () => {
  it.each([
    ["12", ",", ["12"]],
    ["12,13", ",", ["12", "13"]],
    ["12; 13|14", ",", ["12", "13", "14"]],
    ["[12, 13]", ",", ["12", "13"]],
    ["12,,13,", ",", ["12", "13"]],
    ["12,13; 14", ";", ["12,13", "14"]],
    ["", ",", []],
    [" , ", ",", []],
  ])("repeat the record for each item of %j by %j", (list, separator, items) => {
    expect(itemsIn(list, separator)).toEqual(items.map((item) => ["7", item, "staff"]));
  });

  it("are none of a file without the column", () => {
    expect(recordItems({ column: "orgs", separator: "," }, HEADER)(["7", "12", "staff"])).toEqual(
      [],
    );
  });
});
