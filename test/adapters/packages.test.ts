import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { incomingFiles } from "../../functions/adapters/incoming/incoming-files.ts";
import { packedZip, type PackedEntry, type PackedZip } from "../support/packed-zip.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

/** A file whose name ends in `.zip`; for each file in it either its content or the message about it. */
async function filesOf(
  bytes: Uint8Array | string,
  name = "export.zip",
): Promise<readonly string[]> {
  const folder = join(scratchFolder(), "sent");
  mkdirSync(folder);
  writeFileSync(join(folder, name), bytes);
  const files: string[] = [];
  for await (const file of incomingFiles(join(folder, name))) {
    const chunks: Uint8Array[] = [];
    try {
      for await (const chunk of file.open()) chunks.push(chunk);
      files.push(`${file.package} ${file.name}: ${Buffer.concat(chunks).toString("latin1")}`);
    } catch (error) {
      files.push(`${file.package} ${file.name}! ${(error as Error).message}`);
    }
  }
  return files;
}

const A: PackedEntry = { name: "a.csv", content: "first" };
const B: PackedEntry = { name: "b.csv", content: "second" };
const ZIP = packedZip([A, B]);
const BOTH = ["export.zip a.csv: first", "export.zip b.csv: second"];

describe("a zip with bytes that are not its own", () => {
  it.each<[string, Uint8Array]>([
    ["a line end behind it", Buffer.concat([ZIP, Buffer.from("\r\n")])],
    ["many bytes behind it", Buffer.concat([ZIP, Buffer.alloc(3 * 2 ** 20, 0x20)])],
    ["zeros behind it, up to a whole block", Buffer.concat([ZIP, Buffer.alloc(4_096)])],
    ["an end without a zip behind it", Buffer.concat([ZIP, Buffer.from("PK\x05\x06 and no more")])],
    ["a comment", packedZip([A, B], { comment: "exported at night" })],
    ["an end's mark in its comment", packedZip([A, B], { comment: `PK\x05\x06${"x".repeat(40)}` })],
    ["a comment that is cut off", packedZip([A, B], { comment: "at night" }).subarray(0, -3)],
    ["a program before it that unpacks it", Buffer.concat([Buffer.from("MZ\x90\0stub"), ZIP])],
    [
      "bytes before and behind it",
      Buffer.concat([Buffer.from("--mail\r\n"), ZIP, Buffer.from("--")]),
    ],
    ["a large end", packedZip([A, B], { isLarge: true })],
    [
      "a large end and bytes before and behind it",
      Buffer.concat([
        Buffer.from("#!/bin/sh\n"),
        packedZip([A, B], { isLarge: true }),
        Buffer.from("\n"),
      ]),
    ],
    ["sizes in an extra field", packedZip([{ ...A, isLarge: true }, B])],
    [
      "sizes behind each entry",
      packedZip([
        { ...A, hasDescriptor: true },
        { ...B, hasDescriptor: true },
      ]),
    ],
    [
      "entries that are stored",
      packedZip([
        { ...A, method: 0 },
        { ...B, method: 0 },
      ]),
    ],
  ])("is read: %s", async (_what, bytes) => {
    expect(await filesOf(bytes)).toEqual(BOTH);
  });

  it("is two packages where two are joined", async () => {
    const other = packedZip([{ ...A, content: "third" }]);
    expect(await filesOf(Buffer.concat([ZIP, other]))).toEqual([
      ...BOTH,
      "export.zip (2) a.csv: third",
    ]);
    expect(
      await filesOf(Buffer.concat([ZIP, Buffer.from("\n"), other, Buffer.from("\n")])),
    ).toEqual([...BOTH, "export.zip (2) a.csv: third"]);
  });
});

