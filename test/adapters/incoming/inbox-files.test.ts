import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { inboxFiles } from "../../../functions/adapters/incoming/inbox-files.ts";
import { isTransient } from "../../../functions/adapters/aws/transient-error.ts";
import { StoreFault } from "../../../functions/pipeline/ports.ts";
import { memoryStore } from "../../support/stores/memory-store.ts";

describe("inboxFiles", () => {
  it("gives what was dropped, zips first, each with the package that it came in", async () => {
    const inbox = memoryStore();
    const text = (content: string) => new TextEncoder().encode(content);
    await inbox.put("fern/monday/a.csv", text("loose"));
    await inbox.put("fern/monday/.DS_Store", text("x"));
    await inbox.put("fern/monday/Thumbs.db", text("x"));
    await inbox.put(
      "fern/monday/b.zip",
      zipSync({ "a.csv": text("zipped"), "__MACOSX/a.csv": text("x") }),
    );
    await inbox.put("fern/monday/c.zip", text("id,name\n"));
    await inbox.put("fern/monday/d.zip", text("PK\u0003\u0004 and no more"));
    await inbox.put("other/e.csv", text("x"));
    const files: string[] = [];
    for await (const { name, package: from, open } of inboxFiles(
      inbox,
      await inbox.entries("fern/"),
    )) {
      const chunks: Uint8Array[] = [];
      try {
        for await (const chunk of open()) chunks.push(chunk);
        files.push(`${from} ${name}: ${Buffer.concat(chunks).toString()}`);
      } catch (error) {
        files.push((error as Error).message);
      }
    }
    expect(files).toEqual([
      "b.zip a.csv: zipped",
      "monday c.zip: id,name\n",
      'zip "d.zip" is cut off, so that its end is missing: download or copy it again',
      "monday a.csv: loose",
    ]);
  });

  it("never takes a fault of the inbox for one of the file", async () => {
    const inbox = memoryStore();
    await inbox.put("fern/a.csv", new Uint8Array(3));
    await inbox.put("fern/b.zip", new Uint8Array(3));
    const away = {
      ...inbox,
      // oxlint-disable-next-line require-yield
      async *stream(): AsyncGenerator<Uint8Array> {
        throw Object.assign(new Error("no access to fern/a.csv"), { name: "AccessDenied" });
      },
    };
    const zips = inboxFiles(away, [{ key: "fern/b.zip", tag: "t" }]);
    await expect(zips.next()).rejects.toThrow(StoreFault);
    const { value } = await inboxFiles(away, [{ key: "fern/a.csv", tag: "t" }]).next();
    const reading = (async () => {
      for await (const chunk of value!.open()) void chunk;
    })();
    // The whole message: a log and the history of a run show it, and a file's name may name a student.
    await expect(reading).rejects.toThrow(
      /^an object that was handed in could not be read: AccessDenied$/,
    );
  });

  it("reads no file that was written over since the inbox was listed, and has it listed again", async () => {
    const inbox = memoryStore();
    for (const key of ["fern/a.csv", "fern/b.zip"]) await inbox.put(key, Buffer.from("old"));
    const listed = await inbox.entries("fern/");
    for (const key of ["fern/a.csv", "fern/b.zip"]) await inbox.put(key, Buffer.from("new"));
    const [a, b] = listed;
    const { value } = await inboxFiles(inbox, [a!]).next();
    const reading = (async () => {
      for await (const chunk of value!.open()) void chunk;
    })();
    const error = await reading.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(StoreFault);
    expect(isTransient(error)).toBe(true);
    await expect(inboxFiles(inbox, [b!]).next()).rejects.toThrow(StoreFault);
  });
});
