import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { incomingFiles } from "../../../functions/adapters/incoming/incoming-files.ts";
import { incomingZip } from "../../../functions/adapters/incoming/incoming-zip.ts";
import { ChangedFile, type IncomingFile } from "../../../functions/pipeline/ports.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";
import { zipOf } from "../../support/zip-of.ts";

const csv = strToU8("sourcedId,name\n001,Zoë\n");

async function filesIn(path: string): Promise<IncomingFile[]> {
  const files: IncomingFile[] = [];
  for await (const file of incomingFiles(path)) files.push(file);
  return files;
}

async function entriesIn(path: string): Promise<IncomingFile[]> {
  const files: IncomingFile[] = [];
  for await (const file of incomingZip(path, "sent")) files.push(file);
  return files;
}

async function entryNamesIn(path: string): Promise<string[]> {
  return (await entriesIn(path)).map((file) => file.name);
}

async function namesIn(path: string): Promise<string[]> {
  return (await filesIn(path)).map((file) => file.name);
}

async function read(file: IncomingFile | undefined): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of file!.open()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe("incoming-files", () => {
  it("gives the files of a folder by name, not what is hidden, and a folder in it as unreadable", async () => {
    const folder = scratchFolder();
    for (const name of ["users.csv", "a b.csv", "Zoë.txt", ".DS_Store", "B.csv"]) {
      writeFileSync(join(folder, name), name);
    }
    mkdirSync(join(folder, "older"));
    writeFileSync(join(folder, "older", "users.csv"), "old");
    symlinkSync(join(folder, "older", "users.csv"), join(folder, "linked.csv"));
    const files = await filesIn(folder);
    expect(files.map((file) => file.name)).toEqual([
      "B.csv",
      "Zoë.txt",
      "a b.csv",
      "linked.csv",
      "older",
      "users.csv",
    ]);
    await expect(read(files[4])).rejects.toThrow("older is a folder in a folder");
    expect(String(await read(files[0]))).toBe("B.csv");
    expect(String(await read(files[3]))).toBe("old");
  });

  it("gives the entries of a zip that lies in a folder", async () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, "a.csv"), "a");
    writeFileSync(join(folder, "Nightly.ZIP"), zipSync({ "users.csv": csv }));
    expect(await namesIn(folder)).toEqual(["users.csv", "a.csv"]);
  });

  it("hands on a broken zip of a folder as a file that cannot be read, and the others as they are", async () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, "a.zip"), "PK\x03\x04 and no more");
    writeFileSync(join(folder, "b.csv"), csv);
    const [broken, sound] = await filesIn(folder);
    expect(broken!.name).toBe("a.zip");
    await expect(read(broken)).rejects.toThrow('zip "a.zip" is cut off');
    expect(await read(sound)).toEqual(Buffer.from(csv));
  });

  it("gives a single file", async () => {
    const path = join(scratchFolder(), "plans.csv");
    writeFileSync(path, csv);
    const [file, ...more] = await filesIn(path);
    expect(more).toEqual([]);
    expect(file!.name).toBe("plans.csv");
    expect(await read(file)).toEqual(Buffer.from(csv));
  });

  it("says that a path does not exist", async () => {
    const path = join(scratchFolder(), "none.csv");
    await expect(filesIn(path)).rejects.toThrow(`${path} does not exist`);
  });

  it("reads a file anew each time it is opened", async () => {
    const path = zipOf({ "users.csv": csv });
    for (const from of [path, dirname(path)]) {
      const [file] = await filesIn(from);
      expect(await read(file)).toEqual(Buffer.from(csv));
      expect(await read(file)).toEqual(Buffer.from(csv));
    }
  });
});

