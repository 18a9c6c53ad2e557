// Longer than most: one contract, run whole over every store.
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { ChangedFile, ChangedObject, type ObjectStore } from "../../functions/pipeline/ports.ts";

const MIB = 2 ** 20;

/**
 * What every object store does. `open` gives a new, empty one for a test and closes it itself.
 * @param fill puts a small object under each key, where that is faster past the store than through it
 */
export function objectStoreContract(
  open: () => Promise<ObjectStore>,
  fill: (store: ObjectStore, keys: readonly string[]) => Promise<void> = putEach,
): void {
  describe("an object", () => {
    it("is given back as it was put", async () => {
      const store = await open();
      const body = Uint8Array.from({ length: 256 }, (_, byte) => byte);
      await store.put("raw/grand-bend/ab12", body);
      expect(await store.get("raw/grand-bend/ab12")).toEqual(body);
      expect(await store.size("raw/grand-bend/ab12")).toBe(256);
      expect(await text(store, "raw/grand-bend/ab12")).toBe(Buffer.from(body).toString("latin1"));
    });

    it("may be empty", async () => {
      const store = await open();
      await store.put("empty", new Uint8Array());
      await store.putStream("empty-stream", chunksOf());
      expect(await store.get("empty")).toEqual(new Uint8Array());
      expect(await store.get("empty-stream")).toEqual(new Uint8Array());
      expect(await store.size("empty")).toBe(0);
      expect(await text(store, "empty")).toBe("");
    });

    it("is replaced by a later put", async () => {
      const store = await open();
      await store.put("latest.json", bytes("a longer first text"));
      await store.put("latest.json", bytes("second"));
      expect(await text(store, "latest.json")).toBe("second");
      await store.putStream("latest.json", chunksOf(bytes("th"), bytes("ird")));
      expect(await text(store, "latest.json")).toBe("third");
      expect(await store.list("")).toEqual(["latest.json"]);
    });

    it("can be read again while it is replaced", async () => {
      const store = await open();
      await store.put("key", new Uint8Array(MIB).fill(1));
      await Promise.all([
        store.put("key", new Uint8Array(MIB).fill(2)),
        ...Array.from({ length: 20 }, async () => {
          const body = (await store.get("key"))!;
          expect(body.length).toBe(MIB);
          expect(new Set(body).size).toBe(1);
        }),
      ]);
    });

    it("keeps spaces, unicode and marks in its key", async () => {
      const store = await open();
      const keys = [
        "raw/Grand Bend ISD/Zoë & <Ángel>.csv",
        "raw/100%/a+b=c?d#e'f\"g.csv",
        "raw/学生/😀.csv",
        "raw/...dots/.hidden",
      ];
      for (const key of keys) await store.put(key, bytes(key));
      for (const key of keys) expect(await text(store, key)).toBe(key);
      expect(await store.list("raw/")).toEqual([...keys].sort());
    });
  });

  describe("a key that holds no object", () => {
    it("is answered by null, and by an error that names it where a stream was asked for", async () => {
      const store = await open();
      await store.put("raw/grand-bend/ab12", bytes("x"));
      for (const key of ["none", "raw", "raw/grand-bend", "raw/grand-bend/ab1"]) {
        expect(await store.get(key)).toBeNull();
        expect(await store.size(key)).toBeNull();
        expect(await store.getTagged(key)).toBeNull();
        await expect(text(store, key)).rejects.toThrow(`key "${key}" holds no object`);
      }
    });
  });

  describe("a key that is none", () => {
    const wrong = ["", "/a", "a/", "a//b", "..", "a/../b", "./a", "a/.", "a\\b", "a\0b", "a\nb"];
    it.each(wrong)("is refused by name: %j", async (key) => {
      const store = await open();
      const named = `key ${JSON.stringify(key)}`;
      await expect(store.get(key)).rejects.toThrow(named);
      await expect(store.size(key)).rejects.toThrow(named);
      await expect(text(store, key)).rejects.toThrow(named);
      await expect(store.put(key, bytes("x"))).rejects.toThrow(named);
      await expect(store.putIfAbsent(key, bytes("x"))).rejects.toThrow(named);
      await expect(store.getTagged(key)).rejects.toThrow(named);
      await expect(store.putIfTag(key, bytes("x"), null)).rejects.toThrow(named);
      await expect(store.putStream(key, chunksOf(bytes("x")))).rejects.toThrow(named);
      await expect(
        store.putNamedLast(
          () => chunksOf(bytes("x")),
          () => key,
        ),
      ).rejects.toThrow(named);
      await expect(store.delete([key])).rejects.toThrow(named);
      expect(await store.list("")).toEqual([]);
    });

    it("is refused when no file system could hold it", async () => {
      const store = await open();
      await expect(store.put("é".repeat(128), bytes("x"))).rejects.toThrow("longer than 255 bytes");
      await expect(store.put("a/".repeat(512) + "b", bytes("x"))).rejects.toThrow("1024 bytes");
      await expect(store.put("half \ud83d", bytes("x"))).rejects.toThrow("half a character");
    });

    it("is refused as a prefix too", async () => {
      const store = await open();
      for (const prefix of ["../", "a/../", "/", "a//b"]) {
        const named = `prefix ${JSON.stringify(prefix)}`;
        await expect(store.list(prefix)).rejects.toThrow(named);
        await expect(store.entries(prefix)).rejects.toThrow(named);
      }
    });
  });

  describe("put if absent", () => {
    it("leaves what is there alone", async () => {
      const store = await open();
      expect(await store.putIfAbsent("a/b", bytes("first"))).toBe(true);
      expect(await store.putIfAbsent("a/b", bytes("second"))).toBe(false);
      expect(await text(store, "a/b")).toBe("first");
      expect(await store.list("")).toEqual(["a/b"]);
    });

    it("lets exactly one of many writers at once win, whole", async () => {
      const store = await open();
      const won = await Promise.all(
        Array.from({ length: 24 }, (_, writer) =>
          store.putIfAbsent("new/key", new Uint8Array(100_000).fill(writer)),
        ),
      );
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await store.get("new/key")).toEqual(new Uint8Array(100_000).fill(won.indexOf(true)));
    });
  });

  taggedContract(open);
  namedLastContract(open);
  entriesContract(open);

  describe("a stream", () => {
    it("may be longer than one part", async () => {
      const store = await open();
      const chunk = (index: number): Uint8Array => new Uint8Array(700_001).fill(index);
      const sent = Array.from({ length: 20 }, (_, index) => chunk(index));
      await store.putStream("raw/long", chunksOf(...sent));
      const sum = createHash("sha256");
      let length = 0;
      for await (const part of store.stream("raw/long")) {
        sum.update(part);
        length += part.length;
      }
      expect(length).toBe(20 * 700_001);
      expect(length).toBeGreaterThan(11 * MIB);
      expect(sum.digest("hex")).toBe(
        createHash("sha256").update(Buffer.concat(sent)).digest("hex"),
      );
      expect(await store.size("raw/long")).toBe(length);
    });

    it.each([0, 1, 4, 700_000, 1_399_999])("begins at any byte: at %i", async (from) => {
      const store = await open();
      const sent = Uint8Array.from({ length: 1_400_000 }, (_, index) => index % 251);
      await store.put("raw/long", sent);
      const parts: Uint8Array[] = [];
      for await (const part of store.streamFrom("raw/long", from)) parts.push(part);
      expect(Buffer.concat(parts).equals(sent.subarray(from))).toBe(true);
    });

    it("from some byte on of a key that holds nothing is an error that names it", async () => {
      const store = await open();
      const read = store.streamFrom("raw/none", 1)[Symbol.asyncIterator]().next();
      await expect(read).rejects.toThrow("raw/none");
    });

    it("is of the object that was listed, or of none", async () => {
      const store = await open();
      await store.put("raw/a", new Uint8Array(3));
      const [listed] = await store.entries("raw/");
      const read = async (): Promise<number> => {
        let length = 0;
        for await (const chunk of store.stream("raw/a", listed!.tag)) length += chunk.length;
        return length;
      };
      expect(await read()).toBe(3);
      await store.put("raw/a", new Uint8Array(4));
      await expect(read()).rejects.toThrow(ChangedObject);
    });

    it.each([0, 1, 12])("that throws after %d MiB stores nothing", async (mib) => {
      const store = await open();
      await store.put("there", bytes("before"));
      const broken = async function* (): AsyncGenerator<Uint8Array> {
        for (let sent = 0; sent < mib; sent += 1) yield new Uint8Array(MIB);
        throw new Error("the sender hung up");
      };
      await expect(store.putStream("new", broken())).rejects.toThrow("the sender hung up");
      await expect(store.putStream("there", broken())).rejects.toThrow("the sender hung up");
      expect(await store.get("new")).toBeNull();
      expect(await text(store, "there")).toBe("before");
      expect(await store.list("")).toEqual(["there"]);
    });

    it("may be left before its end", async () => {
      const store = await open();
      await store.put("long", new Uint8Array(4 * MIB));
      for await (const part of store.stream("long")) {
        expect(part.length).toBeGreaterThan(0);
        break;
      }
      expect(await store.size("long")).toBe(4 * MIB);
    });
  });

  describe("a list", () => {
    it("holds the keys that begin with the prefix, cut anywhere, in code-unit order", async () => {
      const store = await open();
      const keys = ["a", "b/1", "b/10", "b/2/x", "b-c/1", "B/1", "bb", "\u{1f600}", "\uff01"];
      for (const key of keys) await store.put(key, bytes(key));
      expect(await store.list("")).toEqual([...keys].sort());
      expect(await store.list("b")).toEqual(["b-c/1", "b/1", "b/10", "b/2/x", "bb"]);
      expect(await store.list("b/")).toEqual(["b/1", "b/10", "b/2/x"]);
      expect(await store.list("b/1")).toEqual(["b/1", "b/10"]);
      expect(await store.list("b/2/x/")).toEqual([]);
      expect(await store.list("none/at/all")).toEqual([]);
    });

    it("is whole beyond a thousand keys", async () => {
      const store = await open();
      const keys = Array.from({ length: 2_345 }, (_, n) => `page/${String(n).padStart(5, "0")}`);
      await fill(store, [...keys, "pagf"]);
      expect(await store.list("page/")).toEqual(keys);
      expect((await store.entries("page/")).map(({ key }) => key)).toEqual(keys);
    });
  });

  describe("a deletion", () => {
    const keys = ["a/1", "a/2", "a/b/3", 'a & <b>/Zoë\'s "4".csv', "a+b/5"];
    const filled = async (): Promise<ObjectStore> => {
      const store = await open();
      for (const key of [...keys, "a/10", "b"]) await store.put(key, bytes(key));
      return store;
    };

    it("removes the objects under its keys, and no other", async () => {
      const store = await filled();
      await store.delete(keys);
      for (const key of keys) {
        expect(await store.get(key)).toBeNull();
        expect(await store.size(key)).toBeNull();
        await expect(text(store, key)).rejects.toThrow(
          `key ${JSON.stringify(key)} holds no object`,
        );
      }
      expect(await store.list("")).toEqual(["a/10", "b"]);
      expect(await text(store, "a/10")).toBe("a/10");
    });

    it("takes keys that hold no object, and keys twice, and none at all", async () => {
      const store = await filled();
      const all = await store.list("");
      await store.delete([]);
      await store.delete(["none", "a", "a/b", "a/1/2", "b/c/d", "none/at/all"]);
      expect(await store.list("")).toEqual(all);
      await store.delete(["b", "none", "b"]);
      await store.delete(["b"]);
      expect(await store.list("")).toEqual(all.filter((key) => key !== "b"));
    });

    it("leaves a key that can be put again", async () => {
      const store = await filled();
      await store.delete(["a/b/3", "b"]);
      expect(await store.putIfAbsent("a/b/3", bytes("anew"))).toBe(true);
      await store.put("b", bytes("anew"));
      expect(await text(store, "a/b/3")).toBe("anew");
      expect(await text(store, "b")).toBe("anew");
    });

    it("may be of more than a thousand keys", async () => {
      const store = await open();
      const many = Array.from({ length: 1_001 }, (_, n) => `many/${String(n).padStart(4, "0")}`);
      await fill(store, [...many, "many/kept"]);
      await store.delete(many.values());
      expect(await store.list("")).toEqual(["many/kept"]);
    });
  });
}

