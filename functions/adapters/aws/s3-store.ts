import "./sdk-notice.ts";
import { Readable } from "node:stream";
import { HeadObjectCommand, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import type { ObjectStore } from "../../pipeline/ports.ts";
import { checkKey, checkPrefix } from "../folder/object-key.ts";
import { conditionalPut, putIfTag } from "./s3-conditional-put.ts";
import { deleteKeys } from "./s3-delete.ts";
import { listBucket } from "./s3-list.ts";
import { putNamedLast } from "./s3-put-named-last.ts";
import { readOrNull, readTagged, streamObject, type ObjectAddress } from "./s3-read.ts";

/** A bucket in S3. What may be a key, and the order of a list, are those of the folder store. */
export function s3Store(client: S3Client, bucket: string): ObjectStore {
  const addressOf = (key: string): ObjectAddress => {
    checkKey(key);
    return { Bucket: bucket, Key: key };
  };
  const entries: ObjectStore["entries"] = async (prefix) => {
    checkPrefix(prefix);
    return listBucket(client, bucket, prefix);
  };
  const store: ObjectStore = {
    get: async (key) => (await readTagged(client, addressOf(key)))?.body ?? null,

    getTagged: async (key) => readTagged(client, addressOf(key)),

    async *stream(key, tag) {
      yield* streamObject(client, addressOf(key), tag);
    },

    async *streamFrom(key, from) {
      yield* streamObject(client, { ...addressOf(key), Range: `bytes=${from}-` }, undefined);
    },

    size: async (key) => sizeOf(client, addressOf(key)),

    async put(key, body, contentType) {
      const put = { ...addressOf(key), Body: body, ContentType: contentType };
      await client.send(new PutObjectCommand(put));
    },

    async putIfAbsent(key, body, contentType) {
      const put = { Body: body, ContentType: contentType, IfNoneMatch: "*" } as const;
      return conditionalPut(client, addressOf(key), put);
    },

    putIfTag: async (key, body, tag, contentType) =>
      putIfTag(client, addressOf(key), { Body: body, ContentType: contentType }, tag),

    async putStream(key, chunks, contentType) {
      // Sent in parts of 5 MiB; S3 shows the object once all are there, and the parts of a stream
      // that threw are given up.
      const params = { ...addressOf(key), Body: Readable.from(chunks), ContentType: contentType };
      await new Upload({ client, params }).done();
    },

    putNamedLast: async (open, keyOf, contentType) => putNamedLast(store, open, keyOf, contentType),

    list: async (prefix) => (await entries(prefix)).map(({ key }) => key),

    entries,

    async delete(keys) {
      const checked = [...keys].map((key) => addressOf(key).Key);
      await deleteKeys(client, bucket, checked);
    },
  };
  return store;
}

async function sizeOf(client: S3Client, address: ObjectAddress): Promise<number | null> {
  const head = await readOrNull(client, address, () => client.send(new HeadObjectCommand(address)));
  return head === null ? null : (head.ContentLength ?? 0);
}
