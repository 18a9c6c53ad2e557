import { describe, expect, it } from "vitest";
import { FILE_KINDS } from "../../functions/sources/profiles/profiles.ts";
import { expectReadsDamaged, expectRefusesNoExport, exportsByKind } from "./damaged-exports.ts";

const exportOfKind = exportsByKind();

// A few of each; `npm run soak` damages each export fifty times as often.
describe("fileReader, of exports that were damaged", () => {
  it("has an export of most kinds to damage", () => {
    const read = FILE_KINDS.filter(({ profile }) => profile.reads.length > 0);
    const without = read.map(({ kind }) => kind).filter((kind) => !exportOfKind.has(kind));
    expect(exportOfKind.size).toBeGreaterThan(40);
    expect(without.length).toBeLessThan(read.length / 5);
  });

  it.each([...exportOfKind])(
    "neither throws nor loses a record nor tells a value of %s, cut anywhere",
    (_kind, exported) => {
      expectReadsDamaged(exported, 5);
    },
  );

  it("makes something clear of bytes that are no export at all", () => {
    expectRefusesNoExport(60);
  });
});
