import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { IngestReport } from "../../functions/cli/steps/ingest.ts";
import type { InspectReport } from "../../functions/cli/steps/inspect.ts";
import { oneTo, roster, users, USERS_HEADER } from "../support/ingest-files.ts";
import { ilp } from "../support/run-ilp.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

const NOTE =
  "2 lines are not UTF-8 and were read as Windows-1252: look for names with accents, and export the file in one encoding.";
const TEXT = users(oneTo(8)).replace("Given1,", "Zoë,");
const MIXED = Buffer.concat([
  Buffer.from(TEXT),
  Buffer.from(
    users([9, 10]).split("\n").slice(1).join("\n").replaceAll("Given", "Ren\u00e9"),
    "latin1",
  ),
]);

/** A roster whose users are in some encoding, with other files beside it. */
function folderOf(
  content: Uint8Array,
  others: readonly (readonly [string, string])[] = [],
): string {
  const folder = join(scratchFolder(), "exports");
  mkdirSync(folder);
  for (const [name, text] of [...roster(oneTo(8)), ...others]) {
    writeFileSync(join(folder, name), text);
  }
  writeFileSync(join(folder, "users.csv"), content);
  return folder;
}

async function ingested(folder: string, data: string) {
  const { stdout } = await ilp("ingest", folder, "--district", "fern", "--data", data, "--json");
  return (JSON.parse(stdout) as IngestReport).files.find(({ file }) => file === "users.csv");
}

const inspected = async (folder: string) => {
  const path = join(folder, "users.csv");
  const { files } = JSON.parse((await ilp("inspect", path, "--json")).stdout) as InspectReport;
  return { json: files[0], text: (await ilp("inspect", path)).stdout };
};

describe("a file of two encodings", () => {
  it("is told each time that it is handed in, with how many lines are of the other", async () => {
    const data = scratchFolder();
    const folder = folderOf(MIXED);
    const wanted = { outcome: "used", records: 10, accepted: 10, message: NOTE };
    expect(await ingested(folder, data)).toMatchObject({ ...wanted, isKnown: false });
    expect(await ingested(folder, data)).toMatchObject({ ...wanted, isKnown: true });
    const { stdout } = await ilp("ingest", folder, "--district", "fern", "--data", data);
    expect(stdout).toContain(`users.csv: ${NOTE}`);
  });

  it("is shown by inspect with how many lines are of the other", async () => {
    const { json, text } = await inspected(folderOf(MIXED));
    expect(json).toMatchObject({
      encoding: "utf-8",
      encodingBecause: "some-lines-utf-8",
      windows1252Lines: 2,
    });
    expect(text).toContain(
      `encoding        UTF-8: lines of it are valid UTF-8\n                  ${NOTE}`,
    );
  });

  it.each([
    ["all UTF-8", Buffer.from(TEXT), "utf-8", "UTF-8: all of it is valid UTF-8"],
    [
      "all Windows-1252",
      Buffer.from(TEXT, "latin1"),
      "windows-1252",
      "Windows-1252: some of it is not valid UTF-8",
    ],
    [
      "UTF-16 without its mark",
      Buffer.from(TEXT, "utf16le"),
      "utf-16le",
      "UTF-16, little-endian: every other byte is NUL, though it has no byte order mark",
    ],
  ])("is not one that is %s", async (_what, content, encoding, line) => {
    const folder = folderOf(content);
    expect(await ingested(folder, scratchFolder())).toMatchObject({ accepted: 8, message: "" });
    const { json, text } = await inspected(folder);
    expect(json).toMatchObject({ encoding, windows1252Lines: 0, accepted: 8 });
    expect(text).toContain(line);
    expect(text).not.toContain("NUL characters");
  });

  it("is not one that a profile states to be Windows-1252 throughout", async () => {
    const profile = {
      ...{ id: "own", version: 1, title: "Own", encoding: "windows-1252" },
      files: [
        {
          ...{ file: "users.csv", name: "Users", pattern: "^users\\.csv$" },
          signature: USERS_HEADER.split(","),
          reads: [
            {
              table: "person",
              columns: [
                { to: "student", from: ["sourcedId"], isRequired: true },
                { to: "givenName", from: ["givenName"] },
              ],
            },
          ],
        },
      ],
    };
    const folder = folderOf(MIXED, [["ilp.profile.json", JSON.stringify(profile)]]);
    expect(await ingested(folder, scratchFolder())).toMatchObject({
      kind: "own/users.csv",
      accepted: 10,
      message: "",
    });
  });

  it("is said beside the other messages about the file", async () => {
    const bad = MIXED.toString("latin1").replaceAll(/^00\d\d,/gm, ",");
    const data = scratchFolder();
    await ingested(folderOf(Buffer.from(TEXT)), data);
    const told = await ingested(folderOf(Buffer.from(bad, "latin1")), data);
    expect(told?.outcome).toBe("stopped");
    expect(told?.message).toContain("Too many of its records were rejected");
    expect(told?.message).toContain(NOTE.slice(8));
  });
});
