import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { refuseUnwritable, writeWhole } from "../../../functions/cli/print/write-whole.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const CANNOT = "cannot be written: expected a file in a folder that exists";

describe("writeWhole", () => {
  it("puts the file in place of an earlier one, with its own permissions, and leaves nothing beside it", () => {
    const folder = scratchFolder();
    const out = join(folder, "report.pdf");
    writeFileSync(out, "an earlier report, which was longer");
    chmodSync(out, 0o644);
    writeWhole(out, Buffer.from("%PDF"), 0o600);
    expect(readFileSync(out, "utf8")).toBe("%PDF");
    expect(statSync(out).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(["report.pdf"]);
  });

  it("leaves what is there, and nothing beside it, where it fails", () => {
    const folder = scratchFolder();
    const out = join(folder, "report.pdf");
    mkdirSync(out);
    expect(() => writeWhole(out, Buffer.from("%PDF"), 0o600)).toThrow(`${out} ${CANNOT}`);
    expect(readdirSync(folder)).toEqual(["report.pdf"]);
    const missing = join(folder, "none", "report.pdf");
    expect(() => writeWhole(missing, Buffer.from("%PDF"), 0o600)).toThrow(`${missing} ${CANNOT}`);
    expect(existsSync(join(folder, "none"))).toBe(false);
  });
});

describe("refuseUnwritable", () => {
  it("lets a new file and an existing one pass, and refuses a folder and a file without a folder", () => {
    const folder = scratchFolder();
    const file = join(folder, "report.pdf");
    expect(() => refuseUnwritable(file)).not.toThrow();
    writeFileSync(file, "");
    expect(() => refuseUnwritable(file)).not.toThrow();
    expect(() => refuseUnwritable(folder)).toThrow(CANNOT);
    expect(() => refuseUnwritable(join(folder, "none", "report.pdf"))).toThrow(CANNOT);
    expect(() => refuseUnwritable(join(file, "report.pdf"))).toThrow(CANNOT);
  });
});