async function putEach(store: ObjectStore, keys: readonly string[]): Promise<void> {
  for (let from = 0; from < keys.length; from += 50) {
    await Promise.all(keys.slice(from, from + 50).map((key) => store.put(key, bytes("x"))));
  }
}

function taggedContract(open: () => Promise<ObjectStore>): void {
  describe("put if tag", () => {
    const read = async (store: ObjectStore) => (await store.getTagged("a/b"))!;

    it("replaces the object that was read, and not one that came after it", async () => {
      const store = await open();
      await store.put("a/b", bytes("first"));
      const { body, tag } = await read(store);
      expect(body).toEqual(bytes("first"));
      expect(await store.putIfTag("a/b", bytes("second"), tag)).toBe(true);
      expect(await store.putIfTag("a/b", bytes("third"), tag)).toBe(false);
      expect(await text(store, "a/b")).toBe("second");
      const later = await read(store);
      expect(later).toEqual({ body: bytes("second"), tag: expect.any(String) });
      expect(later.tag).not.toBe(tag);
      expect(await store.putIfTag("a/b", bytes("third"), later.tag)).toBe(true);
      expect(await text(store, "a/b")).toBe("third");
      expect(await store.list("")).toEqual(["a/b"]);
    });

    it("writes nothing where the object is there and none was, or is gone and one was", async () => {
      const store = await open();
      expect(await store.putIfTag("a/b", bytes("first"), null)).toBe(true);
      expect(await store.putIfTag("a/b", bytes("second"), null)).toBe(false);
      expect(await text(store, "a/b")).toBe("first");
      const { tag } = await read(store);
      await store.delete(["a/b"]);
      expect(await store.putIfTag("a/b", bytes("third"), tag)).toBe(false);
      expect(await store.putIfTag("c", bytes("third"), tag)).toBe(false);
      expect(await store.list("")).toEqual([]);
      expect(await store.putIfTag("a/b", bytes("fourth"), null)).toBe(true);
    });

    it.each([true, false])(
      "lets exactly one of many writers at once win, whole (object there: %s)",
      async (isThere) => {
        const store = await open();
        if (isThere) await store.put("a/b", bytes("before"));
        const tag = (await store.getTagged("a/b"))?.tag ?? null;
        const won = await Promise.all(
          Array.from({ length: 24 }, (_, writer) =>
            store.putIfTag("a/b", new Uint8Array(100_000).fill(writer), tag),
          ),
        );
        expect(won.filter(Boolean)).toHaveLength(1);
        expect(await store.get("a/b")).toEqual(new Uint8Array(100_000).fill(won.indexOf(true)));
      },
    );
  });
}

