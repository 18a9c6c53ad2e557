import { describe, expect, it } from "vitest";
import { plainNames, statedDay } from "../../../functions/sources/csv/file-names.ts";
import { readFile } from "../read-export.ts";

describe("plainNames", () => {
  it.each([
    ["users (1).csv", "users.csv"],
    ["Copy of Users.csv", "users.csv"],
    ["users - Copy.csv", "users.csv"],
    ["users_20220304.csv", "users.csv"],
    ["users-2022-03-04 (2).csv", "users.csv"],
    ["users.csv.txt", "users.csv"],
  ])("take %s for a copy or a version of %s", (name, plain) => {
    expect(plainNames(name)).toContain(plain);
  });

  it("hold the name as it was sent first", () => {
    expect(plainNames("Users (1).csv")[0]).toBe("Users (1).csv");
    expect(plainNames("orgs.csv")).toEqual(["orgs.csv"]);
  });
});

describe("a file that a browser or a person has renamed", () => {
  it("is still known", () => {
    const text = "sourcedId,name,type,parentSourcedId,identifier,status\n7,North High,school,,,\n";
    expect(readFile("orgs (1).csv", text).reading.kind?.kind).toBe("one-roster/orgs.csv");
    expect(readFile("orgs_20220304.csv", text).reading.kind?.kind).toBe("one-roster/orgs.csv");
  });
});

describe("statedDay", () => {
  it("finds the day in a name, and none where there is none", () => {
    expect(statedDay("users_20220304.csv")).toBe("2022-03-04");
    expect(statedDay("users.csv")).toBeNull();
  });
});
