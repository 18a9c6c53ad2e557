import { fork } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderStore } from "../../../functions/adapters/folder/folder-store.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";
import { bytes, objectStoreContract } from "../object-store.contract.ts";

describe("folder-store", () => {
  objectStoreContract(async () => folderStore(join(scratchFolder(), "not", "yet", "made")));

  it("keeps an object as the file of its key", async () => {
    const root = scratchFolder();
    await folderStore(root).put("a/b.json", bytes("{}"));
    expect(readdirSync(join(root, "a"))).toEqual(["b.json"]);
    expect(readdirSync(join(root, ".drafts"))).toEqual([]);
  });

  it("says so when one key would be the folder of another", async () => {
    const store = folderStore(scratchFolder());
    await store.put("a/b", bytes("x"));
    for (const key of ["a", "a/b/c"]) {
      const message = `key "${key}" cannot be kept in a folder`;
      await expect(store.put(key, bytes("x"))).rejects.toThrow(message);
      await expect(store.putIfAbsent(key, bytes("x"))).rejects.toThrow(message);
    }
    expect(await store.list("")).toEqual(["a/b"]);
  });

  it("removes the folders that a deletion leaves empty, and its root never", async () => {
    const root = scratchFolder();
    const store = folderStore(root);
    for (const key of ["a/b/c/1", "a/b/c/2", "a/3", "d/e/4"]) await store.put(key, bytes("x"));
    await store.delete(["a/b/c/1", "d/e/4"]);
    expect(readdirSync(root).sort()).toEqual([".drafts", "a"]);
    expect(readdirSync(join(root, "a", "b", "c"))).toEqual(["2"]);
    await store.delete(["a/b/c/2"]);
    expect(readdirSync(join(root, "a"))).toEqual(["3"]);
    await store.delete(["a/3", ...(await store.list(""))]);
    expect(readdirSync(root)).toEqual([".drafts"]);

    const other = join(scratchFolder(), "bucket");
    mkdirSync(join(other, "left", "by", "a", "killed", "run"), { recursive: true });
    await folderStore(other).delete(["left/by/a/killed/run/1"]);
    expect(readdirSync(other)).toEqual([]);
  });

  it("deletes nothing outside its root, nor a draft", async () => {
    const root = scratchFolder();
    mkdirSync(join(root, "bucket", ".drafts"), { recursive: true });
    for (const path of ["outside", "bucket/.drafts/half"]) writeFileSync(join(root, path), "x");
    const store = folderStore(join(root, "bucket"));
    for (const key of ["../outside", "a/../../outside", join(root, "outside"), ".drafts/half"]) {
      await expect(store.delete([key])).rejects.toThrow(`key ${JSON.stringify(key)}`);
    }
    expect(readdirSync(root).sort()).toEqual(["bucket", "outside"]);
    expect(readdirSync(join(root, "bucket", ".drafts"))).toEqual(["half"]);
  });

  it("neither lists its drafts nor gives them out", async () => {
    const root = scratchFolder();
    mkdirSync(join(root, ".drafts"));
    writeFileSync(join(root, ".drafts", "half"), "ha");
    const store = folderStore(root);
    expect(await store.list("")).toEqual([]);
    expect(await store.list(".drafts/")).toEqual([]);
    await expect(store.get(".drafts/half")).rejects.toThrow('key ".drafts/half"');
  });

  it("clears away drafts of yesterday, not those of another process at work", async () => {
    const root = scratchFolder();
    mkdirSync(join(root, ".drafts"));
    for (const name of ["old", "young"]) writeFileSync(join(root, ".drafts", name), "ha");
    const yesterday = Date.now() / 1000 - 25 * 60 * 60;
    utimesSync(join(root, ".drafts", "old"), yesterday, yesterday);
    await folderStore(root).put("a", bytes("x"));
    expect(readdirSync(join(root, ".drafts"))).toEqual(["young"]);
  });

  it("lets one process win each key that several add at once", async () => {
    const root = scratchFolder();
    const writers = Array.from({ length: 3 }, () =>
      fork(new URL("../race-to-put.ts", import.meta.url), [root, "400"], {
        execArgv: ["--import", "tsx"],
      }),
    );
    await Promise.all(writers.map((writer) => once(writer, "message")));
    const ended = writers.map(async (writer) => Number((await once(writer, "message"))[0]));
    for (const writer of writers) writer.send("go");
    const won = await Promise.all(ended);
    expect(won.reduce((sum, keys) => sum + keys, 0)).toBe(400);
    expect(await folderStore(root).list("")).toHaveLength(400);
  });

  it("holds no half object when its process is killed", async () => {
    const root = scratchFolder();
    const writer = fork(new URL("../endless-put-stream.ts", import.meta.url), [root], {
      execArgv: ["--import", "tsx"],
    });
    await once(writer, "message");
    expect(readdirSync(join(root, ".drafts"))).toHaveLength(1);
    writer.kill("SIGKILL");
    await once(writer, "exit");
    const store = folderStore(root);
    expect(await store.list("")).toEqual([]);
    expect(existsSync(join(root, "raw"))).toBe(false);
    await store.putStream("raw/long", [bytes("whole")].values() as never);
    expect(await store.get("raw/long")).toEqual(bytes("whole"));
  });
});