function namedLastContract(open: () => Promise<ObjectStore>): void {
  /** Chunks and the key made from their SHA-256, as it is once they were read. */
  const hashed = (chunks: () => AsyncIterable<Uint8Array>) => {
    let sum = createHash("sha256");
    const opened = async function* (): AsyncGenerator<Uint8Array> {
      sum = createHash("sha256");
      for await (const chunk of chunks()) {
        yield chunk;
        sum.update(chunk);
      }
    };
    return [opened, () => `raw/${sum.copy().digest("hex")}`] as const;
  };
  const keyOf = (...chunks: readonly Uint8Array[]): string =>
    `raw/${createHash("sha256").update(Buffer.concat(chunks)).digest("hex")}`;

  describe("put named last", () => {
    it.each([0, 1, 12])("stores %d MiB under the key that their end decides", async (mib) => {
      const store = await open();
      const chunks = Array.from({ length: mib }, (_, index) => new Uint8Array(MIB).fill(index));
      expect(await store.putNamedLast(...hashed(() => chunksOf(...chunks)))).toBe(true);
      const key = keyOf(...chunks);
      expect(await store.list("")).toEqual([key]);
      expect(keyOf((await store.get(key))!)).toBe(key);
      expect(await store.size(key)).toBe(mib * MIB);
    });

    it("leaves what is there alone", async () => {
      const store = await open();
      await store.put("taken", bytes("first"));
      const keyTaken = (): string => "taken";
      const second = async () => store.putNamedLast(() => chunksOf(bytes("second")), keyTaken);
      expect(await second()).toBe(false);
      expect(await text(store, "taken")).toBe("first");
      await store.delete(["taken"]);
      expect(await second()).toBe(true);
      expect(await text(store, "taken")).toBe("second");
      expect(await store.list("")).toEqual(["taken"]);
    });

    it.each([0, 1, 12])("stores nothing where its chunks throw after %d MiB", async (mib) => {
      const store = await open();
      const broken = async function* (): AsyncGenerator<Uint8Array> {
        for (let sent = 0; sent < mib; sent += 1) yield new Uint8Array(MIB);
        throw new Error("the sender hung up");
      };
      await expect(store.putNamedLast(broken, () => "new")).rejects.toThrow("the sender hung up");
      expect(await store.list("")).toEqual([]);
    });

    it("stores nothing where no key can be made", async () => {
      const store = await open();
      const none = (): string => {
        throw new Error("no key");
      };
      const put = store.putNamedLast(() => chunksOf(bytes("x")), none);
      await expect(put).rejects.toThrow("no key");
      expect(await store.list("")).toEqual([]);
    });

    it("never stores other bytes than those that decided the key, though each reading gives others", async () => {
      const store = await open();
      let openings = 0;
      const growing = () => chunksOf(bytes("x".repeat(++openings)));
      const outcome: unknown = await store
        .putNamedLast(...hashed(growing))
        .catch((error: unknown) => error);
      const keys = await store.list("");
      if (outcome === true) {
        expect(keys).toEqual([keyOf((await store.get(keys[0]!))!)]);
      } else {
        expect(outcome).toBeInstanceOf(ChangedFile);
        expect(keys).toEqual([]);
      }
    });

    it("lets several writers of the same bytes at once store them", async () => {
      const store = await open();
      const body = new Uint8Array(100_000).fill(7);
      await Promise.all(
        Array.from({ length: 8 }, () => store.putNamedLast(...hashed(() => chunksOf(body)))),
      );
      expect(await store.list("")).toEqual([keyOf(body)]);
      expect(await store.get(keyOf(body))).toEqual(body);
    });
  });
}

