import { describe, expect, it, onTestFinished } from "vitest";
import { s3Store } from "../../../functions/adapters/aws/s3-store.ts";
import type { ObjectStore } from "../../../functions/pipeline/ports.ts";
import { startS3Server, type S3Server } from "../../support/stores/s3-server.ts";
import { bytes, objectStoreContract } from "../object-store.contract.ts";

async function started(): Promise<S3Server> {
  const server = await startS3Server("records");
  onTestFinished(() => server.close());
  return server;
}

describe("s3-store", () => {
  const servers = new WeakMap<ObjectStore, S3Server>();
  objectStoreContract(
    async () => {
      const server = await started();
      const store = s3Store(server.client, "records");
      servers.set(store, server);
      return store;
    },
    async (store, keys) => {
      const bucket = servers.get(store)!.bucket("records");
      for (const key of keys) bucket.put(key, Buffer.from("x"), "text/plain", false);
    },
  );

  describe("where missing objects are refused", () => {
    it("takes a refusal for absence only where a list says so", async () => {
      const server = await started();
      const store = s3Store(server.client, "records");
      await store.put("mine/a", bytes("x"));
      await store.put("mine/b/c", bytes("x"));
      await store.put("theirs/a", bytes("x"));
      const { tag } = (await store.getTagged("mine/a"))!;
      server.hideMissing("mine/");
      for (const key of ["mine/none", "mine/b"]) expect(await store.get(key)).toBeNull();
      expect(await store.size("mine/b")).toBeNull();
      expect(await store.getTagged("mine/b")).toBeNull();
      await expect(store.stream("mine/b")[Symbol.asyncIterator]().next()).rejects.toThrow(
        'key "mine/b" holds no object',
      );
      expect(await store.putIfTag("mine/b", bytes("y"), tag)).toBe(false);

      const refused = { $metadata: { httpStatusCode: 403 } };
      await expect(store.get("theirs/none")).rejects.toMatchObject(refused);
      await expect(store.size("theirs/none")).rejects.toMatchObject(refused);
      await expect(store.getTagged("theirs/none")).rejects.toThrow("AccessDenied");
      await expect(
        store.stream("theirs/none")[Symbol.asyncIterator]().next(),
      ).rejects.toMatchObject(refused);
      await expect(store.putIfTag("theirs/none", bytes("y"), tag)).rejects.toMatchObject(refused);
      await expect(store.entries("theirs/")).rejects.toMatchObject(refused);
      expect(await store.get("theirs/a")).toEqual(bytes("x"));
    });

    it("throws the refusal of an object that is listed", async () => {
      const server = await started();
      const store = s3Store(server.client, "records");
      await store.put("a", bytes("x"));
      server.client.middlewareStack.add(
        (next) => (args) => {
          // A key that holds nothing stands for one that may not be read.
          const isRead = "Key" in args.input;
          return next(isRead ? { ...args, input: { ...args.input, Key: "none" } } : args);
        },
        { step: "initialize" },
      );
      server.hideMissing("");
      await expect(store.get("a")).rejects.toThrow("AccessDenied");
    });
  });

  it("keeps the content type", async () => {
    const server = await started();
    const store = s3Store(server.client, "records");
    await store.put("a.json", bytes("{}"), "application/json");
    await store.putIfAbsent("b.json", bytes("{}"), "application/json");
    const long = async function* (): AsyncGenerator<Uint8Array> {
      for (let part = 0; part < 12; part += 1) yield new Uint8Array(2 ** 20);
    };
    await store.putStream("c.arrow", long(), "application/vnd.apache.arrow.stream");
    const type = (key: string): string => server.bucket("records").get(key).contentType;
    expect(type("a.json")).toBe("application/json");
    expect(type("b.json")).toBe("application/json");
    expect(type("c.arrow")).toBe("application/vnd.apache.arrow.stream");
  });

  it("asks again when another write to the key is under way", async () => {
    const server = await started();
    const store = s3Store(server.client, "records");
    server.conflict(2);
    expect(await store.putIfAbsent("a", bytes("x"))).toBe(true);
    server.conflict(2);
    expect(await store.putIfAbsent("a", bytes("y"))).toBe(false);
    expect(await store.get("a")).toEqual(bytes("x"));
  });

  it("asks again when another write meets a put by tag", async () => {
    const server = await started();
    const store = s3Store(server.client, "records");
    await store.put("a", bytes("x"));
    const { tag } = (await store.getTagged("a"))!;
    expect(tag).toBe(server.bucket("records").get("a").etag.replaceAll('"', ""));
    server.conflict(2);
    expect(await store.putIfTag("a", bytes("y"), tag, "application/json")).toBe(true);
    expect(server.bucket("records").get("a").contentType).toBe("application/json");
    server.conflict(2);
    expect(await store.putIfTag("a", bytes("z"), tag)).toBe(false);
    expect(await store.get("a")).toEqual(bytes("y"));
  });

  it("gives up the parts of a stream that threw", async () => {
    const server = await started();
    const broken = async function* (): AsyncGenerator<Uint8Array> {
      for (let part = 0; part < 12; part += 1) yield new Uint8Array(2 ** 20);
      throw new Error("the sender hung up");
    };
    const put = s3Store(server.client, "records").putStream("a", broken());
    await expect(put).rejects.toThrow("the sender hung up");
    expect(server.bucket("records").openUploads).toBe(0);
  });

  it("deletes a thousand keys in one call", async () => {
    const server = await started();
    const calls: number[] = [];
    server.client.middlewareStack.add(
      (next) => (args) => {
        const { Delete } = args.input as { Delete?: { Objects: readonly unknown[] } };
        if (Delete !== undefined) calls.push(Delete.Objects.length);
        return next(args);
      },
      { step: "initialize" },
    );
    const keys = Array.from({ length: 2_001 }, (_, n) => `none/${n}`);
    await s3Store(server.client, "records").delete(keys);
    expect(calls).toEqual([1_000, 1_000, 1]);
  });

  it("names the key that S3 refuses to delete", async () => {
    const server = await started();
    const store = s3Store(server.client, "records");
    for (const key of ["a", "b & c", "d"]) await store.put(key, bytes("x"));
    server.refuseToDelete("b & c");
    await expect(store.delete(["a", "b & c", "d"])).rejects.toThrow(
      'key "b & c" was not deleted: S3 answered AccessDenied',
    );
    expect(await store.list("")).toEqual(["b & c"]);
  });

  it("does not take a missing bucket for an empty one", async () => {
    const store = s3Store((await started()).client, "misspelt");
    await expect(store.get("a")).rejects.toThrow("NoSuchBucket");
    await expect(store.putIfAbsent("a", bytes("x"))).rejects.toThrow("NoSuchBucket");
    await expect(store.putIfTag("a", bytes("x"), "tag")).rejects.toThrow("NoSuchBucket");
    await expect(store.list("")).rejects.toThrow("NoSuchBucket");
    await expect(store.delete(["a"])).rejects.toThrow("NoSuchBucket");
  });
});
