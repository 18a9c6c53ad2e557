import { describe, expect, it } from "vitest";
import { withBeginning } from "../../../functions/sources/csv/with-beginning.ts";
import { cut, utf8 } from "../read-export.ts";

describe("withBeginning", () => {
  it.each([[[]], [[1]], [[3]], [[4]], [[5]], [[1, 2, 3, 4, 5]], [[0, 0]]])(
    "shows the first four bytes of six before any is handed on, cut at %j",
    (places) => {
      const told: string[] = [];
      const beginning = withBeginning(4, {
        begin: (bytes) => told.push(`begins ${Buffer.from(bytes).toString()}`),
        push: (bytes) => told.push(Buffer.from(bytes).toString()),
      });
      for (const chunk of cut(utf8("abcdef"), places)) beginning.push(chunk);
      beginning.end();
      expect(told[0]).toBe("begins abcd");
      expect(told.slice(1).join("")).toBe("abcdef");
    },
  );

  it("shows the whole of a shorter file", () => {
    const told: string[] = [];
    const beginning = withBeginning(4, {
      begin: (bytes) => told.push(`begins ${Buffer.from(bytes).toString()}`),
      push: (bytes) => told.push(Buffer.from(bytes).toString()),
    });
    beginning.push(utf8("ab"));
    beginning.end();
    expect(told).toEqual(["begins ab", "ab"]);
  });
});
