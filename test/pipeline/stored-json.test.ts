import { describe, expect, it } from "vitest";
import { jsonBytes, parsedJson } from "../../functions/pipeline/stored-json.ts";

describe("stored JSON", () => {
  it("is read as it was written", () => {
    expect(parsedJson(jsonBytes({ version: "v1" }), "k")).toEqual({ version: "v1" });
  });

  it("names its key where it is damaged, and repeats nothing of what is stored", () => {
    const damaged = new TextEncoder().encode('{"student": "C-0403 Maria}');
    expect(() => parsedJson(damaged, "conformed/cast/latest.json")).toThrow(
      /^conformed\/cast\/latest\.json is damaged, since it is not the JSON that was written: put it back from a backup, then try again$/,
    );
  });
});
