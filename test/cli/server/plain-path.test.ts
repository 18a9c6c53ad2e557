import { describe, expect, it } from "vitest";
import { isOverlong, plainPath } from "../../../functions/cli/server/plain-path.ts";

describe("plainPath", () => {
  it.each([
    ["/", "/"],
    ["/compliance?school=255901001", "/compliance"],
    ["/data/grand-bend/latest.json", "/data/grand-bend/latest.json"],
    ["/_node/@observablehq/plot@0.6.17/index.1feccec6.js", undefined],
    ["/caf%C3%A9", "/café"],
    ["/a%20b", "/a b"],
    ["/%252e%252e/records", "/%2e%2e/records"],
    ["/?next=//x/../y", "/"],
  ])("takes %s as %s", (address, path = address) => {
    expect(plainPath(address)).toBe(path);
  });

  it.each([
    ["", "nothing"],
    ["*", "no path"],
    ["http://127.0.0.1/", "a whole address"],
    ["//", "an empty name"],
    ["//attacker.example/x", "another host"],
    ["/data//records", "an empty name within"],
    ["/../records", "the way up"],
    ["/data/..", "the way up at the end"],
    ["/data/%2e%2e/records", "the way up, encoded"],
    ["/data/.%2E/records", "the way up, half encoded"],
    ["/./x", "the same folder"],
    ["/.built", "a hidden file"],
    ["/data/.drafts/x", "a hidden folder"],
    ["/data%2f..%2frecords", "an encoded slash"],
    ["/data%2Frecords", "an encoded slash alone"],
    ["/data\\..\\records", "a backslash"],
    ["/data/..%5crecords", "a backslash, encoded"],
    ["/x%00.html", "the end of a text"],
    ["/x%0d%0aset-cookie:a", "a line end"],
    ["/%ff", "no letter"],
    ["/%", "half an encoding"],
    ["/x#y", "a fragment"],
  ])("refuses %j: %s", (address) => {
    expect(plainPath(address)).toBeNull();
  });
});

describe("isOverlong", () => {
  it.each([
    [4095, false],
    [4096, false],
    [4097, true],
  ])("of %i letters: %s", (letters, isTooLong) => {
    expect(isOverlong(`/${"x".repeat(letters - 1)}`)).toBe(isTooLong);
  });
});