describe("an entry that is amiss", () => {
  const told = (entry: string, fault: string) =>
    `export.zip ${entry.slice(entry.lastIndexOf("/") + 1)}! zip "export.zip", entry "${entry}" ${fault}`;
  const X = { name: "x.csv", content: "amiss" };
  const damaged = "is damaged: download the zip or pack it again";
  const LINK = 0o120777;

  it.each<[string, PackedEntry, string]>([
    ["a password", { ...X, flags: 1 }, "is locked with a password: pack it without one"],
    [
      "a strong password",
      { ...X, flags: 0x41 },
      "is described in a way that cannot be read: pack it again, without a password",
    ],
    [
      "an extra field that is too long",
      { ...X, extra: Uint8Array.of(1, 2, 200, 0, 5) },
      "is described in a way that cannot be read: pack it again, without a password",
    ],
    [
      "a name that leads out",
      { ...X, name: "../x.csv" },
      'has a name that leads out of the package: pack it again under a name without ".."',
    ],
    [
      "a name that leads out by backslashes",
      { ...X, name: "a\\..\\..\\x.csv" },
      'has a name that leads out of the package: pack it again under a name without ".."',
    ],
    ["a link", { ...X, mode: LINK }, "is a link to a file and not the file: pack the file itself"],
    [
      "Deflate64",
      { ...X, method: 9 },
      "is packed by Deflate64, which is not read here: pack it as an ordinary zip (Deflate), or send the file unpacked",
    ],
    [
      "LZMA",
      { ...X, method: 14 },
      "is packed by LZMA, which is not read here: pack it as an ordinary zip (Deflate), or send the file unpacked",
    ],
    [
      "bzip2",
      { ...X, method: 12 },
      "is packed by bzip2, which is not read here: pack it as an ordinary zip (Deflate), or send the file unpacked",
    ],
    [
      "an unknown method",
      { ...X, method: 77 },
      "is packed by method 77, which is not read here: pack it as an ordinary zip (Deflate), or send the file unpacked",
    ],
    [
      "a zip within it",
      { name: "x.ZIP", content: ZIP },
      "is a zip within a zip: unpack export.zip once and send what is inside",
    ],
    ["another checksum", { ...X, crc: 7 }, damaged],
    [
      "a bomb",
      { ...X, content: Buffer.alloc(12 * 2 ** 20) },
      "unpacks to more than 200 times its size, as no export does: send the file unpacked",
    ],
  ])("of %s is told by its name and costs no other", async (_what, entry, fault) => {
    const path = String(entry.name).replaceAll("\\", "/");
    for (const entries of [
      [entry, A, B],
      [A, entry, B],
      [A, B, entry],
    ]) {
      expect(await filesOf(packedZip(entries))).toEqual([...BOTH, told(path, fault)]);
    }
  });

  it.each<[string, (bytes: Buffer) => void]>([
    ["whose packed bytes are changed", (bytes) => bytes.fill(0xff, 35, 40)],
    ["that does not begin where the list says", (bytes) => bytes.fill(0, 0, 4)],
    ["that is said to be longer than it is", (bytes) => bytes.writeUInt32LE(9, listAt(bytes) + 24)],
    [
      "that is said to be shorter than it is",
      (bytes) => bytes.writeUInt32LE(2, listAt(bytes) + 24),
    ],
    [
      "that is said to go beyond the end",
      (bytes) => bytes.writeUInt32LE(99_999, listAt(bytes) + 20),
    ],
    [
      "that is said to lie beyond the end",
      (bytes) => bytes.writeUInt32LE(99_999, listAt(bytes) + 42),
    ],
  ])("%s is told by its name and costs no other", async (_what, damage) => {
    const bytes = Buffer.from(ZIP);
    damage(bytes);
    expect(await filesOf(bytes)).toEqual([told("a.csv", damaged), BOTH[1]]);
  });

  const listAt = (bytes: Buffer): number => bytes.indexOf("PK\x01\x02");

  it("is left out where nobody sent it on purpose", async () => {
    const names = ["__MACOSX/._a.csv", "__MACOSX/x/a.csv", ".DS_Store", "sub/.DS_Store"];
    const more = ["Thumbs.db", "sub/desktop.ini", "~$a.xlsx", ".git/a.csv", "$RECYCLE.BIN/a.csv"];
    const entries = [...names, ...more].map((name) => ({ name, content: "x" }));
    const folders = [
      { name: "sub/", content: "" },
      { name: "win\\", content: "" },
      { name: "dos", content: "", dos: 0x10 },
    ];
    expect(await filesOf(packedZip([...entries, A, ...folders, B]))).toEqual(BOTH);
  });

  it.each<[string, PackedEntry["name"], number, string]>([
    ["folders of Windows", "exports\\2022\\x.csv", 0, "x.csv"],
    ["a place on a drive", "C:\\exports\\x.csv", 0, "x.csv"],
    ["a place from the root", "/exports/x.csv", 0, "x.csv"],
    ["many folders", `${"a/".repeat(30)}x.csv`, 0, "x.csv"],
    ["UTF-8", Buffer.from("Zoë.csv"), 0x800, "Zoë.csv"],
    ["UTF-8 that is not said", Buffer.from("Zoë.csv"), 0, "Zoë.csv"],
    ["the code page of DOS", Buffer.from("Zo\x89.csv", "latin1"), 0, "Zoë.csv"],
    [
      "the code page of DOS that is said to be UTF-8",
      Buffer.from("Zo\x89.csv", "latin1"),
      0x800,
      "Zoë.csv",
    ],
  ])("but for a name with %s is read", async (_what, name, flags, wanted) => {
    const files = await filesOf(packedZip([A, { name, flags, content: "named" }]));
    expect(files).toContain(`export.zip ${wanted}: named`);
    expect(files).toHaveLength(2);
  });

  it("is there twice under one name: the later comes later", async () => {
    const again = { ...A, content: "again" };
    expect(await filesOf(packedZip([A, B, again]))).toEqual([
      BOTH[0],
      "export.zip a.csv: again",
      BOTH[1],
    ]);
    const capital = { name: "A.csv", content: "capital" };
    expect(await filesOf(packedZip([A, capital]))).toEqual(["export.zip A.csv: capital", BOTH[0]]);
  });

  it("may be empty", async () => {
    expect(await filesOf(packedZip([{ name: "a.csv", content: "" }, B]))).toEqual([
      "export.zip a.csv: ",
      BOTH[1],
    ]);
  });
});

