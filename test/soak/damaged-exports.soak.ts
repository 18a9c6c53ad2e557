import { describe, it } from "vitest";
import {
  expectReadsDamaged,
  expectRefusesNoExport,
  exportsByKind,
} from "../sources/damaged-exports.ts";

describe("fileReader, of exports that were damaged many times", () => {
  it.each([...exportsByKind()])(
    "neither throws nor loses a record nor tells a value of %s, cut anywhere",
    (_kind, exported) => {
      expectReadsDamaged(exported, 250);
    },
  );

  it("makes something clear of bytes that are no export at all", () => {
    expectRefusesNoExport(3_000);
  });
});
