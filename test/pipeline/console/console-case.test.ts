import { describe, expect, it } from "vitest";
import { schoolsByName } from "../../../functions/pipeline/console/console-case.ts";

describe("the schools of the console", () => {
  it("are in the order of their names, and of their ids where two have one name", () => {
    const school = (id: string, name: string) => ({ id, name });
    const schools = [school("1", "North"), school("3", "East"), school("2", "East")];
    expect(schoolsByName(schools)).toEqual([
      { id: "2", name: "East" },
      { id: "3", name: "East" },
      { id: "1", name: "North" },
    ]);
  });
});