describe("incoming-zip", () => {
  it("gives the entries by name, without folders and what macOS adds", async () => {
    const path = zipOf({
      "users.csv": csv,
      "export/orgs.csv": csv,
      "export/": new Uint8Array(),
      "__MACOSX/._users.csv": csv,
      "__MACOSX/users.csv": csv,
      "__MACOSX/export/._orgs.csv": csv,
      ".DS_Store": csv,
      "Zoë.csv": csv,
    });
    expect(await entryNamesIn(path)).toEqual(["Zoë.csv", "orgs.csv", "users.csv"]);
  });

  it("gives what lies in folders of folders, as a folder that is packed whole", async () => {
    const path = zipOf({
      "Desktop/exports/orgs.csv": csv,
      "Desktop/exports/2021-09/users.csv": csv,
      "Desktop/exports/2021-09/Thumbs.db": csv,
      "Desktop/__MACOSX/users.csv": csv,
      "Desktop/.Trash/users.csv": csv,
    });
    expect(await entryNamesIn(path)).toEqual(["orgs.csv", "users.csv"]);
  });

  it("reads an entry of many chunks, stored or deflated", async () => {
    const noise = Buffer.alloc(3_000_000);
    for (let n = 0; n < noise.length; n += 1) noise[n] = (n * n * 31) >> 5;
    const path = zipOf({ "stored.csv": [noise, { level: 0 }], "deflated.csv": noise });
    for (const file of await entriesIn(path)) expect((await read(file)).equals(noise)).toBe(true);
  });

  it("leaves no file open, also when a reader stops early", async () => {
    const path = zipOf({ "a.csv": [new Uint8Array(1_000_000), { level: 0 }] });
    const [file] = await entriesIn(path);
    const open = (): number => readdirSync("/proc/self/fd").length;
    await read(file);
    const before = open();
    for (let n = 0; n < 20; n += 1) {
      for await (const chunk of file!.open()) if (chunk.length > 0) break;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(open()).toBeLessThan(before + 10);
  });

  it("makes each folder a package of its own where two hold a file of one name", async () => {
    const files = [];
    const path = zipOf({ "south/users.csv": csv, "north/users.csv": csv, "orgs.csv": csv });
    for await (const { name, package: from } of incomingFiles(path)) files.push(`${from} ${name}`);
    expect(files).toEqual([
      "export.zip orgs.csv",
      "export.zip/north users.csv",
      "export.zip/south users.csv",
    ]);
  });

  it("reads no entry that brings the zip to more than twenty GiB", async () => {
    const huge = { compressedSize: 0xf0000000, uncompressedSize: 0xfffffff0 };
    const names = ["1", "2", "3", "4", "5", "6"].map((name) => `${name}.csv`);
    const path = zipOf(
      Object.fromEntries(names.map((name) => [name, csv])),
      Object.fromEntries(names.map((name) => [name, huge])),
    );
    const files = await entriesIn(path);
    await expect(read(files[5])).rejects.toThrow(
      'entry "6.csv" brings the zip to more than 20 GiB unpacked',
    );
  });

  it("takes what shrinks well but is small, as exports do", async () => {
    const path = zipOf({ "a.csv": new Uint8Array(9 * 2 ** 20) });
    expect((await read((await entriesIn(path))[0])).length).toBe(9 * 2 ** 20);
  });

  it("stops at an entry that is longer than it says", async () => {
    const long = new Uint8Array(40 * 2 ** 20);
    const path = zipOf({ "a.csv": long }, { "a.csv": { uncompressedSize: 1_000 } });
    const [file] = await entriesIn(path);
    await expect(read(file)).rejects.toThrow('zip "export.zip", entry "a.csv" is damaged');
  });
});

describe("a file's standing", () => {
  /** A file that was last changed so many milliseconds ago, as far as its times tell. */
  const setChanged = (path: string, agoMs: number) => {
    const then = (Date.now() - agoMs) / 1000;
    utimesSync(path, then, then);
  };
  const standingOf = async (path: string) => (await filesIn(path))[0]!.standing!();
  /** The change time of a file cannot be set: the clock goes ahead instead. */
  const aMinuteLater = () => {
    vi.useFakeTimers({ now: Date.now() + 60_000, toFake: ["Date"] });
    onTestFinished(() => void vi.useRealTimers());
  };

  it.each([
    ["just before it may be believed", 2_900, false],
    ["long enough ago", 3_100, true],
  ])("is known of a file that changed %s", async (_when, agoMs, isKnown) => {
    const path = join(scratchFolder(), "users.csv");
    writeFileSync(path, "a");
    const changedAt = Math.floor(statSync(path).ctimeMs);
    vi.useFakeTimers({ now: changedAt + agoMs, toFake: ["Date"] });
    onTestFinished(() => void vi.useRealTimers());
    expect((await standingOf(path)) !== null).toBe(isKnown);
  });

  it("is not known of a file with a time to come, nor of one with an old time that was written just now", async () => {
    const path = join(scratchFolder(), "users.csv");
    writeFileSync(path, "a");
    setChanged(path, 86_400_000);
    expect(await standingOf(path)).toBeNull();
    setChanged(path, -86_400_000);
    aMinuteLater();
    expect(await standingOf(path)).toBeNull();
  });

  it("is another once the file is written, replaced by an equal one, or moved", async () => {
    const folder = scratchFolder();
    const path = join(folder, "users.csv");
    writeFileSync(path, "a");
    const { atime, mtime } = statSync(path);
    aMinuteLater();
    const before = await standingOf(path);
    expect(await standingOf(path)).toEqual(before);

    // As long as before, and with its time set back as copying programs do.
    writeFileSync(path, "b");
    utimesSync(path, atime, mtime);
    const written = await standingOf(path);
    expect(written!.place).toBe(before!.place);
    expect(written!.state).not.toBe(before!.state);

    writeFileSync(join(folder, "next"), "b");
    renameSync(join(folder, "next"), path);
    expect((await standingOf(path))!.state).not.toBe(written!.state);

    renameSync(path, join(folder, "moved.csv"));
    expect((await standingOf(join(folder, "moved.csv")))!.place).not.toBe(before!.place);
  });

  it("tells the entries of a zip apart, and is another for all once the zip is", async () => {
    const path = join(scratchFolder(), "all.zip");
    writeFileSync(path, zipSync({ "a.csv": csv, "b.csv": csv }));
    aMinuteLater();
    const standings = async () => (await entriesIn(path)).map(({ standing }) => standing!()!);
    const before = await standings();
    expect(new Set(before.map(({ place }) => place)).size).toBe(2);
    writeFileSync(path, zipSync({ "a.csv": csv, "b.csv": csv }));
    const after = await standings();
    expect(after.map(({ place }) => place)).toEqual(before.map(({ place }) => place));
    for (const [index, { state }] of after.entries()) expect(state).not.toBe(before[index]!.state);
  });
});

describe("a file that somebody writes to while it is read", () => {
  it("ends in a fault that says so", async () => {
    const path = join(scratchFolder(), "users.csv");
    writeFileSync(path, Buffer.alloc(3 * 2 ** 20, "a\n"));
    const [file] = await filesIn(path);
    const reading = async () => {
      for await (const chunk of file!.open()) if (chunk.length > 0) appendFileSync(path, "b\n");
    };
    await expect(reading()).rejects.toThrow(ChangedFile);
    expect((await read(file)).length).toBeGreaterThan(3 * 2 ** 20);
  });
});