function entriesContract(open: () => Promise<ObjectStore>): void {
  describe("entries", () => {
    it("say how large each object is and when it was written, in the order of the list", async () => {
      const store = await open();
      const from = Date.now();
      const keys = ["b/1", "b/10", "b/2/x", "b-c/1", "bb", "\u{1f600}", "\uff01"];
      for (const [index, key] of keys.entries()) await store.put(key, new Uint8Array(index));
      const until = Date.now();
      for (const prefix of ["", "b", "b/1", "none/at/all"]) {
        const entries = await store.entries(prefix);
        expect(entries.map(({ key }) => key)).toEqual(await store.list(prefix));
        for (const { key, size, modifiedAt } of entries) {
          expect(size).toBe(keys.indexOf(key));
          // S3 tells the second alone.
          expect(modifiedAt.getTime()).toBeGreaterThan(from - 1_000);
          expect(modifiedAt.getTime()).toBeLessThan(until + 1_000);
        }
      }
    });

    it("have another tag once the bytes are others, and the same while nothing is written", async () => {
      const store = await open();
      const tags = async () => (await store.entries("")).map(({ tag }) => tag);
      await store.put("a", bytes("one"));
      await store.put("b", bytes("two"));
      const before = await tags();
      expect(await tags()).toEqual(before);
      await store.put("a", bytes("eno"));
      const after = await tags();
      expect(after[0]).not.toBe(before[0]);
      expect(after[1]).toBe(before[1]);
      expect(after.join("")).not.toContain('"');
    });
  });
}

export function bytes(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}

async function* chunksOf(...chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

/** The object read as a stream, byte for byte where it is not UTF-8. */
async function text(store: ObjectStore, key: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of store.stream(key)) chunks.push(chunk);
  const whole = Buffer.concat(chunks);
  const decoded = whole.toString("utf8");
  return Buffer.from(decoded).equals(whole) ? decoded : whole.toString("latin1");
}