describe("what is named .zip", () => {
  const plain = (content: string | Uint8Array) => [
    `sent export.zip: ${Buffer.from(content).toString("latin1")}`,
  ];
  it.each<[string, string | Uint8Array]>([
    ["a gzip archive", gzipSync("a,b\n")],
    ["a RAR archive", "Rar!\x1a\x07\x01\x00"],
    ["CSV", "a,b\n1,2\n"],
    ["a page that says that something failed", "<html>Sign in</html>"],
    ["nothing", ""],
  ])("and is %s is handed on as it is", async (_what, content) => {
    expect(await filesOf(content)).toEqual(plain(content));
  });

  const whole = (fault: string) => [` export.zip! zip "export.zip" ${fault}`];
  it.each<[string, Uint8Array, string]>([
    [
      "cut off in an entry",
      ZIP.subarray(0, 50),
      "is cut off, so that its end is missing: download or copy it again",
    ],
    [
      "cut off in its list",
      ZIP.subarray(0, -30),
      "is cut off, so that its end is missing: download or copy it again",
    ],
    [
      "cut off in its end",
      ZIP.subarray(0, -1),
      "is cut off, so that its end is missing: download or copy it again",
    ],
    [
      "cut off behind a whole zip within it",
      packedZip([{ name: "inner", content: ZIP, method: 0 }, B]).subarray(0, 36 + ZIP.length + 10),
      "is cut off, so that its end is missing: download or copy it again",
    ],
    [
      "one of several pieces",
      packedZip([A], { disk: 2 }),
      "is one of several pieces (.z01, .z02): pack the exports into one zip",
    ],
    ["empty", packedZip([]), "holds no file: export it again, or pack the exports again"],
    [
      "full of what systems write",
      packedZip([{ name: "__MACOSX/a.csv", content: "x" }]),
      "holds no file: export it again, or pack the exports again",
    ],
    [
      "a workbook",
      packedZip([
        { name: "[Content_Types].xml", content: "<x/>" },
        { name: "xl/workbook.xml", content: "<x/>" },
      ]),
      "is an Excel workbook or another office document: export it as CSV, one file a table",
    ],
    [
      "a document of LibreOffice",
      packedZip([
        { name: "mimetype", content: "x" },
        { name: "META-INF/manifest.xml", content: "<x/>" },
      ]),
      "is an Excel workbook or another office document: export it as CSV, one file a table",
    ],
    [
      "of more than a thousand entries",
      packedZip(Array.from({ length: 1_001 }, (_, n) => ({ name: `${n}.csv`, content: "" }))),
      "holds 1,001 entries: pack the exports alone, at most 1,000",
    ],
  ])("and is %s is told as a whole", async (_what, bytes, fault) => {
    expect(await filesOf(bytes)).toEqual(whole(fault));
  });

  it.each<[string, PackedZip]>([
    ["more entries than there are", { entries: 3 }],
    ["fewer entries than there are", { entries: 1 }],
  ])("and says that it holds %s is read as far as it goes, and told", async (_what, zip) => {
    const read = Math.min(zip.entries ?? 0, 2);
    expect(await filesOf(packedZip([A, B], zip))).toEqual([
      ...BOTH.slice(0, read),
      ...whole(
        `has a list of its entries that is damaged after the first ${read}: download it or pack it again`,
      ),
    ]);
  });

  it("never costs another file of its folder, nor do what systems write there", async () => {
    const folder = join(scratchFolder(), "sent");
    mkdirSync(join(folder, "__MACOSX"), { recursive: true });
    writeFileSync(join(folder, "b.zip"), ZIP.subarray(0, 50));
    writeFileSync(join(folder, "c.zip"), ZIP);
    for (const name of ["a.csv", "Thumbs.db", "desktop.ini", "~$a.xlsx"]) {
      writeFileSync(join(folder, name), "loose");
    }
    const files: string[] = [];
    for await (const { name, package: from } of incomingFiles(folder))
      files.push(`${from} ${name}`);
    expect(files).toEqual([" b.zip", "c.zip a.csv", "c.zip b.csv", "sent a.csv"]);
  });
});
